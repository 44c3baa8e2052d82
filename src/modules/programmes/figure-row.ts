// A figure as one row of a page, a sheet or a terminal: words made once, numbers for the bar.
import { readingsOf } from './explain.ts'
import type { Figure, State } from './figure.ts'
import { type Pack, strengths, type Target } from './pack.ts'
import type { TargetRow } from './programmes-api.ts'
import {
  detailWords,
  eachWords,
  expectedShare,
  gapWords,
  reachedShare,
  stateLabels,
  thresholdWords,
  valueWords,
  verdictLabels,
} from './words.ts'

export function rowOf(pack: Pack, target: Target, figure: Figure, mayJudge: boolean): TargetRow {
  const { id, title, clause, quote, strength, judge } = target
  return {
    target: id,
    title,
    clause,
    quote,
    strength: strengths[strength],
    judge,
    ...standing(figure),
    readings: readingsOf(pack, target).map((reading) => reading.id),
    mayJudge: mayJudge && judge === 'person',
  }
}

/** What changes from area to area and from day to day. */
function standing(figure: Figure) {
  const { state, gap, unitWord, due, each, years, verdict } = figure
  return {
    state,
    value: valueWords(figure),
    detail: detailWords(figure),
    threshold: thresholdWords(figure),
    gap: gapWords(figure),
    failingUnits: gap?.units ?? null,
    unitWord,
    due,
    reached: reachedShare(figure),
    expected: expectedShare(figure),
    each: each ? { passing: each.passing, total: each.total, words: eachWords(figure) ?? '' } : null,
    years: years?.map((year) => ({ year: year.year, state: year.state, ...yearWords(figure, year) })) ?? null,
    verdict: verdict
      ? {
          id: verdict.id ?? '',
          result: verdictLabels[verdict.result].word,
          on: verdict.on,
          by: verdict.by ?? '',
          evidence: verdict.evidence ?? '',
          file: verdict.file ?? null,
        }
      : null,
  }
}

function yearWords(figure: Figure, year: NonNullable<Figure['years']>[number]) {
  const ofYear = { ...figure, ...year, years: null }
  return { value: valueWords(ofYear), gap: gapWords(ofYear) }
}

/** How many rows are in each state. */
export function countStates(rows: readonly { state: State }[]): Record<State, number> {
  const counts = Object.fromEntries(Object.keys(stateLabels).map((state) => [state, 0])) as Record<
    State,
    number
  >
  for (const { state } of rows) counts[state] += 1
  return counts
}

const words = {
  met: '已达到',
  onCourse: '按进度推进',
  behind: '滞后',
  overdue: '逾期',
  notCollected: '尚未采集',
  judged: '由人评定',
} as const

/** "距期限还有 128 天。6 项目标中 1 项已达到，1 项滞后。" */
export function standingSentence(rows: readonly { state: State }[], daysLeft: number): string {
  const counts = countStates(rows)
  const judged = rows.length - (counts.notApplicable ?? 0)
  const parts = Object.entries(words).flatMap(([state, word]) => {
    const count = counts[state as State]
    return count ? [`${count} 项${word}`] : []
  })
  const time = daysLeft >= 0 ? `距期限还有 ${daysLeft} 天` : `期限已过 ${-daysLeft} 天`
  return `${time}。${judged} 项目标中 ${parts.length > 0 ? parts.join('，') : '没有适用于本地的'}。`
}
