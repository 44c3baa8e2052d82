// What can be done with an organization now, and the words that say why not.
import type { Organization } from '../organization.ts'
import { type Move, whyNotMove } from '../organization-rules.ts'

/** Why an action cannot be taken now, or null. The page shows the same words beside the disabled button. */
export function whyNot(
  action: Move | 'edit',
  { status, may }: Pick<Organization, 'status' | 'may'>,
): string | null {
  if (!may.includes('organization.edit')) return '您的岗位能看这个组织，不能修改。'
  if (action === 'edit') return status === 'ended' ? '已退出名录，先恢复才能修改。' : null
  return whyNotMove(action, status)?.message ?? null
}
