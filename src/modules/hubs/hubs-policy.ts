// Who may see hubs, mark them, and tie organizations to them.
import { registerKeepers, registerReaders } from '../people/roles.ts'

export const hubsPolicy = {
  'hub.see': { roles: [...registerReaders, 'auditor'], where: 'area', own: ['organizationLeader'] },
  /** Townships and their hubs: of one's own areas, and of the township in which one works. */
  'hub.survey': { roles: [...registerReaders, 'auditor'], where: 'area' },
  'hub.mark': { roles: [...registerKeepers], where: 'area' },
  /** Decided where the served organization is. */
  'hub.tie': { roles: [...registerKeepers], where: 'area' },
  /** A hub's leader proposes; the community of the served organization decides. */
  'hub.propose': { roles: [], where: 'area', own: ['organizationLeader'] },
  'hub.export': { roles: [...registerReaders], where: 'area' },
} as const
