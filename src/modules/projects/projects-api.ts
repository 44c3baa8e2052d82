// The endpoints of projects (服务项目).
import type { EndpointTable } from '../../kernel/endpoint.ts'

export const projectsApi = {} as const satisfies EndpointTable
