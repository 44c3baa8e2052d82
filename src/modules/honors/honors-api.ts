// The endpoints of honors (品牌与试点).
import type { EndpointTable } from '../../kernel/endpoint.ts'

export const honorsApi = {} as const satisfies EndpointTable
