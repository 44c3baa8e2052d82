// Proposes for every column of a table the field of the register that it fills, with the reason.

import { type ChoiceField, choiceFields, recognizes } from './choice-tables.ts'
import { type FieldId, fieldIds, fieldLabels } from './fields.ts'
import type { Column } from './header.ts'
import { isSerialHeading, type Likeness, likenesses, plainHeading } from './heading.ts'

export type Match = {
  index: number
  path: string[]
  field: FieldId | null
  /** 1: the field's own heading or remembered; from 0.9 sure; below 0.8 to be looked at. */
  confidence: number
  /** Why this field, or why none, in Chinese. */
  reason: string
}

/** What this uploader chose before: `columnKey(path)` → field, or null for "do not import". */
export type Remembered = Readonly<Record<string, FieldId | null>>

/** The name under which a choice for such a column is remembered. */
export const columnKey = (path: readonly string[]): string => path.map((text) => plainHeading(text)).join('/')

/**
 * One proposal a column, never two columns to one field: what is remembered comes first, then the surest heading.
 * Values help where a heading is ambiguous (类别 that holds 社会团体 is the legal form).
 */
export function matchColumns(
  columns: readonly Pick<Column, 'index' | 'path' | 'samples'>[],
  fields: readonly FieldId[] = fieldIds,
  remembered: Remembered = {},
): Match[] {
  const taken = new Map<FieldId, string>()
  const matches = new Map<number, Match>()
  for (const match of columns.flatMap((column) => fromMemory(column, fields, remembered))) {
    if (match.field && taken.has(match.field)) continue
    if (match.field) taken.set(match.field, match.path.join('/'))
    matches.set(match.index, match)
  }
  for (const { column, likeness } of candidates(columns, fields)) {
    if (matches.has(column.index) || taken.has(likeness.field)) continue
    taken.set(likeness.field, column.path.join('/'))
    const { field, score, reason } = likeness
    matches.set(column.index, { index: column.index, path: column.path, field, confidence: score, reason })
  }
  return columns.map((column) => matches.get(column.index) ?? unmatched(column, fields, taken))
}

type Given = Pick<Column, 'index' | 'path' | 'samples'>

function fromMemory({ index, path }: Given, fields: readonly FieldId[], remembered: Remembered): Match[] {
  const key = columnKey(path)
  if (!Object.hasOwn(remembered, key)) return []
  const field = remembered[key] ?? null
  if (field !== null && !fields.includes(field)) return []
  const reason = field === null ? '上次没有导入这一列' : `上次这一列对应“${fieldLabels[field]}”`
  return [{ index, path, field, confidence: 1, reason }]
}

/** All pairs of column and field, surest first; equal ones in the order of the columns. */
function candidates(
  columns: readonly Given[],
  fields: readonly FieldId[],
): { column: Given; likeness: Likeness }[] {
  return columns
    .flatMap((column) => judged(column).map((likeness) => ({ column, likeness })))
    .filter(({ likeness }) => likeness.score >= 0.5 && fields.includes(likeness.field))
    .sort((a, b) => b.likeness.score - a.likeness.score)
}

/** Likenesses of the heading, corrected by what the column holds. */
function judged({ path, samples }: Given): Likeness[] {
  if (path.length === 0 || isSerialHeading(path)) return []
  const found = likenesses(path)
  const closed = found.filter(({ field }) => isChoice(field))
  if (closed.length === 0 || samples.length === 0) return found
  return byValues(found, path, samples)
}

const isChoice = (field: FieldId): field is ChoiceField =>
  (choiceFields as readonly FieldId[]).includes(field)

/** 类别, 类型, 性质 and 形式 may each hold categories, legal forms or tiers: the values decide. */
function byValues(
  found: readonly Likeness[],
  path: readonly string[],
  samples: readonly string[],
): Likeness[] {
  const [top] = found
  if (!top || !isChoice(top.field) || top.field === 'status') return [...found]
  const others = (['category', 'legalForm', 'tier'] as const).map((field) => ({
    field,
    share: samples.filter((text) => recognizes(field, text)).length / samples.length,
  }))
  const best = others.reduce((a, b) => (b.share > a.share ? b : a))
  if (best.share < 0.6 || best.field === top.field || !others.some(({ field }) => field === top.field))
    return [...found]
  const reason = `“${path.join('/')}”一列的内容是${fieldLabels[best.field]}`
  return [
    { field: best.field, score: 0.92, reason },
    ...found.filter(({ field }) => field !== best.field && field !== top.field),
  ]
}

function unmatched(column: Given, fields: readonly FieldId[], taken: ReadonlyMap<FieldId, string>): Match {
  const { index, path } = column
  const none = (reason: string): Match => ({ index, path, field: null, confidence: 0, reason })
  if (path.length === 0) return none('这一列没有表头')
  if (isSerialHeading(path)) return none('序号不导入')
  const other = judged(column).find(({ field }) => fields.includes(field))
  if (other && taken.has(other.field)) {
    return none(`“${taken.get(other.field)}”一列已对应“${fieldLabels[other.field]}”`)
  }
  return none('名录里没有对应的项目')
}
