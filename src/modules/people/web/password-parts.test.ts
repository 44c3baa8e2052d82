// The parts shown while typing agree with the rule of the contract.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NewPassword } from '../people-api.ts'
import { passwordParts } from './password-parts.ts'

test('all parts are met exactly when the contract accepts the password', () => {
  const character = fc.constantFrom('a', 'z', 'A', 'Q', '0', '7', '-', '密', ' ')
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 14 }), (text) => {
      expect(passwordParts(text).every((part) => part.met)).toBe(NewPassword.safeParse(text).success)
    }),
    { numRuns: 500 },
  )
})

test('the words name the kinds that are there', () => {
  expect(passwordParts('Ab1')[1]?.words).toContain('大写、小写、数字')
  expect(passwordParts('')[1]?.words).toContain('0 种')
})
