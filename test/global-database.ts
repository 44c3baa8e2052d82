// Starts the one embedded PostgreSQL that all tests of a run share, and tells them where it is.
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's connection string to a cluster that lives as long as the run. */
    databaseUrl: string
  }
}

type Cluster = { url: string; stop: () => Promise<void> }

const postgres = '../src/platform/postgres/index.ts'

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { startForTests }: { startForTests: () => Promise<Cluster> } = await import(postgres)
  const cluster = await startForTests()
  project.provide('databaseUrl', cluster.url)
  return () => cluster.stop()
}
