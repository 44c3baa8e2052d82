// What the browser keeps: files that never change are fetched once, the entry page is asked for each time.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useProduct } from './product.ts'

const product = useProduct()

const path = '/organizations'

it('a page that is opened again brings none of its files over the network', async () => {
  const page = await product.pageAs('phone', 'countyOfficer.inside', path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const files = await filesOf(page)
  const [one] = files
  if (!one) throw new Error('the page asked for no files')
  expect(Object.fromEntries((await fetch(one.name)).headers)).toMatchObject({
    ...{
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'gzip',
      vary: 'accept-encoding',
    },
  })
  expect(files.filter(({ transferSize }) => transferSize > 0)).toEqual([])
})

it('the entry page and answers are never kept without asking', async () => {
  const kept = async (at: string) => (await fetch(product.url() + at)).headers.get('cache-control')
  expect(await kept(path)).toBe('no-cache')
  expect(await kept('/')).toBe('no-cache')
  expect(await kept('/api/session')).toBe('no-store')
})

/** Files of the page's code and looks, with the bytes of each that this opening brought over the network. */
const filesOf = (page: Page) =>
  page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.includes('/assets/'))
      .map(({ name, transferSize }) => ({ name, transferSize })),
  )
