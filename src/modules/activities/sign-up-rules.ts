// Who gets a place: in order of signing up, never more than there are; whoever comes later waits in that order.
import type { Minute } from '../../kernel/minute.ts'
import { Problem } from '../../kernel/problem.ts'
import type { ActivityStatus } from './activity.ts'
import type { SignUpStatus } from './sign-up.ts'

export type Openness = {
  status: ActivityStatus
  signUp: boolean
  /** The last minute: of signing up, or the beginning. */
  until: Minute
}

export type Seats = {
  /** Null: as many as like. */
  places: number | null
  going: number
  waiting: number
  waitingAtMost: number
}

/** Why nobody can sign up now, or null. */
export function whyNotSignUp({ status, signUp, until }: Openness, seats: Seats, now: Minute): Problem | null {
  if (status === 'cancelled') return refusal('cancelled', '活动取消了。', '')
  if (status !== 'published') return refusal('notOpen', '这项活动现在不能报名。', '')
  if (!signUp) return refusal('notNeeded', '这项活动不用报名，到时来就行。', '')
  if (now >= until)
    return refusal(
      'closed',
      `报名到 ${until.replace('T', ' ')} 截止。`,
      '想参加的，请直接问主办的组织或社区。',
    )
  return seatFor(seats)
    ? null
    : refusal('full', '名额和候补都满了。', '请过几天再来看看，有人取消就会空出来。')
}

/** What the next one gets, or null when even the waiting list is full. */
export function seatFor({ places, going, waiting, waitingAtMost }: Seats): 'going' | 'waiting' | null {
  if (places === null || going < places) return 'going'
  return waiting < waitingAtMost ? 'waiting' : null
}

/** How many of those who wait move up. */
export const freeFor = ({ places, going, waiting }: Omit<Seats, 'waitingAtMost'>): number =>
  places === null ? waiting : Math.max(0, Math.min(waiting, places - going))

export function whyNotCancel(
  signUp: { status: SignUpStatus },
  activity: Openness,
  now: Minute,
): Problem | null {
  if (signUp.status === 'cancelled') return refusal('cancelledAlready', '已经取消过了。', '')
  if (activity.status === 'cancelled') return refusal('cancelled', '活动取消了，不用再取消报名。', '')
  if (activity.status !== 'published' || now >= activity.until)
    return refusal('tooLate', '报名已经截止，不能在这里取消。', '来不了的，请打电话告诉主办的组织或社区。')
  return null
}

/**
 * Days after its end for which the numbers of an activity are kept: of a cancelled one until everybody would have come; of
 * one that nobody records until it can be counted on that nobody will. Recording it deletes them at once.
 */
export const phonesKept = { cancelled: 1, unrecorded: 30 } as const

export const signedUpAlready = refusal(
  'twice',
  '这个手机号已经报过名了。',
  '凭报名码可以查看或取消；报名码丢了，请打电话给主办的组织或社区。',
)

function refusal(code: string, message: string, mend: string): Problem {
  return new Problem(409, { code: `signUp.${code}`, message, ...(mend && { mend }) })
}
