// Starts the one embedded PostgreSQL that all tests of a run share, and tells them where it is.
import type { TestProject } from 'vitest/node'
import { startForTests } from '../src/platform/postgres/for-tests.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's connection string to a cluster that lives as long as the run. */
    databaseUrl: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startForTests()
  project.provide('databaseUrl', cluster.url)
  return () => cluster.stop()
}
