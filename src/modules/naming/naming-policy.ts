// Who may have names checked: everybody who may bring an organization onto the register or apply for one.
import { registerKeepers } from '../people/roles.ts'

export const namingPolicy = {
  'name.check': { roles: [...registerKeepers, 'organizationLeader', 'resident'], where: 'area' },
} as const
