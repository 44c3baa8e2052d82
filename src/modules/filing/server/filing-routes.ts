// Serves the endpoints of filing.
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../../platform/http.ts'

export function mountFiling(_app: FastifyInstance, _services: Services): void {}
