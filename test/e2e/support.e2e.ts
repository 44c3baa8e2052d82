// A leader asks for a place in an incubator; the township answers, begins a stage, grants and pays a subsidy.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { organizationsApi } from '../../src/modules/organizations/organizations-api.ts'
import { supportApi } from '../../src/modules/support/support-api.ts'
import { sql } from '../../src/platform/db.ts'
import { expectAccessible, screenshot } from '../browser/pages.ts'
import { expectWhole } from '../browser/whole.ts'
import { places, spotsIn } from '../world.ts'
import { bothScreens, useProduct } from './product.ts'

const product = useProduct()
const officer = 'townshipOfficer.inside'

for (const screen of bothScreens) {
  it(`an organization enters an incubator and gets its subsidy (${screen})`, async () => {
    const base = `浮桥镇孵化点${screen === 'desk' ? '一' : '二'}`
    await incubator(base)
    const id = await kept(`${base}求助队`)
    const leader = await product.pageAs(
      screen,
      'organizationLeader.inside',
      `/organizations/${id}#incubation`,
    )
    const section = leader.locator('#incubation')
    await section.getByRole('button', { name: '申请入驻孵化' }).click()
    const asking = leader.getByRole('dialog')
    await asking.locator('label', { hasText: base }).click()
    await asking.getByLabel('需要什么').fill('每周两个下午的活动室')
    await expectAccessible(leader)
    await asking.getByRole('button', { name: '提出申请' }).click()
    await section.getByText('等待答复').waitFor()
    await screenshot(leader, `incubation-asked-${screen}`)

    const page = await product.pageAs(screen, officer, '/incubation?status=applied')
    await page.getByRole('link', { name: `${base}求助队` }).click()
    await step(page, '同意', async () => undefined)
    await page.getByText('孵化中', { exact: true }).waitFor()
    await step(page, '开始新阶段', (dialog) => dialog.getByLabel('目标').fill('每月固定活动两次'), '开始')
    await page.getByText('目标：每月固定活动两次').waitFor()
    await step(
      page,
      '给予补贴',
      async (dialog) => {
        await dialog.getByLabel('金额').fill('3,000.50')
        await dialog.getByLabel('依据').fill('孵化补贴办法')
        await expectAccessible(page)
      },
      '记上',
    )
    await page.getByText('未拨付', { exact: true }).waitFor()
    await expectWhole(page)
    await screenshot(page, `incubation-in-${screen}`)

    await page.goto('/incubation/subsidies')
    await page.getByRole('checkbox', { name: `选择“${base}求助队”` }).check()
    await page.getByRole('button', { name: '记为已拨付' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '记为已拨付' }).click()
    await page.getByText('没有等待拨付的补贴').waitFor()
    const { paid } = await product.database().one<{ paid: number }>(sql`
      select y.amount as paid from incubation_subsidy y join incubation i on i.id = y.incubation
      where i.organization = ${id} and y.paid_on is not null`)
    expect(paid).toBe(300_050)
  })
}

async function incubator(name: string): Promise<void> {
  const { township } = await spotsIn(product.database(), places.inside)
  const client = await product.clientAs(officer)
  const body = { name, kind: 'incubator' as const, area: township, openedOn: '2022-01-01' }
  expect((await client.call(supportApi.create, { body })).status).toBe(200)
}

/** An organization of the community, kept by its leader. */
async function kept(name: string): Promise<string> {
  const { community } = await spotsIn(product.database(), places.inside)
  const client = await product.clientAs(officer)
  const body = { name, area: community, category: 'culture', tier: 'guided', members: 9 } as const
  const { id } = (await client.call(organizationsApi.create, { body })).body
  await product.database().run(sql`
    update organization set keeper = (select id from person where login_name = 'organizationLeader.inside') where id = ${id}`)
  return id
}

/** Presses a button of the page and, after filling in, the one of its dialog. */
async function step(
  page: Page,
  name: string,
  fill: (dialog: ReturnType<Page['getByRole']>) => Promise<unknown>,
  answer = name,
): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name: answer, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}
