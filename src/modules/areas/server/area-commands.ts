// Loading divisions, and deciding what is urban and what is rural.
import { Problem } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import type { Db } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import type { AreaLevel, Division } from '../area.ts'
import { shortName } from '../area-codes.ts'
import type { AreaView } from '../areas-api.ts'
import { searchFields } from '../search-text.ts'
import { type AreaRow, areaSubject, insertAreas, oneArea, setSettlements } from './area-store.ts'
import { readManifest, readSubtree } from './divisions.ts'

const batch = 5_000

/** Loads an area of the shipped divisions with everything above and below it. Loading again adds what is missing. */
export async function loadSubtree(
  db: Db,
  code: string,
  report?: Report,
): Promise<{ added: number; communities: number }> {
  return loadDivisions(db, readSubtree(code), report)
}

/** Told how many of how many areas are loaded. */
export type Report = (progress: { done: number; total: number }) => void

/** Divisions in preorder, ancestors first. */
export async function loadDivisions(
  db: Db,
  divisions: Division[],
  report: Report = () => undefined,
): Promise<{ added: number; communities: number }> {
  const rows = areaRows(divisions)
  let added = 0
  for (let start = 0; start < rows.length; start += batch) {
    report({ done: start, total: rows.length })
    added += await insertAreas(db, readManifest().codeSystem, rows.slice(start, start + batch))
  }
  report({ done: rows.length, total: rows.length })
  return { added, communities: divisions.filter((division) => division.level === 'community').length }
}

function areaRows(divisions: Division[]): AreaRow[] {
  const lineages = new Map<string | null, Partial<Record<AreaLevel, string>>>()
  return divisions.map((division) => {
    const lineage = { ...lineages.get(division.parent), [division.level]: division.code }
    lineages.set(division.code, lineage)
    return areaRow(division, lineage)
  })
}

function areaRow(division: Division, lineage: AreaRow['lineage']): AreaRow {
  const { code, name, level, parent, kind, settlement } = division
  const short = shortName(name)
  const source = level === 'community' && settlement !== 'unknown' ? 'committee' : null
  const settled = { settlement, settlementSource: source, virtual: kind === 'virtual' } as const
  return { code, name, shortName: short, level, parent, lineage, kind, ...settled, ...searchFields(short) }
}

export async function decideSettlement(
  ctx: Context,
  code: string,
  decision: { settlement: 'urban' | 'rural'; reason: string },
): Promise<AreaView> {
  await authorize(ctx, 'area.decideSettlement', areaSubject(code))
  const before = await oneArea(ctx, code)
  if (before?.level !== 'community') throw onlyCommunities
  await setSettlements(ctx.db, [{ code, settlement: decision.settlement, source: 'decided', class: null }])
  await record(ctx, {
    action: 'area.decideSettlement',
    subjectKind: 'area',
    subject: code,
    area: code,
    reason: decision.reason,
    changes: [{ field: 'settlement', from: before.settlement, to: decision.settlement }],
  })
  return (await oneArea(ctx, code)) ?? before
}

export const onlyCommunities = new Problem(422, {
  code: 'area.onlyCommunities',
  message: '城乡属性和人口只记到社区（村）。',
  mend: '请选择一个社区或村。',
})

/** One area within the person's reach; otherwise 404. */
export async function visibleArea(ctx: Context, code: string): Promise<AreaView> {
  const area = await oneArea(ctx, code)
  if (!area) throw notFound('区划')
  return area
}
