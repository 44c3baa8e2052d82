// Which page an address leads to: the same as the router says.
import fc from 'fast-check'
import { matchRoutes } from 'react-router'
import { expect, test } from 'vitest'
import { openRoutes, signedInRoutes } from '../routes.ts'
import { routeAt } from './route-at.ts'

const patterns = Object.keys({ ...signedInRoutes, ...openRoutes })
const named = Object.fromEntries(patterns.map((pattern) => [pattern, pattern]))

/** Addresses made of the words of the real ones, so that many fit and some nearly do. */
const words = [...new Set(patterns.flatMap((pattern) => pattern.split('/')))].filter(
  (word) => word && !word.startsWith(':'),
)
const path = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.uuid(), fc.constantFrom('新', '%E6%96%B0', 'a b')), {
    maxLength: 5,
  })
  .map((parts) => `/${parts.join('/')}`)

test('an address leads where the router leads it', () => {
  const routes = patterns.map((pattern) => ({ path: pattern }))
  fc.assert(
    fc.property(path, (at) => {
      const [match] = matchRoutes(routes, at)?.slice(-1) ?? []
      expect(routeAt(named, at)?.route).toBe(match?.route.path)
      if (match) expect(routeAt(named, at)?.params).toEqual(match.params)
    }),
  )
})

test('every page is found by its own address', () => {
  for (const pattern of patterns) expect(routeAt(named, pattern)?.route).toBe(pattern)
  expect(routeAt(named, '/nowhere/at/all')).toBeNull()
  expect(routeAt(named, '/organizations/%')?.params, 'what cannot be decoded is left').toEqual({ id: '%' })
})
