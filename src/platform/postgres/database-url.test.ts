// Every way in which a DATABASE_URL can be wrong is told in words, and none of them shows the password.
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '../../kernel/problem.ts'
import { checkDatabaseUrl, whyNotServer } from './database-url.ts'
import type { Embedded } from './embedded.ts'
import { startForTests } from './for-tests.ts'
import { openDatabaseUrl } from './open.ts'

let database: Embedded
beforeAll(async () => {
  database = await startForTests()
})
afterAll(() => database.stop())

const problemOf = (checking: Promise<unknown>): Promise<Problem> =>
  checking.then(
    () => expect.unreachable('the address was accepted'),
    (error: Problem) => error,
  )

const changed = (change: (url: URL) => void): string => {
  const url = new URL(database.url)
  change(url)
  return url.href
}

async function listen(answer: (socket: Socket) => void): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    answer(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

const portOf = (server: Server): string => String((server.address() as AddressInfo).port)

describe('a DATABASE_URL', () => {
  it('that works is opened as it is, and stopping leaves the server alone', async () => {
    const opened = await openDatabaseUrl({ databaseUrl: ` ${database.url} `, dataFolder: '/nowhere' })
    await opened.stop()
    expect(opened.url).toBe(database.url)
    await checkDatabaseUrl(database.url)
  })

  it.each([
    ['mysql://root@localhost/jusha', 'postgresql:// 开头'],
    ['localhost:5432/jusha', 'postgresql:// 开头'],
    ['postgresql://jusha:a/b@localhost/jusha', '不能识别'],
    ['postgresql://jusha@localhost:99999/jusha', '不能识别'],
    ['postgresql://jusha@localhost/', '没有写数据库名'],
    ['postgresql:///jusha', '没有写主机'],
    ['postgresql://jus%ha@localhost/jusha', '两位十六进制数'],
  ])('written as %s is refused before connecting', async (url, words) => {
    const { body } = await problemOf(checkDatabaseUrl(url))
    expect(body.code).toBe('databaseUrl.malformed')
    expect(body.message).toContain(words)
  })

  it('with a wrong password, user, database or port is refused with what is wrong', async () => {
    const cases: [string, (url: URL) => void][] = [
      ['databaseUrl.passwordWrong', (url) => (url.password = 'secret')],
      ['databaseUrl.passwordWrong', (url) => (url.username = 'nobodyHere')],
      ['databaseUrl.passwordAbsent', (url) => (url.password = '')],
      ['databaseUrl.databaseAbsent', (url) => (url.pathname = '/no_such')],
      ['databaseUrl.notReachable', (url) => (url.port = '1')],
      ['databaseUrl.hostUnknown', (url) => (url.hostname = 'no-such-host.invalid')],
      ['databaseUrl.noEncryption', (url) => (url.search = '?sslmode=require')],
    ]
    for (const [code, change] of cases) {
      const url = changed(change)
      const { status, body } = await problemOf(checkDatabaseUrl(url))
      expect([status, body.code]).toEqual([503, code])
      const password = new URL(url).password
      if (password) expect(`${body.message}${body.mend}`).not.toContain(password)
    }
  })

  it('of a host that does not answer, hangs up, or speaks another language is refused', async () => {
    const answers: [string, (socket: Socket) => void][] = [
      ['没有回应', () => {}],
      ['中断了连接', (socket) => socket.destroy()],
      ['', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')],
    ]
    for (const [words, answer] of answers) {
      const server = await listen(answer)
      const url = changed((one) => (one.port = portOf(server)))
      const { body } = await problemOf(checkDatabaseUrl(url, 300))
      expect(body.code).toMatch(/^databaseUrl\.(notReachable|refused)$/)
      expect(body.message).toContain(words)
      server.close()
    }
  })

  it('of a database that cannot hold all Chinese characters is refused', async () => {
    const client = new Client({ connectionString: database.url })
    await client.connect()
    await client.query(
      `CREATE DATABASE plain ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`,
    )
    await client.end()
    const { body } = await problemOf(checkDatabaseUrl(changed((url) => (url.pathname = '/plain'))))
    expect(body).toMatchObject({ code: 'databaseUrl.notUtf8', message: expect.stringContaining('SQL_ASCII') })
  })

  it('of a server that is too old or only a standby is refused', () => {
    const facts = { version: '14.0', number: 140_000, encoding: 'UTF8', standby: false }
    const code = (change: object) => whyNotServer({ ...facts, ...change }, 'db:5432/jusha')?.body.code
    expect(code({})).toBeUndefined()
    expect(code({ version: '13.9', number: 130_009 })).toBe('databaseUrl.tooOld')
    expect(code({ standby: true })).toBe('databaseUrl.readOnly')
  })
})
