// The walk of a request: who it lets in, what it keeps and takes back, and the form of every fault.
import { Signer } from '@fastify/cookie'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { useDatabase } from '../../test/database.ts'
import { get, post } from '../kernel/endpoint.ts'
import { Problem } from '../kernel/problem.ts'
import { createApp } from './app.ts'
import { type Database, type Db, sql } from './db.ts'
import { type Handlers, KeptRefusal, mount } from './http.ts'
import type { Who } from './policy.ts'

const database = useDatabase('empty')
const some = z.object({ text: z.string() })
const table = {
  read: get('/read', { summary: 'Reads', needs: 'thing.see', query: some, returns: some }),
  write: post('/write', { summary: 'Writes', needs: 'public', body: some, returns: some }),
  often: post('/often', { summary: 'Not often', needs: 'public', returns: z.object({}) }),
}

let app: FastifyInstance
let handle: (db: Db) => Promise<unknown>
let done: string[]
let who: Who

beforeAll(async () => {
  app = await createApp(database())
  const policy = { 'thing.see': { roles: ['auditor'], where: 'anywhere' as const } }
  const work = async (ctx: { db: Db; afterCommit: (work: () => void) => void }) => {
    ctx.afterCommit(() => void done.push('after'))
    return { text: String(await handle(ctx.db)) }
  }
  const handlers: Handlers<typeof table> = { read: work, write: work, often: async () => ({}) }
  mount(app, { database: database(), policy, whoIsAsking: async () => who }, table, handlers, { often: 3 })
})

beforeEach(() => {
  done = []
  handle = async () => '好'
  who = { id: null, name: '某人', postings: [] }
})

const write = (payload: object | string = { text: 'x' }, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/write',
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  })

const note = (db: Db) => db.run(sql`insert into migration (name) values ('noted')`)
const noted = async () =>
  (await database().rows(sql`delete from migration where name = 'noted' returning 1`)).length

describe('A request', () => {
  it('is let in by role before anything of it is read', async () => {
    expect((await app.inject('/api/read')).statusCode).toBe(401)
    who = { id: 'somebody', name: '某人', postings: [{ role: 'judge', area: '1', level: 'city' }] }
    expect((await app.inject('/api/read?wrong=1')).statusCode).toBe(403)
    who = { ...who, postings: [{ role: 'auditor', area: '1', level: 'city' }] }
    expect((await app.inject('/api/read?wrong=1')).statusCode).toBe(400)
    expect((await app.inject('/api/read?text=x')).json()).toEqual({ text: '好' })
  })

  it('is kept when it succeeds, and what was planned is done after', async () => {
    handle = async (db) => {
      await note(db)
      return done.length
    }
    expect((await write()).json()).toEqual({ text: '0' })
    expect([await noted(), done]).toEqual([1, ['after']])
  })

  it.each([
    ['a refusal', new Problem(422, { code: 'no', message: '不行' }), 422],
    ['a bug', new Error('bug'), 500],
  ])('is taken back by %s, and what was planned is left undone', async (_, error, status) => {
    handle = async (db) => {
      await note(db)
      throw error
    }
    expect((await write()).statusCode).toBe(status)
    expect([await noted(), done]).toEqual([0, []])
  })

  it('keeps what it wrote before a refusal that says so', async () => {
    handle = async (db) => {
      await note(db)
      throw new KeptRefusal(new Problem(401, { code: 'no', message: '不行' }))
    }
    const refused = await write()
    expect([refused.statusCode, refused.json()]).toEqual([401, { code: 'no', message: '不行' }])
    expect([await noted(), done]).toEqual([1, []])
  })

  it('that answers otherwise than it promised is a bug, and is taken back', async () => {
    const broken = { text: post('/broken', { summary: 'Lies', needs: 'public', returns: some }) }
    const other = await createApp(database())
    const services = { database: database(), policy: {}, whoIsAsking: async () => who }
    const lie = async ({ db }: { db: Db }) => {
      await note(db)
      return { text: 1 as unknown as string }
    }
    mount(other, services, broken, { text: lie })
    expect((await other.inject({ method: 'POST', url: '/api/broken' })).statusCode).toBe(500)
    expect(await noted()).toBe(0)
  })
})

describe('A fault', () => {
  it('in a field is named with the field', async () => {
    const { statusCode, body } = await write({ text: 1 })
    expect(statusCode).toBe(400)
    expect(JSON.parse(body)).toMatchObject({ code: 'malformed', faults: [{ at: 'text' }] })
  })

  it.each([
    ['text that is no JSON', '{"text": '],
    ['nothing', ''],
    ['a character that no database holds', '{"text": "a\\u0000b"}'],
    ['half a character', '{"text": "a\\ud800b"}'],
    ['such a name of a field', '{"text": "a", "b\\u0000": 1}'],
    ['a poisoned prototype', '{"text": "a", "__proto__": {"x": 1}}'],
  ])('%s is refused in words', async (_, payload) => {
    const { statusCode, body } = await write(payload)
    expect(statusCode).toBe(400)
    expect(JSON.parse(body)).toMatchObject({ message: expect.stringMatching(/[一-鿿]/) })
  })

  it('too large is refused in words', async () => {
    const { statusCode, body } = await write({ text: 'x'.repeat(5 * 1024 * 1024) })
    expect([statusCode, JSON.parse(body).code]).toEqual([413, 'tooLarge'])
  })

  it('of the program tells a number and nothing else', async () => {
    handle = async () => {
      throw new Error('secret words of a bug')
    }
    const { statusCode, body } = await write()
    expect(statusCode).toBe(500)
    expect(JSON.parse(body)).toEqual({
      code: 'bug',
      message: expect.any(String),
      mend: expect.stringContaining(JSON.parse(body).traceId),
      traceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(body).not.toMatch(/secret|Error|at /)
  })

  it('of too many requests from one address is told after the limit', async () => {
    const ask = () => app.inject({ method: 'POST', url: '/api/often', remoteAddress: '10.9.9.9' })
    const statuses = [await ask(), await ask(), await ask(), await ask()].map(({ statusCode }) => statusCode)
    expect(statuses).toEqual([200, 200, 200, 429])
    expect((await ask()).json()).toMatchObject({ code: 'tooOften', mend: expect.any(String) })
  })
})

describe('A database that does not serve', () => {
  const secret = 'a secret of at least thirty-two letters'
  const failing = (code: string) => async () => {
    throw Object.assign(new pg.DatabaseError('inner words', 0, 'error'), { code })
  }

  it.each([
    ['53100', 'disk.full'],
    ['53300', 'database.busy'],
    ['40P01', 'database.busy'],
    ['25006', 'database.readOnly'],
    ['08006', 'database.unavailable'],
  ])('with %s is answered with 503 and %s', async (sqlState, code) => {
    handle = failing(sqlState)
    const { statusCode, body } = await write()
    expect(statusCode).toBe(503)
    expect(JSON.parse(body)).toMatchObject({ code, mend: expect.stringMatching(/[一-鿿]/) })
    expect(body).not.toContain('inner words')
  })

  it('because the connection was cut is answered with 503, and the next request is served', async () => {
    handle = (db) => db.run(sql`select pg_terminate_backend(pg_backend_pid())`)
    const cut = await write()
    expect([cut.statusCode, cut.json().code]).toEqual([503, 'database.unavailable'])
    handle = async (db) => (await db.one<{ text: string }>(sql`select '又好了' as text`)).text
    expect((await write()).json()).toEqual({ text: '又好了' })
  })

  it('while a session is looked up is answered with 503', async () => {
    const gone: Database = {
      ...database(),
      maybe: () => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })),
    }
    const cutOff = await createApp(gone, { secret })
    cutOff.get('/api/any', () => ({}))
    const signed = new Signer(secret).sign('a session that nobody knows of')
    const reply = await cutOff.inject({
      url: '/api/any',
      headers: { cookie: `jusha=${encodeURIComponent(signed)}` },
    })
    expect([reply.statusCode, reply.json().code]).toEqual([503, 'database.unavailable'])
  })
})

describe('Another site', () => {
  it.each([
    ['of another host', 'https://evil.example'],
    ['of another port', 'http://localhost:81'],
    ['without a name', 'null'],
    ['that is no address', 'nonsense'],
  ])('%s may not write', async (_, origin) => {
    const { statusCode, body } = await write({ text: 'x' }, { origin, host: 'localhost:80' })
    expect([statusCode, JSON.parse(body).code]).toEqual([403, 'otherSite'])
  })

  it('is not this one', async () => {
    expect(
      (await write({ text: 'x' }, { origin: 'http://jusha.test:4800', host: 'jusha.test:4800' })).statusCode,
    ).toBe(200)
  })
})

describe('Every answer', () => {
  it.each([
    ['good', { text: 'x' }],
    ['bad', { text: 1 }],
  ])('that is %s carries the headers that browsers keep to', async (_, payload) => {
    const { headers } = await write(payload)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
    expect(headers).not.toHaveProperty('x-powered-by')
  })
})
