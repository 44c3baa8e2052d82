// Every endpoint of the product: what the OpenAPI document, the access matrix and the pages read.
import type { EndpointTable } from './kernel/endpoint.ts'
import { activitiesApi } from './modules/activities/activities-api.ts'
import { areasApi } from './modules/areas/areas-api.ts'
import { censusApi } from './modules/census/census-api.ts'
import { certificatesApi } from './modules/certificates/certificates-api.ts'
import { changesApi } from './modules/changes/changes-api.ts'
import { chartersApi } from './modules/charters/charters-api.ts'
import { filingApi } from './modules/filing/filing-api.ts'
import { honorsApi } from './modules/honors/honors-api.ts'
import { hubsApi } from './modules/hubs/hubs-api.ts'
import { namingApi } from './modules/naming/naming-api.ts'
import { importsApi } from './modules/organizations/imports-api.ts'
import { keepersApi } from './modules/organizations/keepers-api.ts'
import { organizationsApi } from './modules/organizations/organizations-api.ts'
import { tiersApi } from './modules/organizations/tiers-api.ts'
import { partyApi } from './modules/party/party-api.ts'
import { firstRunApi } from './modules/people/first-run-api.ts'
import { leadersApi } from './modules/people/leaders-api.ts'
import { peopleApi } from './modules/people/people-api.ts'
import { programmesApi } from './modules/programmes/programmes-api.ts'
import { projectsApi } from './modules/projects/projects-api.ts'
import { queuesApi } from './modules/queues/queues-api.ts'
import { recordsApi } from './modules/records/records-api.ts'
import { rulesApi } from './modules/rules/rules-api.ts'
import { supportApi } from './modules/support/support-api.ts'
import { trainingApi } from './modules/training/training-api.ts'
import { venuesApi } from './modules/venues/venues-api.ts'
import { volunteersApi } from './modules/volunteers/volunteers-api.ts'
import { workersApi } from './modules/workers/workers-api.ts'
import { yearsApi } from './modules/years/years-api.ts'

/** By the name of the table: `organizations.list`. */
export const endpoints = {
  people: peopleApi,
  leaders: leadersApi,
  areas: areasApi,
  organizations: organizationsApi,
  keepers: keepersApi,
  imports: importsApi,
  tiers: tiersApi,
  programmes: programmesApi,
  firstRun: firstRunApi,
  rules: rulesApi,
  naming: namingApi,
  certificates: certificatesApi,
  party: partyApi,
  charters: chartersApi,
  filing: filingApi,
  hubs: hubsApi,
  changes: changesApi,
  census: censusApi,
  queues: queuesApi,
  support: supportApi,
  venues: venuesApi,
  training: trainingApi,
  workers: workersApi,
  honors: honorsApi,
  records: recordsApi,
  projects: projectsApi,
  activities: activitiesApi,
  volunteers: volunteersApi,
  years: yearsApi,
} as const satisfies Record<string, EndpointTable>
