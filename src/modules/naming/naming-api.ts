// The endpoints of naming (名称).
import type { EndpointTable } from '../../kernel/endpoint.ts'

export const namingApi = {} as const satisfies EndpointTable
