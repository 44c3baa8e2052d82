// Home: what lacks is said, and gone as soon as it is registered; each officer sees their own county and nothing else.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { expectAccessible, expectFault, screenshot } from '../browser/pages.ts'
import { settled } from '../browser/whole.ts'
import { bothScreens, useProduct } from './product.ts'

for (const screen of bothScreens) {
  const product = useProduct()

  it(`what a community lacks is named at home, and is gone when it has been registered (${screen})`, async () => {
    const page = await product.pageAs(screen, 'communityWorker.inside')
    await settled(page)
    const before = await lacks(page)
    expect(before.length).toBeGreaterThan(0)
    await expectAccessible(page)
    await screenshot(page, `home-community-${screen}`)
    expect((await page.locator('.lacks').allInnerTexts()).join()).toContain(before[0])

    for (const category of before) await register(page, category)
    await page.getByRole('link', { name: '今日' }).first().click()
    await page.getByText('方案要求的都有了').waitFor()
    expect(await lacks(page)).toEqual([])
    await screenshot(page, `home-community-whole-${screen}`)
    await page.getByRole('link', { name: /看方案/ }).click()
    const row = page.locator('[aria-label="各项目标"] :is(tbody tr, li.card)').filter({ hasText: '每个社区“5+X”' })
    await row.getByText('已达到').waitFor()
  })
}

it('two officers of two counties see their own county only', async () => {
  const product = useSecond
  for (const [side, own, other] of [
    ['inside', '太仓市', '昆山市'],
    ['outside', '昆山市', '太仓市'],
  ] as const) {
    const page = await product.pageAs('desk', `countyOfficer.${side}`)
    await page.getByRole('heading', { level: 1, name: own }).waitFor()
    await page.goto('/organizations')
    await settled(page)
    const places = await page.locator('[aria-label="组织名录"] tbody').allInnerTexts()
    expect(places.length).toBeGreaterThan(0)
    await page.getByLabel('在哪个区划里找').fill(other)
    await page.getByText(/没有找到/).first().waitFor()
  }
})
