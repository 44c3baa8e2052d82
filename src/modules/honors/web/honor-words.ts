// Words and tones that several pages of titles share.
import type { Tone } from '../../../ui/StateTag.tsx'
import { type HonorLine, type HonorState, honorLevels } from '../honor.ts'

export const stateTones = {
  nominated: 'onCourse',
  noticed: 'onCourse',
  noticeOver: 'behind',
  awarded: 'met',
  expired: 'none',
  refused: 'none',
  withdrawn: 'overdue',
  retracted: 'none',
  annulled: 'none',
} as const satisfies Record<HonorState, Tone>

/** 县（区）级品牌社区社会组织（2023 年度）. */
export const titleWords = ({ level, title, year }: Pick<HonorLine, 'level' | 'title' | 'year'>): string =>
  `${honorLevels[level]}${title}（${year} 年度）`

/** The day that says most about where it stands. */
export function dayWords({ state, awardedOn, noticeUntil, validUntil, nominatedOn }: HonorLine): string {
  if (state === 'noticed' || state === 'noticeOver') return `公示到 ${noticeUntil}`
  if (awardedOn !== null) return `${awardedOn} 公布${validUntil ? `，到 ${validUntil}` : ''}`
  return `${nominatedOn} 提名`
}
