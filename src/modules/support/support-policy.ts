// Who may do what about support platforms and incubation (培育).
import { registerKeepers, registerReaders } from '../people/roles.ts'

const officers = ['cityOfficer', 'countyOfficer', 'townshipOfficer'] as const

export const supportPolicy = {
  /** Platforms are there to be found: those of one's own areas, and those above that serve them. */
  'support.see': { roles: [...registerReaders, 'auditor', 'organizationLeader'], where: 'area' },
  /** Which places have one and which lack one. */
  'support.survey': { roles: [...registerReaders, 'auditor'], where: 'area' },
  'support.keep': { roles: [...registerKeepers], where: 'area' },
  'support.export': { roles: [...registerReaders], where: 'area' },
  /** Of the organization. */
  'incubation.see': { roles: [...registerReaders, 'auditor'], where: 'area', own: ['organizationLeader'] },
  'incubation.apply': { roles: [...registerKeepers], where: 'area', own: ['organizationLeader'] },
  /** Of the incubator: who answers there keeps its stages and exits too. */
  'incubation.decide': { roles: [...registerKeepers], where: 'area' },
  'incubation.subsidize': { roles: [...officers], where: 'area' },
  'incubation.pay': { roles: [...officers], where: 'area' },
} as const
