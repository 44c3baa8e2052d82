// Who may do what about party-building.
import { registerReaders } from '../people/roles.ts'

const recorders = ['partyOfficer', 'townshipOfficer', 'communityWorker'] as const

export const partyPolicy = {
  /** The arrangement and the numbers of one organization. */
  'party.see': { roles: [...registerReaders, 'auditor'], where: 'area', own: ['organizationLeader'] },
  /** Coverage, branches and instructors of an area. */
  'party.survey': { roles: [...registerReaders, 'auditor'], where: 'area' },
  'party.arrange': { roles: [...recorders], where: 'area' },
  'party.record': { roles: [...recorders], where: 'area' },
  /** Whose daily work it is to keep the records: they are reminded. */
  'party.keepRecords': { roles: ['townshipOfficer', 'communityWorker'], where: 'area' },
  /** Names of party members: seen and kept. Each look is recorded. */
  'party.members': { roles: ['partyOfficer', 'communityWorker'], where: 'area' },
} as const
