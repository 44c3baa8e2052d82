// Talks to a server under test as a signed-in person, through the front door but without a network.
import type { FastifyInstance } from 'fastify'
import type { Answer, Endpoint, Given } from '../src/kernel/endpoint.ts'
import type { Database } from '../src/platform/db.ts'
import { buildServer } from '../src/server.ts'
import { password, worldNow } from './world.ts'

export type Reply<T> = { status: number; body: T; raw: Buffer; headers: Record<string, unknown> }

export type Client = {
  app: FastifyInstance
  call<E extends Endpoint>(endpoint: E, given?: Partial<Given<E>>): Promise<Reply<Answer<E>>>
  upload<E extends Endpoint>(
    endpoint: E,
    given: Partial<Given<E>>,
    file: { name: string; bytes: Uint8Array },
  ): Promise<Reply<Answer<E>>>
}

export const testServer = (database: Database): Promise<FastifyInstance> =>
  buildServer(database, { secret: 'a secret of at least thirty-two letters', clock: () => worldNow })

/** A client that is signed in as `loginName`, or as nobody. */
export async function clientOf(app: FastifyInstance, loginName?: string): Promise<Client> {
  const cookie = loginName ? await signIn(app, loginName) : ''
  return {
    app,
    call: async (endpoint, given = {}) => {
      const { body } = given as { body?: unknown }
      const reply = await app.inject({
        method: endpoint.method,
        url: urlOf(endpoint, given),
        headers: { cookie },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      return answerOf(reply)
    },
    upload: async (endpoint, given, file) => {
      const form = new FormData()
      form.append('file', new Blob([file.bytes as BlobPart]), file.name)
      const request = new Request('http://local/', { method: 'POST', body: form })
      const reply = await app.inject({
        method: endpoint.method,
        url: urlOf(endpoint, given),
        headers: { cookie, 'content-type': request.headers.get('content-type') ?? '' },
        payload: Buffer.from(await request.arrayBuffer()),
      })
      return answerOf(reply)
    },
  }
}

/** `/api/…` with the path's and the query's parameters in place. */
export function urlOf(endpoint: Endpoint, given: { params?: unknown; query?: unknown }): string {
  const params = (given.params ?? {}) as Record<string, string>
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries((given.query ?? {}) as Record<string, unknown>)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) query.append(key, String(one))
  }
  return `/api${path}${query.size > 0 ? `?${query}` : ''}`
}

function answerOf<T>(reply: {
  statusCode: number
  rawPayload: Buffer
  headers: Record<string, unknown>
}): Reply<T> {
  const isJson = String(reply.headers['content-type'] ?? '').includes('json')
  const body = (isJson ? JSON.parse(reply.rawPayload.toString('utf8')) : undefined) as T
  return { status: reply.statusCode, body, raw: reply.rawPayload, headers: reply.headers }
}

async function signIn(app: FastifyInstance, loginName: string): Promise<string> {
  const reply = await app.inject({ method: 'POST', url: '/api/session', payload: { loginName, password } })
  if (reply.statusCode !== 200) throw new Error(`${loginName} cannot sign in: ${reply.body}`)
  return reply.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
}
