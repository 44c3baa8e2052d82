// PostgreSQL's server process: starts it, waits until it answers, stops it, ends one that a dead parent left.
import type { ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { shareWithOwner } from './access.ts'
import { isAlive, servesCluster } from './alive.ts'
import { program } from './binaries.ts'
import type { Place } from './place.ts'
import { spawnServer } from './program.ts'
import { asArguments, type Flags } from './settings.ts'

/** A server process of ours. `ended` is fulfilled when it is gone, with what it wrote to its log.
 *  It does not keep Node alive, except between `hold` and its end. */
export type Postmaster = {
  pid: number
  ended: Promise<string>
  signal(name: NodeJS.Signals): void
  hold(): void
}

export async function startPostmaster(place: Place, flags: Flags): Promise<Postmaster> {
  const log = openLog(place.logFile)
  const begin = statSync(place.logFile).size
  try {
    const args = ['-D', place.cluster, ...asArguments(flags)]
    const child = await spawnServer(place, program(place.binaries, 'postgres'), args, log)
    return asPostmaster(child, () => readFrom(place.logFile, begin))
  } finally {
    closeSync(log)
  }
}

function asPostmaster(child: ChildProcess, said: () => string): Postmaster {
  const ended = new Promise<string>((resolve) => child.once('exit', () => resolve(said())))
  child.unref()
  return { pid: child.pid ?? 0, ended, signal: (name) => void child.kill(name), hold: () => child.ref() }
}

const tenMegabytes = 10 * 1024 * 1024

/** Appends; a log grown large is kept once as `.old`. */
function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > tenMegabytes) renameSync(file, `${file}.old`)
  const log = openSync(file, 'a', 0o600)
  shareWithOwner(file)
  return log
}

const readFrom = (file: string, begin: number): string =>
  existsSync(file) ? readFileSync(file).subarray(begin).toString('utf8').slice(-20_000) : ''

/** Fulfilled with null when the server answers at `url`, or with its last words when it ended instead.
 *  A database that was not shut down repeats its log first, so there is no limit of time while it lives. */
export async function untilReady(
  server: Postmaster,
  url: string,
  waiting: () => void,
): Promise<string | null> {
  const ended = server.ended.then((said) => ({ said }))
  for (let turn = 1; ; turn++) {
    const outcome = await Promise.race([ended, answers(url)])
    if (typeof outcome === 'object') return outcome.said
    if (outcome) return null
    if (turn % 250 === 0) waiting()
    await sleep(20)
  }
}

/** Whether a connection succeeds. Not listening yet and starting up are "no"; anything else is thrown. */
async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    if (['ECONNREFUSED', 'ECONNRESET', '57P03'].includes((error as { code?: string }).code ?? ''))
      return false
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

/** Fast shutdown (open connections are cut, everything is written); after a minute the hard way, which loses
 *  nothing either but makes the next start repeat its log. Fulfilled when the process is gone. */
export async function stopPostmaster(server: Postmaster): Promise<void> {
  server.hold()
  server.signal('SIGINT')
  const hard = setTimeout(() => server.signal('SIGQUIT'), 60_000)
  await server.ended
  clearTimeout(hard)
}

/** Ends the server that a killed parent left on this cluster, if there is one; it writes its data out
 *  first. */
export async function endOrphan(cluster: string): Promise<boolean> {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return false
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
  if (servesCluster(pid, cluster)) return endByNumber(pid)
  if (isAlive(pid)) disown(file)
  return false
}

async function endByNumber(pid: number): Promise<boolean> {
  for (let turn = 0; isAlive(pid); turn++) {
    if (turn === 0) process.kill(pid, 'SIGINT')
    if (turn === 1200) process.kill(pid, 'SIGQUIT')
    await sleep(50)
  }
  return true
}

/** The number in the file went to an unrelated process, and PostgreSQL would take that for a running server.
 *  We put a number that no process has; by the rest PostgreSQL sees whether an old worker lives on. */
function disown(file: string): void {
  const [, ...rest] = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, ['2147483647', ...rest].join('\n'))
}
