// Gives tests a real PostgreSQL of their own in a temporary folder, gone when they stop it.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Embedded, startEmbedded } from './embedded.ts'
import { type Flags, testFlags } from './settings.ts'

const prefix = 'jusha-test-'

/** A throw-away cluster with an empty database; `stop` removes it. Works as root and as an ordinary user. */
export async function startForTests(flags: Flags = {}): Promise<Embedded> {
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
