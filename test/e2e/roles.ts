// Every role opens its own pages, and reads why not on another; `rounds.ts` looks at both screens.
import { expect, it } from 'vitest'
import { type Role, roles } from '../../src/modules/people/roles.ts'
import { policy } from '../../src/policy.ts'
import { signedInRoutes } from '../../src/routes.ts'
import { follow } from '../browser/whole.ts'
import { bookOf, upload } from '../importing.ts'
import { places, spotsIn } from '../world.ts'
import { useFaces } from './faces.ts'
import { type Product, useProduct } from './product.ts'

/** Some fifty pages in a row; only a hanging one is ended. */
const patient = { timeout: 300_000 }

/** Every second role, from the `half`-th on: a file for each half, so that two workers share them. */
export function openAsRoles(half: 1 | 2): void {
  const product = useProduct()
  const faces = useFaces(product)
  for (const role of (Object.keys(roles) as Role[]).filter((_, at) => at % 2 === half - 1))
    it(`${roles[role]} opens the pages of the role and reads why not elsewhere`, patient, async () => {
      const page = await product.pageAs('desk', `${role}.inside`, '/me')
      const refusal = page.getByRole('heading', { name: '您的岗位打不开这一页' })
      for (const [route, address] of Object.entries(await addressesFor(role, product, faces()))) {
        await follow(page, address)
        expect({ route, refused: await refusal.isVisible() }).toEqual({
          route,
          refused: !mayOpen(role, route),
        })
      }
    })
}

function mayOpen(role: Role, route: string): boolean {
  const needs = signedInRoutes[route]?.needs
  const rule = needs ? policy[needs] : undefined
  return !needs || rule?.roles.includes(role) === true || rule?.own?.includes(role) === true
}

/**
 * All that the role may open, and the first that it may not. An import is seen only by those whose area it is for, so
 * each role makes one.
 */
async function addressesFor(
  role: Role,
  product: Product,
  faces: Record<string, string[]>,
): Promise<Record<string, string>> {
  const routes = Object.keys(signedInRoutes)
  const refused = routes.filter((route) => !mayOpen(role, route)).slice(0, 1)
  const opened = routes.filter((route) => mayOpen(role, route))
  const first = [...opened, ...refused].map((route) => [route, faces[route]?.[0] ?? ''])
  if (!mayOpen(role, '/imports/:id')) return Object.fromEntries(first)
  const { community } = await spotsIn(product.database(), places.inside)
  const rows = [['端午合唱队', '文艺', '没有这个社区', '', '', '很多', '2021.9']]
  const mine = await upload(await product.clientAs(`${role}.inside`), community, bookOf(rows))
  return { ...Object.fromEntries(first), '/imports/:id': `/imports/${mine.body.id}` }
}
