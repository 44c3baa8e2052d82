// Proves that setting up notices an old Node, missing packages and changed pages.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isOlder, missingPackages } from './setup.js'
import { buildWeb, contentHash, isStale } from './web.js'

test.each([
  ['20.19.9', '20.20.0', true],
  ['18.99.1', '20.20.0', true],
  ['20.20.0', '20.20.0', false],
  ['20.100.0', '20.20.0', false],
  ['24.0.0', '20.20.0', false],
])('Node %s is older than %s: %s', (version, required, older) => {
  expect(isOlder(version, required)).toBe(older)
})

test('packages are missing when absent or of another version, unless optional', () => {
  const wanted = {
    '': { version: '0.1.0' },
    'node_modules/here': { version: '1.0.0' },
    'node_modules/moved': { version: '2.0.0' },
    'node_modules/absent': { version: '1.0.0' },
    'node_modules/for-windows': { version: '1.0.0', optional: true },
  }
  const installed = { 'node_modules/here': { version: '1.0.0' }, 'node_modules/moved': { version: '1.0.0' } }
  expect(missingPackages(wanted, installed)).toEqual(['node_modules/moved', 'node_modules/absent'])
})

describe('the pages', () => {
  let root
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  /** Stands in for Vite: writes what it was asked to into the folder that it was given. */
  const build = (code) => async (args) => {
    const folder = args[args.indexOf('--outDir') + 1]
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'index.html'), 'built')
    return code
  }

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'jusha-setup-'))
    write('index.html', '<div id="root"></div>')
    write('src/web.tsx', 'show()')
    write('src/modules/areas/server/index.ts', 'serve()')
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  test('are stale until they are built, and again when a source changes', async () => {
    expect(isStale(root)).toBe(true)
    await buildWeb(root, build(0))
    expect(isStale(root)).toBe(false)
    write('src/web.tsx', 'show(1)')
    expect(isStale(root)).toBe(true)
  })

  test('do not depend on what only the server runs, nor on tests', () => {
    const before = contentHash(root)
    write('src/modules/areas/server/index.ts', 'serve(1)')
    write('src/ui/a.test.ts', 'test()')
    expect(contentHash(root)).toBe(before)
  })

  test('stay as they were when building fails', async () => {
    await buildWeb(root, build(0))
    write('src/web.tsx', 'broken(')
    await expect(buildWeb(root, build(1))).rejects.toThrow('网页没有生成')
    expect(readFileSync(join(root, 'dist', 'web', 'index.html'), 'utf8')).toBe('built')
    expect(isStale(root)).toBe(true)
  })
})
