// Errors of files, programs, ports and statements become sentences with a mend.
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../kernel/problem.ts'
import { explainFileError, explainOutput } from './explain.ts'
import { describeListenError } from './listen-error.ts'
import { explainDatabaseError } from './runtime-faults.ts'

const withCode = (code: string): Error => Object.assign(new Error(code), { code })
const codeOf = (error: unknown): string => (error instanceof Problem ? error.body.code : 'unexplained')

describe('an error of the file system', () => {
  it('is a full disk, a folder that cannot be written, or unexplained', () => {
    const explained = (code: string) => codeOf(explainFileError(withCode(code), '/data'))
    expect(['ENOSPC', 'EDQUOT'].map(explained)).toEqual(['disk.full', 'disk.full'])
    expect(['EACCES', 'EROFS', 'ENOTDIR'].map(explained)).toEqual(Array(3).fill('dataFolder.unwritable'))
    expect(explained('EMFILE')).toBe('unexplained')
  })

  it('that is a Problem already stays as it is', () => {
    const problem = new Problem(503, { code: 'any', message: '任意' })
    expect(explainFileError(problem, '/data')).toBe(problem)
  })
})

describe('what PostgreSQL wrote before it ended', () => {
  const place = {
    cluster: '/',
    logFile: '/data/postgres.log',
    binaries: { native: '/programs', version: '18.4.0' },
  }

  it.each([
    ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'disk.full'],
    ['initdb: error: could not write file "base/1/1": Disk quota exceeded', 'disk.full'],
    [
      'FATAL:  could not resize shared memory segment "/P.1": No space left on device',
      'database.startFailed',
    ],
    ['initdb: error: could not look up effective user ID 1234: user does not exist', 'database.unknownUser'],
    ['postgres: error while loading shared libraries: libicui18n.so.60', 'database.binariesBroken'],
    ['could not open directory "/data/postgres": Permission denied', 'dataFolder.unwritable'],
  ])('%s', (text, code) => {
    expect(explainOutput(`LOG:  starting\n${text}\n`, place).body.code).toBe(code)
  })

  it('is quoted by its last fault when we do not know it', () => {
    const text = [
      '2026-01-01 UTC [1] LOG:  starting',
      '2026-01-01 UTC [1] PANIC:  could not locate a valid checkpoint record',
      '2026-01-01 UTC [2] FATAL:  the database system is starting up',
      '2026-01-01 UTC [1] LOG:  database system is shut down',
    ].join('\n')
    expect(explainOutput(text, place).body.message).toBe(
      '内置数据库没有启动：PANIC:  could not locate a valid checkpoint record。',
    )
  })
})

describe('an error of listening', () => {
  it('on a port that is taken names the port and proposes another', async () => {
    const first = createServer().listen(0, '127.0.0.1')
    await once(first, 'listening')
    const { port } = first.address() as AddressInfo
    const second = createServer().listen(port, '127.0.0.1')
    const [error] = await once(second, 'error').catch((thrown) => [thrown])
    first.close()
    const { status, body } = describeListenError(error, port)
    expect([status, body.code]).toEqual([503, 'port.taken'])
    expect(body.message).toContain(String(port))
    expect(body.mend).toContain(String(port + 1))
  })

  it('on a low, foreign or impossible port, or for any other reason, has its own words', () => {
    const described = ['EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'ERR_SOCKET_BAD_PORT', 'EMFILE'].map(
      (code) => describeListenError(withCode(code), 80).body.code,
    )
    expect(described).toEqual([
      'port.forbidden',
      'port.noSuchAddress',
      'port.noSuchAddress',
      'port.malformed',
      'port.failed',
    ])
  })
})

describe('an error of a statement', () => {
  it('is explained when the database, not the statement, is at fault', () => {
    const explained = (code: string) => explainDatabaseError(withCode(code))?.body.code
    expect(['53100', '53300', '57P01', 'ECONNREFUSED'].map(explained)).toEqual([
      'disk.full',
      'database.busy',
      'database.unavailable',
      'database.unavailable',
    ])
    expect(explainDatabaseError(new Error('Connection terminated unexpectedly'))?.status).toBe(503)
    expect(['23505', '42601'].map(explained)).toEqual([undefined, undefined])
  })
})
