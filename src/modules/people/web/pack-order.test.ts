// Which packs come first for an area.
import { expect, test } from 'vitest'
import { orderedPacks } from './pack-order.ts'

const packs = [
  { id: 'guangzhou', area: '440100000000' },
  { id: 'taicang', area: '320585000000' },
  { id: 'suzhou', area: '320500000000' },
]
const orderFor = (area: string) =>
  orderedPacks(packs, area).map((pack) => `${pack.id}${pack.fits ? '+' : ''}`)

test('packs of the area, of one above it and of one below it come first', () => {
  expect(orderFor('320585000000')).toEqual(['taicang+', 'suzhou+', 'guangzhou'])
  expect(orderFor('320000000000')).toEqual(['taicang+', 'suzhou+', 'guangzhou'])
})

test('a neighbour does not fit, and nothing is left out', () => {
  expect(orderFor('320581000000')).toEqual(['suzhou+', 'guangzhou', 'taicang'])
  expect(orderFor('110000000000')).toEqual(['guangzhou', 'taicang', 'suzhou'])
})
