// Who may do what about charters: the leader writes and has it voted on, or somebody writes it down for the leader.
import { registerReaders } from '../people/roles.ts'

/** Beside the leader: the community, and the township for organizations of its own (SZ 二(四)3). */
const helpers = ['communityWorker', 'townshipOfficer'] as const

export const chartersPolicy = {
  'charter.see': { roles: [...registerReaders, 'auditor'], where: 'area', own: ['organizationLeader'] },
  'charter.draft': { roles: [...helpers], where: 'area', own: ['organizationLeader'] },
  'charter.adopt': { roles: [...helpers], where: 'area', own: ['organizationLeader'] },
} as const
