// What holds at a place: the nearest set says so, unless one above has locked it; the same as asking set by set.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Layer, resolve, rulesIn } from './resolve.ts'
import { type RuleName, ruleKeys } from './rule-keys.ts'
import type { Entries, Entry } from './rule-set.ts'

const areas = [null, '320000000000', '320500000000', '320585000000', '320585101000'] as const
const name: RuleName = 'party.branchFrom'
const { base } = ruleKeys[name]

const anyEntry: fc.Arbitrary<Entry | null> = fc.option(
  fc.record({
    value: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 50 }) },
      { weight: 1, arbitrary: fc.constant('三') },
    ),
    locked: fc.option(fc.constant(true as const), { nil: undefined }),
  }),
  { nil: null },
)

const layer = (area: string | null, entry: Entry | null): Layer => ({
  ...{ id: String(area), area, areaName: String(area), title: '', version: 1 },
  entries: (entry ? { [name]: entry } : {}) as Entries,
})

describe('A parameter', () => {
  it('is what a walk up from the place finds, locks first, for whatever the areas decided', () => {
    fc.assert(
      fc.property(fc.tuple(anyEntry, anyEntry, anyEntry, anyEntry, anyEntry), (entries) => {
        const layers = areas.map((area, at) => layer(area, entries[at] ?? null))
        const { value, lockedBy } = resolve(layers, '320585101000')[name]
        expect(value).toBe(naive(entries))
        const lock = entries.slice(0, 4).findIndex((entry) => isNumber(entry) && entry?.locked)
        expect(lockedBy?.area ?? undefined).toBe(lock < 0 ? undefined : (areas[lock] ?? undefined))
      }),
    )
  })

  it('that no set decides has its base value, and back to inherited leads to what the sets above say', () => {
    expect(rulesIn(resolve([], null))[name]).toBe(base)
    const layers = [layer(null, { value: 5 }), layer('320585000000', { value: 7 })]
    const { value, inherited, from } = resolve(layers, '320585000000')[name]
    expect([value, inherited.value, from?.area, inherited.from?.area]).toEqual([7, 5, '320585000000', null])
  })
})

const isNumber = (entry: Entry | null | undefined): boolean => typeof entry?.value === 'number'

/** The topmost lock, else the last that says a number, else the base. */
function naive(entries: readonly (Entry | null)[]): unknown {
  const said = entries.filter(isNumber)
  return (said.find((entry) => entry?.locked) ?? said.at(-1))?.value ?? base
}
