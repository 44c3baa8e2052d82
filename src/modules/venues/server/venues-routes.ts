// Serves the endpoints of venues.
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../../platform/http.ts'

export function mountVenues(_app: FastifyInstance, _services: Services): void {}
