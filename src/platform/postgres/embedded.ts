// Starts and stops the PostgreSQL that comes with the product, whose data lies in the data folder.
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { Problem } from '../../kernel/problem.ts'
import { type Access, databaseName, keepAccess, newPassword, readAccess, urlOf } from './access.ts'
import { hasCluster, makeCluster, moveCluster, resetPassword } from './cluster.ts'
import { explainFileError, explainOutput } from './explain.ts'
import { databaseLost } from './faults.ts'
import { takeLock } from './lock.ts'
import { type Place, settle } from './place.ts'
import { choosePort } from './port.ts'
import { endOrphan, type Postmaster, startPostmaster, stopPostmaster, untilReady } from './postmaster.ts'
import { explainDatabaseError } from './runtime-faults.ts'
import { type Flags, serverFlags } from './settings.ts'
import { stopBeforeEnd } from './signals.ts'

export type EmbeddedOptions = {
  /** Made if need be. Holds `postgres/`, `database.json`, `postgres.log`, `lock.json`, `run.json`. */
  dataFolder: string
  /** Demanded port; without it the one of last time, or any free one. */
  port?: number
  /** Receives progress in Chinese, a line at a time. */
  log?: (line: string) => void
  /** PostgreSQL parameters over ours (`testFlags`). */
  flags?: Flags
  /** Where root keeps the cluster when its run user cannot enter the data folder; else /var/lib/jusha. */
  shelter?: string
  /** Called once when the server process ends though nobody called `stop`. */
  onLost?: (problem: Problem) => void
}

/** A running embedded database. `stop` shuts it down and is fulfilled when the process is gone. */
export type Embedded = { url: string; port: number; pid: number; stop(): Promise<void> }

/** Starts the embedded database, on first use making it; ready for connections when fulfilled.
 *  The caller calls `stop`, also on SIGINT and SIGTERM; where nobody listens for these, we stop and exit.
 *  Throws a Problem (503) for every fault that can be expected. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  try {
    const place = settle(options.dataFolder, options.shelter)
    const unlock = takeLock(place.home, place.dataFolder)
    try {
      return await startLocked(place, options, unlock)
    } catch (error) {
      unlock()
      throw error
    }
  } catch (error) {
    throw explainDatabaseError(error) ?? explainFileError(error, options.dataFolder)
  }
}

async function startLocked(place: Place, options: EmbeddedOptions, unlock: () => void): Promise<Embedded> {
  const access = await prepare(place, options.flags ?? {}, logOf(options))
  const { server, port } = await launch(place, access, options).catch(async (error: { code?: string }) => {
    if (error.code !== wrongPassword) throw error
    await resetPassword(place, access.password)
    return launch(place, access, options)
  })
  return hold(place, server, { url: urlOf(access.password, port), port }, options, unlock)
}

/** SQLSTATE invalid_password: `database.json` came from elsewhere, from a backup for instance. */
const wrongPassword = '28P01'

const logOf = (options: EmbeddedOptions) => options.log ?? (() => {})

/** Leaves a cluster that nobody runs and whose password we know. */
async function prepare(place: Place, flags: Flags, log: (line: string) => void): Promise<Access> {
  const known = readAccess(place.dataFolder)
  const password = known?.password ?? newPassword()
  await settleIn(place)
  if (!hasCluster(place)) {
    log('首次启动：正在建立数据库……')
    await makeCluster(place, password, flags.fsync !== 'off')
  } else {
    if (await endOrphan(place.cluster)) log('上次没有正常退出，已关闭遗留的数据库进程，数据完好。')
    if (!known) await resetPassword(place, password)
  }
  return { password, port: known?.port ?? null, ...pointerTo(place) }
}

async function settleIn({ moveFrom, cluster }: Place): Promise<void> {
  if (moveFrom === null) return
  await endOrphan(moveFrom)
  moveCluster(moveFrom, cluster)
}

const pointerTo = ({ home, cluster, dataFolder }: Place): Partial<Access> =>
  home === dataFolder ? {} : { cluster, dataFolder }

type Launched = { server: Postmaster; port: number }

/** Starts the server; again with another port when somebody took ours meanwhile, and again while workers of a
 *  server that was killed are still ending. */
async function launch(place: Place, access: Access, options: EmbeddedOptions): Promise<Launched> {
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(options.port, attempt === 1 ? access.port : null)
    keepAccess(place.dataFolder, { ...access, port })
    const server = await startPostmaster(place, { ...serverFlags(port), ...options.flags })
    const said = await bringUp(server, urlOf(access.password, port, 'postgres'), logOf(options))
    if (said === null) return { server, port }
    if (attempt > 50 || !mayTryAgain(said)) throw explainOutput(said, place)
    await sleep(100)
  }
}

/** Null when the server answers and has our database, else what it said before it ended. No failure leaves
 *  it. */
async function bringUp(server: Postmaster, url: string, log: (line: string) => void): Promise<string | null> {
  const forget = stopBeforeEnd(() => stopPostmaster(server))
  try {
    const said = await untilReady(server, url, () => log('数据库正在恢复上次未写完的内容，请稍候……'))
    if (said === null) await ensureDatabase(url)
    return said
  } catch (error) {
    await stopPostmaster(server)
    throw error
  } finally {
    forget()
  }
}

const mayTryAgain = (said: string): boolean => /Address already in use|still in use/.test(said)

/** Ties the server to this process: it goes when we exit, the lock goes when it is gone. */
function hold(
  place: Place,
  server: Postmaster,
  facts: { url: string; port: number },
  options: EmbeddedOptions,
  unlock: () => void,
): Embedded {
  let stopping: Promise<void> | null = null
  const atExit = () => {
    server.signal('SIGINT')
    unlock()
  }
  const stop = () => {
    stopping ??= stopPostmaster(server)
    return stopping
  }
  const forget = stopBeforeEnd(stop)
  process.on('exit', atExit)
  server.ended.then(() => {
    process.off('exit', atExit)
    forget()
    unlock()
    if (!stopping) options.onLost?.(databaseLost(place.logFile))
  })
  return { ...facts, pid: server.pid, stop }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName])
    if (!rowCount) await client.query(`CREATE DATABASE ${databaseName}`)
  } finally {
    await client.end()
  }
}
