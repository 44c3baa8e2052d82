// The rule sets that come with the product: the country's, and those of the places of the shipped packs.
import { readdirSync, readFileSync } from 'node:fs'
import type { Context } from '../../../platform/context.ts'
import { levelOf } from '../../areas/server/index.ts'
import { wholeCountry } from '../rule-set.ts'
import { whyNotLevel } from '../rule-set-rules.ts'
import { parsedRuleSet, putRuleSet } from './rule-set-commands.ts'
import { lockOwn } from './rule-set-store.ts'

const folder = new URL('../../../../rulesets/', import.meta.url)
const ending = '.yaml'
const shippedReason = '随产品提供'

export const shippedRuleSetIds = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort()

export const shippedRuleSetText = (id: string): string =>
  readFileSync(new URL(`${id}${ending}`, folder), 'utf8')

/**
 * Gives a new installation its rules: the country's, and the set that belongs to a shipped pack, at its own area or, where
 * that is not loaded, at `elsewhere`. What has a set already keeps it. The caller has authorized it.
 */
export async function loadShippedRules(ctx: Context, id: string | null, elsewhere?: string): Promise<void> {
  await loadUnlessThere(ctx, 'national', null)
  if (id === null || !shippedRuleSetIds().includes(id)) return
  const own = parsedRuleSet(shippedRuleSetText(id)).area.code
  const area = (await levelOf(ctx.db, own)) === null ? elsewhere : own
  if (area && whyNotLevel(await levelOf(ctx.db, area)) === null) await loadUnlessThere(ctx, id, area)
}

async function loadUnlessThere(ctx: Context, id: string, area: string | null): Promise<void> {
  if (await lockOwn(ctx.db, area)) return
  const ruleSet = parsedRuleSet(shippedRuleSetText(id))
  await putRuleSet(ctx, { ...ruleSet, area: { ...ruleSet.area, code: area ?? wholeCountry } }, shippedReason)
}
