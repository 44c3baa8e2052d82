// Serves the endpoints of census.
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../../platform/http.ts'

export function mountCensus(_app: FastifyInstance, _services: Services): void {}
