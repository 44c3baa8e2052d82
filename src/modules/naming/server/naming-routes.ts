// Serves the endpoints of naming.
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../../platform/http.ts'

export function mountNaming(_app: FastifyInstance, _services: Services): void {}
