// Keeps what is needed to reach the embedded database again: password, port, and where the cluster is kept.
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { otherOwner } from './faults.ts'

/** Content of `<dataFolder>/database.json` (mode 0600). When the cluster is kept outside the data folder,
 *  `cluster` says where, and `dataFolder` whose it is: a copy of the folder must not take its data. */
export type Access = { password: string; port: number | null; cluster?: string; dataFolder?: string }

/** Name of the database's superuser and of the one database in the cluster. */
export const databaseName = 'jusha'

export const urlOf = (password: string, port: number, database = databaseName): string =>
  `postgresql://${databaseName}:${password}@127.0.0.1:${port}/${database}`

/** Letters and digits only, so that it needs no quoting in SQL or in an address. */
export const newPassword = (): string => randomBytes(24).toString('hex')

/** What the data folder says; null when it has no file, as before the first start.
 *  Problem `database.otherOwner` when the file is not ours to read: we must not begin anew beside it. */
export function readAccess(dataFolder: string): Access | null {
  const file = fileIn(dataFolder)
  if (existsSync(file) && !mayRead(file)) throw otherOwner(file)
  const found = readJson(file)
  if (typeof found?.password !== 'string' || !/^\w+$/.test(found.password)) return null
  return {
    password: found.password,
    port: typeof found.port === 'number' ? found.port : null,
    ...(typeof found.cluster === 'string' && { cluster: found.cluster }),
    ...(typeof found.dataFolder === 'string' && { dataFolder: found.dataFolder }),
  }
}

/** Writes only what is new, so that a start on a full disk gets as far as it can. */
export function keepAccess(dataFolder: string, access: Access): void {
  if (!isDeepStrictEqual(readAccess(dataFolder), access)) writePrivately(fileIn(dataFolder), access)
}

/** Replaces a file as a whole, readable by us alone; a full disk leaves the old one. */
export function writePrivately(file: string, content: object): void {
  const draft = `${file}.${process.pid}`
  try {
    writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
    shareWithOwner(draft)
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** What root writes into the folder of another user becomes that user's, who may be the next to start. */
export function shareWithOwner(file: string): void {
  const { uid, gid } = statSync(dirname(file))
  if (process.getuid?.() === 0 && uid !== 0) chownSync(file, uid, gid)
}

/** The object in a JSON file; null when there is none, or it is not ours to read, or it is cut short. */
export function readJson(file: string): Record<string, unknown> | null {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function mayRead(file: string): boolean {
  try {
    accessSync(file, constants.R_OK)
    return true
  } catch {
    return false
  }
}

const fileIn = (dataFolder: string): string => join(dataFolder, 'database.json')
