// Serves the endpoints of honors.
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../../platform/http.ts'

export function mountHonors(_app: FastifyInstance, _services: Services): void {}
