// The life of an activity, and why a step cannot be taken now.
import type { Minute } from '../../kernel/minute.ts'
import { Problem } from '../../kernel/problem.ts'
import { type ActivityStatus, activityStatuses } from './activity.ts'
import type { ReportStatus } from './major-event.ts'

/** planned → published → held → concluded; planned or published → cancelled. What was not published can be held too. */
export const steps = {
  publish: { from: ['planned'], to: 'published', word: '发布' },
  hold: { from: ['planned', 'published'], to: 'held', word: '记录举办情况' },
  conclude: { from: ['held'], to: 'concluded', word: '写总结' },
  cancel: { from: ['planned', 'published'], to: 'cancelled', word: '取消' },
} as const satisfies Record<string, { from: readonly ActivityStatus[]; to: ActivityStatus; word: string }>
export type Step = keyof typeof steps

export type Standing = {
  status: ActivityStatus
  from: Minute
  to: Minute
  /** Of the newest report; null where there is none. */
  report: ReportStatus | null
}

/** Why a step cannot be taken now, or null. */
export function whyNot(step: Step, activity: Standing, now: Minute): Problem | null {
  const { from, word } = steps[step]
  if (!(from as readonly ActivityStatus[]).includes(activity.status))
    return refusal('notFromHere', `这项活动${activityStatuses[activity.status]}，不能${word}。`, seeIt)
  return whyNotYet[step](activity, now)
}

const seeIt = '请刷新页面看它现在的状态。'

const whyNotYet: Record<Step, (activity: Standing, now: Minute) => Problem | null> = {
  publish: (activity, now) => {
    if (activity.to <= now)
      return refusal('over', '活动的时间已经过去，不用再发布。', '已经举办的，直接记录举办情况。')
    if (activity.report === 'objected')
      return refusal('objected', '收到报告的机关不同意举办。', '请按答复修改活动后重新报告，或取消活动。')
    return null
  },
  hold: (activity, now) =>
    activity.from <= now
      ? null
      : refusal('notBegun', `活动还没有开始（${activity.from.replace('T', ' ')}）。`, '请在开始以后记录。'),
  conclude: () => null,
  cancel: () => null,
}

/** Plans change until the activity has been held. */
export function whyNotEdit(activity: Pick<Standing, 'status'>): Problem | null {
  if (activity.status === 'planned' || activity.status === 'published') return null
  return refusal('notEditable', `这项活动${activityStatuses[activity.status]}，不能再修改。`, seeIt)
}

/** Those who have been promised a place keep it. */
export function whyNotFewer(places: number | null, going: number): Problem | null {
  if (places === null || places >= going) return null
  return new Problem(422, {
    code: 'activity.placesTaken',
    message: `已经有 ${going} 人报上名，名额不能少于这个数。`,
    mend: '请把名额改大，或先与报名的人商量、替他们取消。',
    faults: [{ at: 'places', message: `已有 ${going} 人报上名` }],
  })
}

/** Counts and words about what was held may be put right afterwards. */
export function whyNotCorrect({ status }: Pick<Standing, 'status'>): Problem | null {
  if (status === 'held' || status === 'concluded') return null
  return refusal('notHeld', `这项活动${activityStatuses[status]}，还没有举办情况可改。`, seeIt)
}

/**
 * Why a paper list cannot be imported, or null. Each of its rows is one person more; so what was counted beyond the list of
 * names would be counted twice. `named`: those of the list who came.
 */
export function whyNotImport(
  activity: Standing & { attended: number | null },
  named: number,
  now: Minute,
): Problem | null {
  if (whyNotCorrect(activity) !== null) return whyNot('hold', activity, now)
  if (activity.attended === named) return null
  return refusal(
    'countedAlready',
    `已经记录 ${activity.attended} 人到场，名单上的只有 ${named} 人；再导入签到表会数两遍。`,
    `请先把到场人数更正为 ${named}，再导入。`,
  )
}

/** Why an imported list cannot be taken back whole, or null: the count was put right since. */
export const whyNotTakeBack = (attended: number | null, named: number): string | null =>
  attended === named ? null : '导入以后更正过到场人数，请直接更正人数'

function refusal(code: string, message: string, mend: string): Problem {
  return new Problem(409, { code: `activity.${code}`, message, mend })
}
