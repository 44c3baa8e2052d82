// Runs a PostgreSQL program as the run user, in surroundings where nothing of ours changes what it does.
import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process'
import { binariesBroken, cannotSwitchUser } from './faults.ts'
import type { Place } from './place.ts'
import type { RunUser } from './run-user.ts'

/** What a program that has ended said on both outputs. */
export type Outcome = { ok: boolean; text: string }

/** Runs to the end; `input` is its standard input. */
export function runProgram(place: Place, file: string, args: string[], input = ''): Promise<Outcome> {
  const running = new Promise<Outcome>((resolve, reject) => {
    const child = execFile(file, args, surroundings(place.user), (error, stdout, stderr) => {
      if (error && typeof error.code === 'string') reject(error)
      else resolve({ ok: error === null, text: `${stdout}${stderr}` })
    })
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  })
  return running.catch((error) => refuse(error, file, place.user))
}

/** Starts a server in a session of its own, so that Ctrl-C at the terminal reaches only us; it writes
 *  `log`. */
export function spawnServer(place: Place, file: string, args: string[], log: number): Promise<ChildProcess> {
  const starting = new Promise<ChildProcess>((resolve, reject) => {
    const options: SpawnOptions = { ...surroundings(place.user), detached: true, stdio: ['ignore', log, log] }
    const child = spawn(file, args, options)
    child.once('spawn', () => resolve(child))
    child.once('error', reject)
  })
  return starting.catch((error) => refuse(error, file, place.user))
}

/** None of the caller's PG… variables; messages in English, because we read them; a folder all can enter. */
const surroundings = (user: RunUser | null) => ({
  cwd: '/',
  env: { PATH: process.env.PATH ?? '', LC_MESSAGES: 'C', TZ: 'UTC' },
  ...(user && { uid: user.uid, gid: user.gid }),
})

/** The program could not even be started (Node throws or reports that, depending on the reason). */
function refuse(error: NodeJS.ErrnoException, file: string, user: RunUser | null): never {
  const code = error.code ?? error.message
  if (code === 'ENOSPC' || code === 'EAGAIN' || code === 'ENOMEM') throw error
  throw user && code === 'EPERM' ? cannotSwitchUser(user.name) : binariesBroken(file, code)
}
