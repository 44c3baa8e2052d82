// Serves the endpoints of rules.
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../../platform/http.ts'

export function mountRules(_app: FastifyInstance, _services: Services): void {}
