// Serves the endpoints of certificates.
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../../platform/http.ts'

export function mountCertificates(_app: FastifyInstance, _services: Services): void {}
