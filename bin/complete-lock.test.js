// Proves that a fresh checkout can be installed: the lock file names every package that npm ci will ask for.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { missingEntries } from './complete-lock.js'

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'))

test('a package for another platform that the lock file does not name is added', () => {
  const optionalDependencies = { '@x/tool-darwin-arm64': '1.2.3', '@x/tool-linux-x64-musl': '1.2.3' }
  const locked = {
    '': {},
    'node_modules/@x/tool': { version: '1.2.3', dev: true, optionalDependencies },
    'node_modules/@x/tool-linux-x64-musl': { version: '1.2.3' },
  }
  expect(missingEntries(locked)).toEqual({
    'node_modules/@x/tool-darwin-arm64': {
      version: '1.2.3',
      cpu: ['arm64'],
      dev: true,
      optional: true,
      os: ['darwin'],
    },
  })
})

test('a package found further up is not added', () => {
  const locked = {
    '': {},
    'node_modules/a/node_modules/@x/b': {
      version: '1.0.0',
      optionalDependencies: { 'b-linux-x64': '1.0.0' },
    },
    'node_modules/b-linux-x64': { version: '1.0.0' },
  }
  expect(missingEntries(locked)).toEqual({})
})

test('the lock file of the project is complete', () => {
  expect(Object.keys(packages).length).toBeGreaterThan(200)
  expect(missingEntries(packages)).toEqual({})
})

test('the lock file names no place from which packages were fetched', () => {
  expect(Object.keys(packages).filter((folder) => packages[folder].resolved)).toEqual([])
})
