// What can be done with an organization now, and the words that say why not.
import type { OrganizationStatus } from '../choices.ts'
import type { Organization } from '../organization.ts'

export type OrganizationAction = 'edit' | 'rest' | 'end' | 'revive'

/** The states in which each action makes sense, and the words of those in which it does not. */
const refusals = {
  edit: { active: null, dormant: null, ended: '已退出名录，先恢复才能修改' },
  rest: { active: null, dormant: '已经标为不活跃', ended: '已退出名录' },
  end: { active: null, dormant: null, ended: '已退出名录' },
  revive: { active: '现在就是正常状态，不用恢复', dormant: null, ended: null },
} as const satisfies Record<OrganizationAction, Record<OrganizationStatus, string | null>>

/** Why an action cannot be taken now, or null. The page shows the same words beside the disabled button. */
export function whyNot(action: OrganizationAction, one: Pick<Organization, 'status' | 'may'>): string | null {
  if (!one.may.includes('organization.edit')) return '您的岗位能看这个组织，不能修改'
  return refusals[action][one.status]
}
