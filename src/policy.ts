// The rules of all modules in one table: an action that no module rules on is refused.

import { activitiesPolicy } from './modules/activities/activities-policy.ts'
import { areasPolicy } from './modules/areas/areas-policy.ts'
import { censusPolicy } from './modules/census/census-policy.ts'
import { certificatesPolicy } from './modules/certificates/certificates-policy.ts'
import { changesPolicy } from './modules/changes/changes-policy.ts'
import { chartersPolicy } from './modules/charters/charters-policy.ts'
import { filingPolicy } from './modules/filing/filing-policy.ts'
import { honorsPolicy } from './modules/honors/honors-policy.ts'
import { hubsPolicy } from './modules/hubs/hubs-policy.ts'
import { namingPolicy } from './modules/naming/naming-policy.ts'
import { organizationsPolicy } from './modules/organizations/organizations-policy.ts'
import { partyPolicy } from './modules/party/party-policy.ts'
import { peoplePolicy } from './modules/people/people-policy.ts'
import { programmesPolicy } from './modules/programmes/programmes-policy.ts'
import { projectsPolicy } from './modules/projects/projects-policy.ts'
import { queuesPolicy } from './modules/queues/queues-policy.ts'
import { recordsPolicy } from './modules/records/records-policy.ts'
import { rulesPolicy } from './modules/rules/rules-policy.ts'
import { supportPolicy } from './modules/support/support-policy.ts'
import { trainingPolicy } from './modules/training/training-policy.ts'
import { venuesPolicy } from './modules/venues/venues-policy.ts'
import { volunteersPolicy } from './modules/volunteers/volunteers-policy.ts'
import { workersPolicy } from './modules/workers/workers-policy.ts'
import { yearsPolicy } from './modules/years/years-policy.ts'
import type { Policy } from './platform/policy.ts'

export const policy: Policy = {
  ...areasPolicy,
  ...peoplePolicy,
  ...organizationsPolicy,
  ...programmesPolicy,
  ...rulesPolicy,
  ...namingPolicy,
  ...certificatesPolicy,
  ...partyPolicy,
  ...chartersPolicy,
  ...filingPolicy,
  ...hubsPolicy,
  ...changesPolicy,
  ...censusPolicy,
  ...queuesPolicy,
  ...supportPolicy,
  ...venuesPolicy,
  ...trainingPolicy,
  ...workersPolicy,
  ...honorsPolicy,
  ...recordsPolicy,
  ...projectsPolicy,
  ...activitiesPolicy,
  ...volunteersPolicy,
  ...yearsPolicy,
}
