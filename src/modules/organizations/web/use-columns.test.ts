// The saved columns of the list: what is kept of them, and what a person then sees.
import { expect, test } from 'vitest'
import { allColumns, chosenColumns, firstColumns } from './list-columns.tsx'
import { knownColumns } from './use-columns.ts'

test('columns that no longer exist are forgotten, the rest stands in the table’s order', () => {
  expect(knownColumns(['status', 'gone', 'area'])).toEqual(['area', 'status'])
})

test.each([null, 'area', [], ['gone'], { area: true }])('%j counts as nothing chosen', (saved) => {
  expect(knownColumns(saved)).toBeNull()
})

test('the name is always shown, first', () => {
  expect(chosenColumns([]).map(({ key }) => key)).toEqual(['name'])
  expect(chosenColumns(['status']).map(({ key }) => key)).toEqual(['name', 'status'])
})

test('every column shown at first exists, and keys are unique', () => {
  const keys = allColumns.map(({ key }) => key)
  expect(firstColumns.every((key) => keys.includes(key))).toBe(true)
  expect(new Set(keys).size).toBe(keys.length)
})
