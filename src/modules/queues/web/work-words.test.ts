// How a queue's line reads, and where it leads.
import { expect, it } from 'vitest'
import type { WorkLine } from '../queues-api.ts'
import { countWords, lineState, pathOf } from './work-words.ts'

const line: WorkLine = {
  source: 'filing.accept',
  title: '受理备案申请',
  count: { value: 4, capped: false },
  overdue: 0,
  earliestDue: null,
  dueWords: null,
  first: { label: '合唱队', link: '/filings/1' },
  bulk: null,
}

it('says how many, how many of them late, and leads to the list or to the only thing', () => {
  expect(countWords(line)).toBe('4 件')
  expect(countWords({ ...line, count: { value: 200, capped: true } })).toBe('200 件以上')
  expect(lineState(line)).toBeNull()
  expect(lineState({ ...line, overdue: 1, dueWords: '已逾期 2 天' })?.word).toBe('其中 1 件已逾期')
  expect(lineState({ ...line, overdue: 4, dueWords: '已逾期 2 天' })?.word).toBe('4 件都已逾期')
  expect(lineState({ ...line, dueWords: '今天到期' })).toEqual({ tone: 'behind', word: '今天到期' })
  const one = { ...line, count: { value: 1, capped: false } }
  expect(pathOf(line)).toBe('/work?source=filing.accept')
  expect(pathOf(one)).toBe('/filings/1')
  expect(pathOf(one, true)).toBe('/work?source=filing.accept&overseen=true')
})
