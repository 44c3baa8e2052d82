// Small words about a target: how it is judged, by when, and how footnotes are numbered.
import type { ProgrammeView, TargetRow } from '../programmes-api.ts'

const judgeWords: Readonly<Record<string, string>> = {
  total: '总量',
  each: '逐个',
  share: '比例',
  average: '平均',
  shareOf: '占比',
  rate: '比率',
  growth: '增长',
  person: '由人评定',
}

/** "明确培育重点 · 平均 · 力争"; 必须 is the rule and goes without saying. */
export const targetLine = ({ clause, judge, strength, years }: TargetRow): string =>
  [clause, judgeWords[judge], yearWords(years), strength === '必须' ? undefined : strength]
    .filter(Boolean)
    .join(' · ')

/** A demand on every year shows the figure of the newest. */
const yearWords = (years: TargetRow['years']): string | undefined =>
  years && years.length > 0 ? `${years.at(-1)?.year} 年度` : undefined

/** Footnote numbers of a target's readings, as they stand below the programme's table. */
export function footnotesOf({ readings }: TargetRow, programme: ProgrammeView | undefined): number[] {
  const ids = programme?.readings.map(({ id }) => id) ?? []
  return readings.map((id) => ids.indexOf(id) + 1).filter((number) => number > 0)
}

const urgency: Readonly<Record<TargetRow['state'], number>> = {
  overdue: 0,
  behind: 1,
  onCourse: 2,
  met: 3,
  judged: 4,
  notCollected: 5,
  notApplicable: 6,
}

/** The target that a page opens with: the most urgent one. */
export const mostUrgent = (rows: readonly TargetRow[]): TargetRow | undefined =>
  rows.toSorted((a, b) => urgency[a.state] - urgency[b.state])[0]
