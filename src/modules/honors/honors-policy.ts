// Who may do what about honors (品牌与试点).
import { registerKeepers, registerReaders } from '../people/roles.ts'

const leader = { own: ['organizationLeader'] }

/** `decide` reaches a title through its desk: the area whose level the title has. */
export const honorsPolicy = {
  'honor.see': { roles: [...registerReaders, 'auditor'], where: 'area', ...leader },
  'honor.export': { roles: [...registerReaders], where: 'area' },
  /** What lies in one's area; a leader the own organization. */
  'honor.nominate': { roles: [...registerKeepers], where: 'area', ...leader },
  /** Review, public notice, award, withdrawal; entering what was published already. */
  'honor.decide': { roles: ['cityOfficer', 'countyOfficer', 'townshipOfficer'], where: 'area' },
  /** Sees who is late. */
  'honor.follow': { roles: ['cityOfficer', 'countyOfficer'], where: 'area' },
  // For whom a title waits, by its level; those above may decide it too.
  'honor.workAtTownship': { roles: ['townshipOfficer'], where: 'area' },
  'honor.workAtCounty': { roles: ['countyOfficer'], where: 'area' },
  'honor.workAtCity': { roles: ['cityOfficer'], where: 'area' },
  'honor.namePilots': { roles: ['townshipOfficer'], where: 'area' },
} as const
