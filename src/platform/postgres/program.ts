// Runs a PostgreSQL program as the run user, in surroundings where nothing of ours changes what it does.
import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process'
import { binariesBroken, cannotSwitchUser } from './faults.ts'
import type { Place } from './place.ts'
import type { RunUser } from './run-user.ts'

/** What a program that has ended said on both outputs. */
export type Outcome = { ok: boolean; text: string }

/** Runs to the end; `input` is its standard input. */
export function runProgram(place: Place, file: string, args: string[], input = ''): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = execFile(file, args, surroundings(place.user), (error, stdout, stderr) => {
      if (error && typeof error.code === 'string') reject(spawnFault(error.code, file, place.user))
      else resolve({ ok: error === null, text: `${stdout}${stderr}` })
    })
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  })
}

/** Starts a server in a session of its own, so that Ctrl-C at the terminal reaches only us; it writes to `log`. */
export function spawnServer(place: Place, file: string, args: string[], log: number): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const options: SpawnOptions = { ...surroundings(place.user), detached: true, stdio: ['ignore', log, log] }
    const child = spawn(file, args, options)
    child.once('spawn', () => resolve(child))
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(spawnFault(error.code ?? error.message, file, place.user)),
    )
  })
}

/** No PG… variables of the caller; messages in English, because we look for some; a folder that everyone can enter. */
const surroundings = (user: RunUser | null) => ({
  cwd: '/',
  env: { PATH: process.env.PATH ?? '', LC_MESSAGES: 'C', TZ: 'UTC' },
  ...(user && { uid: user.uid, gid: user.gid }),
})

function spawnFault(code: string, file: string, user: RunUser | null): Error {
  return user && code === 'EPERM' ? cannotSwitchUser(user.name) : binariesBroken(file, code)
}
