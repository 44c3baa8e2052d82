// The walk of one request, written once: who is asking → may they at all → parse → begin → authorize → handle → parse the answer → commit.
import { isDeepStrictEqual } from 'node:util'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Answer, Endpoint, EndpointTable, Parsed } from '../kernel/endpoint.ts'
import { type Fault, Problem } from '../kernel/problem.ts'
import { type Clock, type Context, contextFor, type Later, systemClock } from './context.ts'
import type { Database, Db } from './db.ts'
import { authorityOf, notAllowed, type Policy, type Who } from './policy.ts'
import { unfit } from './postgres/runtime-faults.ts'
import { readUpload, type Upload } from './upload.ts'

/** A file to send instead of JSON. */
export type FileAnswer = {
  fileName: string
  content: NodeJS.ReadableStream | Uint8Array
  /** Where the endpoint sends files of several types. */
  mediaType?: string
  /** The browser may show it; otherwise it is saved. */
  inline?: boolean
  headers?: Readonly<Record<string, string>>
}

/**
 * JSON that the database wrote in the very shape of the contract, for what is read most: it is sent as it stands, not
 * read, parsed and written again. Every test that asks such an endpoint holds the text against the contract.
 */
export class JsonText {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Result<E extends Endpoint> = E extends { file: string }
  ? FileAnswer
  : z.input<NonNullable<E['returns']>> | JsonText

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
  /** How often one address may ask in a minute, where asking costs much or is worth guessing. */
  perMinute: Partial<Record<keyof T, number>> = {},
): void {
  for (const name of Object.keys(table) as (keyof T & string)[]) {
    const endpoint = table[name] as Endpoint
    const handle = handlers[name] as unknown as Handler<Endpoint>
    const max = perMinute[name]
    app.route({
      method: endpoint.method,
      url: `/api${endpoint.path}`,
      config: { endpoint, rateLimit: max === undefined ? false : { max, timeWindow: '1 minute' } },
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
  refuseByRole(endpoint, who, services.policy)
  // Read before anything is begun: a slow upload must not hold a connection.
  const input = await parseInput(endpoint, request)
  const later: Later[] = []
  const run = async (db: Db) => {
    const ctx = contextFor(db, who, services.policy, {
      clock: services.clock ?? systemClock,
      request: request.id,
      afterCommit: (work) => later.push(work),
    })
    return answer(endpoint, await handle(ctx, input), reply)
  }
  const kept = (db: Db) => run(db).catch(keepRefusal)
  // A read is one statement or a few that need no common snapshot; anything that may write is one transaction.
  const { database } = services
  const result = await (endpoint.method === 'GET' ? kept(database) : database.transaction(kept))
  if (result instanceof KeptRefusal) throw result.problem
  for (const work of later) await work()
  return result
}

/** Thrown around a Problem when what was written before it must stay: a wrong password is counted. */
export class KeptRefusal extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

function keepRefusal(error: unknown): KeptRefusal {
  if (error instanceof KeptRefusal) return error
  throw error
}

function refuseStrangers(endpoint: Endpoint, who: Who): void {
  if (endpoint.needs === 'public' || who.id) return
  throw new Problem(401, { code: 'signIn', message: '请先登录。', mend: '登录后会回到这一页。' })
}

function refuseByRole({ needs }: Endpoint, who: Who, policy: Policy): void {
  if (needs === 'public' || needs === 'signedIn') return
  if (!authorityOf(who, policy).may(needs)) throw notAllowed(needs)
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
  if (hasUnfitText(given)) throw unfit
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

function hasUnfitText(given: unknown): boolean {
  if (typeof given === 'string') return /[\0\p{Cs}]/u.test(given)
  return typeof given === 'object' && given !== null && Object.entries(given).flat().some(hasUnfitText)
}

function answer(endpoint: Endpoint, result: unknown, reply: FastifyReply): unknown {
  if (endpoint.file) return sendFile(endpoint.file, result as FileAnswer, reply)
  reply.type('application/json; charset=utf-8').header('cache-control', 'no-store')
  if (!(result instanceof JsonText)) return JSON.stringify(parseAnswer(endpoint, result))
  if (process.env.NODE_ENV === 'test') refuseOtherShape(endpoint, result)
  return result.text
}

function parseAnswer(endpoint: Endpoint, result: unknown): unknown {
  const parsed = endpoint.returns?.safeParse(result)
  if (parsed && !parsed.success)
    throw new Error(`answer of ${endpoint.path} breaks its contract: ${parsed.error.message}`)
  return parsed ? (parsed.data as Answer<Endpoint>) : {}
}

/** Nothing may be missing, and nothing may be there that parsing would have left out. */
function refuseOtherShape(endpoint: Endpoint, { text }: JsonText): void {
  const given: unknown = JSON.parse(text)
  if (!isDeepStrictEqual(given, parseAnswer(endpoint, given)))
    throw new Error(`answer of ${endpoint.path} holds more than its contract`)
}

function sendFile(type: string, file: FileAnswer, reply: FastifyReply): FastifyReply {
  const how = file.inline ? 'inline' : 'attachment'
  return reply
    .header('content-disposition', `${how}; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
    .header('cache-control', 'no-store')
    .headers(file.headers ?? {})
    .type(file.mediaType ?? type)
    .send(file.content)
}
