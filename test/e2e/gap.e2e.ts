// The officer's journey to the gap: sign in, see every target, go down to the community that holds one back.
import { expect, it } from 'vitest'
import { expectAccessible, screenshot } from '../browser/pages.ts'
import { bothScreens, useProduct } from './product.ts'

const product = useProduct()

for (const screen of bothScreens) {
  it(`an officer goes from today's work down to a community and its records (${screen})`, async () => {
    const page = await product.pageAs(screen, 'countyOfficer.inside')
    await page.getByRole('heading', { name: '太仓市', level: 1 }).waitFor()
    await expectAccessible(page)
    await screenshot(page, `home-${screen}`)

    await page.getByRole('link', { name: /方案/ }).first().click()
    await page.getByText('每个社区“5+X”').first().waitFor()
    await expectAccessible(page)
    await screenshot(page, `programme-${screen}`)
    expect(await page.getByText('未采集').count()).toBeGreaterThan(0)

    await page.goto(`${new URL(page.url()).pathname}/targets/five-plus-x`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText('这个数怎么来的').first().waitFor()
    await expectAccessible(page)
    await screenshot(page, `target-${screen}`)
  })
}
