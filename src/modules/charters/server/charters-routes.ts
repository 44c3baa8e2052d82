// Serves the endpoints of charters.
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../../platform/http.ts'

export function mountCharters(_app: FastifyInstance, _services: Services): void {}
