// The life of an exit: which step leads where, when a vote stands, when an officer may decide, and why not.
import { Problem } from '../../kernel/problem.ts'
import type { Day } from '../../kernel/time.ts'
import type { Tier } from '../organizations/choices.ts'
import {
  type AdmonitionDraft,
  type ExitDecision,
  type ExitKind,
  type ExitStatus,
  type ExitStep,
  exitDecisions,
  exitStatuses,
  type Vote,
} from './exit.ts'

type Move = { kind: ExitKind; from: readonly ExitStatus[]; to: ExitStatus }

/** Cancellation: requested → liquidating → ended, or refused, or withdrawn. Removal: noticed → ended or dropped. */
export const exitMoves = {
  accept: { kind: 'cancellation', from: ['requested'], to: 'liquidating' },
  refuse: { kind: 'cancellation', from: ['requested'], to: 'refused' },
  withdraw: { kind: 'cancellation', from: ['requested', 'liquidating'], to: 'withdrawn' },
  conclude: { kind: 'cancellation', from: ['liquidating'], to: 'ended' },
  remove: { kind: 'removal', from: ['noticed'], to: 'ended' },
  drop: { kind: 'removal', from: ['noticed'], to: 'dropped' },
} as const satisfies Record<ExitDecision, Move>
export type ExitMove = ExitDecision

export const openExit: readonly ExitStatus[] = ['requested', 'liquidating', 'noticed']

/** What a move is judged by. */
export type ExitFacts = {
  status: ExitStatus
  steps: readonly Pick<ExitStep, 'title' | 'doneOn'>[]
  answerDue: string | null
  answered: boolean
}

/** Why a move cannot be made now, or null. */
export function whyNotExit(move: ExitMove, exit: ExitFacts, today: Day): Problem | null {
  if (!(exitMoves[move].from as readonly ExitStatus[]).includes(exit.status))
    return notFromHere(move, exit.status)
  if (move === 'conclude') return whyNotConclude(exit)
  return move === 'remove' ? whyNotRemove(exit, today) : null
}

const notFromHere = (move: ExitMove, status: ExitStatus): Problem =>
  new Problem(409, {
    code: 'exit.notFromHere',
    message: `这项退出现在是“${exitStatuses[status]}”，不能${exitDecisions[move]}。`,
    mend: '可能刚被别人办理过，请刷新页面看它现在的状态。',
  })

function whyNotConclude({ steps }: ExitFacts): Problem | null {
  const open = steps.filter(({ doneOn }) => doneOn === null)
  if (open.length === 0) return null
  return new Problem(422, {
    code: 'exit.stepsOpen',
    message: `还有 ${open.length} 步没有完成：${open.map(({ title }) => title).join('；')}。`,
    mend: '各步都记下完成的日期和凭据以后，才能注销。',
  })
}

function whyNotRemove({ answerDue, answered }: ExitFacts, today: Day): Problem | null {
  if (answered || answerDue === null || answerDue < today) return null
  return new Problem(422, {
    code: 'exit.hearingOpen',
    message: `组织还可以说明情况，到 ${answerDue} 为止。`,
    mend: '收到说明以后，或者期限过后，才能决定清退。',
  })
}

/** Why a cancellation cannot be asked for, or a removal opened, or null. */
export function whyNotLeave(
  kind: ExitKind,
  organization: { status: string; tier: Tier; leaving: boolean },
): Problem | null {
  const { status, tier, leaving } = organization
  if (status === 'ended') return conflict('这个组织已退出名录。')
  if (leaving) return conflict('这个组织已经在办理退出。')
  if (kind === 'removal' && tier === 'registered')
    return new Problem(422, {
      code: 'exit.registered',
      message: '登记的组织要由登记管理机关依法处理，不能在这里清退。',
      mend: '可以记下提醒、约谈和限期整改；撤销登记或注销以后，在名录中登记结果。',
    })
  return null
}

const conflict = (message: string): Problem =>
  new Problem(409, { code: 'exit.notNow', message, mend: '请刷新页面看它现在的状态。' })

type Shares = { present: readonly [number, number]; inFavour: readonly [number, number] }

/** Why a vote does not carry the end, or null; `shares` come from the rule set. */
export function whyNotVote(vote: Vote, shares: Shares, today: Day): Problem | null {
  const { on, entitled, present, inFavour, against, abstaining } = vote
  if (on > today) return voteFault('on', `表决日期（${on}）还没有到。`)
  if (present > entitled) return voteFault('present', `到会 ${present} 人，多于应到的 ${entitled} 人。`)
  const cast = inFavour + against + abstaining
  if (cast !== present)
    return voteFault('inFavour', `赞成、反对、弃权共 ${cast} 票，到会 ${present} 人，对不上。`)
  if (present === 0 || !reaches(present, entitled, shares.present))
    return voteFault('present', `到会 ${present} 人，不足应到人数的 ${shares.present.join('/')}，表决无效。`)
  if (inFavour * shares.inFavour[1] <= present * shares.inFavour[0])
    return voteFault(
      'inFavour',
      `赞成 ${inFavour} 票，没有超过到会人数的 ${shares.inFavour.join('/')}，没有通过。`,
    )
  return null
}

const reaches = (part: number, whole: number, [over, under]: readonly [number, number]): boolean =>
  part * under >= whole * over

const voteFault = (field: keyof Vote, message: string): Problem =>
  new Problem(422, {
    code: 'exit.voteFails',
    message,
    mend: '请核对票数；没有表决成的，不填表决，写明原因。',
    faults: [{ at: `vote.${field}`, message }],
  })

/** A step of winding up is ticked once, on a day that has come. */
export function whyNotTick(step: Pick<ExitStep, 'title' | 'doneOn'>, on: Day, today: Day): Problem | null {
  if (step.doneOn !== null)
    return new Problem(409, {
      code: 'exit.stepDone',
      message: `“${step.title}”已在 ${step.doneOn} 记为完成。`,
      mend: '请刷新页面。',
    })
  return whyNotPast('on', on, today)
}

/** Winding up goes on from the acceptance to the conclusion; only then something is recorded of it, or null. */
export function whyNotWindUp(status: ExitStatus): Problem | null {
  if (status === 'liquidating') return null
  return new Problem(409, {
    code: 'exit.notLiquidating',
    message: '只有受理以后、办结以前，才能记清算步骤。',
    mend: '请刷新页面看它现在的状态。',
  })
}

/** What happened has a day that has come. */
export function whyNotPast(at: string, on: Day, today: Day): Problem | null {
  if (on <= today) return null
  return new Problem(422, {
    code: 'exit.inFuture',
    message: `日期（${on}）还没有到。`,
    mend: '请填写今天或以前的日期。',
    faults: [{ at, message: '不能晚于今天' }],
  })
}

/** A rectification has a last day after the day on which it was ordered; the others have none. */
export function whyNotAdmonition(draft: AdmonitionDraft, today: Day): Problem | null {
  const past = whyNotPast('on', draft.on, today)
  if (past) return past
  const isRectification = draft.kind === 'rectification'
  if (isRectification === (draft.dueOn !== null) && (!draft.dueOn || draft.dueOn > draft.on)) return null
  const message = isRectification ? '限期整改要有晚于发出之日的期限' : '提醒和约谈没有期限'
  return new Problem(422, {
    code: 'admonition.due',
    message: `${message}。`,
    mend: '请改期限。',
    faults: [{ at: 'dueOn', message }],
  })
}
