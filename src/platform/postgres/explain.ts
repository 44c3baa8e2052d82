// Turns what the system and PostgreSQL say when something fails into a Problem that a person can act on.
import { statfsSync } from 'node:fs'
import { Problem } from '../../kernel/problem.ts'
import { binariesBroken, diskFull, folderUnwritable, startFailed, unknownUser } from './faults.ts'
import type { Place } from './place.ts'

const fileFaults: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '所在的磁盘是只读的',
  ENOTDIR: '路径中有一段是文件，不是文件夹',
  EEXIST: '同名的是一个文件，不是文件夹',
  ENOENT: '路径不存在，也不能新建',
  ELOOP: '路径中的链接互相指向',
  ENAMETOOLONG: '路径太长',
  EIO: '磁盘读写出错',
}

/** The Problem for an error met while working in the data folder; anything unknown is given back as it is. */
export function explainFileError(error: unknown, folder: string): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error
  const { code = '' } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder)
  const why = fileFaults[code]
  return why ? folderUnwritable(folder, why) : error
}

/** Whether PostgreSQL says that the disk is full. Shared memory (/dev/shm) that ran out is something else. */
const saysDiskFull = (text: string): boolean =>
  text
    .split('\n')
    .some((line) => /No space left on device|Disk quota exceeded/.test(line) && !/shared memory/.test(line))

/** The Problem for what a PostgreSQL program wrote before it ended in failure. */
export function explainOutput(text: string, place: Pick<Place, 'cluster' | 'logFile' | 'binaries'>): Problem {
  if (saysDiskFull(text)) return diskFull(place.cluster)
  if (/could not look up effective user ID/.test(text)) return unknownUser()
  if (/Permission denied|Read-only file system/.test(text)) return folderUnwritable(place.cluster, '没有权限')
  if (/error while loading shared libraries|version `GLIBC/.test(text)) {
    return binariesBroken(place.binaries.native, lastLine(text))
  }
  return isFull(place.cluster) ? diskFull(place.cluster) : startFailed(place.logFile, lastLine(text))
}

/** On a full disk PostgreSQL's complaint may not reach its log, which lies there too. */
function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize < 1024 * 1024
  } catch {
    return false
  }
}

/** The last line that names a fault, without time and process number. */
function lastLine(text: string): string {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !/database system is starting/.test(line))
  const fault = lines.findLast((line) => /FATAL|PANIC|ERROR|error:/.test(line)) ?? lines.at(-1) ?? ''
  return fault.replace(/^.*?\b(FATAL|PANIC|ERROR):/, '$1:').trim()
}
