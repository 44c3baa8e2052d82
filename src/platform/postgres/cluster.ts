// Makes the cluster on first use, and sees that an existing one can be opened.
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { databaseName } from './access.ts'
import { majorOf, program } from './binaries.ts'
import { explainOutput } from './explain.ts'
import { damaged, otherMajor, otherOwner } from './faults.ts'
import type { Place } from './place.ts'
import { type Outcome, runProgram } from './program.ts'
import type { RunUser } from './run-user.ts'

/** Whether there is a cluster. One that cannot be opened is a Problem: damaged, of another version or
 *  owner. */
export function hasCluster(place: Place): boolean {
  if (!existsSync(place.cluster)) return false
  takeOver(place)
  if (readdirSync(place.cluster).length === 0) return false
  const versionFile = join(place.cluster, 'PG_VERSION')
  if (!existsSync(versionFile)) throw damaged(place.cluster)
  const found = readFileSync(versionFile, 'utf8').trim()
  const ours = majorOf(place.binaries)
  if (found !== ours) throw otherMajor(place.cluster, found, ours)
  return true
}

/** Moves the cluster to where its user can enter; across disks it is copied whole before the old one goes. */
export function moveCluster(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    rmSync(`${to}.new`, { recursive: true, force: true })
    cpSync(from, `${to}.new`, { recursive: true, verbatimSymlinks: true })
    renameSync(`${to}.new`, to)
    rmSync(from, { recursive: true, force: true })
  }
}

/** PostgreSQL insists on owner and mode; a copy of the folder may have lost them. */
function takeOver({ cluster, user }: Place): void {
  const owner = statSync(cluster).uid
  if (user && owner !== user.uid) giveTo(user, cluster)
  if (!user && process.getuid && owner !== process.getuid()) throw otherOwner(cluster)
  chmodSync(cluster, 0o700)
}

function giveTo(user: RunUser, path: string): void {
  lchownSync(path, user.uid, user.gid)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name)
    if (entry.isDirectory()) giveTo(user, inner)
    else lchownSync(inner, user.uid, user.gid)
  }
}

/** Makes the cluster beside its final place and moves it there when it is whole: nobody ever meets half a
 *  one. */
export async function makeCluster(place: Place, password: string, sync: boolean): Promise<void> {
  const draft = `${place.cluster}.new`
  rmSync(draft, { recursive: true, force: true })
  try {
    mkdirSync(draft, { mode: 0o700 })
    if (place.user) chownSync(draft, place.user.uid, place.user.gid)
    await initialise(place, draft, password, sync)
    renameSync(draft, place.cluster)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw error
  }
}

/** Letters are told from other characters by LC_CTYPE; the first that this system has is taken. */
const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'C']

async function initialise(place: Place, draft: string, password: string, sync: boolean): Promise<void> {
  const passwordFile = `${draft}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  try {
    if (place.user) chownSync(passwordFile, place.user.uid, place.user.gid)
    for (const characterType of characterTypes) {
      const outcome = await initdb(place, draft, passwordFile, characterType, sync)
      if (outcome.ok) return
      if (!/invalid locale/.test(outcome.text)) throw explainOutput(outcome.text, place)
    }
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** Text is sorted by code point (builtin C.UTF-8), so that no update of the system can break an index. */
function initdb(place: Place, draft: string, passwordFile: string, characterType: string, sync: boolean) {
  const args = ['-D', draft, '-U', databaseName, `--pwfile=${passwordFile}`, '-A', 'scram-sha-256']
  args.push('--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8')
  args.push('--locale=C', `--lc-ctype=${characterType}`, '--no-instructions', ...(sync ? [] : ['--no-sync']))
  return runProgram(place, program(place.binaries, 'initdb'), args)
}

/** Sets the password from inside, when the file that held it was lost. The server must not be running. */
export async function resetPassword(place: Place, password: string): Promise<void> {
  const args = ['--single', '-D', place.cluster, 'postgres']
  const statement = `ALTER ROLE ${databaseName} PASSWORD '${password}'\n`
  const outcome: Outcome = await runProgram(place, program(place.binaries, 'postgres'), args, statement)
  if (!outcome.ok) throw explainOutput(outcome.text, place)
}
