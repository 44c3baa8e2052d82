// What the tests are: three projects, from the fastest to the one that opens a browser.
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { Totals } from './test/totals.ts'

/** Files beside the code that need no database: pure rules, pages' helpers, the tools. */
const unit = [
  'src/kernel/**/*.test.{ts,tsx}',
  'src/ui/**/*.test.{ts,tsx}',
  'src/modules/**/*.test.{ts,tsx}',
  'bin/**/*.test.js',
  'test/*.test.ts',
]

/** Files that may ask for a database; `test/server` holds those that belong to no single module. */
const server = [
  'src/*.test.ts',
  'src/platform/**/*.test.ts',
  'src/modules/*/server/**/*.test.ts',
  'test/server/**/*.test.ts',
]

const browser = ['test/browser/**/*.test.ts', 'test/e2e/**/*.e2e.ts']

// The limits only end a test that hangs: no test asserts how long something took.
// Files of a project share what they import: no file replaces a module for itself, and loading them anew takes longest.
// Databases and browsers work beside the workers, which wait for them half of their time: one worker a core.
const common = {
  maxWorkers: Math.max(2, Math.min(4, availableParallelism())),
  testTimeout: 60_000,
  hookTimeout: 180_000,
  teardownTimeout: 30_000,
  isolate: false,
  expect: { poll: { timeout: 30_000 } },
}

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: unit, exclude: ['src/modules/*/server/**'], ...common } },
      { test: { name: 'server', include: server, globalSetup: 'test/global-database.ts', ...common } },
      {
        test: {
          name: 'browser',
          include: browser,
          globalSetup: ['test/browser/global-browser.ts', 'test/global-database.ts'],
          // On a busy machine a browser may come late once; what is wrong is wrong the second time too.
          retry: process.env.CI ? 1 : 0,
          sequence: { groupOrder: 1 },
          ...common,
        },
      },
    ],
    passWithNoTests: false,
    allowOnly: false,
    slowTestThreshold: 3_000,
    reporters: ['default', new Totals()],
  },
})
