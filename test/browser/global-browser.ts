// Starts the one browser that all browser tests of a run share, each in a context of its own.
import type { TestProject } from 'vitest/node'
import { serveChromium } from './launch.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test process connects to the shared Chromium. */
    browserEndpoint: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await serveChromium()
  project.provide('browserEndpoint', browser.wsEndpoint())
  return () => browser.close()
}
