// Who may see and keep the register.
import { registerKeepers, registerReaders } from '../people/roles.ts'

export const organizationsPolicy = {
  'organization.see': { roles: [...registerReaders, 'auditor'], where: 'area', own: ['organizationLeader'] },
  'organization.seePhone': { roles: [...registerKeepers], where: 'area' },
  'organization.export': { roles: [...registerReaders], where: 'area' },
  'organization.create': { roles: [...registerKeepers], where: 'area' },
  'organization.edit': { roles: [...registerKeepers], where: 'area' },
  /** Says which account is that of its leader. */
  'organization.setKeeper': { roles: ['communityWorker', 'townshipOfficer'], where: 'area' },
  /** Asks which tier some facts point to. */
  'tier.propose': { roles: [...registerReaders, 'organizationLeader'], where: 'area' },
  'tier.decide': { roles: ['countyOfficer', 'townshipOfficer'], where: 'area' },
  'organization.import': { roles: [...registerKeepers], where: 'area' },
} as const
