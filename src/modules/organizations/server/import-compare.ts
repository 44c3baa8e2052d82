// Compares the rows of a table with the register: new, same, changed field by field, or a problem.
import type { Context } from '../../../platform/context.ts'
import type { FieldValues } from '../import/index.ts'
import {
  type AreaIndex,
  cellOf,
  changesIn,
  type DraftRow,
  faultsOf,
  fieldLabels,
  type KnownArea,
  maskedRemarks,
  newDraft,
  type Remark,
  type RowChange,
  statementOf,
} from '../import/index.ts'
import type { Judging, Placed as PlacedRow, StoredRow } from './import-kind.ts'
import { comparable, type Existing, existingAt, existingWith } from './import-store.ts'

type Placed = PlacedRow<FieldValues>

/** Compares portions of a table, given in its order; `index` knows the areas of the import. */
export function comparer(ctx: Context, index: AreaIndex): Judging<FieldValues> {
  const seen = nothingSeen()
  return async (drafts) => {
    const comparison = { ctx, index, register: await registerFor(ctx, index.root, drafts), seen }
    return drafts.map((draft) => compareOne(comparison, draft))
  }
}

type Register = {
  /** By the area asked for and the name: those of that very area, and those below it. */
  live: Map<string, Existing[]>
  ended: Map<string, Existing[]>
  byCode: Map<string, Existing>
  /** Codes of organizations that the importer may not see. */
  elsewhere: Set<string>
}

/** Rows of the table by what they already mean: a name in an area, a code, an organization. */
type Seen = Record<'codes' | 'organizations' | 'ended', Map<string, number>> & {
  names: Map<string, Map<string, number>>
}
type Comparison = { ctx: Context; index: AreaIndex; register: Register; seen: Seen }

const nothingSeen = (): Seen => ({
  names: new Map(),
  codes: new Map(),
  organizations: new Map(),
  ended: new Map(),
})

const placeKey = (area: unknown, name: unknown): string => `${area}\n${name}`

async function registerFor(ctx: Context, root: KnownArea, drafts: readonly Placed[]): Promise<Register> {
  const visible = comparable(ctx, root)
  const places = drafts.flatMap(({ area, given }) => (area && given.name ? [{ area, name: given.name }] : []))
  const codes = drafts.flatMap(({ given }) => given.unifiedCode ?? [])
  const [at, withCode] = [
    await existingAt(ctx.db, places, visible),
    await existingWith(ctx.db, codes, visible),
  ]
  const register: Register = {
    live: new Map(),
    ended: new Map(),
    byCode: new Map(withCode.flatMap(({ code, found }) => (found ? [[code, found]] : []))),
    elsewhere: new Set(withCode.flatMap(({ code, found }) => (found ? [] : [code]))),
  }
  for (const { asked, found } of at) {
    const those = found.status === 'ended' ? register.ended : register.live
    const key = placeKey(asked, found.name)
    those.set(key, [...(those.get(key) ?? []), found])
  }
  return register
}

function compareOne(on: Comparison, draft: Placed): StoredRow {
  const existing = meant(on, draft)
  const statement = statementOf(draft, existing)
  const fresh = existing || !draft.area ? null : newDraft(statement, draft.area)
  const problems = [
    ...draft.problems,
    ...faultsOf(draft, fresh?.draft ?? { ...facts(existing), ...statement }, on.ctx.today, !existing),
    ...collisions(on, draft, existing),
    ...whyNotStatus(draft, existing),
  ]
  const changes = existing ? [...changesIn(statement, existing), ...moveOf(on, draft, existing)] : []
  const outcome =
    problems.length > 0 ? 'problem' : existing ? (changes.length > 0 ? 'changed' : 'same') : 'new'
  const assumed = (fresh?.assumed ?? []).map((message) => ({ cell: '', message }))
  return {
    row: draft.row,
    outcome,
    name: draft.given.name ?? '（没有名称）',
    area: existing && !movesTo(on, draft, existing) ? existing.area : draft.area,
    statement,
    problems,
    warnings: [...draft.warnings, ...assumed, ...maskedRemarks(draft, existing)],
    changes,
    record: existing?.id ?? null,
    version: existing?.version ?? null,
  }
}

/**
 * The organization that a row means: by its code, else by its name in its area, else the only one of that name below
 * it. A row that says 已退出 means one that has ended, if there is one.
 */
function meant({ register, seen }: Comparison, draft: Placed): Existing | null {
  const { name, unifiedCode, status } = draft.given
  const key = placeKey(draft.area, name)
  const ended = (register.ended.get(key) ?? []).filter(
    ({ id, area }) => area === draft.area && (status !== 'ended' || !seen.ended.has(id)),
  )
  const unchanged = ended.find((one) => changesIn(statementOf(draft, one), one).length === 0)
  const live = (unifiedCode ? register.byCode.get(unifiedCode) : undefined) ?? liveAt(register, draft)
  if (status === 'ended') return unchanged ?? ended[0] ?? live ?? null
  return live ?? ended[0] ?? null
}

function liveAt({ live }: Register, { area, given }: Placed): Existing | undefined {
  const found = live.get(placeKey(area, given.name)) ?? []
  return found.find((one) => one.area === area) ?? (found.length === 1 ? found[0] : undefined)
}

const facts = (existing: Existing | null) =>
  existing
    ? ({
        tier: existing.tier,
        legalForm: existing.legalForm,
        members: existing.members,
        partyMembers: existing.partyMembers,
      } as Parameters<typeof faultsOf>[1])
    : {}

/** What stands in the way: another row, another organization with the code, the name or a similar place. */
function collisions({ register, seen }: Comparison, draft: Placed, existing: Existing | null): Remark[] {
  const { name, unifiedCode: code } = draft.given
  const cell = (field: 'name' | 'unifiedCode') => cellOf(draft, field, 'name')
  const remarks: Remark[] = []
  const twice = noteSeen(seen, draft, existing)
  if (twice !== undefined) remarks.push({ cell: cell('name'), message: `与第 ${twice} 行是同一个组织` })
  if (code && register.elsewhere.has(code))
    remarks.push({ cell: cell('unifiedCode'), message: `代码 ${code} 已属于名录中别处的一个组织` })
  if (draft.given.status === 'ended') return remarks
  const there = register.live.get(placeKey(draft.area, name)) ?? []
  const other = there.find((one) => one.area === draft.area && existing && one.id !== existing.id)
  if (other)
    remarks.push({
      cell: cell('name'),
      message: `名称是${other.areaName}的“${other.name}”，代码却属于“${existing?.name}”，请核对`,
    })
  if (!existing && there.length > 1)
    remarks.push({ cell: cell('name'), message: `名录中有 ${there.length} 个同名的组织，请写明社区（村）` })
  return remarks
}

/** Remembers the row; the earlier row that means the same organization, if there is one. */
function noteSeen(seen: Seen, draft: Placed, existing: Existing | null): number | undefined {
  const { name, unifiedCode, status } = draft.given
  const lives = status !== 'ended'
  const keys: [Map<string, number>, string | null | undefined][] = [
    [lives ? seen.organizations : seen.ended, existing?.id],
    [namesIn(seen, draft.area), lives && draft.area ? name : null],
    [seen.codes, lives ? unifiedCode : null],
  ]
  let twice: number | undefined
  for (const [rows, key] of keys) {
    if (!key) continue
    twice ??= rows.get(key)
    if (!rows.has(key)) rows.set(key, draft.row)
  }
  return twice
}

/** One map for each area: a key made of area and name would be a text more for every row. */
function namesIn({ names }: Seen, area: string | null): Map<string, number> {
  const known = names.get(area ?? '') ?? new Map<string, number>()
  names.set(area ?? '', known)
  return known
}

/** An ending or a rest has a day and a reason, which a table does not give; a new organization may come as it is. */
function whyNotStatus(draft: DraftRow, existing: Existing | null): Remark[] {
  const { status } = draft.given
  if (!existing || status === existing.status) return []
  const cell = cellOf(draft, 'status', 'name')
  if (existing.status === 'ended')
    return [{ cell, message: '这个组织已退出名录；如已恢复，请先在组织页办理恢复，再导入' }]
  return status === undefined
    ? []
    : [{ cell, message: '名录中的状态不同；退出、不活跃和恢复要写日期和原因，请在组织页办理' }]
}

/** A row with the code of an organization that the register knows in another area moves it, unless it is only less exact. */
function moveOf(on: Comparison, draft: Placed, existing: Existing): RowChange[] {
  if (!movesTo(on, draft, existing)) return []
  const to = on.index.byCode.get(draft.area ?? '')?.shortName ?? ''
  return [{ field: 'area', label: fieldLabels.area, from: existing.areaName, to }]
}

function movesTo({ index }: Comparison, { area }: Placed, existing: Existing): boolean {
  if (!area || area === existing.area) return false
  const known = index.byCode.get(existing.area)
  return !(known && (known.township === area || area === index.root.code))
}
