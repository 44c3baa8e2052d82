// Serves the endpoints of activities.
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../../platform/http.ts'

export function mountActivities(_app: FastifyInstance, _services: Services): void {}
