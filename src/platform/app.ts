// The HTTP server without its endpoints: limits, headers, sessions, and the form in which faults are answered.
import { randomBytes, randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import fastifyCompress from '@fastify/compress'
import fastifyCookie from '@fastify/cookie'
import fastifyHelmet from '@fastify/helmet'
import fastifyMultipart from '@fastify/multipart'
import fastifyRateLimit from '@fastify/rate-limit'
import fastifySession from '@fastify/session'
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { Problem } from '../kernel/problem.ts'
import type { Database } from './db.ts'
import { explainDatabaseError } from './postgres/runtime-faults.ts'
import { rememberingSigner, SessionStore } from './sessions.ts'

declare module 'fastify' {
  interface Session {
    person?: string
  }
}

export type AppOptions = {
  /** Signs the session cookie; the same for every process on one database. */
  secret?: string
  /** The cookie travels over HTTPS only. */
  secure?: boolean
  log?: boolean
}

export async function createApp(database: Database, options: AppOptions = {}): Promise<FastifyInstance> {
  const app = Fastify({
    logger: options.log ? { level: 'warn' } : false,
    genReqId: () => randomUUID(),
    bodyLimit: 4 * 1024 * 1024,
    trustProxy: 'loopback',
    clientErrorHandler: answerGarble,
  })
  const headers = await securityHeaders()
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
  await app.register(fastifyCookie)
  await app.register(fastifySession, {
    secret: rememberingSigner(options.secret ?? randomBytes(32).toString('hex')),
    store: new SessionStore(database),
    cookieName: 'jusha',
    // Without an age of its own: the browser drops it when it closes, the store when it idles.
    cookie: { httpOnly: true, sameSite: 'lax', secure: options.secure ?? false, path: '/' },
    saveUninitialized: false,
    rolling: false,
  })
  await app.register(fastifyMultipart)
  await app.register(fastifyCompress, { threshold: 4096, encodings: ['gzip', 'identity'] })
  await app.register(fastifyRateLimit, { global: false })
  app.addHook('onRequest', refuseOtherSites)
  app.setErrorHandler(answerFault)
  return app
}

/** Helmet works the same headers out anew at every request, at a tenth of its cost; so it is asked once. */
async function securityHeaders(): Promise<Record<string, string>> {
  const probe = Fastify()
  await probe.register(fastifyHelmet, { contentSecurityPolicy: { directives: contentSources }, hsts: false })
  probe.get('/', (_request, reply) => reply.send())
  const { headers } = await probe.inject('/')
  await probe.close()
  const made = Object.entries(headers).filter(
    ([name]) => !['date', 'connection', 'content-length'].includes(name),
  )
  return Object.fromEntries(made.map(([name, value]) => [name, String(value)]))
}

// Ant Design writes its styles into the page.
const contentSources = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  upgradeInsecureRequests: null,
}

/** A form on another site must not act in the name of the person signed in here. */
async function refuseOtherSites(request: FastifyRequest): Promise<void> {
  const origin = request.headers.origin
  if (request.method === 'GET' || !origin) return
  if (hostOf(origin) !== request.headers.host) {
    throw new Problem(403, {
      code: 'otherSite',
      message: '这个请求来自别的网站，已拒绝。',
      mend: '请在本系统的页面上操作。',
    })
  }
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

/** A request that is not HTTP at all, such as an address with unencoded characters. */
function answerGarble(this: unknown, _error: Error, socket: Socket): void {
  const body = JSON.stringify({
    code: 'malformed',
    message: '请求的地址或格式不对。',
    mend: '请从页面上重新打开；程序调用时，地址里的汉字要编码。',
  })
  const head =
    'HTTP/1.1 400 Bad Request\r\ncontent-type: application/json; charset=utf-8\r\nconnection: close'
  if (socket.writable) socket.write(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  socket.destroy()
}

function answerFault(
  error: FastifyError | Problem,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  reply.header('cache-control', 'no-store')
  if (error instanceof Problem) return reply.status(error.status).send(error.body)
  const problem = knownFault(error)
  if (problem) {
    if (problem.status === 503) request.log.error(`the database does not serve: ${error.message}`)
    return reply.status(problem.status).send(problem.body)
  }
  request.log.error({ err: error, traceId: request.id }, 'a bug answered with 500')
  if (process.env.JUSHA_SHOW_BUGS) process.stderr.write(`${request.method} ${request.url}\n${error.stack}\n`)
  return reply.status(500).send({
    code: 'bug',
    message: '程序出了错，您的操作没有生效，数据没有改变。',
    mend: `请稍后再试；仍不行时把编号 ${request.id} 告诉系统管理员。`,
    traceId: request.id,
  })
}

/** SQLSTATE class 22: a value that the database cannot read, such as a page token that somebody wrote by hand. */
const isBadValue = ({ code }: FastifyError): boolean => /^22[0-9A-Z]{3}$/.test(code ?? '')

function knownFault(error: FastifyError): Problem | null {
  const fromDatabase = explainDatabaseError(error)
  if (fromDatabase) return fromDatabase
  if (isBadValue(error)) {
    return new Problem(400, {
      code: 'malformed',
      message: '请求里有读不懂的值。',
      mend: '请回到列表的第一页，或从页面上重新打开。',
    })
  }
  if (error.statusCode === 429) {
    return new Problem(429, { code: 'tooOften', message: '操作太频繁了。', mend: '请等一分钟再试。' })
  }
  if (error.statusCode === 413) {
    return new Problem(413, { code: 'tooLarge', message: '提交的内容太大。', mend: '请分几次提交。' })
  }
  if (error.statusCode && error.statusCode < 500) {
    return new Problem(400, { code: 'malformed', message: '请求的格式不对。', mend: '请刷新页面后再试。' })
  }
  return null
}
