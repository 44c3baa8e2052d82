// Filters in the address.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patched } from './use-url-state.ts'

test('a patch replaces, repeats and removes', () => {
  const search = new URLSearchParams('q=a&tier=filed&tier=guided&after=x')
  expect(patched(search, { tier: ['registered'], q: null, area: '1', after: null }).toString()).toBe(
    'tier=registered&area=1',
  )
  expect(patched(search, { tier: [] }).toString()).toBe('q=a&after=x')
  expect(search.toString(), 'the address itself is left alone').toBe('q=a&tier=filed&tier=guided&after=x')
})

test('what was set is what is read, whatever the characters', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.array(fc.string({ minLength: 1 })),
      (q, tiers) => {
        const read = new URLSearchParams(patched(new URLSearchParams('q=old'), { q, tier: tiers }).toString())
        expect(read.get('q')).toBe(q)
        expect(read.getAll('tier')).toEqual(tiers)
      },
    ),
  )
})
