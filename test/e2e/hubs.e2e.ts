// A name is mended as it is typed; a hub begins to serve an organization, with other services later, until it ends.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { organizationsApi } from '../../src/modules/organizations/organizations-api.ts'
import { sql } from '../../src/platform/db.ts'
import { expectAccessible, screenshot } from '../browser/pages.ts'
import { places, spotsIn } from '../world.ts'
import { bothScreens, useProduct } from './product.ts'

const product = useProduct()
const officer = 'townshipOfficer.inside'

for (const screen of bothScreens) {
  it(`a wrong name is pointed at, and a right one is a tap away (${screen})`, async () => {
    const page = await product.pageAs(screen, 'communityWorker.inside', '/organizations/new')
    const field = page.getByLabel('组织名称')
    await field.fill('别处社区夕阳红第一合唱')
    await page.getByText('不能用“第一”').waitFor()
    const parts = page.getByRole('list', { name: '名称的组成' }).getByRole('listitem')
    expect(await parts.count()).toBe(4)
    expect(await parts.first().textContent()).toContain('别处社区')
    await expectAccessible(page)
    await screenshot(page, `name-wrong-${screen}`)
    await page.getByRole('button', { name: /夕阳红合唱队$/ }).click()
    await page.getByText('符合名称规则').waitFor()
    expect(await field.inputValue()).toMatch(/夕阳红合唱队$/)
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true)
    await expectAccessible(page)
  })

  it(`a hub serves an organization, with other services, until it ends (${screen})`, async () => {
    const name = `晨曦${screen === 'desk' ? '民乐队' : '腰鼓队'}`
    const page = await product.pageAs(screen, officer, `/organizations/${await guided(name)}#hubs`)
    const section = page.locator('#hubs')
    await section.getByRole('button', { name: '记上由谁服务' }).click()
    await page.getByRole('dialog').locator('label', { hasText: '社区社会组织' }).first().click()
    await choose(page, '资金代管')
    await expectAccessible(page)
    await save(page)
    await section.getByText('服务中', { exact: true }).waitFor()
    await section.getByRole('button', { name: '改服务内容' }).click()
    await choose(page, '人员培训')
    await save(page)
    await section.getByText('资金代管、人员培训').waitFor()
    await expectAccessible(page)
    await screenshot(page, `hub-tie-${screen}`)
    await section.getByRole('button', { name: '结束' }).click()
    await page.getByRole('dialog').getByLabel('理由').fill('服务到期')
    await page.getByRole('dialog').getByRole('button', { name: '结束' }).click()
    await section.getByText('已结束', { exact: true }).waitFor()
  })
}

it('townships without a hub are seen, and how many organizations are served', async () => {
  const page = await product.pageAs('desk', 'countyOfficer.inside', '/hubs?without=true')
  await page.getByText('还没有', { exact: true }).first().waitFor()
  const { count } = await product.database().one<{ count: number }>(sql`
    select count(*)::int as count from area a where a.county = ${places.inside} and a.level = 'township'
      and not exists (select 1 from organization o where o.township = a.code and o.hub)`)
  expect(await page.locator('tbody tr').count()).toBe(count)
  await page.getByRole('radio', { name: '不限' }).check()
  await page
    .getByRole('link', { name: /社区社会组织/ })
    .first()
    .waitFor()
  expect(page.url()).not.toContain('without')
})

async function guided(name: string): Promise<string> {
  const area = (await spotsIn(product.database(), places.inside)).community
  const client = await product.clientAs(officer)
  const organization = { name, area, category: 'culture', tier: 'guided' } as const
  return (await client.call(organizationsApi.create, { body: organization })).body.id
}

const choose = (page: Page, service: string) =>
  page.getByRole('dialog').locator('label', { hasText: service }).click()

async function save(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}
