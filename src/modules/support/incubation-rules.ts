// What becomes of an organization in an incubator, step by step, and what is refused.
import { Problem } from '../../kernel/problem.ts'
import type { Day } from '../../kernel/time.ts'
import { type IncubationStatus, incubationStatuses } from './incubation.ts'
import { whyNotDay } from './platform-rules.ts'

/** applied → accepted → entered → exited; applied → refused; applied, accepted → withdrawn. */
export const incubationSteps = {
  accept: { from: ['applied'], to: 'accepted' },
  refuse: { from: ['applied'], to: 'refused' },
  withdraw: { from: ['applied', 'accepted'], to: 'withdrawn' },
  enter: { from: ['accepted'], to: 'entered' },
  exit: { from: ['entered'], to: 'exited' },
} as const satisfies Record<string, { from: readonly IncubationStatus[]; to: IncubationStatus }>
export type IncubationStep = keyof typeof incubationSteps

export const stepWords = {
  accept: '同意入驻',
  refuse: '不同意',
  withdraw: '撤回',
  enter: '记为入驻',
  exit: '办理出孵化',
} as const satisfies Record<IncubationStep, string>

/** Why a step cannot be taken now, or null. */
export function whyNotStep(step: IncubationStep, status: IncubationStatus): Problem | null {
  if ((incubationSteps[step].from as readonly IncubationStatus[]).includes(status)) return null
  return notFromHere(status, stepWords[step])
}

/** Why nothing can be written about the stay now, or null: stages and extensions belong to those who are in. */
export const whyNotDuring = (status: IncubationStatus, what: string): Problem | null =>
  status === 'entered' ? null : notFromHere(status, what)

/** Money is granted to those who are or were in. */
export const whyNotGrantNow = (status: IncubationStatus): Problem | null =>
  status === 'entered' || status === 'exited' ? null : notFromHere(status, '给予补贴')

const notFromHere = (status: IncubationStatus, what: string): Problem =>
  new Problem(409, {
    code: 'incubation.notFromHere',
    message: `现在是“${incubationStatuses[status]}”，不能${what}。`,
    mend: '请刷新页面看它现在的状态。',
  })

type Applicant = { status: 'active' | 'dormant' | 'ended'; name: string }
type Host = { name: string; openedOn: Day; closedOn: Day | null; takesIn: boolean }

/** Why an organization cannot ask for a place, or null. */
export function whyNotApply(applicant: Applicant, host: Host, on: Day, today: Day): Problem | null {
  if (applicant.status === 'ended')
    return refusal('incubation.ended', `“${applicant.name}”已退出名录。`, '恢复以后才能申请。', '')
  if (!host.takesIn)
    return refusal(
      'incubation.notIncubator',
      `“${host.name}”不孵化组织。`,
      '请选择孵化基地，或者提供培育孵化服务的平台。',
      'platform',
    )
  if (host.closedOn)
    return refusal(
      'incubation.hostClosed',
      `“${host.name}”已经关闭。`,
      '请选择还开着的孵化基地。',
      'platform',
    )
  return whyNotDay(on, today, 'on')
}

type Stay = { appliedOn: Day; enteredOn: Day | null; leaveBy: Day | null; lastStageOn: Day | null }

/** An organization enters when it has asked and the incubator is open. */
export function whyNotEnter({ appliedOn }: Stay, host: Host, on: Day, today: Day): Problem | null {
  if (on < appliedOn)
    return refusal(
      'incubation.beforeItAsked',
      `入驻日期（${on}）早于申请日期（${appliedOn}）。`,
      '请填写申请以后的日期。',
      'on',
    )
  if (on < host.openedOn || host.closedOn)
    return refusal(
      'incubation.hostNotOpen',
      host.closedOn ? `“${host.name}”已经关闭。` : `“${host.name}”在 ${host.openedOn} 才启用。`,
      '请核对日期。',
      'on',
    )
  return whyNotDay(on, today, 'on')
}

/** A stage begins within the stay, after the stage before it. */
export function whyNotStage(stay: Stay, stage: { name: string; from: Day }, around: Around): Problem | null {
  if (!Object.hasOwn(around.offered, stage.name))
    return refusal('incubation.unknownStage', '没有这个阶段。', '请从本地的阶段清单里选。', 'stage')
  const earliest = stay.lastStageOn ?? stay.enteredOn
  if (earliest && (stage.from < earliest || stage.from === stay.lastStageOn))
    return refusal(
      'incubation.stageTooEarly',
      stay.lastStageOn
        ? `开始日期（${stage.from}）不晚于上一阶段的开始日期（${earliest}）。`
        : `开始日期（${stage.from}）早于入驻日期（${earliest}）。`,
      '请填写以后的日期。',
      'from',
    )
  return whyNotDay(stage.from, around.today, 'from')
}
type Around = { offered: Readonly<Record<string, string>>; today: Day }

export function whyNotExit(stay: Stay, on: Day, today: Day): Problem | null {
  const earliest = stay.lastStageOn ?? stay.enteredOn
  if (stay.enteredOn && earliest && (on <= stay.enteredOn || on < earliest))
    return refusal(
      'incubation.exitTooEarly',
      on <= stay.enteredOn
        ? `出孵化日期（${on}）不晚于入驻日期（${stay.enteredOn}）。`
        : `出孵化日期（${on}）早于现阶段的开始日期（${earliest}）。`,
      '请填写以后的日期。',
      'on',
    )
  return whyNotDay(on, today, 'on')
}

export function whyNotExtend({ leaveBy }: Stay, until: Day): Problem | null {
  if (leaveBy && until > leaveBy) return null
  return refusal(
    'incubation.notLonger',
    `新的期限（${until}）不晚于原来的（${leaveBy}）。`,
    '请填写更晚的日期。',
    'until',
  )
}

export function whyNotGrant({ enteredOn }: Stay, decidedOn: Day, today: Day): Problem | null {
  if (enteredOn && decidedOn < enteredOn)
    return refusal(
      'incubation.grantTooEarly',
      `决定日期（${decidedOn}）早于入驻日期（${enteredOn}）。`,
      '请填写入驻以后的日期。',
      'decidedOn',
    )
  return whyNotDay(decidedOn, today, 'decidedOn')
}

export const openAlready = refusal(
  'incubation.openAlready',
  '它已经有一个没有办完的孵化。',
  '请先办完原来的：撤回申请，或者办理出孵化。',
  '',
)

export const stayedThen = refusal(
  'incubation.stayedThen',
  '这一天它还在另一段孵化里。',
  '请填写上一段孵化结束以后的日期。',
  'on',
)

export const grantedAlready = refusal(
  'incubation.grantedAlready',
  '同一天、同样依据的补贴已经记过了。',
  '确是另一笔的话，请在依据里写明区别。',
  'basis',
)

function refusal(code: string, message: string, mend: string, at: string): Problem {
  return new Problem(422, { code, message, mend, ...(at && { faults: [{ at, message }] }) })
}
