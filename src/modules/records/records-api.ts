// The endpoints of records (记录).
import type { EndpointTable } from '../../kernel/endpoint.ts'

export const recordsApi = {} as const satisfies EndpointTable
