// The endpoints of rules (规则集).
import type { EndpointTable } from '../../kernel/endpoint.ts'

export const rulesApi = {} as const satisfies EndpointTable
