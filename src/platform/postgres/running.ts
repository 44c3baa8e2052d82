// Tells the command line which server is running on a data folder, and how to reach it and its database.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { readJson, writePrivately } from './access.ts'
import { ownMark, stillRuns } from './alive.ts'

/** `url`: the web address, null for a process without pages. `databaseUrl` holds the password. */
export type Running = { pid: number; url: string | null; databaseUrl: string }

/** The running instance's facts, or null when none runs (a file left by a dead process does not count). */
export function readRunning(dataFolder: string): Running | null {
  const found = readJson(fileIn(dataFolder))
  if (typeof found?.pid !== 'number' || typeof found.databaseUrl !== 'string') return null
  const born = typeof found.born === 'string' ? found.born : ''
  if (!stillRuns({ pid: found.pid, born })) return null
  return {
    pid: found.pid,
    url: typeof found.url === 'string' ? found.url : null,
    databaseUrl: found.databaseUrl,
  }
}

/** Makes this process known in `<dataFolder>/run.json` (mode 0600); the answer takes the note back. */
export function announceRunning(dataFolder: string, facts: Omit<Running, 'pid'>): () => void {
  writePrivately(fileIn(dataFolder), { ...facts, ...ownMark() })
  return () => {
    if (readRunning(dataFolder)?.pid === process.pid) rmSync(fileIn(dataFolder), { force: true })
  }
}

const fileIn = (dataFolder: string): string => join(dataFolder, 'run.json')
