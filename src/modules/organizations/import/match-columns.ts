// Proposes for every column of a table the field that it fills, with the reason.
import type { Column } from './header.ts'
import { isSerialHeading, type Likeness, likenesses, plainHeading } from './heading.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Match = {
  index: number
  path: string[]
  field: string | null
  /** 1: the field's own heading or remembered; from 0.9 sure; below 0.8 to be looked at. */
  confidence: number
  /** Why this field, or why none, in Chinese. */
  reason: string
}

/** What this uploader chose before: `columnKey(path)` → field, or null for "do not import". */
export type Remembered = Readonly<Record<string, string | null>>

/** The name under which a choice for such a column is remembered. */
export const columnKey = (path: readonly string[]): string => path.map((text) => plainHeading(text)).join('/')

/**
 * One proposal a column, never two columns to one field: what is remembered comes first, then the surest heading.
 * Values help where a heading is ambiguous (类别 that holds 社会团体 is the legal form).
 */
export function matchColumns(
  columns: readonly Pick<Column, 'index' | 'path' | 'samples'>[],
  vocabulary: Vocabulary,
  remembered: Remembered = {},
): Match[] {
  const taken = new Map<string, string>()
  const matches = new Map<number, Match>()
  for (const match of columns.flatMap((column) => fromMemory(column, vocabulary, remembered))) {
    if (match.field && taken.has(match.field)) continue
    if (match.field) taken.set(match.field, match.path.join('/'))
    matches.set(match.index, match)
  }
  for (const { column, likeness } of candidates(columns, vocabulary)) {
    if (matches.has(column.index) || taken.has(likeness.field)) continue
    taken.set(likeness.field, column.path.join('/'))
    const { field, score, reason } = likeness
    matches.set(column.index, { index: column.index, path: column.path, field, confidence: score, reason })
  }
  return columns.map((column) => matches.get(column.index) ?? unmatched(column, vocabulary, taken))
}

type Given = Pick<Column, 'index' | 'path' | 'samples'>

function fromMemory({ index, path }: Given, { labels }: Vocabulary, remembered: Remembered): Match[] {
  const key = columnKey(path)
  if (!Object.hasOwn(remembered, key)) return []
  const field = remembered[key] ?? null
  if (field !== null && !Object.hasOwn(labels, field)) return []
  const reason = field === null ? '上次没有导入这一列' : `上次这一列对应“${labels[field]}”`
  return [{ index, path, field, confidence: 1, reason }]
}

/** All pairs of column and field, surest first; equal ones in the order of the columns. */
function candidates(
  columns: readonly Given[],
  vocabulary: Vocabulary,
): { column: Given; likeness: Likeness }[] {
  return columns
    .flatMap((column) => judged(column, vocabulary).map((likeness) => ({ column, likeness })))
    .filter(({ likeness }) => likeness.score >= 0.5)
    .sort((a, b) => b.likeness.score - a.likeness.score)
}

/** Likenesses of the heading, corrected by what the column holds. */
function judged({ path, samples }: Given, vocabulary: Vocabulary): Likeness[] {
  if (path.length === 0 || isSerialHeading(path)) return []
  const found = likenesses(path, vocabulary)
  if (found.length === 0 || samples.length === 0) return found
  return vocabulary.habits?.byValues(found, path, samples) ?? found
}

function unmatched(column: Given, vocabulary: Vocabulary, taken: ReadonlyMap<string, string>): Match {
  const { index, path } = column
  const none = (reason: string): Match => ({ index, path, field: null, confidence: 0, reason })
  if (path.length === 0) return none('这一列没有表头')
  if (isSerialHeading(path)) return none('序号不导入')
  const [other] = judged(column, vocabulary)
  if (other && taken.has(other.field)) {
    return none(`“${taken.get(other.field)}”一列已对应“${vocabulary.labels[other.field]}”`)
  }
  return none('没有对应的项目')
}
