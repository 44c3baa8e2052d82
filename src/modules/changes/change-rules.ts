// The life of a change request: which step leads where, and why one cannot be taken.
import { Problem } from '../../kernel/problem.ts'
import type { Day } from '../../kernel/time.ts'
import { type ChangeDraft, type ChangeStatus, type ChangeStepKind, changeStatuses } from './change.ts'

type ChangeStepRule = { from: readonly ChangeStatus[]; to: ChangeStatus }

/** submitted ⇄ returned; submitted → approved or refused; submitted or returned → withdrawn. */
export const changeSteps = {
  resubmit: { from: ['returned'], to: 'submitted' },
  return: { from: ['submitted'], to: 'returned' },
  approve: { from: ['submitted'], to: 'approved' },
  refuse: { from: ['submitted'], to: 'refused' },
  withdraw: { from: ['submitted', 'returned'], to: 'withdrawn' },
} as const satisfies Record<Exclude<ChangeStepKind, 'submit'>, ChangeStepRule>
export type ChangeStep = keyof typeof changeSteps

const stepWords = {
  resubmit: '再次提出',
  return: '退回',
  approve: '同意',
  refuse: '不同意',
  withdraw: '撤回',
} as const satisfies Record<ChangeStep, string>

/** Why a step cannot be taken from a status, or null. */
export function whyNotChangeStep(step: ChangeStep, status: ChangeStatus): Problem | null {
  if ((changeSteps[step].from as readonly ChangeStatus[]).includes(status)) return null
  return new Problem(409, {
    code: 'change.notFromHere',
    message: `这项申请现在是“${changeStatuses[status]}”，不能${stepWords[step]}。`,
    mend: '可能刚被别人办理过，请刷新页面看它现在的状态。',
  })
}

/** What a request is judged by; null means unknown. */
export type ChangeFacts = {
  status: string
  area: string
  now: Readonly<Record<string, unknown>>
  /** An exit is under way. */
  leaving: boolean
}

/** Why a request cannot be made as it is written, or null. */
export function whyNotChange(draft: ChangeDraft, facts: ChangeFacts, today: Day): Problem | null {
  return whyNotLiving(facts) ?? whyNotDay(draft.from, today) ?? whyNotNothing(draft, facts)
}

/** A change is for organizations that go on. */
export function whyNotLiving({ status, leaving }: Pick<ChangeFacts, 'status' | 'leaving'>): Problem | null {
  if (status === 'ended') return gone('这个组织已退出名录，不能再变更。', '确需变更的，先在名录中恢复。')
  return leaving ? gone('这个组织正在办理注销或清退，不能同时变更。', '等退出办结或撤回以后再提。') : null
}

const gone = (message: string, mend: string): Problem =>
  new Problem(409, { code: 'change.notLiving', message, mend })

function whyNotDay(from: Day, today: Day): Problem | null {
  if (from <= today) return null
  return new Problem(422, {
    code: 'change.inFuture',
    message: `变更日期（${from}）还没有到。`,
    mend: '请填写今天或以前的日期。',
    faults: [{ at: 'from', message: '不能晚于今天' }],
  })
}

function whyNotNothing(draft: ChangeDraft, { area, now }: ChangeFacts): Problem | null {
  if (draft.kind === 'move') return draft.to === area ? nothing('to', '本来就在这里') : null
  const differs = Object.entries(draft.asked).some(([field, value]) => value !== (now[field] ?? null))
  return differs ? null : nothing('asked', '与名录现在的内容相同')
}

const nothing = (at: string, message: string): Problem =>
  new Problem(422, {
    code: 'change.nothing',
    message: `${message}，没有要变更的内容。`,
    mend: '请填写与现在不同的内容。',
    faults: [{ at, message }],
  })
