// Whatever text it is given, the check of packs answers with faults at places, and soon.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { check, good } from '../../../test/naive/spoiled-pack.ts'

const shipped = ['suzhou', 'chongqing', 'guangzhou', 'red', 'taicang'].map((name) =>
  readFileSync(new URL(`../../../packs/${name}.yaml`, import.meta.url), 'utf8'),
)

/** A shipped pack with passages cut out, doubled, or overwritten. */
const mutated = fc
  .tuple(
    fc.constantFrom(good, ...shipped),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.nat(40),
        fc.oneof(fc.string({ maxLength: 12 }), yamlish()),
      ),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([text, edits]) =>
    edits.reduce((now, [at, length, put]) => splice(now, Math.floor(at * now.length), length, put), text),
  )

function yamlish() {
  return fc.constantFrom(
    '',
    '\n',
    '  ',
    '- ',
    ': ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '&a',
    '*a',
    '<<: *a',
    '|',
    '>',
    '%',
    '~',
    '0x1',
    '\t',
    '---\n',
    '#',
    '!!js',
    '? ',
  )
}

const splice = (text: string, at: number, length: number, put: string): string =>
  text.slice(0, at) + put + text.slice(at + length)

const settled = (text: string): void => {
  const { pack, faults } = check(text)
  expect(pack !== undefined || faults.some(({ severity }) => severity === 'error')).toBe(true)
  const lines = text.split('\n').length
  for (const fault of faults) {
    expect(fault.line).toBeGreaterThanOrEqual(1)
    expect(fault.line).toBeLessThanOrEqual(lines)
    expect(fault.column).toBeGreaterThanOrEqual(1)
    expect(fault.message).toMatch(/\p{Script=Han}/u)
    expect(fault.mend).toMatch(/\p{Script=Han}/u)
  }
}

describe('the check never throws', () => {
  test('on mutilated packs', () => {
    fc.assert(fc.property(mutated, settled), { numRuns: 50 })
  })

  test('on any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), settled), { numRuns: 150 })
  })

  test('on any value written as YAML', () => {
    const value = fc.anything({
      maxDepth: 3,
      withNullPrototype: false,
      withBigInt: false,
      withDate: false,
      withMap: false,
      withSet: false,
      withTypedArray: false,
      withSparseArray: false,
    })
    fc.assert(
      fc.property(value, (each) => settled(stringify(each) ?? '')),
      { numRuns: 150 },
    )
  })

  test('on values of any kind in place of any part of a pack', () => {
    const junk = fc.oneof(
      fc.constant(null),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.string(),
      fc.constant([]),
      fc.constant({}),
      fc.constant([[]]),
      fc.constant({ a: { b: [1] } }),
    )
    const { pack } = check(good)
    const paths = pathsIn(JSON.parse(JSON.stringify(pack)) as unknown)
    fc.assert(
      fc.property(fc.constantFrom(...paths), junk, (path, value) => {
        const copy = JSON.parse(JSON.stringify(pack)) as Record<string, unknown>
        put(copy, path, value)
        settled(stringify(copy, { aliasDuplicateObjects: false }))
      }),
      { numRuns: 150 },
    )
  })

  test('on texts made to exhaust it', () => {
    const laughs = Array.from(
      { length: 12 },
      (_, at) =>
        `a${at}: &a${at} [${Array(9)
          .fill(at === 0 ? 'lol' : `*a${at - 1}`)
          .join(', ')}]`,
    )
    for (const text of [
      laughs.join('\n'),
      '['.repeat(100_000),
      '{a: '.repeat(50_000),
      '- '.repeat(30_000),
      'a:\n'.repeat(15_000),
      '? '.repeat(20_000),
      `x: ${'1'.repeat(150_000)}`,
      'a'.repeat(200_001),
      Array.from({ length: 8_000 }, (_, at) => `k${at}: 1`).join('\n'),
      '__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }',
    ])
      settled(text)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

function pathsIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path]
  const below = Object.entries(value).flatMap(([key, each]) =>
    pathsIn(each, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return path.length === 0 ? below : [path, ...below]
}

function put(target: Record<string, unknown>, path: readonly (string | number)[], value: unknown): void {
  let at = target as Record<string | number, unknown>
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>
  at[path.at(-1) as string] = value
}
