// Starts the one embedded PostgreSQL that all tests of a run share, with two databases to clone: empty and the world.
import type { TestProject } from 'vitest/node'
import { paths } from '../src/paths.ts'
import { openDatabase } from '../src/platform/db.ts'
import { migrate } from '../src/platform/migrate.ts'
import { startForTests } from '../src/platform/postgres/for-tests.ts'
import { asAdministrator, emptyTemplate, urlOf, worldTemplate } from './database.ts'
import { fillWorld } from './world.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's connection string to a cluster that lives as long as the run. */
    databaseUrl: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startForTests({ max_connections: '200' })
  try {
    await makeTemplates(cluster.url)
  } catch (error) {
    await cluster.stop()
    throw error
  }
  project.provide('databaseUrl', cluster.url)
  return () => cluster.stop()
}

async function makeTemplates(url: string): Promise<void> {
  await asAdministrator(url, `create database ${emptyTemplate}`)
  const empty = openDatabase(urlOf(url, emptyTemplate), { connections: 1 })
  await migrate(empty, paths.migrations)
  await empty.close()
  await asAdministrator(url, `create database ${worldTemplate} template ${emptyTemplate}`)
  const world = openDatabase(urlOf(url, worldTemplate), { connections: 1 })
  await fillWorld(world)
  await world.close()
}
