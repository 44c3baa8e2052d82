// Which statements get a name, and how many.
import { expect, it } from 'vitest'
import { statementNames } from './prepared.ts'

const textOf = (mark: string) => `select ${mark} where a = $1`

it('names a text that comes again and again, always the same', () => {
  const nameOf = statementNames()
  const names = [1, 2, 3, 4].map(() => nameOf(textOf('again')))
  expect(names.slice(0, 2)).toEqual([undefined, undefined])
  expect(names[2]).toMatch(/^[\w-]{20}$/)
  expect(names[3]).toBe(names[2])
})

it('names different texts differently', () => {
  const nameOf = statementNames()
  const [one, other] = ['one', 'other'].map((mark) => [1, 2, 3].map(() => nameOf(textOf(mark))).at(-1))
  expect(one).not.toBe(other)
})

it('keeps no more names than a connection has room for', () => {
  const nameOf = statementNames()
  const named = new Set<string>()
  for (let at = 0; at < 1_000; at++)
    for (let time = 0; time < 3; time++) {
      const name = nameOf(textOf(`many${at}`))
      if (name) named.add(name)
    }
  expect(named.size).toBeGreaterThan(300)
  expect(named.size).toBeLessThanOrEqual(400)
})

it('does not remember a text that writes hundreds of rows', () => {
  const nameOf = statementNames()
  const text = `insert into a values ${'($1), '.repeat(3_000)}`
  expect([1, 2, 3, 4].map(() => nameOf(text))).toEqual([undefined, undefined, undefined, undefined])
})
