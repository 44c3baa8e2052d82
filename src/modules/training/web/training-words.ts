// The words and tones of trainings, and the filters of their page as they stand in its address.
import type { Tone } from '../../../ui/StateTag.tsx'
import type { UrlState } from '../../../ui/use-url-state.ts'
import {
  type Audience,
  audiences,
  type EnrolmentStatus,
  type PaperState,
  type TrainingBrief,
  type TrainingStatus,
  trainingKinds,
  trainingStatuses,
} from '../training.ts'

export const statusTones = {
  announced: 'onCourse',
  held: 'met',
  cancelled: 'none',
} as const satisfies Record<TrainingStatus, Tone>

export const enrolmentTones = {
  invited: 'behind',
  enrolled: 'met',
  declined: 'none',
  withdrawn: 'none',
  recalled: 'none',
} as const satisfies Record<EnrolmentStatus, Tone>

export const paperTones = {
  valid: 'met',
  changed: 'behind',
  withdrawn: 'overdue',
} as const satisfies Record<PaperState, Tone>

/** 2023-05-06 09:00–11:30; 2023-05-06 至 2023-05-07; 线上，2023-05-06 至 2023-06-06. */
export function whenWords({ kind, heldOn, until, startsAt, endsAt }: TrainingBrief): string {
  const days = until ? `${heldOn} 至 ${until}` : heldOn
  const hours = startsAt && endsAt ? ` ${startsAt}–${endsAt}` : ''
  return `${kind === 'online' ? `${trainingKinds.online}，` : ''}${days}${hours}`
}

export const views = { list: '培训', lacking: '今年还没参训的', plan: '年度计划' } as const
export type View = keyof typeof views

export const viewOf = (url: UrlState): View => {
  const view = url.one('view')
  return view === 'lacking' || view === 'plan' ? view : 'list'
}

/** Of the page: the year in its address, or this one. */
export function yearIn(url: UrlState, today: string): number {
  const year = url.one('year')
  return year && /^20\d\d$/.test(year) ? Number(year) : Number(today.slice(0, 4))
}

export function areaIn(url: UrlState): string | undefined {
  const area = url.one('area')
  return area && /^\d{12}$/.test(area) ? area : undefined
}

/** Values that no choice knows are left out instead of failing the page. */
export function filterOf(url: UrlState, year: number) {
  const area = areaIn(url)
  const audience = url.many('audience').filter((one): one is Audience => Object.hasOwn(audiences, one))
  const status = url
    .many('status')
    .filter((one): one is TrainingStatus => Object.hasOwn(trainingStatuses, one))
  return {
    year,
    ...(area && { area }),
    ...(audience.length > 0 && { audience }),
    ...(status.length > 0 && { status }),
  }
}
