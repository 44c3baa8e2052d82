// The rules of all modules in one table: an action that no module rules on is refused.
import { areasPolicy } from './modules/areas/areas-policy.ts'
import { organizationsPolicy } from './modules/organizations/organizations-policy.ts'
import { peoplePolicy } from './modules/people/people-policy.ts'
import { programmesPolicy } from './modules/programmes/programmes-policy.ts'
import type { Policy } from './platform/policy.ts'

export const policy: Policy = { ...areasPolicy, ...peoplePolicy, ...organizationsPolicy, ...programmesPolicy }
