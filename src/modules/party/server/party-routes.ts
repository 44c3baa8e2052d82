// Serves the endpoints of party.
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../../platform/http.ts'

export function mountParty(_app: FastifyInstance, _services: Services): void {}
