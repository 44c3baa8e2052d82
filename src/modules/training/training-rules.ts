// What becomes of a training and of the answers to it, and why something cannot be done.
import { type Fault, Problem } from '../../kernel/problem.ts'
import type { Day } from '../../kernel/time.ts'
import { bareText } from '../areas/fold-text.ts'
import {
  type Attendee,
  type EnrolmentStatus,
  enrolmentStatuses,
  type TrainingDraft,
  type TrainingStatus,
} from './training.ts'

/** announced → held; announced, held → cancelled. The first attendance that is recorded says that it was held. */
export const trainingSteps = {
  record: { from: ['announced', 'held'], to: 'held' },
  cancel: { from: ['announced', 'held'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly TrainingStatus[]; to: TrainingStatus }>
export type TrainingStep = keyof typeof trainingSteps

/**
 * none, invited, declined, withdrawn → enrolled; invited → declined; enrolled → withdrawn; enrolled again changes it.
 * The organizer's side: none, recalled → invited; invited, enrolled → recalled, or none while nobody has been told.
 */
export const enrolmentSteps = {
  enrol: { from: ['invited', 'declined', 'withdrawn', 'enrolled'], to: 'enrolled' },
  decline: { from: ['invited'], to: 'declined' },
  withdraw: { from: ['enrolled'], to: 'withdrawn' },
  invite: { from: ['recalled'], to: 'invited' },
  recall: { from: ['invited', 'enrolled'], to: 'recalled' },
} as const satisfies Record<string, { from: readonly EnrolmentStatus[]; to: EnrolmentStatus }>
export type EnrolmentStep = keyof typeof enrolmentSteps

type Seen = { status: TrainingStatus; heldOn: Day; until: Day }

/** Why attendance cannot be recorded now, or null. */
export function whyNotRecord(
  { status, heldOn }: Pick<Seen, 'status' | 'heldOn'>,
  today: Day,
): Problem | null {
  if (status === 'cancelled') return cancelled
  if (heldOn > today)
    return refusal('training.notYet', `培训在 ${heldOn} 举办，还没有到。`, '请到那一天再登记签到。', 'add')
  return null
}

/** Why nobody can have taken part on a day, or null. */
export function whyNotDay(
  on: Day,
  { heldOn, until }: Pick<Seen, 'heldOn' | 'until'>,
  today: Day,
): Problem | null {
  if (on >= heldOn && on <= until && on <= today) return null
  return refusal('training.otherDay', `${on} 不在培训的日期里，或还没有到。`, '请填写参加的那一天。', 'on')
}

export const whyNotCancel = ({ status }: Pick<Seen, 'status'>): Problem | null =>
  status === 'cancelled' ? cancelled : null

/** Why an organization cannot be invited or enrolled now, or null. */
export function whyNotEnrol({ status, until }: Pick<Seen, 'status' | 'until'>, today: Day): Problem | null {
  if (status === 'cancelled') return cancelled
  if (status === 'held' || until < today)
    return refusal('training.over', '这次培训已经办过了。', '请报名下一次培训。', 'organization')
  return null
}

/** Why a step cannot be taken with an answer, or null. */
export function whyNotAnswer(step: EnrolmentStep, status: EnrolmentStatus): Problem | null {
  if ((enrolmentSteps[step].from as readonly EnrolmentStatus[]).includes(status)) return null
  return new Problem(409, {
    code: 'training.notFromHere',
    message: `现在是“${enrolmentStatuses[status]}”，不能这样改。`,
    mend: '请刷新页面看它现在的状态。',
  })
}

/** An organization that was asked: told once somebody has its home page or has answered; `came`: people of it on the list. */
export type Asked = { status: EnrolmentStatus; invited: boolean; hasKeeper: boolean; came: number }

/** Whoever was told must read why not. */
export const isTold = ({ status, hasKeeper }: Pick<Asked, 'status' | 'hasKeeper'>): boolean =>
  hasKeeper || status !== 'invited'

/** Whether there is an invitation to be taken back. */
export const isAsked = ({ status, invited }: Pick<Asked, 'status' | 'invited'>): boolean =>
  invited && (enrolmentSteps.recall.from as readonly EnrolmentStatus[]).includes(status)

/** Why an invitation cannot be taken back now, or null. Nobody who came is asked away afterwards. */
export function whyNotRecall(
  asked: Asked,
  training: Pick<Seen, 'status' | 'until'>,
  today: Day,
): Problem | null {
  if (training.status === 'cancelled') return cancelled
  if (!isAsked(asked)) return whyNotAnswer('recall', asked.status) ?? notInvited
  if (asked.came > 0)
    return refused(
      'training.came',
      `它已经有 ${asked.came} 人签到，邀请不能收回。`,
      '签到登错的，请在签到里取消勾选。',
    )
  if (training.until < today) return refused('training.over', '这次培训已经办过了。', '过去的邀请不用收回。')
  return null
}

const notInvited = refused(
  'training.notInvited',
  '它是自己报名的，没有邀请可以收回。',
  '请与它商量，由它撤回报名。',
)

/** Why it cannot be taken back without a word, or null. */
export function whyNotSilent(
  asked: Pick<Asked, 'status' | 'hasKeeper'>,
  reason: string | null,
): Problem | null {
  if (reason !== null || !isTold(asked)) return null
  return refusal(
    'training.reasonOwed',
    '已经告诉过对方，请写明为什么不用来了。',
    '写一句话，对方看得到。',
    'reason',
  )
}

/** Why a training cannot be announced or changed so, or null. */
export function whyNotDraft(draft: TrainingDraft): Problem | null {
  const faults: Fault[] = []
  const fault = (at: string, message: string) => faults.push({ at, message })
  const until = draft.until ?? draft.heldOn
  if (until < draft.heldOn) fault('until', '最后一天不能早于第一天')
  if ((draft.startsAt === null) !== (draft.endsAt === null))
    fault(draft.startsAt === null ? 'startsAt' : 'endsAt', '开始和结束的时间要么都填，要么都不填')
  if (draft.startsAt !== null && draft.endsAt !== null && until === draft.heldOn)
    if (draft.endsAt <= draft.startsAt) fault('endsAt', '结束要晚于开始')
  if (draft.kind === 'online' && draft.link === null) fault('link', '线上培训请填写网址')
  if (draft.kind === 'online' && draft.startsAt !== null) fault('startsAt', '线上培训不限时间')
  if (faults.length === 0) return null
  const [first] = faults
  return new Problem(422, {
    code: 'training.draft',
    message: `填写的内容有 ${faults.length} 处不对：${first?.message}。`,
    mend: '请按各处的提示修改后再保存，已填的内容都在。',
    faults,
  })
}

/** What has been held stays in its place and on a past day. */
export function whyNotChange(
  before: Pick<Seen, 'status'> & { area: string; version: number },
  { version, training }: { version: number; training: TrainingDraft },
  today: Day,
): Problem | null {
  if (before.status === 'cancelled') return cancelled
  if (before.version !== version) return movedOn
  if (before.status !== 'held') return null
  if (training.area !== before.area)
    return refusal('training.held', '已举办的培训不能换举办地区。', '如确实登错，请取消后重新登记。', 'area')
  return training.heldOn <= today
    ? null
    : refusal('training.notYet', '已举办的培训，日期不能在今天以后。', '请填写举办的那一天。', 'heldOn')
}

/** Two names that a list has twice for one organization. Paths are those of the list: `names.3.name`. */
export function whyNotTwice(
  people: readonly (Attendee & { organization?: string | null })[],
  path: string,
): Problem | null {
  const first = new Map<string, number>()
  const faults: Fault[] = []
  people.forEach(({ name, organization }, at) => {
    const key = `${organization ?? ''} ${bareText(name)}`
    const before = first.get(key)
    if (before === undefined) first.set(key, at)
    else faults.push({ at: `${path}.${at}.name`, message: `“${name}”在第 ${before + 1} 行已经有了` })
  })
  if (faults.length === 0) return null
  return new Problem(422, {
    code: 'training.twice',
    message: `同一个人在名单里出现了两次：${faults.map(({ message }) => message).join('；')}。`,
    mend: '请删去重复的一行；确是同名的两个人，请在名字后注明，例如“王芳（大）”。',
    faults,
  })
}

/** Why so many cannot come, or null. `taken`: of all others. */
export function whyNotSeats(seats: number | null, taken: number, people: number): Problem | null {
  if (seats === null || taken + people <= seats) return null
  const left = Math.max(0, seats - taken)
  return refusal(
    'training.full',
    left === 0 ? '名额已满。' : `名额只剩 ${left} 个。`,
    left === 0 ? '请联系举办单位，或报名下一次培训。' : `请把人数改为不超过 ${left}。`,
    'people',
  )
}

export const whyNotNames = (people: number, names: readonly Attendee[]): Problem | null =>
  names.length <= people
    ? whyNotTwice(names, 'names')
    : refusal(
        'training.moreNames',
        `写了 ${names.length} 个名字，人数却是 ${people}。`,
        '请把人数改对。',
        'people',
      )

export const outsideTraining = (name: string): Problem =>
  refusal('training.outside', `“${name}”不在这次培训的范围内，或已退出名录。`, '请核对组织。', 'organization')

export const cancelled = new Problem(409, {
  code: 'training.cancelled',
  message: '这次培训已经取消。',
  mend: '请刷新页面看它现在的状态。',
})

export const movedOn = new Problem(409, {
  code: 'training.movedOn',
  message: '刚才有人改过这次培训。',
  mend: '请刷新页面，看过新的内容再改；您填的内容可以先复制下来。',
})

export const unknownPaper = new Problem(404, {
  code: 'training.unknownPaper',
  message: '没有这个二维码对应的培训证明。',
  mend: '请确认扫的是证明上的二维码；仍查不到的，请向证明上写的举办单位核实。',
})

function refused(code: string, message: string, mend: string): Problem {
  return new Problem(409, { code, message, mend })
}

function refusal(code: string, message: string, mend: string, at: string): Problem {
  return new Problem(422, { code, message, mend, faults: [{ at, message }] })
}
