// The endpoints of census (摸底排查).
import type { EndpointTable } from '../../kernel/endpoint.ts'

export const censusApi = {} as const satisfies EndpointTable
