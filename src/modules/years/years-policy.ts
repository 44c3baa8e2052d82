// Who reads an organization's year: whoever reads the organization. What is in it the module of each record decides.
import { registerReaders } from '../people/roles.ts'

export const yearsPolicy = {
  'year.see': { roles: [...registerReaders, 'auditor'], where: 'area', own: ['organizationLeader'] },
} as const
