// As root, with a data folder that the database's user cannot enter, as in root's own home.
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAccess } from './access.ts'
import { startEmbedded } from './embedded.ts'
import { isRoot } from './run-user.ts'
import { testFlags } from './settings.ts'

const root = join(tmpdir(), `jusha-shelter-${process.pid}`)
const shelter = join(root, 'shelter')
const home = join(root, 'home')

const start = (dataFolder: string) => startEmbedded({ dataFolder, shelter, flags: testFlags })
const startAndStop = async (dataFolder: string): Promise<void> => (await start(dataFolder)).stop()

describe.runIf(isRoot())('root with a closed home', () => {
  beforeAll(() => {
    mkdirSync(root, { mode: 0o711 })
    mkdirSync(home, { mode: 0o700 })
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  const dataFolder = join(home, 'data')

  it('keeps the cluster in a shelter, for a user other than root, and finds it again', async () => {
    await startAndStop(dataFolder)
    const cluster = readAccess(dataFolder)?.cluster ?? ''
    expect(cluster.startsWith(shelter)).toBe(true)
    expect(statSync(cluster).uid).not.toBe(0)
    expect(existsSync(join(dataFolder, 'postgres'))).toBe(false)
    await startAndStop(dataFolder)
    expect(readAccess(dataFolder)?.cluster).toBe(cluster)
  })

  it('finds the cluster although the pointer was lost', async () => {
    const cluster = readAccess(dataFolder)?.cluster
    rmSync(join(dataFolder, 'database.json'))
    await startAndStop(dataFolder)
    expect(readAccess(dataFolder)?.cluster).toBe(cluster)
  })

  it('refuses a copy of the data folder, whose cluster is the original’s', async () => {
    const copy = join(home, 'copy')
    cpSync(dataFolder, copy, { recursive: true })
    await expect(start(copy)).rejects.toMatchObject({ body: { code: 'database.copiedFolder' } })
  })

  it('follows a data folder that was moved', async () => {
    const cluster = readAccess(dataFolder)?.cluster
    const moved = join(home, 'moved')
    renameSync(dataFolder, moved)
    await startAndStop(moved)
    expect(readAccess(moved)).toMatchObject({ cluster, dataFolder: moved })
  })

  it('moves a cluster that was brought into a closed folder, owned by root, to the shelter', async () => {
    const brought = join(home, 'brought')
    mkdirSync(brought)
    const moved = join(home, 'moved')
    cpSync(readAccess(moved)?.cluster ?? '', join(brought, 'postgres'), { recursive: true })
    await startAndStop(brought)
    const cluster = readAccess(brought)?.cluster ?? ''
    expect(dirname(dirname(cluster))).toBe(shelter)
    expect(existsSync(join(brought, 'postgres'))).toBe(false)
    expect(readAccess(moved)?.cluster).not.toBe(cluster)
  })
})

describe.runIf(isRoot())('root in the data folder of another user', () => {
  const owner = { uid: 65_534, gid: 65_534 }

  it('leaves to that user what the next start has to read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jusha-owned-'))
    chmodSync(folder, 0o755)
    chownSync(folder, owner.uid, owner.gid)
    await startAndStop(folder)
    for (const name of ['database.json', 'postgres.log'])
      expect(statSync(join(folder, name))).toMatchObject(owner)
    rmSync(folder, { recursive: true })
  })
})
