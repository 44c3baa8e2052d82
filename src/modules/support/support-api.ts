// The endpoints of support (培育平台).
import type { EndpointTable } from '../../kernel/endpoint.ts'

export const supportApi = {} as const satisfies EndpointTable
