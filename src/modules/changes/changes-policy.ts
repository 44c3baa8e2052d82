// Who may ask for changes, decide them, merge and split, and let organizations leave.
import { registerKeepers, registerReaders } from '../people/roles.ts'

const officers = ['cityOfficer', 'countyOfficer', 'townshipOfficer']
/** Those who know the groups, or can ask somebody who does. */
const near = ['countyOfficer', 'townshipOfficer', 'communityWorker']
const leader = { own: ['organizationLeader'] }

/**
 * `decide` reaches a request or an exit through its desk: the area, at or above the level that the rules name, whose
 * officers decide.
 */
export const changesPolicy = {
  'change.see': { roles: [...registerReaders, 'auditor'], where: 'area', ...leader },
  'change.request': { roles: [...registerKeepers], where: 'area', ...leader },
  'change.decide': { roles: [...registerKeepers], where: 'area' },
  'change.reorganize': { roles: officers, where: 'area' },
  'change.judgeDormancy': { roles: near, where: 'area' },
  'change.admonish': { roles: [...registerKeepers], where: 'area' },
  'exit.request': { roles: [...registerKeepers], where: 'area', ...leader },
  'exit.decide': { roles: [...registerKeepers], where: 'area' },
  'exit.remove': { roles: officers, where: 'area' },
} as const
