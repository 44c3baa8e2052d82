// The endpoints of filing (备案与登记).
import type { EndpointTable } from '../../kernel/endpoint.ts'

export const filingApi = {} as const satisfies EndpointTable
