// Signing in and out through the front door: wrong and right, locks, limits, cookies, and sessions that are no more.
import argon2 from '@node-rs/argon2'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { useDatabase } from '../../../../test/database.ts'
import { password, worldNow } from '../../../../test/world.ts'
import type { Instant } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { buildServer } from '../../../server.ts'
import { hashPassword } from './passwords.ts'

const database = useDatabase()
const secret = 'a secret of at least thirty-two letters'
let app: FastifyInstance
let now = worldNow
let address = 0

beforeAll(async () => {
  app = await buildServer(database(), { secret, clock: () => now })
})

/** Each test comes from an address of its own, at the same time. */
beforeEach(() => {
  address += 1
  now = worldNow
})

const signIn = (loginName: string, given = password, from = `10.0.0.${address}`) =>
  app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { loginName, password: given },
    remoteAddress: from,
  })

const session = (cookie: string) => app.inject({ url: '/api/session', headers: { cookie } })
const mine = (cookie: string) => app.inject({ url: '/api/me/preferences/columns', headers: { cookie } })

function cookieOf(reply: LightMyRequestResponse): string {
  const [cookie] = reply.cookies
  if (!cookie) throw new Error(`no cookie: ${reply.statusCode} ${reply.body}`)
  return `${cookie.name}=${encodeURIComponent(cookie.value)}`
}

const wait = (minutes: number) => {
  now = new Date(Date.parse(now) + minutes * 60_000).toISOString() as Instant
}

describe('Signing in', () => {
  it('gives a session to the right name and password', async () => {
    const reply = await signIn('countyOfficer.inside')
    expect(reply.statusCode).toBe(200)
    const { person, postings, may, firstRun } = (await session(cookieOf(reply))).json()
    expect(person.loginName).toBe('countyOfficer.inside')
    expect(postings).toMatchObject([{ role: 'countyOfficer', areaName: '太仓市' }])
    expect(may).toContain('organization.edit')
    expect(firstRun).toBe(false)
  })

  it('refuses a wrong password and an unknown name in the same words, after the same work', async () => {
    // As a real account has it, not as cheap as the world's.
    const real = await hashPassword(password)
    await database().run(sql`update person set password_hash = ${real} where login_name = 'auditor.inside'`)
    const verify = vi.spyOn(argon2, 'verify')
    const wrong = await signIn('auditor.inside', 'not this')
    const unknown = await signIn('nobody.at.all', 'not this')
    expect(wrong.statusCode).toBe(401)
    expect(unknown.statusCode).toBe(401)
    expect(unknown.body).toBe(wrong.body)
    const hashes = verify.mock.calls.map(([hash]) => String(hash).replace(/\$[^$]+\$[^$]+$/, ''))
    verify.mockRestore()
    expect(hashes).toHaveLength(2)
    expect(hashes[0]).toMatch(/^\$argon2id\$/)
    expect(hashes[1]).toBe(hashes[0])
    expect(wrong.cookies).toEqual([])
  })

  it('refuses an account that was closed as if it did not exist', async () => {
    await database().run(sql`update person set active = false where login_name = 'judge.outside'`)
    const closed = await signIn('judge.outside')
    expect([closed.statusCode, closed.json().code]).toEqual([401, 'signIn.wrong'])
  })

  it.each([['resident.inside'], ['nobody.either']])(
    'locks %s after five wrong passwords, for five minutes',
    async (loginName) => {
      for (let time = 0; time < 5; time++) expect((await signIn(loginName, 'wrong')).statusCode).toBe(401)
      const locked = await signIn(loginName)
      expect([locked.statusCode, locked.json().code]).toEqual([429, 'signIn.locked'])
      expect(locked.json().message).toContain('锁定')
    },
  )

  it('unlocks when the five minutes are over, and not before', async () => {
    for (let time = 0; time < 5; time++) await signIn('auditor.outside', 'wrong')
    wait(4.9)
    expect((await signIn('auditor.outside')).statusCode).toBe(429)
    wait(0.2)
    expect((await signIn('auditor.outside')).statusCode).toBe(200)
  })

  it('forgets wrong passwords after a right one', async () => {
    for (let round = 0; round < 2; round++) {
      for (let time = 0; time < 4; time++) await signIn('judge.inside', 'wrong')
      expect((await signIn('judge.inside')).statusCode).toBe(200)
    }
  })

  it('refuses an address that tries many accounts, and lets other addresses in', async () => {
    const tries = Array.from({ length: 30 }, (_, at) => signIn(`try.${at}`, 'wrong', '10.1.0.1'))
    expect(new Set((await Promise.all(tries)).map(({ statusCode }) => statusCode))).toEqual(new Set([401]))
    const refused = await signIn('countyOfficer.inside', password, '10.1.0.1')
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'signIn.tooMany'])
    expect((await signIn('countyOfficer.inside', password, '10.1.0.2')).statusCode).toBe(200)
  })

  it('answers sixty at once, more than there are connections', async () => {
    const right = Array.from({ length: 30 }, () => signIn('partyOfficer.inside'))
    const wrong = Array.from({ length: 30 }, (_, at) => signIn(`crowd.${at}`, 'wrong', '10.1.0.3'))
    const statuses = (await Promise.all([...right, ...wrong])).map(({ statusCode }) => statusCode)
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(200))
    expect(statuses.slice(30)).toEqual(Array(30).fill(401))
  })

  it('is on record, without the password', async () => {
    await signIn('communityWorker.inside')
    const kept = await database().rows<{ record: string }>(
      sql`select e::text as record from event e where action = 'person.signIn'`,
    )
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.filter(({ record }) => record.includes(password))).toEqual([])
  })
})

describe('The session', () => {
  it('travels in a cookie that scripts and other sites do not get, and that the browser forgets', async () => {
    const [cookie] = (await signIn('countyOfficer.inside')).cookies
    expect(cookie).toMatchObject({ name: 'jusha', httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(cookie).not.toHaveProperty('maxAge')
    expect(cookie).not.toHaveProperty('expires')
  })

  it('travels over HTTPS only when the server is told so', async () => {
    const safe = await buildServer(database(), { secret, secure: true })
    const payload = { loginName: 'countyOfficer.inside', password }
    const headers = { 'x-forwarded-proto': 'https' }
    const reply = await safe.inject({ method: 'POST', url: '/api/session', payload, headers })
    expect(reply.cookies).toMatchObject([{ name: 'jusha', secure: true, httpOnly: true }])
  })

  it('gets a new id at sign-in, so that nobody can prepare one', async () => {
    const first = cookieOf(await signIn('countyOfficer.inside'))
    const second = await app.inject({
      ...{ method: 'POST', url: '/api/session', headers: { cookie: first } },
      payload: { loginName: 'countyOfficer.outside', password },
    })
    expect(cookieOf(second)).not.toBe(first)
    expect((await mine(first)).statusCode).toBe(401)
  })

  it('is kept in the database only as a hash', async () => {
    const cookie = decodeURIComponent(cookieOf(await signIn('countyOfficer.inside')))
    const id = cookie.split('=')[1]?.split('.')[0] ?? ''
    expect(id.length).toBeGreaterThan(20)
    const rows = await database().rows<{ row: string }>(
      sql`select encode(id, 'escape') || encode(id, 'base64') || data::text as row from session`,
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ row }) => row.includes(id))).toEqual([])
  })

  it('ends at the server when one signs out', async () => {
    const cookie = cookieOf(await signIn('countyOfficer.inside'))
    expect((await mine(cookie)).statusCode).toBe(200)
    const out = await app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } })
    expect(out.statusCode).toBe(200)
    expect((await mine(cookie)).statusCode).toBe(401)
    expect((await session(cookie)).json().person).toBeNull()
  })

  it('ends for twenty who sign out at once', async () => {
    const cookies = (await Promise.all(Array.from({ length: 20 }, () => signIn('resident.outside')))).map(
      cookieOf,
    )
    const out = await Promise.all(
      cookies.map((cookie) => app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } })),
    )
    expect(new Set(out.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
    expect(new Set((await Promise.all(cookies.map(mine))).map(({ statusCode }) => statusCode))).toEqual(
      new Set([401]),
    )
  })
})

describe('A cookie that is good for nothing', () => {
  it.each([
    ['of no session', 'jusha=nonsense'],
    ['with a false signature', `jusha=${'a'.repeat(32)}.${'b'.repeat(43)}`],
    ['that is empty', 'jusha='],
    ['that is broken', 'jusha=%E0%A4%A'],
    ['of ten kilobytes', `jusha=${'x'.repeat(10_000)}`],
  ])('%s is answered with the way to sign in', async (_, cookie) => {
    const [who, refused] = [await session(cookie), await mine(cookie)]
    expect([who.statusCode, who.json().person]).toEqual([200, null])
    expect([refused.statusCode, refused.json().code]).toEqual([401, 'signIn'])
  })

  it('of a session that expired is answered so too', async () => {
    const cookie = cookieOf(await signIn('townshipOfficer.outside'))
    await database().run(sql`update session set expires_at = now() - interval '1 second'
      where person = (select id from person where login_name = 'townshipOfficer.outside')`)
    expect((await mine(cookie)).statusCode).toBe(401)
  })

  it('of somebody whose account was closed is answered so too', async () => {
    const cookie = cookieOf(await signIn('townshipOfficer.inside'))
    await database().run(sql`update person set active = false where login_name = 'townshipOfficer.inside'`)
    const elsewhere = await buildServer(database(), { secret })
    const refused = await elsewhere.inject({ url: '/api/me/preferences/columns', headers: { cookie } })
    expect(refused.statusCode).toBe(401)
  })
})
