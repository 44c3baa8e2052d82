// Where a person lands after signing in.
import { expect, test } from 'vitest'
import { isOwnAddress } from './own-address.ts'

test('only a path of this site is a destination', () => {
  expect(isOwnAddress('/organizations?q=a')).toBe(true)
  expect(isOwnAddress('/')).toBe(true)
  for (const elsewhere of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
  ]) {
    expect(isOwnAddress(elsewhere)).toBe(false)
  }
})

test('the sign-in page is no destination of itself', () => {
  expect(isOwnAddress('/sign-in?to=/')).toBe(false)
})
