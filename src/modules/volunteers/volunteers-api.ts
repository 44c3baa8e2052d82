// The endpoints of volunteers (志愿服务).
import type { EndpointTable } from '../../kernel/endpoint.ts'

export const volunteersApi = {} as const satisfies EndpointTable
