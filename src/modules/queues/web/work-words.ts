// The words of a queue's line: how many, how late, and where a click leads.
import type { Tone } from '../../../ui/StateTag.tsx'
import type { WorkLine } from '../queues-api.ts'

/** 3 件, 200 件以上. */
export const countWords = ({ count: { value, capped } }: WorkLine): string =>
  capped ? `${value} 件以上` : `${value} 件`

/** The state of a kind of step: late, soon, or in time; null when nothing limits it. */
export function lineState({ overdue, count, dueWords }: WorkLine): { tone: Tone; word: string } | null {
  if (overdue > 0) return { tone: 'overdue', word: lateWords(overdue, count.value) }
  if (dueWords === null) return null
  return itemState({ overdue: false, dueWords })
}

const lateWords = (overdue: number, all: number): string =>
  overdue === all && all > 1 ? `${overdue} 件都已逾期` : all === 1 ? '已逾期' : `其中 ${overdue} 件已逾期`

export function itemState(item: {
  overdue: boolean
  dueWords: string | null
}): { tone: Tone; word: string } | null {
  const { overdue, dueWords } = item
  if (dueWords === null) return null
  if (overdue) return { tone: 'overdue', word: dueWords }
  return { tone: dueWords === '今天到期' ? 'behind' : 'onCourse', word: dueWords }
}

/** The queue of one kind of step; a single thing is opened itself. */
export function pathOf({ source, count, first }: WorkLine, overseen = false): string {
  if (count.value === 1 && first && !overseen) return first.link
  return `/work?source=${encodeURIComponent(source)}${overseen ? '&overseen=true' : ''}`
}
