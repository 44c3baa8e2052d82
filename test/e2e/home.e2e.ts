// Home: what lacks is said, and gone as soon as it is registered; each officer sees their own county and nothing else.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { sql } from '../../src/platform/db.ts'
import { expectAccessible, screenshot } from '../browser/pages.ts'
import { settled } from '../browser/whole.ts'
import { places } from '../world.ts'
import { bothScreens, useProduct } from './product.ts'

for (const screen of bothScreens) {
  describe(`on a ${screen}`, () => {
    const product = useProduct()

    it('what a community lacks is named at home, and is gone when it has been registered', async () => {
      const page = await product.pageAs(screen, 'communityWorker.inside')
      await settled(page)
      const before = await lacking(page)
      expect(before.length).toBeGreaterThan(0)
      expect((await page.locator('.lacks').allInnerTexts()).join()).toContain(`还缺：${before[0]} 1 个`)
      await page.getByText('怎样才算').waitFor()
      await expectAccessible(page)
      await screenshot(page, `home-community-${screen}`)

      for (const category of before) await register(page, category)
      await page.getByRole('link', { name: '今日' }).last().click()
      await settled(page)
      expect(await lacking(page)).toEqual([])
      await screenshot(page, `home-community-whole-${screen}`)

      await page.getByRole('link', { name: /看方案/ }).click()
      const target = page.locator('[aria-label="各项目标"] :is(tbody tr, li.card)').first()
      await target.filter({ hasText: '每个社区“5+X”' }).getByText('已达到').first().waitFor()
    })
  })
}

describe('two officers of two counties', () => {
  const product = useProduct()

  it.each([
    ['inside', '太仓市', '昆山市'],
    ['outside', '昆山市', '太仓市'],
  ])('each see their own county only (%s)', async (side, own, other) => {
    const page = await product.pageAs('desk', `countyOfficer.${side}`)
    await page.getByRole('heading', { level: 1, name: own }).waitFor()
    await page.getByRole('link', { name: '组织', exact: true }).click()
    await settled(page)
    expect(await page.locator('[aria-label="组织名录"] tbody tr').count()).toBeGreaterThan(0)
    await page.getByLabel('在哪个区划里找').fill(other)
    await page.getByText(`没有找到“${other}”`).waitFor()
  })
})

describe('the leader of an organization', () => {
  const product = useProduct()

  it.each(bothScreens)('finds the own organizations at home, and nothing of others (%s)', async (screen) => {
    const { name } = await product.database().one<{ name: string }>(sql`
      update organization set keeper = (select id from person where login_name = 'organizationLeader.inside')
      where id = (select id from organization where county = ${places.inside} and status = 'active' order by id limit 1)
      returning name`)
    const page = await product.pageAs(screen, 'organizationLeader.inside')
    await settled(page)
    await page.getByRole('heading', { name: '我的组织' }).waitFor()
    expect(await page.locator('[aria-labelledby="kept"] a').allInnerTexts()).toEqual([name])
    await expectAccessible(page)
    await screenshot(page, `home-leader-${screen}`)
    await page.getByRole('link', { name }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
  })
})

/** The categories that are drawn as lacking. */
const lacking = (page: Page): Promise<string[]> => page.locator('.category-lacking > span').allInnerTexts()

/** A kind of organization that the pack counts under the category. */
const kinds: Record<string, string> = { 文体科教类: '文化艺术', 特色类: '环境保护' }

/** With a charter and enough members, as the programme asks of an organization that counts. */
async function register(page: Page, category: string): Promise<void> {
  await page.goto('/organizations/new')
  await page.getByLabel('组织名称').fill(`新北社区补缺${category.replace('类', '')}队`)
  await page.getByRole('radio', { name: kinds[category] ?? category.replace('类', '') }).check()
  await page.getByRole('radio', { name: '指导管理' }).check()
  await page.getByText('人员与党建').click()
  await page.getByLabel('成员人数').fill('12')
  await page.getByText('活动与其他').click()
  await page.getByRole('group', { name: '章程' }).getByLabel('有', { exact: true }).check()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('已登记进名录').waitFor()
}
