// Who may see, run and answer trainings; whom their names are shown to.
import { registerKeepers, registerReaders } from '../people/roles.ts'

export const trainingPolicy = {
  /** Those of the own areas, and those of the areas above, which are for everybody below. */
  'training.see': { roles: [...registerReaders, 'organizationLeader', 'auditor'], where: 'area' },
  'training.export': { roles: [...registerReaders], where: 'area' },
  /** Announce, change, cancel, record who was there. */
  'training.run': { roles: [...registerKeepers], where: 'area' },
  // Whose attendance list it is, by the level of the organizer; others there may help.
  'training.recordCommunity': { roles: ['communityWorker'], where: 'area' },
  'training.recordTownship': { roles: ['townshipOfficer'], where: 'area' },
  'training.recordCounty': { roles: ['countyOfficer'], where: 'area' },
  'training.recordCity': { roles: ['cityOfficer'], where: 'area' },
  /** Names of attendees: the organizer's area, and an organization's own. */
  'training.names': { roles: [...registerKeepers], where: 'area', own: ['organizationLeader'] },
  'training.plan': { roles: ['cityOfficer', 'countyOfficer', 'townshipOfficer'], where: 'area' },
  /** What a training has to do with an organization. */
  'training.ofOrganization': {
    roles: [...registerReaders, 'auditor'],
    where: 'area',
    own: ['organizationLeader'],
  },
  'training.lacking': { roles: [...registerReaders, 'auditor'], where: 'area' },
  'training.invite': { roles: [...registerKeepers], where: 'area' },
  /** For an organization: its leader, or its community for a leader who does not type. */
  'training.enrol': { roles: ['communityWorker'], where: 'area', own: ['organizationLeader'] },
} as const
