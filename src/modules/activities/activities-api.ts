// The endpoints of activities (活动).
import type { EndpointTable } from '../../kernel/endpoint.ts'

export const activitiesApi = {} as const satisfies EndpointTable
