// The endpoints of workers (社会工作专业人才).
import type { EndpointTable } from '../../kernel/endpoint.ts'

export const workersApi = {} as const satisfies EndpointTable
