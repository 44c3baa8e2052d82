// Who may see and enter dated records (记录), and whom expected ones wait for.
import { registerReaders } from '../people/roles.ts'

export const recordsPolicy = {
  'record.see': { roles: [...registerReaders, 'auditor'], where: 'area', own: ['organizationLeader'] },
  'record.export': { roles: [...registerReaders], where: 'area' },
  'record.enter': { roles: [...registerReaders], where: 'area' },
  /** Correcting, withdrawing, ending, adding the file. */
  'record.correct': { roles: [...registerReaders], where: 'area' },
  // Whom an expected record waits for, by the level that enters it.
  'record.ofCommunity': { roles: ['communityWorker'], where: 'area' },
  'record.ofTownship': { roles: ['townshipOfficer'], where: 'area' },
  'record.ofCounty': { roles: ['countyOfficer'], where: 'area' },
  'record.ofCity': { roles: ['cityOfficer'], where: 'area' },
  'record.follow': { roles: ['townshipOfficer', 'countyOfficer', 'cityOfficer'], where: 'area' },
} as const
