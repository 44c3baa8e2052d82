// The endpoints of changes (变更与退出).
import type { EndpointTable } from '../../kernel/endpoint.ts'

export const changesApi = {} as const satisfies EndpointTable
