// The life of an embedded database: first start, restart, refusal of a second one, and every way to die.
import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '../../kernel/problem.ts'
import { keepAccess, readAccess } from './access.ts'
import { isAlive } from './alive.ts'
import { type Embedded, type EmbeddedOptions, startEmbedded } from './embedded.ts'
import { announceRunning, readRunning } from './running.ts'
import { testFlags } from './settings.ts'

const root = mkdtempSync(join(tmpdir(), 'jusha-life-'))
const dataFolder = join(root, 'data')
const shelter = join(root, 'shelter')
const cluster = join(dataFolder, 'postgres')

/** As in tests, but what was committed outlives the server's death. */
const flags = { ...testFlags, synchronous_commit: 'on' }

const start = (options: Partial<EmbeddedOptions> = {}): Promise<Embedded> =>
  startEmbedded({ dataFolder, shelter, flags, ...options })

const refusal = async (starting: Promise<Embedded>): Promise<Problem> => {
  const problem = await starting.then(
    (database) => database.stop(),
    (error: Problem) => error,
  )
  expect(problem).toMatchObject({ name: 'Problem', status: 503 })
  return problem as Problem
}

async function ask<Row>(url: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(statement)).rows as Row[]
  } finally {
    await client.end()
  }
}

/** Every start leaves a row; we see whether all of them are still there. */
async function leaveRow(url: string): Promise<number> {
  await ask(url, 'CREATE TABLE IF NOT EXISTS visit (n int GENERATED ALWAYS AS IDENTITY)')
  await ask(url, 'INSERT INTO visit DEFAULT VALUES')
  const [row] = await ask<{ count: number }>(url, 'SELECT count(*)::int AS count FROM visit')
  return row?.count ?? 0
}

let visits = 0
async function visit(options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const database = await start(options)
  visits += 1
  expect(await leaveRow(database.url)).toBe(visits)
  return database
}

/** Another Node process that holds the database, in a process group of its own. */
async function startElsewhere(whenReady = ''): Promise<{
  child: ChildProcess
  database: Embedded
  ended: Promise<unknown>
}> {
  const code = `
    import { startEmbedded } from '${new URL('./embedded.ts', import.meta.url).href}'
    const database = await startEmbedded(${JSON.stringify({ dataFolder, shelter, flags })})
    console.log(JSON.stringify(database))
    const ticking = setInterval(() => {}, 1000)
    ${whenReady}`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const ended = once(child, 'exit')
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, database: JSON.parse(line) as Embedded, ended }
}

async function listenOn(port: number): Promise<Server> {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}

beforeAll(() => chmodSync(root, 0o711))
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('the embedded database', () => {
  it('is made on first use, in UTF-8, for this machine only, and says that it is being made', async () => {
    const lines: string[] = []
    const database = await visit({ log: (line) => lines.push(line) })
    const [facts] = await ask(
      database.url,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('listen_addresses') AS listens,
              current_setting('unix_socket_directories') AS sockets, current_setting('jit') AS jit,
              current_setting('data_checksums') AS checksums, current_setting('fsync') AS fsync,
              upper('é') AS upper, current_database() AS name`,
    )
    await database.stop()
    expect(facts).toEqual({
      encoding: 'UTF8',
      listens: '127.0.0.1',
      sockets: '',
      jit: 'off',
      checksums: 'on',
      fsync: 'off',
      upper: 'É',
      name: 'jusha',
    })
    expect(lines).toEqual(['首次启动：正在建立数据库……'])
  })

  it('keeps its password where only its owner reads it, and asks for it', async () => {
    const database = await visit()
    const wrong = database.url.replace(/:\w+@/, ':wrong@')
    await expect(ask(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
    await database.stop()
    expect(statSync(join(dataFolder, 'database.json')).mode & 0o777).toBe(0o600)
    expect(existsSync(`${cluster}.new.password`)).toBe(false)
  })

  it('is on the same port after a restart, and gone after a stop', async () => {
    const first = await visit()
    await first.stop()
    expect(isAlive(first.pid)).toBe(false)
    const second = await visit()
    expect(second.url).toBe(first.url)
    await Promise.all([second.stop(), second.stop()])
    expect(existsSync(join(dataFolder, 'lock.json'))).toBe(false)
  })

  it('takes another port when somebody sits on its own, and refuses one that was demanded', async () => {
    const port = readAccess(dataFolder)?.port ?? 0
    const sitter = await listenOn(port)
    const problem = await refusal(start({ port }))
    expect(problem.body).toMatchObject({
      code: 'database.portTaken',
      message: expect.stringContaining(String(port)),
    })
    const database = await visit()
    expect(database.port).not.toBe(port)
    await database.stop()
    sitter.close()
    expect(readAccess(dataFolder)?.port).toBe(database.port)
  })

  it('refuses a second start on the same data, naming process and address', async () => {
    const database = await visit()
    expect((await refusal(start())).body.message).toContain(`进程号 ${process.pid}）`)
    const retract = announceRunning(dataFolder, { url: 'http://127.0.0.1:8080', databaseUrl: database.url })
    expect(readRunning(dataFolder)).toEqual({
      pid: process.pid,
      url: 'http://127.0.0.1:8080',
      databaseUrl: database.url,
    })
    const { body } = await refusal(start())
    expect(body).toMatchObject({
      code: 'database.inUse',
      mend: expect.stringContaining('http://127.0.0.1:8080'),
    })
    expect(body.message).toContain(`进程号 ${process.pid}，地址 http://127.0.0.1:8080`)
    retract()
    expect(readRunning(dataFolder)).toBeNull()
    expect(await leaveRow(database.url)).toBe(++visits)
    await database.stop()
  })
})

describe('after an accident', () => {
  it.each([
    ['a process that is dead', { pid: 2_000_000_000, born: '' }],
    ['a process whose number another one has now', { pid: process.pid, born: 'long ago' }],
    ['a write that was cut short', {}],
  ])('a lock left by %s does not count', async (_, lock) => {
    writeFileSync(join(dataFolder, 'lock.json'), JSON.stringify(lock))
    await (await visit()).stop()
  })

  it('a run file left by a dead process does not count', () => {
    const left = {
      pid: process.pid,
      born: 'long ago',
      url: 'http://127.0.0.1:1',
      databaseUrl: 'postgresql://x',
    }
    writeFileSync(join(dataFolder, 'run.json'), JSON.stringify(left))
    expect(readRunning(dataFolder)).toBeNull()
  })

  it('the server of a killed parent is ended and its data are found', async () => {
    const { child, database: orphan, ended } = await startElsewhere()
    expect(await leaveRow(orphan.url)).toBe(++visits)
    child.kill('SIGKILL')
    await ended
    expect(isAlive(orphan.pid)).toBe(true)
    const lines: string[] = []
    const database = await visit({ log: (line) => lines.push(line) })
    expect(isAlive(orphan.pid)).toBe(false)
    expect(lines).toEqual(['上次没有正常退出，已关闭遗留的数据库进程，数据完好。'])
    await database.stop()
  })

  const listening = "process.once('SIGINT', () => database.stop().then(() => clearInterval(ticking)))"
  it.each([
    ['of a program that listens for it', listening, [0, null]],
    ['of a program that does not', '', [130, null]],
  ])('Ctrl-C, which goes to the whole process group %s, shuts the server down', async (_, code, end) => {
    const { child, database, ended } = await startElsewhere(code)
    process.kill(-(child.pid ?? 0), 'SIGINT')
    expect(await ended).toEqual(end)
    expect(isAlive(database.pid)).toBe(false)
    const log = readFileSync(join(dataFolder, 'postgres.log'), 'utf8')
    expect(log.trimEnd().split('\n').at(-1)).toContain('database system is shut down')
    await (await visit()).stop()
  })

  it('a killed server is reported, can still be stopped, and starts again with its data', async () => {
    const watch = new EventEmitter()
    const lost = once(watch, 'lost')
    const database = await visit({ onLost: (problem) => watch.emit('lost', problem) })
    process.kill(database.pid, 'SIGKILL')
    expect(await lost).toMatchObject([{ body: { code: 'database.lost' } }])
    await database.stop()
    await (await visit()).stop()
  })

  it('a server number in postmaster.pid that an unrelated process has now does not count', async () => {
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n`)
    await (await visit()).stop()
  })

  it('a lost or foreign password file is made anew', async () => {
    rmSync(join(dataFolder, 'database.json'))
    await (await visit()).stop()
    keepAccess(dataFolder, { password: 'fromAnotherBackup', port: null })
    await (await visit()).stop()
  })
})

describe('what cannot be opened is refused in words', () => {
  it('a data folder that is a file', async () => {
    const file = join(root, 'file')
    writeFileSync(file, '')
    const { body } = await refusal(start({ dataFolder: file }))
    expect(body).toMatchObject({ code: 'dataFolder.unwritable', message: expect.stringContaining(file) })
    expect((await refusal(start({ dataFolder: join(file, 'below') }))).body.message).toContain('不是文件夹')
  })

  it('a cluster of another major version, which stays untouched', async () => {
    const versionFile = join(cluster, 'PG_VERSION')
    const ours = readFileSync(versionFile, 'utf8')
    writeFileSync(versionFile, '13\n')
    expect((await refusal(start())).body).toMatchObject({
      code: 'database.otherMajor',
      message: expect.stringContaining('PostgreSQL 13'),
    })
    writeFileSync(versionFile, ours)
    await (await visit()).stop()
  })

  it('a folder with other things where the cluster should be', async () => {
    const folder = join(root, 'damaged')
    mkdirSync(join(folder, 'postgres'), { recursive: true })
    writeFileSync(join(folder, 'postgres', 'letter.txt'), '')
    expect((await refusal(start({ dataFolder: folder }))).body.code).toBe('database.damaged')
  })

  it('a setting that PostgreSQL does not take, with its own words and the log', async () => {
    const { body } = await refusal(start({ flags: { ...flags, max_connections: 'many' } }))
    expect(body).toMatchObject({
      code: 'database.startFailed',
      mend: expect.stringContaining('postgres.log'),
    })
    expect(body.message).toContain('max_connections')
    await (await visit()).stop()
  })
})
