// Serves the endpoints of queues.
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../../platform/http.ts'
import type { WorkSources } from '../../../platform/work-source.ts'

export function mountQueues(_app: FastifyInstance, _services: Services, _work: WorkSources): void {}
