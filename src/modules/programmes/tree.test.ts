// Areas become a tree by their stored parents, whatever their codes look like.
import { expect, test } from 'vitest'
import type { AreaCode, AreaLevel } from '../areas/area.ts'
import { type AreaUnit, childrenOf, countDistinct, rollUp, treeOf } from './tree.ts'

const unit = (code: string, level: AreaLevel, parent: string | null): AreaUnit => ({
  code: code as AreaCode,
  name: code,
  level,
  parent: parent as AreaCode | null,
  settlement: 'unknown',
  inDenominator: true,
})

const units = [
  unit('500000000000', 'province', null),
  unit('500101001001', 'community', '500101001000'),
  unit('500101001000', 'township', '500101000000'),
  unit('500101000000', 'county', '500100000000'),
  unit('999999999999', 'township', '500000000000'),
]

const names = (tree: ReturnType<typeof treeOf>, at: number) =>
  childrenOf(tree, at).map((child) => tree.units[child]?.code)

test('children may come before their parents, and codes need not resemble', () => {
  const tree = treeOf(units)
  expect(tree.units.map(({ code }) => code)).toEqual([
    '500000000000',
    '500101000000',
    '500101001000',
    '500101001001',
    '999999999999',
  ])
  expect(names(tree, 0)).toEqual(['500101000000', '999999999999'])
})

test('an area whose parent is no area here hangs below the root: the pseudo-city of Chongqing', () => {
  const tree = treeOf(units)
  expect(tree.parents[tree.index.get('500101000000') ?? -1]).toBe(0)
})

test('values are summed from the bottom and distinct values united', () => {
  const tree = treeOf(units)
  expect([...rollUp(tree, Float64Array.from([1, 2, 4, 8, 16]))]).toEqual([31, 14, 12, 8, 16])
  const values = new Map([
    [2, ['a', 'b']],
    [3, ['b', 'c']],
    [4, ['a']],
  ])
  expect([...countDistinct(tree, values)]).toEqual([3, 3, 3, 2, 1])
})

test('no areas make an empty tree', () => {
  expect(treeOf([]).units).toEqual([])
})
