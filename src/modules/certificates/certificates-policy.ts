// Who may do what about certificates (备案证书).
import { registerKeepers, registerReaders } from '../people/roles.ts'

const officers = ['cityOfficer', 'countyOfficer', 'townshipOfficer']

export const certificatesPolicy = {
  'certificate.see': { roles: [...registerReaders, 'auditor'], where: 'area', own: ['organizationLeader'] },
  'certificate.print': { roles: [...registerKeepers], where: 'area', own: ['organizationLeader'] },
  'certificate.export': { roles: [...registerReaders], where: 'area' },
  /** First issue, renewal and reissue. */
  'certificate.issue': { roles: officers, where: 'area' },
  'certificate.cancel': { roles: officers, where: 'area' },
  /** The leader asks for a renewal, or the community worker in the leader's stead. */
  'certificate.ask': { roles: ['communityWorker'], where: 'area', own: ['organizationLeader'] },
} as const
