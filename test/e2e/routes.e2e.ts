// Every route has its faces and its round, and an address that leads nowhere says so.
import { expect, it } from 'vitest'
import { openRoutes, signedInRoutes } from '../../src/routes.ts'
import { expectAccessible, expectFault } from '../browser/pages.ts'
import { expectWhole } from '../browser/whole.ts'
import { useFaces } from './faces.ts'
import { useProduct } from './product.ts'
import { rounds } from './rounds.ts'

const product = useProduct()
const faces = useFaces(product)

it('every route is looked at', () => {
  const all = [...Object.keys(signedInRoutes), ...Object.keys(openRoutes)]
  const seen = Object.values(rounds).flatMap(({ routes }) => routes)
  // The first-run page exists only before there is anything: first-run.e2e.ts looks at it.
  expect([...seen, '/first-run'].sort()).toEqual(all.sort())
  expect(Object.keys(faces()).sort()).toEqual(seen.sort())
})

it('what lies in another county reads as not found, and so does an address that leads nowhere', async () => {
  const page = await product.pageAs('phone', 'countyOfficer.outside', '/me')
  const elsewhere = [
    '/programmes/:id',
    '/programmes/:id/targets/:target',
    '/organizations/:id',
    '/imports/:id',
  ]
  for (const route of elsewhere) {
    expectFault(page, new RegExp(`404 GET .*/api${route.replaceAll(/:\w+/g, '[^/]+')}`))
    await page.goto(faces()[route]?.[0] ?? '')
    await page.getByText('没有找到').first().waitFor()
    await expectWhole(page)
    await expectAccessible(page)
  }
  await page.goto('/nowhere')
  await page.getByRole('heading', { name: '没有这一页' }).waitFor()
  await page.getByRole('link', { name: '回到今日', exact: true }).click()
  await page.getByRole('heading', { name: '昆山市' }).waitFor()
})
