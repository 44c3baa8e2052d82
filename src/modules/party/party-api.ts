// The endpoints of party (党建).
import type { EndpointTable } from '../../kernel/endpoint.ts'

export const partyApi = {} as const satisfies EndpointTable
