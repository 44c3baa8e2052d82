// What becomes of a booking, and why it cannot be asked for or moved on.
import { Problem } from '../../kernel/problem.ts'
import type { Instant } from '../../kernel/time.ts'
import { type BookingStatus, bookingStatuses, type Occurrence } from './booking.ts'

/** asked → accepted | declined | withdrawn; accepted → cancelled | used | unused; the last two may be corrected. */
export const bookingSteps = {
  accept: { from: ['asked'], to: 'accepted' },
  decline: { from: ['asked'], to: 'declined' },
  withdraw: { from: ['asked'], to: 'withdrawn' },
  cancel: { from: ['accepted'], to: 'cancelled' },
  use: { from: ['accepted', 'unused'], to: 'used' },
  miss: { from: ['accepted', 'used'], to: 'unused' },
} as const satisfies Record<string, { from: readonly BookingStatus[]; to: BookingStatus }>
export type BookingStep = keyof typeof bookingSteps

const stepWords = {
  accept: '同意',
  decline: '不同意',
  withdraw: '撤回',
  cancel: '取消',
  use: '记为已使用',
  miss: '记为没有使用',
} as const satisfies Record<BookingStep, string>

/** What a rule needs to know of a booking. */
export type Standing = { status: BookingStatus; startsAt: Instant; endsAt: Instant }

/** Why a step cannot be taken now, or null; the page shows the same words. */
export function whyNotStep(
  step: BookingStep,
  { status, startsAt, endsAt }: Standing,
  now: Instant,
): Problem | null {
  const from: readonly BookingStatus[] = bookingSteps[step].from
  if (!from.includes(status))
    return moved(`这次预约现在是“${bookingStatuses[status]}”，不能${stepWords[step]}。`)
  if (step === 'accept' && startsAt <= now) return late('时间已经过去，不能再同意。', '请让组织另约时间。')
  if (step === 'cancel' && startsAt <= now) return late('已经开始，不能取消。', '没有来的，请记为没有使用。')
  if ((step === 'use' || step === 'miss') && endsAt > now)
    return late('还没有结束，不能记录使用情况。', '请在结束以后记录。')
  return null
}

/** Whether a cancellation comes later than the notice that the rules ask for, in hours. */
export const isShortNotice = (startsAt: Instant, now: Instant, noticeHours: number): boolean =>
  Date.parse(startsAt) - Date.parse(now) < noticeHours * 3_600_000

/** Why these days cannot be asked for together, every one named; or null. */
export function whyNotDays(days: readonly Occurrence[]): Problem | null {
  const refused = days.filter(({ why }) => why !== null)
  const [first] = refused
  if (days.length === 0) return nothingLeft
  if (!first) return null
  const words = refused.map(({ day, why }) => `${day} ${why}`)
  return new Problem(422, {
    code: 'venue.notFree',
    message:
      days.length === 1
        ? `${first.day} 不能预约：${first.why}。`
        : `有 ${refused.length} 天不能预约：${words.join('；')}。`,
    mend: days.length === 1 ? '请换一个时间。' : '请换一个时间，或者跳过这些天。',
    faults: [{ at: days.length === 1 ? 'from' : 'until', message: words.join('；') }],
  })
}

export function whyNotPeople(people: number | null, capacity: number | null): Problem | null {
  if (people === null || capacity === null || people <= capacity) return null
  return new Problem(422, {
    code: 'venue.tooMany',
    message: `这一间最多 ${capacity} 人，填写了 ${people} 人。`,
    mend: '请换大一些的，或者分批使用。',
    faults: [{ at: 'people', message: `最多 ${capacity} 人` }],
  })
}

/** What the exclusion constraint says, in words. */
export const takenMeanwhile = moved('这个时间刚刚被别人约定了。')

/** Days of a request on which the room has been given to somebody else. */
export const alreadyTaken = (days: readonly string[]): Problem =>
  new Problem(409, {
    code: 'venue.taken',
    message: `${days.join('、')} 的这个时间已经约给别人。`,
    mend: '请逐次答复，这些天不同意；或者先取消原来的。',
  })

export const alreadyAsked = new Problem(409, {
  code: 'venue.alreadyAsked',
  message: '这个组织已经约了这一间的同一时间。',
  mend: '请在“场地预约”里看它现在的状态。',
})

const nothingLeft = new Problem(422, {
  code: 'venue.nothingLeft',
  message: '所有的日子都跳过了。',
  mend: '请至少留一天，或者换一个时间。',
  faults: [{ at: 'until', message: '一天也没有留' }],
})

function moved(message: string): Problem {
  return new Problem(409, { code: 'venue.moved', message, mend: '请刷新页面看现在的情况。' })
}

function late(message: string, mend: string): Problem {
  return new Problem(409, { code: 'venue.tooLate', message, mend })
}
