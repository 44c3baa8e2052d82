// Serves the endpoints of changes.
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../../platform/http.ts'

export function mountChanges(_app: FastifyInstance, _services: Services): void {}
