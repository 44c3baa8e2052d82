// Who may do what about projects (服务项目).
import { registerKeepers, registerReaders } from '../people/roles.ts'

export const projectsPolicy = {
  'project.see': { roles: [...registerReaders, 'auditor'], where: 'area', own: ['organizationLeader'] },
  /** The leader of the organization, or somebody in the leader's stead. */
  'project.write': { roles: [...registerKeepers], where: 'area', own: ['organizationLeader'] },
  /** Whose work it is: of those who may write, the ones who stand nearest. */
  'project.lead': { roles: ['communityWorker'], where: 'area', own: ['organizationLeader'] },
  'project.remind': { roles: [...registerKeepers], where: 'area' },
  'project.export': { roles: [...registerReaders], where: 'area' },
} as const
