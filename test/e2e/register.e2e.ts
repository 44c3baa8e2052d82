// The community worker's journey: put an organization on the register, see near-duplicates, change it, find it again.
import { expect, it } from 'vitest'
import { expectAccessible, screenshot } from '../browser/pages.ts'
import { bothScreens, useProduct } from './product.ts'

for (const screen of bothScreens) {
  const product = useProduct()

  it(`a community worker registers, changes and finds an organization (${screen})`, async () => {
    const page = await product.pageAs(screen, 'communityWorker.inside')
    await page.goto('/organizations/new')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page
      .getByLabel(/组织名称/)
      .first()
      .fill('向阳社区百灵鸟调解工作室')
    await page.getByRole('radio', { name: '纠纷调处' }).check()
    await page.getByRole('radio', { name: '指导管理' }).check()
    await expectAccessible(page)
    await screenshot(page, `organization-new-${screen}`)
    await page.getByRole('button', { name: '登记', exact: true }).first().click()

    await page.getByRole('heading', { name: '向阳社区百灵鸟调解工作室' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, `organization-${screen}`)
    expect(await page.getByText('新建').count()).toBeGreaterThan(0)

    await page.goto('/organizations?q=bln')
    await page.getByText('向阳社区百灵鸟调解工作室').first().waitFor()
    await expectAccessible(page)
    await screenshot(page, `organizations-${screen}`)

    await page.goto('/organizations/new')
    await page
      .getByLabel(/组织名称/)
      .first()
      .fill('向阳社区百灵鸟调解室')
    await page.getByText('名称相近').first().waitFor()
  })
}
