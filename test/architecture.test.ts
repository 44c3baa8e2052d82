// Holds the architecture: each rule is first shown to fail on bad examples, then asked about every file.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cycles } from './architecture/cycles.ts'
import { developmentImports, type Layer, layers, placeOf } from './architecture/layers.ts'
import { clockAsArgument, consoleInCommands, sqlInStores } from './architecture/places.ts'
import { example } from './architecture/rule.ts'
import {
  filesAreShort,
  firstLineSaysWhatFor,
  functionsAreShort,
  mostFilesAreShort,
} from './architecture/sizes.ts'
import { parseSource, readSource } from './architecture/source.ts'
import { isTextual, wordExamples, wordFaults } from './architecture/words.ts'
import { projectFiles, root } from './files.ts'

const files = projectFiles()
const sources = files.filter((path) => /^(src|test|bin|bench)\/.*\.(ts|tsx|js)$/.test(path)).map(readSource)
const code = sources.filter(({ path }) => path.startsWith('src/'))

describe('The check sees', () => {
  test('the files of the project', () => {
    expect(code.length).toBeGreaterThan(100)
    expect(files).toContain('src/kernel/problem.ts')
    expect(files).toContain('.ci/run')
  })

  test.each<Layer>(['kernel', 'platform', 'ui', 'pure', 'server', 'web', 'top'])(
    'files of the layer %s',
    (layer) => {
      expect(code.filter(({ path }) => placeOf(path).layer === layer)).not.toEqual([])
    },
  )

  test('imports of every form', () => {
    const text =
      "import a from './a.ts'; import type { B } from './b.ts'; export * from './c.ts'; import './d.css'"
    const more = "; export { e } from './e.ts'; const f = import('./f.ts'); type G = import('./g.ts').G"
    const seen = parseSource('src/ui/x.ts', text + more).imports.map(({ target }) => target)
    expect(seen.sort()).toEqual(
      ['a.ts', 'b.ts', 'c.ts', 'd.css', 'e.ts', 'f.ts', 'g.ts'].map((name) => `src/ui/${name}`),
    )
  })

  test('that the files of the project import each other', () => {
    const targets = code.flatMap(({ imports }) => imports.map(({ target }) => target))
    expect(targets.filter((target) => target && files.includes(target)).length).toBeGreaterThan(code.length)
  })
})

const rules = [
  ...[layers, cycles, sqlInStores, consoleInCommands, clockAsArgument],
  ...[filesAreShort, mostFilesAreShort, functionsAreShort, firstLineSaysWhatFor],
]

describe.each(rules)('$title', ({ faults, bad, good }) => {
  test.each(bad.map((project) => [project]))('is broken by %j', (project) => {
    expect(faults(example(project))).not.toEqual([])
  })
  test('allows a good example', () => expect(faults(example(good))).toEqual([]))
  test('holds', () => expect(faults(sources)).toEqual([]))
})

describe('What the server runs is installed with the product', () => {
  const manifest: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const faults = developmentImports(Object.keys(manifest.dependencies))
  test('is broken by a package for development', () => {
    expect(faults(example({ 'src/platform/a.ts': "import { x } from 'playwright-core'" }))).not.toEqual([])
  })
  test('holds', () => expect(faults(sources)).toEqual([]))
})

describe('No committed file contains', () => {
  const texts = files.filter(isTextual)

  test.each(wordExamples)('$what, and such a line is found', ({ what, example }) => {
    expect(wordFaults('src/a.test.ts', `fine\n${example}\n`)).toEqual([`src/a.test.ts:2: ${what}`])
  })
  test('any of these', () => {
    expect(texts.length).toBeGreaterThan(code.length)
    expect(texts.flatMap((path) => wordFaults(path, readFileSync(join(root, path), 'utf8')))).toEqual([])
  })
})
