// Tells whether a process is still the one that left a note, though another may have its number since.
import { execFileSync } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'

/** A process and the moment it began, in whatever form the system tells it. */
export type ProcessMark = { pid: number; born: string }

/** Marks the process we run in. */
export const ownMark = (): ProcessMark => ({ pid: process.pid, born: birthOf(process.pid) ?? '' })

/** Whether the marked process runs; a process that took over its number does not count. */
export function stillRuns(mark: ProcessMark): boolean {
  if (!isAlive(mark.pid)) return false
  const born = birthOf(mark.pid)
  return born === null || mark.born === '' || born === mark.born
}

/** Whether any process has this number now. A dead one that nobody collected (a zombie) does not count. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return statOf(pid)?.state !== 'Z'
}

/** Whether the process is the database server of this cluster: it works in that folder, or names it. */
export function servesCluster(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  return folderOf(pid) === cluster || commandOf(pid).includes(cluster)
}

/** The command line of a process, arguments parted by blanks; empty when unknown. */
export function commandOf(pid: number): string {
  if (process.platform !== 'linux') return askPs(pid, 'command=') ?? ''
  return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() ?? ''
}

/** When the process began; null when it is gone or the system does not tell. */
function birthOf(pid: number): string | null {
  if (process.platform !== 'linux') return askPs(pid, 'lstart=')
  const stat = statOf(pid)
  return stat ? `${read('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}/${stat.started}` : null
}

/** From /proc/PID/stat: the name may hold blanks and brackets, so we read behind the last bracket. */
function statOf(pid: number): { state: string; started: string } | null {
  const text = process.platform === 'linux' ? read(`/proc/${pid}/stat`) : null
  if (text === null) return null
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return { state: fields[0] ?? '', started: fields[19] ?? '' }
}

function folderOf(pid: number): string | null {
  try {
    return realpathSync(`/proc/${pid}/cwd`)
  } catch {
    return null
  }
}

function askPs(pid: number, column: string): string | null {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
