// How long is left, in words: across a holiday, on the day, and after it.
import { expect, it } from 'vitest'
import { dueWords } from './due-words.ts'
import type { Day } from './time.ts'

const today = '2023-09-27' as Day
const words = (due: string | null) => dueWords(due as Day | null, today)

it('counts working days over a long holiday, plain days when late, and names what is far', () => {
  expect(words('2023-09-28')).toBe('还剩 1 个工作日')
  expect(words('2023-10-07')).toBe('还剩 2 个工作日')
  expect(words('2023-09-27')).toBe('今天到期')
  expect(words('2023-09-25')).toBe('已逾期 2 天')
  expect(words('2023-12-31')).toBe('2023-12-31 到期')
  expect(words(null)).toBeNull()
  expect(dueWords('2023-10-01' as Day, '2023-09-30' as Day)).toBe('还剩 1 天，都是休息日')
})
