// How the states of activities and of major events look, and other words that several pages share.
import { clockIn, dayIn } from '../../../kernel/minute.ts'
import { yuanText } from '../../../kernel/money.ts'
import type { Tone } from '../../../ui/StateTag.tsx'
import type { ActivityLine, ActivityStatus } from '../activity.ts'
import type { ReportStatus } from '../major-event.ts'
import type { EventState } from '../major-events-api.ts'

export const statusTones: Record<ActivityStatus, Tone> = {
  planned: 'none',
  published: 'onCourse',
  held: 'judged',
  concluded: 'met',
  cancelled: 'none',
}

export const reportTones: Record<ReportStatus, Tone> = {
  reported: 'onCourse',
  approved: 'met',
  conditional: 'behind',
  objected: 'overdue',
  withdrawn: 'none',
}

export const eventTones: Record<EventState, Tone> = {
  missing: 'overdue',
  waiting: 'onCourse',
  objected: 'overdue',
  answered: 'judged',
  summary: 'behind',
  done: 'met',
}

/** 14:00; of one that goes on from the day before, 接前一天. */
export const clockOn = (line: ActivityLine, day: string): string =>
  dayIn(line.from) === day ? clockIn(line.from) : '接前一天'

/** Who came, or who will. */
export function peopleWords({ attended, going, places, status }: ActivityLine): string {
  if (attended !== null) return `${attended} 人参加`
  if (status !== 'published' || (going === 0 && places === null)) return ''
  return places === null ? `${going} 人报名` : `报名 ${going} / ${places}`
}

export const moneyWords = (fen: number | null): string => (fen === null ? '不详' : `${yuanText(fen)} 元`)

export const lateWords = (late: number): string => (late > 0 ? `迟报 ${late} 天` : '按时报告')
