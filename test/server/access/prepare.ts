// Makes the world of the access tests ready: the places, everybody signed in, and what may be told to whom.
import type { Database } from '../../../src/platform/db.ts'
import { type Client, clientOf, testServer } from '../../client.ts'
import { inTurn, rehearsal } from './rehearsal.ts'
import { type Asking, buildScene, callers, type Scene } from './scene.ts'
import { collectSecrets } from './secrets.ts'
import type { Secrets } from './telling.ts'

export type Caller = Asking & { client: Client }
export type Prepared = { scene: Scene; secrets: Secrets; everybody: Caller[] }

/** Whatever they do through their clients is taken back at once. */
export async function prepare(database: Database): Promise<Prepared> {
  const scene = await buildScene(await testServer(database), database)
  const people = [...(await callers(database)), nobody]
  const app = await testServer(rehearsal(database))
  const everybody = await inTurn(people, async (asking) => ({
    ...asking,
    client: await clientOf(app, asking === nobody ? undefined : asking.loginName),
  }))
  return { scene, everybody, secrets: await collectSecrets(database, scene) }
}

const nobody: Asking = { loginName: 'nobody', postings: [], ownIds: [] }
