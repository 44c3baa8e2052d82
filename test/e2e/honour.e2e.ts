// The journey of an honour: a worker nominates a group, the county passes it, a stranger reads the notice, the title is given.
import type { Page } from 'playwright-core'
import { beforeEach, expect, it } from 'vitest'
import type { Day } from '../../src/kernel/time.ts'
import { honorsApi } from '../../src/modules/honors/honors-api.ts'
import { organizationsApi } from '../../src/modules/organizations/organizations-api.ts'
import { expectAccessible, openPage, screenshot } from '../browser/pages.ts'
import { expectWhole } from '../browser/whole.ts'
import { places, spotsIn, worldToday } from '../world.ts'
import { bothScreens, useProduct } from './product.ts'

const product = useProduct()
/** Five working days from the Friday on which the world stands. */
const afterNotice = '2023-09-02' as Day

beforeEach(() => product.goTo(worldToday))

for (const screen of bothScreens) {
  it(`a group is nominated, shown to everybody and honoured (${screen})`, async () => {
    const name = screen === 'desk' ? '晚霞腰鼓队' : '晨露舞龙队'
    const organization = await active(name)
    const worker = await product.pageAs(screen, 'communityWorker.inside', `/organizations/${organization}`)
    await worker.locator('#honors').getByRole('link', { name: '提名' }).click()
    await worker.getByText(`已选：${name}`).waitFor()
    await worker.getByLabel('理由').fill('每周三次教居民打鼓，义演二十场')
    await expectAccessible(worker)
    await screenshot(worker, `honour-form-${screen}`)
    await worker.getByRole('button', { name: '提名' }).click()
    await worker.getByRole('heading', { name }).waitFor()
    await worker.getByText('待评审').first().waitFor()

    const officer = await product.pageAs(screen, 'countyOfficer.inside', await honorOf(organization))
    await officer.getByRole('button', { name: '通过评审' }).click()
    await officer.getByText('公示到 2023-09-01，还没有期满。').waitFor()
    expect(await officer.getByRole('button', { name: '公布' }).isDisabled()).toBe(true)
    await noticeOf(name, screen)

    await objectAndSettle(officer)
    product.goTo(afterNotice)
    await officer.reload()
    await officer.getByRole('button', { name: '公布' }).click()
    await expectAccessible(officer)
    await officer.getByRole('dialog').getByRole('button', { name: '公布', exact: true }).click()
    await officer.getByText('已公布').first().waitFor()
    await expectWhole(officer)
    await screenshot(officer, `honour-given-${screen}`)
  })
}

/** A stranger reads who is in notice, and how to object. */
async function noticeOf(name: string, screen: (typeof bothScreens)[number]): Promise<void> {
  const stranger = await openPage(screen, product.url())
  await stranger.goto('/notices')
  await stranger.getByText(name).waitFor()
  await stranger.getByText('怎样提出异议').first().waitFor()
  await expectAccessible(stranger)
}

async function objectAndSettle(officer: Page): Promise<void> {
  await officer.getByRole('button', { name: '记一条异议' }).click()
  await officer.getByLabel('反映的内容').fill('有人说义演没有二十场')
  await officer.getByRole('dialog').getByRole('button', { name: '记下' }).click()
  await officer.getByRole('button', { name: '写处理结果' }).click()
  await officer.getByRole('dialog').locator('label', { hasText: '不成立' }).click()
  await officer.getByLabel('怎样核实的').fill('查了签到表，二十二场')
  await officer.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await officer.getByText('查了签到表').waitFor()
}

async function active(name: string): Promise<string> {
  const area = (await spotsIn(product.database(), places.inside)).community
  const officer = await product.clientAs('townshipOfficer.inside')
  const body = { name, area, category: 'culture', tier: 'guided' } as const
  return (await officer.call(organizationsApi.create, { body })).body.id
}

async function honorOf(organization: string): Promise<string> {
  const officer = await product.clientAs('countyOfficer.inside')
  const { items } = (await officer.call(honorsApi.ofOrganization, { params: { id: organization } })).body
  return `/honors/${items[0]?.id}`
}
