// The walk of one request, written once: who is asking → parse → begin → authorize → handle → parse the answer → commit.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Answer, Endpoint, EndpointTable, Parsed } from '../kernel/endpoint.ts'
import { type Fault, Problem } from '../kernel/problem.ts'
import { type Clock, type Context, contextFor, systemClock } from './context.ts'
import type { Database } from './db.ts'
import { notAllowed, type Policy, type Who } from './policy.ts'
import { readUpload, type Upload } from './upload.ts'

/** A file to send instead of JSON. */
export type FileAnswer = { fileName: string; content: NodeJS.ReadableStream | Uint8Array }

type Result<E extends Endpoint> = E extends { file: string } ? FileAnswer : z.input<NonNullable<E['returns']>>

export type HandlerInput<E extends Endpoint> = Parsed<E> & { upload: Upload; request: FastifyRequest }
export type Handler<E extends Endpoint> = (ctx: Context, input: HandlerInput<E>) => Promise<Result<E>>
export type Handlers<T extends EndpointTable> = { [K in keyof T]: Handler<T[K]> }

/** What every walk needs of the running program. */
export type Services = {
  database: Database
  policy: Policy
  whoIsAsking: (request: FastifyRequest) => Promise<Who>
  clock?: Clock
}

/** Puts a table of endpoints under `/api`, each with its handler. */
export function mount<T extends EndpointTable>(
  app: FastifyInstance,
  services: Services,
  table: T,
  handlers: Handlers<T>,
): void {
  for (const name of Object.keys(table) as (keyof T & string)[]) {
    const endpoint = table[name] as Endpoint
    const handle = handlers[name] as unknown as Handler<Endpoint>
    app.route({
      method: endpoint.method,
      url: `/api${endpoint.path}`,
      config: { endpoint },
      handler: (request, reply) => walk(services, endpoint, handle, request, reply),
    })
  }
}

async function walk(
  services: Services,
  endpoint: Endpoint,
  handle: Handler<Endpoint>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const who = await services.whoIsAsking(request)
  refuseStrangers(endpoint, who)
  const run = async (db: Context['db']) => {
    const ctx = contextFor(db, who, services.policy, {
      clock: services.clock ?? systemClock,
      request: request.id,
    })
    refuseByRole(endpoint, ctx)
    const input = await parseInput(endpoint, request)
    return answer(endpoint, await handle(ctx, input), reply)
  }
  // A read is one statement or a few that need no common snapshot; anything that may write is one transaction.
  return endpoint.method === 'GET' ? run(services.database) : services.database.transaction(run)
}

function refuseStrangers(endpoint: Endpoint, who: Who): void {
  if (endpoint.needs === 'public' || who.id) return
  throw new Problem(401, { code: 'signIn', message: '请先登录。', mend: '登录后会回到这一页。' })
}

function refuseByRole(endpoint: Endpoint, ctx: Context): void {
  if (endpoint.needs === 'public' || endpoint.needs === 'signedIn') return
  if (!ctx.authority.may(endpoint.needs)) throw notAllowed(endpoint.needs)
}

async function parseInput(endpoint: Endpoint, request: FastifyRequest): Promise<HandlerInput<Endpoint>> {
  return {
    params: parse(endpoint.params, request.params, 'params'),
    query: parse(endpoint.query, request.query, 'query'),
    body: parse(endpoint.body, request.body, 'body'),
    upload: endpoint.upload ? await readUpload(request) : noUpload,
    request,
  } as HandlerInput<Endpoint>
}

const noUpload: Upload = { fileName: '', bytes: new Uint8Array() }

function parse(schema: z.ZodType | undefined, given: unknown, part: string): unknown {
  if (!schema) return undefined
  const parsed = schema.safeParse(given ?? {})
  if (parsed.success) return parsed.data
  const faults: Fault[] = parsed.error.issues.map((issue) => ({
    at: issue.path.join('.'),
    message: issue.message,
  }))
  throw new Problem(400, {
    code: 'malformed',
    message: `填写的内容有 ${faults.length} 处不对${faults[0]?.at ? `：${faults[0].message}` : '。'}`,
    mend: part === 'body' ? '请按各处的提示修改后再提交，已填的内容都在。' : '请从页面上重新打开这个链接。',
    faults,
  })
}

function answer(endpoint: Endpoint, result: unknown, reply: FastifyReply): unknown {
  if (endpoint.file) return sendFile(endpoint.file, result as FileAnswer, reply)
  reply.type('application/json; charset=utf-8')
  const parsed = endpoint.returns?.safeParse(result)
  if (parsed && !parsed.success)
    throw new Error(`answer of ${endpoint.path} breaks its contract: ${parsed.error.message}`)
  return JSON.stringify(parsed ? (parsed.data as Answer<Endpoint>) : {})
}

function sendFile(type: string, file: FileAnswer, reply: FastifyReply): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
    .header('x-content-type-options', 'nosniff')
    .type(type)
    .send(file.content)
}
