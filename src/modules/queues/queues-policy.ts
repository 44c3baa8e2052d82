// Who has a queue: everybody with work in the product. What stands in it, the action of each step decides.
import { registerReaders } from '../people/roles.ts'

export const queuesPolicy = {
  'work.see': {
    roles: [...registerReaders, 'administrator', 'auditor', 'judge', 'organizationLeader', 'resident'],
    where: 'area',
  },
} as const
