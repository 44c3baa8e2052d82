// Who may do what about social workers and the rewards for their certificates.
import { registerKeepers, registerReaders } from '../people/roles.ts'

/** Whose account may be tied to a social worker: a post in a community, a station or an organization, or none here. */
export const ownRoles = ['resident', 'communityWorker', 'townshipOfficer', 'organizationLeader'] as const

export const workersPolicy = {
  'worker.see': { roles: [...registerReaders, 'auditor'], where: 'area' },
  /** Names and grades of those who work there, also to the organization's leader. */
  'worker.ofOrganization': {
    roles: [...registerReaders, 'auditor'],
    where: 'area',
    own: ['organizationLeader'],
  },
  'worker.setAccount': { roles: [...registerKeepers], where: 'area' },
  /** The own record, of those whose account is tied to it, whatever else they do here. */
  'worker.own': { roles: [], where: 'area', own: [...ownRoles] },
  'worker.keep': { roles: [...registerKeepers], where: 'area' },
  'worker.export': { roles: [...registerReaders], where: 'area' },
  'reward.see': { roles: [...registerReaders, 'auditor'], where: 'area' },
  /** Applies in somebody's stead, mends and withdraws the application. */
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
