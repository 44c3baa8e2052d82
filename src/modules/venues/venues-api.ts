// The endpoints of venues (场地).
import type { EndpointTable } from '../../kernel/endpoint.ts'

export const venuesApi = {} as const satisfies EndpointTable
