// Rules as a person reads them: what holds at an area and where it comes from, and how it came to be so.
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { visibleArea } from '../../areas/server/index.ts'
import { type Layer, originOf, type Resolved, resolve } from '../resolve.ts'
import { type RuleName, ruleKeys } from '../rule-keys.ts'
import type { Entry } from '../rule-set.ts'
import { changedNames, whyNotLevel } from '../rule-set-rules.ts'
import type { RuleSetVersion, RulesInForce, RuleView, rulesApi, SetRef } from '../rules-api.ts'
import { layersOf, type StoredVersion, setsAt, versionsOf } from './rule-set-store.ts'

export async function inForceAt(ctx: Context, code: string): Promise<RulesInForce> {
  const area = await visibleArea(ctx, code)
  const layers = await layersOf(ctx.db, await setsAt(ctx.db, code))
  const resolution = resolve(layers, code)
  return {
    area: { code: area.code, name: area.name, level: area.level },
    version: layers.find((layer) => layer.area === code)?.version ?? 0,
    sets: layers.map(refOf),
    rules: (Object.keys(ruleKeys) as RuleName[]).map((name) => viewOf(name, resolution[name], code)),
    whyNotEdit: whyNotEdit(ctx, area.level),
  }
}

function whyNotEdit(ctx: Context, level: string): string | null {
  if (!ctx.authority.may('rule.edit')) return '您的岗位只能查看规则；由本地的民政部门决定。'
  return whyNotLevel(level)?.message ?? null
}

function viewOf(name: RuleName, resolved: Resolved, area: string): RuleView {
  const { value, from, entry, lockedBy, inherited } = resolved
  const { clause, isDefault } = originOf(name, resolved)
  return {
    name,
    value,
    from: from && refOf(from),
    clause,
    isDefault,
    note: entry?.note ?? null,
    own: from?.area === area,
    locked: entry?.locked === true,
    lockedBy: lockedBy && refOf(lockedBy),
    inherited: { value: inherited.value, from: inherited.from && refOf(inherited.from) },
  }
}

const refOf = ({ area, areaName, title, version }: Layer): SetRef => ({ area, areaName, title, version })

export async function historyOf(
  ctx: Context,
  area: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<z.input<typeof rulesApi.history.returns>> {
  const found = await versionsOf(ctx.db, area, { after, limit })
  const last = found.length === limit ? found.at(-1) : undefined
  return { items: found.map(withChanges), next: last ? String(last.version) : null }
}

function withChanges({ entries, before, ...version }: StoredVersion): RuleSetVersion {
  const changes = changedNames(before ?? {}, entries)
    .filter((name) => name in ruleKeys)
    .map((name) => ({ name, before: said(before?.[name]), after: said(entries[name]) }))
  return { ...version, changes }
}

const said = (entry: Entry | undefined) =>
  entry ? { value: entry.value, locked: entry.locked === true } : null
