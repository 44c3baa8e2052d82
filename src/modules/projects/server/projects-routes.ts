// Serves the endpoints of projects.
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../../platform/http.ts'

export function mountProjects(_app: FastifyInstance, _services: Services): void {}
