// What the browser keeps: files that never change are fetched once.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { settled } from '../browser/whole.ts'
import { useProduct } from './product.ts'

const product = useProduct()

it('a page that is opened again brings none of its files over the network', async () => {
  const page = await product.pageAs('phone', 'countyOfficer.inside', '/organizations')
  await settled(page)
  // What is still on its way when a page is left would have to be fetched again.
  await page.waitForLoadState('networkidle')
  await page.goto('/organizations')
  await settled(page)
  const files = await filesOf(page)
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter(({ transferSize }) => transferSize > 0)).toEqual([])
})

/** Files of the page's code and looks, with the bytes of each that this opening brought over the network. */
const filesOf = (page: Page) =>
  page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.includes('/assets/'))
      .map(({ name, transferSize }) => ({ name, transferSize })),
  )
