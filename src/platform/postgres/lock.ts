// Lets only one process use a data folder's embedded database; what a dead process left does not count.
import { linkSync, renameSync, rmSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { readJson, writePrivately } from './access.ts'
import { ownMark, type ProcessMark, stillRuns } from './alive.ts'
import { notReady } from './faults.ts'
import { readRunning } from './running.ts'

/** Takes the lock `<home>/lock.json` and returns what gives it back.
 *  Problem `database.inUse` names the process that has it, and its address when it has told one. */
export function takeLock(home: string, dataFolder: string): () => void {
  const file = join(home, 'lock.json')
  const draft = `${file}.${process.pid}.${Date.now()}`
  const own = ownMark()
  writePrivately(draft, own)
  try {
    claim(file, draft, dataFolder)
  } finally {
    rmSync(draft, { force: true })
  }
  return () => release(file, own)
}

/** The process that holds the lock, or null. */
export function lockHolder(home: string): ProcessMark | null {
  const holder = readMark(join(home, 'lock.json'))
  return holder && stillRuns(holder) ? holder : null
}

/** `link` fails when the name exists, and the content is there from the first moment. */
function claim(file: string, draft: string, dataFolder: string): void {
  while (!tryLink(draft, file)) {
    const holder = readMark(file)
    if (holder && stillRuns(holder)) throw inUse(dataFolder, holder.pid)
    removeStale(file, `${draft}.stale`)
  }
}

function tryLink(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Moves the stale lock aside; if another process was faster and this is its new lock already, puts it
 *  back. */
function removeStale(file: string, aside: string): void {
  try {
    renameSync(file, aside)
    const moved = readMark(aside)
    if (moved && stillRuns(moved)) tryLink(aside, file)
    unlinkSync(aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

function release(file: string, own: ProcessMark): void {
  const holder = readMark(file)
  if (holder?.pid === own.pid && holder.born === own.born) rmSync(file, { force: true })
}

function readMark(file: string): ProcessMark | null {
  const found = readJson(file)
  if (typeof found?.pid !== 'number') return null
  return { pid: found.pid, born: typeof found.born === 'string' ? found.born : '' }
}

function inUse(dataFolder: string, pid: number) {
  const url = readRunning(dataFolder)?.url
  return notReady(
    'database.inUse',
    `数据文件夹「${dataFolder}」正由另一个聚沙使用（进程号 ${pid}${url ? `，地址 ${url}` : ''}）。`,
    `${url ? `请直接打开 ${url}；` : ''}要重新启动，请先在它的窗口按 Ctrl-C（或执行 kill ${pid}）；` +
      '要另开一套，请为它指定另一个数据文件夹。',
  )
}
