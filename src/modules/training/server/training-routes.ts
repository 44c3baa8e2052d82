// Serves the endpoints of training.
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../../platform/http.ts'

export function mountTraining(_app: FastifyInstance, _services: Services): void {}
