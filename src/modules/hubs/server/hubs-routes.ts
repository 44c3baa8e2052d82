// Serves the endpoints of hubs.
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../../platform/http.ts'

export function mountHubs(_app: FastifyInstance, _services: Services): void {}
