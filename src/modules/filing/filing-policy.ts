// Who may do what about applications (备案与登记).
import { registerReaders } from '../people/roles.ts'

const leader = ['organizationLeader'] as const
const handlers = ['communityWorker', 'townshipOfficer', 'countyOfficer'] as const

export const filingPolicy = {
  'filing.see': { roles: [...registerReaders, 'auditor'], where: 'area', own: leader },
  /** For an area: a leader for the community of the posting, officers for groups of theirs. */
  'filing.create': { roles: ['communityWorker', 'townshipOfficer', ...leader], where: 'area' },
  /** Fill in, send, correct, withdraw: the leader one's own, a worker on behalf. */
  'filing.edit': { roles: ['communityWorker', 'townshipOfficer'], where: 'area', own: leader },
  'filing.say': { roles: [...handlers], where: 'area', own: leader },
  'filing.seeRoster': { roles: [...handlers, 'partyOfficer'], where: 'area', own: leader },
  /** Members' party facts are sensitive: the party department, and the leader who typed them. */
  'filing.seeParty': { roles: ['partyOfficer'], where: 'area', own: leader },
  'filing.handleInCommunity': { roles: ['communityWorker'], where: 'area' },
  'filing.handleInTownship': { roles: ['townshipOfficer'], where: 'area' },
  'filing.handleInCounty': { roles: ['countyOfficer'], where: 'area' },
  /** Reminds the desk on which it lies too long. */
  'filing.urge': { roles: ['townshipOfficer', 'countyOfficer', 'cityOfficer'], where: 'area' },
} as const
