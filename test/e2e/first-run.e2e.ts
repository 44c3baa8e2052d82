// An empty installation becomes somebody's own: area, pack, administrator.
import { describe, expect, it } from 'vitest'
import { expectAccessible, openPage, screenshot } from '../browser/pages.ts'
import { bothScreens, useProduct } from './product.ts'

describe.each(bothScreens)('an empty installation (%s)', (screen) => {
  const product = useProduct('empty')

  it('becomes the own one of the first person, who is signed in', async () => {
    const page = await openPage(screen, product.url())
    await page.goto('/')
    await page.getByRole('heading', { name: '第一次使用聚沙' }).waitFor()
    await page.locator('#first-area').fill('taicang')
    await page.getByText('太仓市').first().click()
    await expectAccessible(page)
    await screenshot(page, `first-run-area-${screen}`)
    await page.getByRole('button', { name: '下一步' }).click()

    await page.getByText('太仓市加强社区社会组织培育发展').click()
    await expectAccessible(page)
    await page.getByRole('button', { name: '下一步' }).click()

    await page.getByLabel('姓名').fill('测试管理员')
    await page.getByLabel('登录名').fill('guanli')
    await page.getByLabel('密码', { exact: true }).fill('Test-Password-1')
    await page.getByLabel('再写一遍').fill('Test-Password-1')
    await expectAccessible(page)
    await screenshot(page, `first-run-administrator-${screen}`)
    await page.locator('button[type=submit]').click()

    await page.getByRole('navigation').first().waitFor()
    await page.goto('/programmes')
    await page.getByText('每个社区“5+X”').first().waitFor()
    expect(
      await product
        .database()
        .rows({ text: 'select 1 from area where level = $1', values: ['community'] } as never),
    ).toHaveLength(160)
  })
})
