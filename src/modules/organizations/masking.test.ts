// Telephone numbers as others may see them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMasked, maskPhone, unmask } from './masking.ts'

test('a mobile number keeps its ends, anything else its last two characters', () => {
  expect(maskPhone('13812345678')).toBe('138****5678')
  expect(maskPhone('0512-53530000')).toBe('***********00')
  expect(maskPhone('12')).toBe('**')
})

test('a number is never seen whole, and its own mask stands for it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9-]{1,20}$/), (phone) => {
      const masked = maskPhone(phone)
      expect(isMasked(masked)).toBe(true)
      expect(masked).not.toBe(phone)
      expect(unmask(masked, phone)).toBe(phone)
    }),
  )
})

test('what is not masked is a new number, and nothing is nothing', () => {
  expect(unmask('13900001111', '13812345678')).toBe('13900001111')
  expect(unmask(null, '13812345678')).toBeNull()
})
