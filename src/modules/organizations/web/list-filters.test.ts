// An address and its filters: what is read, what is left out, and that the contract accepts it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchOf } from '../../../ui/call.ts'
import { OrganizationFilter, organizationsApi } from '../organizations-api.ts'
import { filterKeys, filterOf, listQueryOf } from './list-filters.ts'

const read = (text: string) => filterOf(new URLSearchParams(text))

test('an address without filters asks for everything', () => {
  expect(read('')).toEqual({})
})

test('several choices of one filter are all read, unknown ones are left out', () => {
  expect(read('category=culture&category=sports&category=nonsense&tier=x')).toEqual({
    category: ['culture', 'sports'],
  })
})

test('an area that is no code and a flag that is none are left out', () => {
  expect(read('area=3205&hub=maybe')).toEqual({})
  expect(read('area=320585104001&hub=true')).toEqual({ area: '320585104001', hub: 'true' })
})

test('every address gives filters that the contract accepts, and that lead back to themselves', () => {
  const value = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.constantFrom('culture', 'filed', 'active', 'true', '320585104001'),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...filterKeys, 'sort', 'order'), value)), (pairs) => {
      const search = new URLSearchParams(pairs)
      const filter = filterOf(search)
      expect(OrganizationFilter.safeParse(filter).success).toBe(true)
      expect(organizationsApi.list.query.safeParse(listQueryOf(search, undefined)).success).toBe(true)
      expect(read(searchOf(filter))).toEqual(filter)
    }),
  )
})
