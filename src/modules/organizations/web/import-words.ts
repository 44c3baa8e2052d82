// The sentences of the import's pages, and what keeps a person from the next step.
import { asNumber } from '../../../ui/CountText.tsx'
import type { Tone } from '../../../ui/StateTag.tsx'
import type { Import, ImportStatus, ImportWords, RowOutcome } from '../imports-api.ts'

export const statusTones = {
  draft: 'behind',
  committed: 'met',
  undone: 'none',
  discarded: 'none',
} as const satisfies Record<ImportStatus, Tone>

export const outcomeTones = {
  problem: 'overdue',
  new: 'met',
  changed: 'onCourse',
  same: 'none',
} as const satisfies Record<RowOutcome, Tone>

/** In the order of the tabs: what needs care first. */
export const outcomeOrder = Object.keys(outcomeTones) as RowOutcome[]

export type Columns = Readonly<Record<string, string | null>>

/** The matching as it stands, with what the person changed on top. */
export const matched = (
  columns: Import['columns'],
  edits: Columns,
): { index: number; field: string | null }[] =>
  columns.map(({ index, field }) => {
    const edited = edits[String(index)]
    return { index, field: edited === undefined ? field : edited }
  })

/** Why the matching cannot be previewed yet, or null. */
export function whyNotPreview(
  { columns, fields, key }: Pick<Import, 'columns' | 'fields' | 'key'>,
  edits: Columns,
): string | null {
  const chosen = matched(columns, edits).flatMap(({ field }) => field ?? [])
  const twice = chosen.find((field, place) => chosen.indexOf(field) !== place)
  if (twice) return `有两列都对应“${fields[twice] ?? twice}”，请只留一列`
  if (!chosen.includes(key)) return `还没有哪一列对应“${fields[key]}”`
  return null
}

type Counts = Pick<Import, 'counts' | 'ambiguities'>

/** How many rows would be written if the bad ones are left out. */
export const goodRows = ({ counts }: Pick<Counts, 'counts'>): number => counts.new + counts.changed

export function whyNotAll({ counts, ambiguities }: Counts): string | null {
  if (ambiguities.length > 0) return `还有 ${ambiguities.length} 个同名社区没有选定，请回到上一步选择`
  if (counts.problem > 0) return `还有 ${asNumber(counts.problem)} 行有问题，不能全部导入`
  return goodRows({ counts }) === 0 ? '没有要新增或修改的行' : null
}

export const whyNotGood = (one: Counts): string | null =>
  goodRows(one) === 0 ? '没有要新增或修改的行' : null

/** Where the whole of what was written is seen. */
export const linkOf = ({ words, area, belongsTo }: Pick<Import, 'words' | 'area' | 'belongsTo'>): string =>
  words.link.replace('{area}', area).replace('{belongsTo}', belongsTo ?? '')

/** The upload page for another table of the same kind. */
export const uploadLink = ({
  kind,
  area,
  belongsTo,
}: Pick<Import, 'kind' | 'area' | 'belongsTo'>): string => {
  const rest = belongsTo ? `&area=${area}&belongsTo=${belongsTo}` : ''
  return kind === 'organizations' ? '/imports/new' : `/imports/new?kind=${kind}${rest}`
}

/** "新增 12 个，修改 3 个，相同 40 个，没有导入 2 行". */
export function resultText(
  result: NonNullable<Import['result']>,
  { unit }: Pick<ImportWords, 'unit'>,
): string {
  const parts = [
    `新增 ${asNumber(result.added)} ${unit}`,
    `修改 ${asNumber(result.changed)} ${unit}`,
    result.same > 0 && `相同 ${asNumber(result.same)} ${unit}`,
    result.left > 0 && `没有导入 ${asNumber(result.left)} 行`,
  ]
  return parts.filter(Boolean).join('，')
}
