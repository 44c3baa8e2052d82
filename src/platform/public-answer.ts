// What holds for everything that everybody may ask without signing in: nothing is guessed, and patience tells nothing.
import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Problem } from '../kernel/problem.ts'
import type { Day } from '../kernel/time.ts'

/** How often one address may ask in a minute: more than a person does, far less than guessing needs. */
export const askedPerMinute = 60

/** Milliseconds that an answer takes at least. */
const patience = 150

/** 128 random bits: nobody finds a paper by trying codes. */
export const unguessable = (): string => randomBytes(16).toString('base64url')

/** ZY20230825-K3V8Q2WD: the day and eight signs of chance; two alike break a constraint and are tried again by the person. */
export function paperNumber(prefix: string, day: Day): string {
  const signs = unguessable()
    .toUpperCase()
    .replace(/[^A-HJ-NP-Z2-9]/g, '')
    .slice(0, 8)
  return `${prefix}${day.replaceAll('-', '')}-${signs}`
}

/** Found or not, the answer comes after the same time: how long it took tells nothing. */
export async function answerPublicly<T>(
  look: () => Promise<T | null>,
  none: Problem,
  milliseconds = patience,
): Promise<T> {
  const [found] = await Promise.all([look(), setTimeout(milliseconds)])
  if (found === null) throw none
  return found
}
