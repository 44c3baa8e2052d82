// The sentence above the areas below one.
import { expect, test } from 'vitest'
import type { Child } from './areas-queries.ts'
import { summary } from './children-summary.ts'

const community = (settlement: Child['settlement'], virtual = false): Child => ({
  code: '320585102001',
  name: '复兴社区居委会',
  shortName: '复兴社区',
  level: 'community',
  settlement,
  settlementSource: 'committee',
  population: null,
  virtual,
})

test('communities are counted by settlement; virtual ones stand apart', () => {
  const rows = [community('urban'), community('urban'), community('rural'), community('unknown', true)]
  expect(summary(rows)).toBe('4 个社区（村）：城市社区 2，农村社区 1，虚拟社区 1（不计数）。')
})

test('a settlement that is not known is said to be so', () => {
  expect(summary([community('unknown')])).toBe('1 个社区（村）：城乡未定 1。')
})

test('higher areas are only counted', () => {
  expect(summary([{ ...community('unknown'), level: 'township' }])).toBe('1 个街道（乡镇）。点名称看下一级。')
  expect(summary([])).toBe('')
})
