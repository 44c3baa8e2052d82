// Serves the endpoints of records.
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../../platform/http.ts'

export function mountRecords(_app: FastifyInstance, _services: Services): void {}
