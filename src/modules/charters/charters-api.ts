// The endpoints of charters (章程).
import type { EndpointTable } from '../../kernel/endpoint.ts'

export const chartersApi = {} as const satisfies EndpointTable
