// The address under which the public reaches this installation: what is printed on paper must lead there for years.
import type { FastifyRequest } from 'fastify'

/** `https://…` without a slash at the end: `JUSHA_PUBLIC_URL`, or else the one under which the person has opened it. */
export function publicAddress(request: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  const set = process.env.JUSHA_PUBLIC_URL?.trim().replace(/\/+$/, '')
  return set || `${request.protocol}://${request.host}`
}
