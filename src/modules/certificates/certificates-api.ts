// The endpoints of certificates (备案证书).
import type { EndpointTable } from '../../kernel/endpoint.ts'

export const certificatesApi = {} as const satisfies EndpointTable
