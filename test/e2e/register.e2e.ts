// The register's journeys: register, change and correct with a timeline, find again, change many, choose columns.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { OrganizationDraft } from '../../src/modules/organizations/organization.ts'
import { emptyDraft } from '../../src/modules/organizations/organization-fields.ts'
import { organizationsApi } from '../../src/modules/organizations/organizations-api.ts'
import { sql } from '../../src/platform/db.ts'
import { expectAccessible, screenshot } from '../browser/pages.ts'
import { settled } from '../browser/whole.ts'
import { places, spotsIn } from '../world.ts'
import { bothScreens, useProduct } from './product.ts'

const product = useProduct()
const worker = 'communityWorker.inside'
const officer = 'countyOfficer.inside'

for (const screen of bothScreens) {
  it(`a community worker registers an organization, and is warned of one that is called alike (${screen})`, async () => {
    const page = await product.pageAs(screen, worker, '/organizations/new')
    const name = `向阳社区百灵鸟${screen === 'desk' ? '调解' : '读书'}工作室`
    await page.getByLabel('组织名称').fill(name)
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText('请选择类别').waitFor()
    await page.getByRole('radio', { name: '纠纷调处' }).check()
    await page.getByRole('radio', { name: '指导管理' }).check()
    await expectAccessible(page)
    await screenshot(page, `organization-new-${screen}`)
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.getByText('已登记进名录').waitFor()
    await expectAccessible(page)
    await expect.poll(() => timeline(page)).toEqual([expect.stringContaining('新建')])

    await page.getByRole('link', { name: '再登记一个' }).click()
    await page.getByLabel('组织名称').fill(name.replace('工作室', '室'))
    await page.getByText(/名录里有 \d 个相近的名称/).waitFor()
    await page.getByRole('link', { name }).waitFor()
    await expectAccessible(page)

    await page.goto('/organizations?q=bln')
    await page.getByRole('link', { name }).first().waitFor()
  })

  it(`a change keeps the past, a correction mends it, and the timeline tells both (${screen})`, async () => {
    const { id } = await newOrganization(`曙光${screen === 'desk' ? '合唱队' : '舞蹈队'}`)
    const page = await product.pageAs(screen, officer, `/organizations/${id}`)
    await page.getByRole('button', { name: '修改' }).click()
    await page.getByText('还没有改动').waitFor()
    await page.getByRole('radio', { name: '备案' }).check()
    await page.getByLabel('从哪一天起').fill('2023.8.1')
    await page.getByLabel('为什么现在才登记').fill('备案材料刚交齐')
    await page.getByRole('button', { name: '保存修改' }).click()
    await page.getByText('修改已保存').waitFor()

    await page.getByRole('button', { name: '修改' }).click()
    await page.getByText('人员与党建').click()
    await page.getByLabel('成员人数').fill('28')
    await page.getByRole('radio', { name: '更正：以前记错了' }).check()
    await page.getByRole('button', { name: '保存修改' }).click()
    await page.getByText('请写明以前错在哪里').waitFor()
    await page.getByLabel('更正的理由').fill('录入时看错了一行')
    await expectAccessible(page)
    await screenshot(page, `organization-edit-${screen}`)
    await page.getByRole('button', { name: '保存修改' }).click()
    await page.getByText('修改已保存').waitFor()
    await settled(page)

    const [correction, change] = await timeline(page)
    expect(correction).toMatch(/更正.*理由：录入时看错了一行.*成员人数：.*28/s)
    expect(change).toMatch(/2023-08-01.*管理方式：.*指导管理.*备案/s)
    expect(await tierOn(id, '2023-07-31')).toBe('guided')
    expect(await tierOn(id, '2023-08-01')).toBe('filed')
  })
}

it('a phone number is masked until somebody asks, and the look is on record', async () => {
  const { id } = await newOrganization('启明书画社', '13812345678')
  const page = await product.pageAs('phone', officer, `/organizations/${id}`)
  await page.getByText('138****5678').waitFor()
  await page.getByRole('button', { name: '显示' }).click()
  await page.getByText('13812345678').waitFor()
  await page.getByText('这次查看已留下记录').waitFor()
  const looks = await product.database().rows(sql`select 1 from event 
    where subject = ${id} and action = 'organization.seePhone'`)
  expect(looks).toHaveLength(1)
})

it.each([
  ['desk', 'culture'],
  ['phone', 'charity'],
] as const)('many are changed at once, with a result for each (%s)', async (screen, category) => {
  const page = await product.pageAs(screen, officer, `/organizations?category=${category}&tier=guided`)
  await settled(page)
  const links = page.locator('[aria-label="组织名录"] :is(tbody, .card-title) a')
  const names = (await links.allInnerTexts()).slice(0, 2)
  expect(names).toHaveLength(2)
  for (const name of names) await page.getByRole('checkbox', { name: `选择“${name}”` }).check()
  await page.getByText('已选 2 个组织').waitFor()
  await page.getByRole('button', { name: '批量修改' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: '管理方式' }).check()
  await dialog.getByRole('radio', { name: '备案' }).check()
  await expectAccessible(page)
  await screenshot(page, `bulk-${screen}`)
  await dialog.getByRole('button', { name: '修改', exact: true }).click()
  await dialog.getByText('批量修改的结果').waitFor()
  for (const name of names) await dialog.getByText(name).waitFor()
  await expectAccessible(page)
  await screenshot(page, `bulk-results-${screen}`)
  await dialog.getByRole('button', { name: '知道了' }).click()
  await page.getByText('已选 2 个组织').waitFor({ state: 'detached' })
})

it('chosen columns follow the person to another device, and filters stay in the address', async () => {
  const page = await product.pageAs('desk', officer, '/organizations')
  await page.getByRole('button', { name: '选择列' }).click()
  await Promise.all([
    page.waitForResponse(
      (answer) => answer.url().includes('/preferences/') && answer.request().method() === 'PUT',
    ),
    page.getByRole('checkbox', { name: '章程' }).check(),
  ])
  await page.keyboard.press('Escape')
  await page.getByRole('checkbox', { name: '纠纷调处' }).click()
  await page.getByRole('searchbox').fill('tj')
  await page.waitForURL(/category=mediation.*q=tj|q=tj.*category=mediation/)
  await settled(page)
  const names = await page.locator('[aria-label="组织名录"] tbody a').allInnerTexts()
  expect(names.length).toBeGreaterThan(0)
  await page.reload()
  await settled(page)
  expect(await page.locator('[aria-label="组织名录"] tbody a').allInnerTexts()).toEqual(names)
  expect(await page.getByRole('searchbox').inputValue()).toBe('tj')

  const other = await product.pageAs('desk', officer, '/organizations')
  await other.getByRole('columnheader', { name: '章程' }).waitFor()
})

const timeline = (page: Page): Promise<string[]> => page.locator('.timeline > li').allInnerTexts()

async function newOrganization(name: string, phone: string | null = null): Promise<{ id: string }> {
  const { community } = await spotsIn(product.database(), places.inside)
  const client = await product.clientAs(officer)
  const body = {
    ...emptyDraft,
    name,
    area: community,
    category: 'culture',
    tier: 'guided',
    foundedOn: '2022-03-01',
    phone,
  }
  const made = await client.call(organizationsApi.create, { body: body as OrganizationDraft })
  if (made.status !== 200) throw new Error(`not registered: ${made.raw}`)
  return made.body
}

/** The tier that held on a day. */
async function tierOn(id: string, day: string): Promise<string> {
  const rows = await product.database().rows<{ tier: string }>(sql`
    select tier from organization_period
    where organization = ${id} and superseded_at is null and starts_on <= ${day} and (ends_on is null or ends_on > ${day})`)
  return rows.map(({ tier }) => tier).join()
}
