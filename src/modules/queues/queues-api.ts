// The endpoints of queues (待办).
import type { EndpointTable } from '../../kernel/endpoint.ts'

export const queuesApi = {} as const satisfies EndpointTable
