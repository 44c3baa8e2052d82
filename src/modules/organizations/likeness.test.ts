// How alike two names are.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likeness } from './likeness.ts'

const name = fc
  .array(fc.constantFrom('合', '唱', '队', '社', 'A', '（'), { maxLength: 8 })
  .map((made) => made.join(''))

test('is between nothing and all, the same both ways, and all for the same name', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(likeness(a, b)).toBe(likeness(b, a))
      expect(likeness(a, b)).toBeGreaterThanOrEqual(0)
      expect(likeness(a, b)).toBeLessThanOrEqual(1)
      expect(likeness(a, a)).toBe(1)
    }),
  )
})

test('does not see width, case and brackets, and falls with every other character', () => {
  expect(likeness('ＡＢ乐队（一）', 'ab乐队(一)')).toBe(1)
  expect(likeness('红梅越剧队', '红梅越剧社')).toBe(0.75)
  expect(likeness('红梅越剧队', '书法')).toBe(0)
})
