// Who may do what about social workers and the rewards for their certificates.
import { registerKeepers, registerReaders } from '../people/roles.ts'

export const workersPolicy = {
  'worker.see': { roles: [...registerReaders, 'auditor'], where: 'area' },
  'worker.keep': { roles: [...registerKeepers], where: 'area' },
  'worker.export': { roles: [...registerReaders], where: 'area' },
  'reward.see': { roles: [...registerReaders, 'auditor'], where: 'area' },
  /** Applies for somebody, and withdraws the application. */
  'reward.apply': { roles: ['communityWorker', 'townshipOfficer'], where: 'area' },
  /** The paper shows the whole identity number: only those who hand it in and who decide look at it. */
  'reward.seeProof': {
    roles: ['communityWorker', 'townshipOfficer', 'countyOfficer', 'partyOfficer'],
    where: 'area',
  },
  /** 组织部门 pays; 民政 prepares: at the county. (HS 三（三）8) */
  'reward.decide': { roles: ['countyOfficer', 'partyOfficer'], where: 'area' },
  'reward.pay': { roles: ['countyOfficer', 'partyOfficer'], where: 'area' },
  'reward.correct': { roles: ['countyOfficer', 'partyOfficer'], where: 'area' },
} as const
