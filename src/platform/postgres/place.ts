// Decides where the cluster and the programs lie, so that the user who runs them can reach both.
import { createHash } from 'node:crypto'
import { accessSync, chmodSync, constants, mkdirSync, readdirSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { readAccess } from './access.ts'
import { type Binaries, findBinaries, usableBinaries } from './binaries.ts'
import { copiedFolder, noShelter } from './faults.ts'
import { canEnter, chooseRunUser, isRoot, type RunUser } from './run-user.ts'

/** Where one installation keeps things, all absolute. */
export type Place = {
  dataFolder: string
  /** Folder of the cluster and of its lock: the data folder, or a shelter that the run user can enter. */
  home: string
  /** PostgreSQL's data directory, `<home>/postgres`. */
  cluster: string
  binaries: Binaries
  /** Where the cluster lies now, when the run user cannot enter there; it is to be moved to `cluster`. */
  moveFrom: string | null
  /** As whom PostgreSQL runs; null: as ourselves. */
  user: RunUser | null
  logFile: string
}

/** Where root keeps what its data folder cannot hold (0700 homes); the first that can be used is taken. */
const shelters = ['/var/lib/jusha', '/opt/jusha', '/srv/jusha']

/** Settles the place. A cluster that exists is found again wherever it is
 *  (docs/specs/embedded-database.md). */
export function settle(folder: string, shelter?: string): Place {
  const dataFolder = openDataFolder(folder)
  const candidates = shelter ? [resolve(shelter)] : isRoot() ? shelters : [dataFolder]
  const existing = findCluster(dataFolder, candidates)
  const user = chooseRunUser(existing)
  const shelterFor = () => openShelter(candidates, user)
  const stays = existing !== null && (user === null || canEnter(dirname(existing), user))
  const home = stays ? dirname(existing) : homeFor(dataFolder, user, shelterFor)
  const cluster = join(home, 'postgres')
  const binaries = usableBinaries(findBinaries(), user, shelterFor)
  const logFile = join(dataFolder, 'postgres.log')
  return { dataFolder, home, cluster, moveFrom: stays ? null : existing, binaries, user, logFile }
}

/** Makes the data folder if need be and gives its true path. Throws the file error when we may not write. */
export function openDataFolder(folder: string): string {
  mkdirSync(folder, { recursive: true })
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  return realpathSync(folder)
}

/** The cluster of this data folder: where its pointer says, else inside, else in a shelter (pointer lost). */
function findCluster(dataFolder: string, candidates: readonly string[]): string | null {
  const pointed = pointedCluster(dataFolder)
  const places = [
    ...(pointed ? [pointed] : []),
    join(dataFolder, 'postgres'),
    ...candidates.map((one) => join(sheltered(one, dataFolder), 'postgres')),
  ]
  return places.find((cluster) => holdsSomething(cluster)) ?? null
}

/** A folder that we may not read holds something: a cluster is readable by its owner only. */
function holdsSomething(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES'
  }
}

/** Where `database.json` points. Problem `database.copiedFolder` when the folder it was made for does so
 *  too. */
function pointedCluster(dataFolder: string): string | null {
  const { cluster, dataFolder: origin = dataFolder } = readAccess(dataFolder) ?? {}
  if (!cluster) return null
  const isCopy = origin !== dataFolder && readAccess(origin)?.cluster === cluster
  if (isCopy) throw copiedFolder(dataFolder, origin, cluster)
  return cluster
}

function homeFor(dataFolder: string, user: RunUser | null, shelterFor: () => string): string {
  if (user === null || canEnter(dataFolder, user)) return dataFolder
  const home = sheltered(shelterFor(), dataFolder)
  mkdirSync(home, { recursive: true })
  chmodSync(home, 0o755)
  return home
}

/** Each data folder has its own corner of a shelter. */
const sheltered = (shelter: string, dataFolder: string): string =>
  join(shelter, createHash('sha256').update(dataFolder).digest('hex').slice(0, 16))

function openShelter(candidates: readonly string[], user: RunUser | null): string {
  const found = candidates.find((folder) => prepareShelter(folder, user))
  if (found) return found
  throw noShelter(user?.name ?? String(process.getuid?.() ?? ''), candidates)
}

function prepareShelter(folder: string, user: RunUser | null): boolean {
  try {
    const isNew = mkdirSync(folder, { recursive: true }) !== undefined
    if (isNew) chmodSync(folder, 0o755)
    accessSync(folder, constants.W_OK)
    return user === null || canEnter(folder, user)
  } catch {
    return false
  }
}
