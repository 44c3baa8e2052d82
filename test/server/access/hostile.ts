// Nonsense in every field of every endpoint is answered in words, never with the number of a bug.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Endpoint } from '../../../src/kernel/endpoint.ts'
import { useDatabase } from '../../database.ts'
import { mayAnywhere } from './naive.ts'
import { type Caller, type Prepared, prepare } from './prepare.ts'
import { inTurn } from './rehearsal.ts'
import { table } from './samples.ts'

/** Faults that are known and not mended yet; the list may only shrink. */
const knownFaults: string[] = []

const token = (key: unknown, id: unknown) => Buffer.from(JSON.stringify([key, id])).toString('base64url')
const someId = '019893c1-0000-7000-8000-00000000000a'

/** What broke something before: every field meets all of it. */
const worst: readonly unknown[] = [
  ...['a\u0000b', 'a\ud800b', 'x'.repeat(9000), '99999999999999999999', '2023-02-30', token({}, 1)],
  ...[null, {}, 2 ** 53],
]

const others: readonly unknown[] = [
  ...['', ' ', '字', "'", '%', '\\', '🙂', 'null', 'NaN', 'infinity', '__proto__'],
  ...['0', '-1', '1.5', '1e9', '000000000000', '999999999999', someId, '../../secret'],
  ...['0000-01-01', '0001-01-01', '9999-12-31'],
  ...[token('x', someId), token(null, someId), token('2023-13-45', someId), token('x', '-'.repeat(36))],
  ...[true, -1, 1.5, 2 ** 31, [], [null], ['x', 'x']],
]

/** Of the others a field meets some each time: all of them with all of the fields would take minutes. */
const some = 4
const nonsenseFor = (path: Path): unknown[] =>
  [
    ...worst,
    ...fc.sample(fc.shuffledSubarray([...others], { minLength: some, maxLength: some }), 1).flat(),
  ].filter((value) => mayStand(path, value))

type Path = readonly (string | number)[]

/** The ways to each single value inside what is given, and to parameters that may be given besides. */
function* places(given: unknown, endpoint: Endpoint): Generator<Path> {
  yield* leaves(given, [])
  const more = (endpoint.query as { shape?: Record<string, unknown> } | undefined)?.shape ?? {}
  for (const name of Object.keys(more)) yield ['query', name]
}

function* leaves(value: unknown, path: Path): Generator<Path> {
  if (typeof value !== 'object' || value === null) yield path
  else for (const [key, below] of Object.entries(value)) yield* leaves(below, [...path, key])
}

function put(value: unknown, [key, ...rest]: Path, nonsense: unknown): unknown {
  if (key === undefined) return nonsense
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  copy[key] = put(copy[key], rest, nonsense)
  return copy
}

/** An address holds nothing but whole characters, and a piece of a path is not empty. */
const mayStand = ([part]: Path, value: unknown): boolean =>
  part !== 'params' || (typeof value === 'string' && value !== '' && !/\p{Cs}/u.test(value))

/** Asks every `parts`-th endpoint, from the `part`-th on: files of parts are run beside each other. */
export function hostileInput(part: number, parts: number): void {
  const database = useDatabase()
  let prepared: Prepared
  beforeAll(async () => {
    prepared = await prepare(database())
  })

  describe.each(table.filter((_, at) => at % parts === part - 1))('$name', ({ name, endpoint, sample }) => {
    it('answers nonsense in words', async () => {
      const caller = prepared.everybody.find(
        ({ postings }) => postings.length > 0 && mayDo(postings, endpoint.needs),
      ) as Caller
      const given = sample.given?.(prepared.scene.own) ?? {}
      const calls = [...places(given, endpoint)].flatMap((path) =>
        nonsenseFor(path).map((value) => ({ path, value })),
      )
      const bugs = await inTurn(sample.fresh ? [] : calls, async ({ path, value }) => {
        const reply = await caller.client.call(endpoint, put(given, path, value) as never)
        return reply.status >= 500 ? [`${name} ${path.join('.')} = ${JSON.stringify(value)}`] : []
      })
      const [known, unknown] = parted(bugs.flat(), (bug) =>
        knownFaults.some((fault) => bug.startsWith(fault)),
      )
      expect(unknown).toEqual([])
      for (const fault of knownFaults.filter((fault) => fault.startsWith(`${name} `)))
        expect(
          known.filter((bug) => bug.startsWith(fault)),
          `${fault} is mended: take it off the list`,
        ).not.toEqual([])
    })
  })
}

const parted = <T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] => [
  items.filter(isFirst),
  items.filter((item) => !isFirst(item)),
]

const mayDo = (postings: Caller['postings'], needs: string) =>
  needs === 'public' || needs === 'signedIn' || mayAnywhere(postings, needs)
