// The endpoints of volunteers (志愿服务).
import type { EndpointTable } from '../../kernel/endpoint.ts'
import { serviceApi } from './service-api.ts'
import { teamsApi } from './teams-api.ts'

export const volunteersApi = { ...teamsApi, ...serviceApi } as const satisfies EndpointTable
