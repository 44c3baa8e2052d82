// A reward's journey: claimed with a scan, claimed again in vain, decided, paid, and not to be taken back.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { checkOf } from '../../src/modules/workers/identity-number.ts'
import { rewardsApi } from '../../src/modules/workers/rewards-api.ts'
import { expectAccessible, expectFault, screenshot } from '../browser/pages.ts'
import { bothScreens, useProduct } from './product.ts'

const product = useProduct()

for (const screen of bothScreens) {
  it(`a reward is claimed once (${screen})`, async () => {
    const stem = `320585199001010${screen === 'desk' ? '01' : '02'}`
    const identity = stem + checkOf(stem)
    const page = await product.pageAs(screen, 'communityWorker.inside', '/rewards/new')
    await fillIn(page, identity, `SG2023${screen}1`)
    await expectAccessible(page)
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByText('待审定').first().waitFor()
    await page.getByText(`${identity.slice(0, 6)}********${identity.slice(-4)}`).waitFor()
    const address = new URL(page.url()).pathname

    expectFault(page, /409 POST .*\/api\/rewards$/)
    await page.goto('/rewards/new')
    await fillIn(page, identity, `SG2023${screen}2`)
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByText('这一等级的奖励已经申请过').waitFor()
    await screenshot(page, `reward-again-${screen}`)

    const county = await product.pageAs(screen, 'countyOfficer.inside', address)
    await county.getByRole('button', { name: '同意奖励' }).click()
    await county.getByRole('button', { name: '登记已发放' }).click()
    await county.getByRole('dialog').getByRole('button', { name: '登记已发放' }).click()
    await county.getByText('已发放', { exact: true }).first().waitFor()
    expect(await county.getByRole('button', { name: '不予奖励' }).isDisabled()).toBe(true)
    await county.getByText('奖励已经发放，不能再改决定。').waitFor()
    await expectAccessible(county)
    await screenshot(county, `reward-paid-${screen}`)
    const client = await product.clientAs('countyOfficer.inside')
    const { body } = await client.call(rewardsApi.rewards, { query: { status: ['paid'], q: '王某' } })
    expect(body.items.map(({ id }) => address.endsWith(id))).toContain(true)
  })
}

async function fillIn(page: Page, identity: string, number: string): Promise<void> {
  await page.getByLabel('姓名').fill('王某')
  await page.getByLabel('身份证号').fill(identity)
  await page.getByRole('radio', { name: '助理社会工作师（1,000 元）' }).check()
  await page.getByLabel('证书编号').fill(number)
  await page.getByLabel('取得日期', { exact: true }).fill('2023-03-01')
  const bytes = Buffer.from('%PDF-1.4\n%%EOF\n')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '证书.pdf', mimeType: 'application/pdf', buffer: bytes })
}
