// The endpoints of party-building, in one table.
import type { EndpointTable } from '../../kernel/endpoint.ts'
import { arrangementApi } from './arrangement-api.ts'
import { branchesApi } from './branches-api.ts'
import { coverageApi } from './coverage-api.ts'
import { membersApi } from './members-api.ts'

export const partyApi = {
  ...coverageApi,
  ...arrangementApi,
  ...membersApi,
  ...branchesApi,
} as const satisfies EndpointTable
