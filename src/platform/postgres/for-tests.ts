// Gives tests a real PostgreSQL of their own in a temporary folder, gone when they stop it.
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readAccess } from './access.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { lockHolder } from './lock.ts'
import { endOrphan } from './postmaster.ts'
import { type Flags, testFlags } from './settings.ts'

const prefix = 'jusha-test-'

/** A throw-away cluster with an empty database; `stop` removes it. Works as root and as an ordinary user. */
export async function startForTests(flags: Flags = {}): Promise<Embedded> {
  await sweep()
  const folder = mkdtempSync(join(tmpdir(), prefix))
  chmodSync(folder, 0o711)
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const database = await startEmbedded({
      dataFolder: folder,
      shelter: join(folder, 'shelter'),
      flags: { ...testFlags, shared_buffers: '128MB', ...flags },
    })
    return { ...database, stop: () => database.stop().then(remove) }
  } catch (error) {
    remove()
    throw error
  }
}

/** Ends and removes what killed test runs left. */
async function sweep(): Promise<void> {
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))
  for (const name of left) await removeIfDead(join(tmpdir(), name)).catch(() => {})
}

async function removeIfDead(folder: string): Promise<void> {
  const isOld = Date.now() - statSync(folder).mtimeMs > 60_000
  const cluster = readAccess(folder)?.cluster ?? join(folder, 'postgres')
  if (!isOld || lockHolder(dirname(cluster))) return
  await endOrphan(cluster)
  rmSync(folder, { recursive: true, force: true })
}
