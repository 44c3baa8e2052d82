// What every command works on: the database of a data folder, opened, migrated, and closed again.
import { resolve } from 'node:path'
import { provinces } from '../modules/areas/server/index.ts'
import { daysOff } from '../modules/people/server/index.ts'
import { paths } from '../paths.ts'
import { type Context, clockOff, contextFor } from '../platform/context.ts'
import { type Database, openDatabase } from '../platform/db.ts'
import { migrate } from '../platform/migrate.ts'
import type { Who } from '../platform/policy.ts'
import { openDatabaseUrl } from '../platform/postgres/open.ts'
import { readRunning } from '../platform/postgres/running.ts'
import { policy } from '../policy.ts'

export type Place = { data?: string }

export type Installation = {
  database: Database
  url: string
  dataFolder: string
  /** A context with an operator's reach over the whole installation. */
  operator: (db?: Context['db']) => Promise<Context>
  close: () => Promise<void>
}

export const dataFolderOf = (place: Place): string =>
  resolve(place.data ?? process.env.JUSHA_DATA ?? paths.data)

/**
 * Opens the installation; beside a running server its database is used, otherwise it is started for the while.
 * `embedded`: never the database of DATABASE_URL, so that made-up data cannot get among real data.
 */
export async function openInstallation(
  place: Place,
  log: (line: string) => void,
  { embedded = false } = {},
): Promise<Installation> {
  const dataFolder = dataFolderOf(place)
  const databaseUrl = embedded ? undefined : process.env.DATABASE_URL
  const running = databaseUrl ? null : readRunning(dataFolder)
  const server = running
    ? { url: running.databaseUrl, stop: async () => undefined }
    : await openDatabaseUrl({ databaseUrl, dataFolder, log })
  const database = openDatabase(server.url)
  const close = async () => {
    await database.close()
    await server.stop()
  }
  try {
    await migrate(database, paths.migrations)
    const clock = clockOff(await daysOff(database))
    const operator = async (db: Context['db'] = database) =>
      contextFor(db, await operatorOf(database), policy, { clock })
    return { database, url: server.url, dataFolder, operator, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Whoever can start the program on its data may do all; the record names the command line. */
async function operatorOf(database: Database): Promise<Who> {
  const loaded = await provinces(database)
  const posts = ['administrator', 'cityOfficer'].flatMap((role) =>
    loaded.map((code) => ({ role, area: code, level: 'province' as const })),
  )
  return { id: null, name: '命令行', postings: posts }
}

/** Opens the installation, does the work, closes it whatever happens. */
export async function withInstallation<T>(
  place: Place,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const installation = await openInstallation(place, (line) => process.stderr.write(`${line}\n`))
  try {
    return await work(installation)
  } finally {
    await installation.close()
  }
}
