// Serves the endpoints of support.
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../../platform/http.ts'

export function mountSupport(_app: FastifyInstance, _services: Services): void {}
