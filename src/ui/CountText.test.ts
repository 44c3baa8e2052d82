// How many, as people read it.
import { expect, test } from 'vitest'
import { countText } from './CountText.tsx'

test('an exact count, a capped one, and one that is not known yet', () => {
  expect(countText({ value: 3012, capped: false })).toBe('共 3,012 个')
  expect(countText({ value: 10_000, capped: true })).toBe('10,000 个以上')
  expect(countText({ value: 2, capped: false }, '个', '组织')).toBe('共 2 个组织')
  expect(countText(undefined)).toBe('正在计数…')
})
