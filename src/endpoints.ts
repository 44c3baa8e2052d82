// Every endpoint of the product: what the OpenAPI document, the access matrix and the pages read.
import type { EndpointTable } from './kernel/endpoint.ts'
import { areasApi } from './modules/areas/areas-api.ts'
import { importsApi } from './modules/organizations/imports-api.ts'
import { organizationsApi } from './modules/organizations/organizations-api.ts'
import { firstRunApi } from './modules/people/first-run-api.ts'
import { peopleApi } from './modules/people/people-api.ts'
import { programmesApi } from './modules/programmes/programmes-api.ts'

/** By the name of the table: `organizations.list`. */
export const endpoints = {
  people: peopleApi,
  areas: areasApi,
  organizations: organizationsApi,
  imports: importsApi,
  programmes: programmesApi,
  firstRun: firstRunApi,
} as const satisfies Record<string, EndpointTable>
