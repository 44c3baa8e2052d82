// Serves the endpoints of volunteers.
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../../platform/http.ts'

export function mountVolunteers(_app: FastifyInstance, _services: Services): void {}
