// How schemas are put into words, and which endpoints a search finds.
import { expect, test } from 'vitest'
import { groupsOf, kindWords, type Listed, matches, type OpenApi, resolved } from './openapi.ts'

test('a range that only says what an integer can hold is left out', () => {
  const whole = { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 }
  expect(kindWords(whole)).toBe('整数')
  expect(kindWords({ type: 'integer', minimum: 1, maximum: 200, default: 50 })).toBe('整数，1—200，默认 50')
  expect(kindWords({ type: 'string', maxLength: 60 })).toBe('文字，≤ 60 字')
})

test('alternatives are named once each', () => {
  expect(kindWords({ anyOf: [{ type: 'string' }, { type: 'null' }, { type: 'string' }] })).toBe('文字 或 空')
  expect(kindWords({ type: 'string', enum: ['asc', 'desc'] })).toBe('"asc" | "desc"')
  expect(kindWords({ type: ['string', 'null'] })).toBe('文字，空')
})

const operation = (operationId: string, tag: string) => ({
  operationId,
  tags: [tag],
  summary: 'Sign in',
  responses: {},
})
const document: OpenApi = {
  info: { title: '', version: '' },
  tags: [{ name: 'b' }, { name: 'a' }],
  paths: {
    '/x': { get: operation('a.x', 'a'), post: operation('b.x', 'b') },
    '/y': { get: operation('b.y', 'b') },
  },
  components: { schemas: { Problem: { type: 'object' } } },
}

test('operations are grouped by tag in the order of the tags', () => {
  const groups = groupsOf(document).map(({ tag, operations }) => [
    tag,
    operations.map((one) => one.operationId),
  ])
  expect(groups).toEqual([
    ['b', ['b.x', 'b.y']],
    ['a', ['a.x']],
  ])
})

test('every word of a search must occur somewhere', () => {
  const [first] = groupsOf(document)[0]?.operations ?? []
  expect(matches(first as Listed, 'post sign')).toBe(true)
  expect(matches(first as Listed, 'post organization')).toBe(false)
  expect(matches(first as Listed, '')).toBe(true)
})

test('a reference is followed into the schema’s own definitions first, then into the document', () => {
  const root = { $defs: { Own: { type: 'string' } } }
  expect(resolved({ $ref: '#/$defs/Own' }, document, root)).toEqual({ type: 'string' })
  expect(resolved({ $ref: '#/components/schemas/Problem' }, document, {})).toEqual({ type: 'object' })
})
