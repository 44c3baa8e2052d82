// Opens the database that the installation uses: the one of DATABASE_URL, else the embedded one.
import { checkDatabaseUrl } from './database-url.ts'
import { type EmbeddedOptions, startEmbedded } from './embedded.ts'

/** `databaseUrl` absent or blank: the embedded database in `dataFolder`. */
export type OpenOptions = EmbeddedOptions & { databaseUrl?: string | undefined }

/** An address that answers. `stop` ends what we started: nothing for a database of others. */
export type OpenDatabase = { url: string; stop(): Promise<void> }

/** Throws a Problem (503) when neither works; see `startEmbedded` and `checkDatabaseUrl`. */
export async function openDatabaseUrl({ databaseUrl, ...options }: OpenOptions): Promise<OpenDatabase> {
  const url = databaseUrl?.trim()
  if (!url) return startEmbedded(options)
  await checkDatabaseUrl(url)
  return { url, stop: async () => {} }
}
