// The endpoints of hubs (枢纽).
import type { EndpointTable } from '../../kernel/endpoint.ts'

export const hubsApi = {} as const satisfies EndpointTable
