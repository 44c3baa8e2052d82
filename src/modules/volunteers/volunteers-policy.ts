// Who may do what about volunteers (志愿服务): those who work with them, and they themselves.
import { registerKeepers } from '../people/roles.ts'

const keepers = { roles: [...registerKeepers], where: 'area', own: ['organizationLeader'] } as const

export const volunteersPolicy = {
  'volunteer.see': keepers,
  'volunteer.write': keepers,
  'volunteer.seePhone': keepers,
  'volunteer.setAccount': { roles: [...registerKeepers], where: 'area' },
  'service.see': keepers,
  /** Record, confirm, refuse, correct, withdraw: the organizer, or the officers of the place in the organizer's stead. */
  'service.record': keepers,
  'service.certify': keepers,
  'service.export': { roles: [...registerKeepers], where: 'area' },
  /** Whose work it is: of those who may record, the ones who stand nearest. */
  'service.lead': { roles: ['communityWorker'], where: 'area', own: ['organizationLeader'] },
  /** The own record, of those whose account is tied to it. */
  'service.own': { roles: [], where: 'area', own: ['resident'] },
} as const
