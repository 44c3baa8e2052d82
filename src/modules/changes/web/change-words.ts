// Words of the pages of change: what an organization may do now and why not, states with their tone.
import type { Fault } from '../../../kernel/problem.ts'
import { dayFromText } from '../../../ui/day-text.ts'
import type { Tone } from '../../../ui/StateTag.tsx'
import type { Organization } from '../../organizations/organization.ts'
import type { ChangeStatus } from '../change.ts'
import { whyNotLiving } from '../change-rules.ts'
import type { Exit, ExitStatus } from '../exit.ts'
import { openExit, whyNotLeave } from '../exit-rules.ts'
import type { Standing } from '../standing.ts'

export const changeTones: Record<ChangeStatus, Tone> = {
  submitted: 'onCourse',
  returned: 'behind',
  approved: 'met',
  refused: 'overdue',
  withdrawn: 'none',
}

export const exitTones: Record<ExitStatus, Tone> = {
  requested: 'onCourse',
  liquidating: 'onCourse',
  noticed: 'behind',
  ended: 'none',
  refused: 'overdue',
  withdrawn: 'none',
  dropped: 'met',
}

/** The exit that is under way, if one is. */
export const exitNow = ({ exits }: Pick<Standing, 'exits'>): Exit | undefined =>
  exits.find(({ status }) => openExit.includes(status))

/** The request that is not concluded yet, if there is one. */
export const openRequest = ({ requests }: Pick<Standing, 'requests'>) =>
  requests.find(({ status }) => ['submitted', 'returned'].includes(status))

type Facts = { organization: Pick<Organization, 'status' | 'tier'>; standing: Standing }

export const whyNotAsk = (what: 'details' | 'move', { organization, standing }: Facts): string | null => {
  if (!standing.may.includes('change.request')) return '您的岗位不能提出变更。'
  const open = standing.requests.find(
    ({ kind, status }) => kind === what && ['submitted', 'returned'].includes(status),
  )
  if (open) return `已有一项${what === 'move' ? '迁移' : '变更'}申请还没办结。`
  return whyNotLiving({ status: organization.status, leaving: !!exitNow(standing) })?.message ?? null
}

/** A registered one may take others in; only by its own law does it end. */
export function whyNotSplitHere(facts: Facts): string | null {
  if (facts.standing.may.includes('change.reorganize') && facts.organization.tier === 'registered')
    return '登记的组织要依法清算并到登记管理机关办理，不能在这里拆分。'
  return whyNotReorganize(facts)
}

export function whyNotReorganize({ organization, standing }: Facts): string | null {
  if (!standing.may.includes('change.reorganize')) return '合并和拆分由街镇以上办理。'
  const living = whyNotLiving({ status: organization.status, leaving: !!exitNow(standing) })
  if (living) return living.message
  return openRequest(standing) ? '还有没办结的变更，先办结或撤回。' : null
}

export function whyNotExit(
  kind: 'cancellation' | 'removal',
  { organization, standing }: Facts,
): string | null {
  const action = kind === 'cancellation' ? 'exit.request' : 'exit.remove'
  if (!standing.may.includes(action))
    return kind === 'cancellation' ? '您的岗位不能申请注销。' : '清退由街镇以上办理。'
  return whyNotLeave(kind, { ...organization, leaving: !!exitNow(standing) })?.message ?? null
}

/** What is still open in the two questions that every form asks. */
export function faultsOfAct(
  from: string | null,
  reason: string,
  dayAt = 'from',
  reasonAt = 'reason',
): Fault[] {
  return [
    ...(dayFromText(from ?? '') ? [] : [{ at: dayAt, message: '请填写日期，例如 2021-09-01' }]),
    ...(reason.trim() ? [] : [{ at: reasonAt, message: '请写明理由' }]),
  ]
}
