// Who may do what about activities and major events (活动、重大活动).
import { registerKeepers, registerReaders } from '../people/roles.ts'

const own = ['organizationLeader'] as const

export const activitiesPolicy = {
  'activity.see': { roles: [...registerReaders, 'auditor'], where: 'area', own },
  /** Plan, publish, record, cancel: the leader of the organization, and those who help or hold one themselves. */
  'activity.edit': { roles: [...registerKeepers], where: 'area', own },
  /** Names and masked numbers of those who signed up: who must know them to hold it. */
  'activity.seeSignUps': { roles: ['communityWorker', 'townshipOfficer'], where: 'area', own },
  'majorEvent.report': { roles: ['communityWorker', 'townshipOfficer'], where: 'area', own },
  'majorEvent.answer': { roles: ['townshipOfficer'], where: 'area' },
  'majorEvent.answerInCounty': { roles: ['countyOfficer'], where: 'area' },
  'majorEvent.oversee': { roles: ['countyOfficer', 'cityOfficer'], where: 'area' },
} as const
