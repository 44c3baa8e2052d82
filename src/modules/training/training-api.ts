// The endpoints of training (培训).
import type { EndpointTable } from '../../kernel/endpoint.ts'

export const trainingApi = {} as const satisfies EndpointTable
