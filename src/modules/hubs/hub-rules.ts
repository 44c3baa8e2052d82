// What ties between a hub and another organization may be, and what becomes of them.
import { Problem } from '../../kernel/problem.ts'
import type { Day } from '../../kernel/time.ts'
import { type TieStatus, tieStatuses } from './hub.ts'

/** proposed → active | declined | withdrawn; active → ended. An officer opens a tie as active at once. */
export const tieSteps = {
  confirm: { from: 'proposed', to: 'active' },
  decline: { from: 'proposed', to: 'declined' },
  withdraw: { from: 'proposed', to: 'withdrawn' },
  end: { from: 'active', to: 'ended' },
} as const satisfies Record<string, { from: TieStatus; to: TieStatus }>
export type TieStep = keyof typeof tieSteps

const stepWords = {
  confirm: '确认',
  decline: '不同意',
  withdraw: '撤回',
  end: '结束',
} as const satisfies Record<TieStep, string>

/** Why a step cannot be taken now, or null. */
export function whyNotStep(step: TieStep, status: TieStatus): Problem | null {
  if (tieSteps[step].from === status) return null
  return new Problem(409, {
    code: 'hub.notFromHere',
    message: `这条联系服务现在是“${tieStatuses[status]}”，不能${stepWords[step]}。`,
    mend: '请刷新页面看它现在的状态。',
  })
}

/** What a rule asks of one side. */
export type Side = { id: string; name: string; hub: boolean; status: 'active' | 'dormant' | 'ended' }

type Plan = { from: Day; services: readonly string[]; offered: Readonly<Record<string, string>>; today: Day }

/** Why a hub cannot serve an organization from a day on, or null. */
export function whyNotTie(hub: Side, served: Side, plan: Plan): Problem | null {
  if (hub.id === served.id)
    return refusal('hub.itself', '枢纽型组织不能服务自己。', '请选择另一个组织。', 'hub')
  if (!hub.hub)
    return refusal('hub.notOne', `“${hub.name}”还没有标为枢纽型组织。`, '请先在它的页面上标为枢纽型。', 'hub')
  const gone = [hub, served].find(({ status }) => status === 'ended')
  if (gone)
    return refusal(
      'hub.ended',
      `“${gone.name}”已退出名录。`,
      '请选择还在名录里的组织。',
      gone === hub ? 'hub' : 'served',
    )
  return whyNotDay(plan.from, plan.today) ?? whyNotServices(plan.services, plan.offered)
}

/** Services that the rules of the place do not know. */
export function whyNotServices(
  services: readonly string[],
  offered: Readonly<Record<string, string>>,
): Problem | null {
  const unknown = services.filter((service) => !Object.hasOwn(offered, service))
  if (unknown.length === 0) return null
  return refusal(
    'hub.unknownService',
    `没有这项服务：${unknown.join('、')}。`,
    '请从本地的服务清单里选。',
    'services',
  )
}

export function whyNotDay(from: Day, today: Day): Problem | null {
  if (from <= today) return null
  return refusal('hub.inFuture', `日期（${from}）还没有到。`, '请填写今天或以前的日期。', 'from')
}

/** An end, or a change of services, lies within the tie. */
export function whyNotWithin(on: Day, startsOn: Day, today: Day): Problem | null {
  if (on >= startsOn) return whyNotDay(on, today)
  return refusal(
    'hub.beforeItBegan',
    `日期（${on}）早于开始服务的日期（${startsOn}）。`,
    '请填写开始以后的日期。',
    'from',
  )
}

/** Why an organization cannot be marked as a hub, or no more as one, from a day on; or null. */
export function whyNotMark(side: Side, marking: { hub: boolean; from: Day }, today: Day): Problem | null {
  if (side.status === 'ended')
    return refusal('hub.ended', `“${side.name}”已退出名录。`, '恢复以后才能修改。', 'hub')
  if (side.hub === marking.hub)
    return refusal(
      'hub.sameAlready',
      marking.hub ? '它已经是枢纽型组织。' : '它本来就不是枢纽型组织。',
      '请刷新页面看它现在的样子。',
      'hub',
    )
  return whyNotDay(marking.from, today)
}

/** Two ties of the same pair at the same time. */
export const alreadyTied = refusal(
  'hub.already',
  '这两个组织在这段时间里已经有联系服务。',
  '服务内容有变化，请修改原来的那一条；原来的已结束，请把开始日期填在结束以后。',
  'hub',
)

export const alreadyProposed = refusal(
  'hub.alreadyProposed',
  '已经提出过，还在等确认。',
  '请等社区或街镇确认，或者先撤回原来的。',
  'served',
)

function refusal(code: string, message: string, mend: string, at: string): Problem {
  return new Problem(422, { code, message, mend, faults: [{ at, message }] })
}
