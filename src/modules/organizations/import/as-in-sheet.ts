// A value as a table would say it and the import would read it again: two values that read the same are the same.
import type { FieldId } from './fields.ts'
import { isProblem, type Parsed } from './parsed.ts'
import { type FieldValues, parsers, writers } from './read-field.ts'

/** Fields whose value is text; a telephone number is among them only where it can be read without doubt. */
const texts = ['name', 'leader', 'phone', 'place', 'scope', 'unifiedCode', 'note'] as const
type TextField = (typeof texts)[number]

const isText = (field: string): field is TextField => (texts as readonly string[]).includes(field)

/** Text of a field as it reads after being exported; what cannot be read again stays as it is. */
export function asInSheet(field: string, value: unknown): unknown {
  if (typeof value !== 'string' || !isText(field)) return value
  const read: Parsed<FieldValues[TextField]> = parsers[field](writers[field](value))
  if (isProblem(read) || read.ok === null || (field === 'phone' && read.warning)) return value
  return read.ok
}

/** A draft with its texts as the register keeps them: one way of writing for forms and for tables. */
export const settle = <T extends object>(draft: T): T =>
  Object.fromEntries(Object.entries(draft).map(([field, value]) => [field, asInSheet(field, value)])) as T

/** A day of the register that a table says as well, if only by its month or year. */
export function agrees(said: FieldValues[FieldId] | undefined, day: unknown): boolean {
  if (typeof said !== 'object' || typeof day !== 'string') return false
  const shared = { day: 10, month: 7, year: 4 }[said.precision]
  return said.day.slice(0, shared) === day.slice(0, shared)
}
