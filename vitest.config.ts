// What the tests are: pure rules, which need nothing, and the product, which needs a database and a browser.
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/longest-first.ts'
import { Totals } from './test/totals.ts'

/** Files beside the code that need no database: pure rules, pages' helpers, the tools. */
const unit = [
  'src/kernel/**/*.test.{ts,tsx}',
  'src/ui/**/*.test.{ts,tsx}',
  'src/modules/**/*.test.{ts,tsx}',
  'bin/**/*.test.js',
  'test/*.test.ts',
]

/** Files that may ask for a database or a browser; `test` holds those that belong to no single module. */
const product = [
  'src/*.test.ts',
  'src/platform/**/*.test.ts',
  'src/modules/*/server/**/*.test.ts',
  'test/server/**/*.test.ts',
  'test/browser/**/*.test.ts',
  'test/e2e/**/*.e2e.ts',
]

// The limits only end a test that hangs: no test asserts how long something took.
// Files of a project share what they import: no file replaces a module for itself, and loading them anew takes longest.
const common = {
  // One more than there are cores: a worker often waits for the database or a page.
  maxWorkers: Math.max(2, Math.min(4, availableParallelism())) + 1,
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
      {
        test: {
          name: 'product',
          include: product,
          globalSetup: 'test/global-database.ts',
          // On a busy machine a browser may come late once; nothing else is given a second try.
          retry: process.env.CI ? { count: 1, condition: /Timeout \d+ms exceeded|never got ready/ } : 0,
          ...common,
        },
      },
    ],
    // What Vite makes of a file is kept until the file changes: the next run begins in half of the time.
    experimental: { fsModuleCache: true },
    sequence: { sequencer: LongestFirst },
    passWithNoTests: false,
    allowOnly: false,
    slowTestThreshold: 3_000,
    reporters: ['default', new Totals()],
  },
})
