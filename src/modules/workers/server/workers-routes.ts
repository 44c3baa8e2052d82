// Serves the endpoints of workers.
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../../platform/http.ts'

export function mountWorkers(_app: FastifyInstance, _services: Services): void {}
