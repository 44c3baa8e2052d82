// What the register refuses, and why.
import { Problem } from '../../kernel/problem.ts'
import type { Day } from '../../kernel/time.ts'
import { type OrganizationStatus, organizationStatuses } from './choices.ts'
import type { Effect, OrganizationDraft } from './organization.ts'

type DraftFacts = Pick<
  OrganizationDraft,
  'tier' | 'legalForm' | 'members' | 'partyMembers' | 'foundedOn' | 'filedOn' | 'registeredOn'
>

/** Why a draft cannot stand, all reasons at once, or null. */
export function whyNotDraft(draft: DraftFacts, today: Day): Problem | null {
  const faults = draftFaults(draft, today)
  if (faults.length === 0) return null
  return new Problem(422, {
    code: 'organization.inconsistent',
    message: faults.map((fault) => fault.message).join('；'),
    mend: '请按各处的提示修改。',
    faults,
  })
}

/** Every contradiction in a draft, by field. */
export function draftFaults(draft: DraftFacts, today: Day): { at: string; message: string }[] {
  const faults: { at: string; message: string }[] = []
  const days = { foundedOn: '成立日期', filedOn: '备案日期', registeredOn: '登记日期' } as const
  for (const [field, label] of Object.entries(days) as [keyof typeof days, string][]) {
    const day = draft[field]
    if (day && day > today) faults.push({ at: field, message: `${label}（${day}）晚于今天` })
    if (day && day < '1949-10-01') faults.push({ at: field, message: `${label}（${day}）早于 1949 年` })
  }
  if (draft.members !== null && draft.partyMembers !== null && draft.partyMembers > draft.members) {
    faults.push({
      at: 'partyMembers',
      message: `党员人数（${draft.partyMembers}）多于成员人数（${draft.members}）`,
    })
  }
  if (draft.tier === 'registered' && draft.legalForm === 'none') {
    faults.push({ at: 'legalForm', message: '登记的组织要有组织形式（社会团体、社会服务机构或基金会）' })
  }
  return faults
}

/** One name once in one area; `namesake` is the one that has it, null when nobody has. Those that ended free their name. */
export function whyNotName(name: string, namesake: { areaName: string } | null): Problem | null {
  if (!namesake) return null
  return new Problem(422, {
    code: 'organization.nameTaken',
    message: `${namesake.areaName}已有“${name}”。`,
    mend: '如果是同一个组织，请修改那一条，不必新建；如果不是，请在名称里写明区别（如小区、街巷）。',
    faults: [{ at: 'name', message: `${namesake.areaName}已有同名的组织` }],
  })
}

/** A change holds from a day that has come; one that is recorded late says why. */
export function whyNotEffect(effect: Effect, today: Day): Problem | null {
  if (effect.kind === 'correction') return null
  if (effect.from > today) return inFuture(effect.from)
  return needsReason(effect.from, today) && !effect.reason ? reasonMissing(effect.from) : null
}

/** Whether a change from that day alters figures of days that are over. */
export const needsReason = (from: Day, today: Day): boolean => from < today

const inFuture = (from: Day): Problem =>
  new Problem(422, {
    code: 'organization.inFuture',
    message: `变更日期（${from}）还没有到。`,
    mend: '请填写今天或以前的日期，到那一天再登记以后的变更。',
    faults: [{ at: 'effect.from', message: '不能晚于今天' }],
  })

const reasonMissing = (from: Day): Problem =>
  new Problem(422, {
    code: 'organization.reasonMissing',
    message: `变更日期（${from}）在今天以前，${from} 以来的统计数会随着变，要写明理由。`,
    mend: '请写一句为什么现在才登记，例如“换届后未及时报送”。',
    faults: [{ at: 'effect.reason', message: '补记以前的变更，请写明理由' }],
  })

/** active → dormant → active, active or dormant → ended → active. */
export const moves = {
  rest: { from: ['active'], to: 'dormant' },
  end: { from: ['active', 'dormant'], to: 'ended' },
  revive: { from: ['dormant', 'ended'], to: 'active' },
} as const satisfies Record<string, { from: readonly OrganizationStatus[]; to: OrganizationStatus }>
export type Move = keyof typeof moves

/** Why an organization cannot make a move now, or null. */
export function whyNotMove(move: Move, status: OrganizationStatus): Problem | null {
  if ((moves[move].from as readonly OrganizationStatus[]).includes(status)) return null
  return new Problem(409, {
    code: 'organization.notFromHere',
    message: `这个组织现在是“${organizationStatuses[status]}”，不能${moveWords[move]}。`,
    mend: '请刷新页面看它现在的状态。',
  })
}

/** One that was merged or split lives on in another: it comes back only when that act is taken back. */
export function whyNotAgain(successor: { name: string; kind: 'merge' | 'split' } | null): Problem | null {
  if (!successor) return null
  const what = successor.kind === 'merge' ? `已并入“${successor.name}”` : `已拆分为“${successor.name}”等组织`
  return new Problem(409, {
    code: 'organization.hasSuccessor',
    message: `这个组织${what}，不能单独恢复。`,
    mend: '如果合并或拆分办错了，请在它的“变更与退出”里撤销那一次，原来的组织会一并恢复。',
  })
}

const moveWords = { rest: '标为不活跃', end: '退出名录', revive: '恢复' } as const satisfies Record<
  Move,
  string
>
