// A training from the plan to the target: planned, announced, answered on a phone or a desk, held, ticked, counted.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Day } from '../../src/kernel/time.ts'
import { organizationsApi } from '../../src/modules/organizations/organizations-api.ts'
import { programmesApi } from '../../src/modules/programmes/programmes-api.ts'
import { trainingApi } from '../../src/modules/training/training-api.ts'
import { sql } from '../../src/platform/db.ts'
import { expectAccessible, openPage, screenshot } from '../browser/pages.ts'
import { expectWhole } from '../browser/whole.ts'
import { places, spotsIn } from '../world.ts'
import { bothScreens, type Product, useProduct } from './product.ts'

const target = 'yearly-training'

for (const screen of bothScreens) {
  describe(`on a ${screen}`, () => {
    const product = useProduct()

    it('a training goes from the plan to the target', async () => {
      await keptByLeader(product, '重阳书画社')
      const before = await figure(product)
      const officer = await product.pageAs(screen, 'countyOfficer.inside', '/trainings?view=plan')
      await plan(officer)
      await announce(officer)
      await invite(officer)
      await screenshot(officer, `training-invite-${screen}`)

      const leader = await product.pageAs(screen, 'organizationLeader.inside')
      await answer(leader)
      await screenshot(leader, `training-answer-${screen}`)

      product.goTo('2023-09-04' as Day)
      const later = await product.pageAs(screen, 'countyOfficer.inside')
      await later.getByRole('link', { name: '登记培训签到' }).click()
      await tick(later)
      await screenshot(later, `training-attendance-${screen}`)

      const after = await figure(product)
      expect(after.passing).toBe(before.passing + 1)
      await later.goto(`/programmes/${after.programme}/targets/${target}?asOf=2023-09-04`)
      await later.getByText(after.detail).first().waitFor()
    })

    it('somebody scans the code at the door and is on the list at once', async () => {
      product.goTo('2023-09-04' as Day)
      const id = await announcedToday(product, '2023-09-04')
      const officer = await product.pageAs(screen, 'countyOfficer.inside', `/trainings/${id}`)
      await officer.getByRole('button', { name: '打开扫码签到' }).click()
      await officer.getByRole('img', { name: '扫码签到的二维码' }).waitFor()
      await expectWhole(officer)
      await expectAccessible(officer)
      const client = await product.clientAs('countyOfficer.inside')
      const { open } = (await client.call(trainingApi.checkIn, { params: { id } })).body

      const visitor = await openPage(screen, product.url())
      await visitor.goto(`/check-in/${open?.code}`)
      await scan(visitor)
      await screenshot(visitor, `training-arrival-${screen}`)
      await officer.getByRole('checkbox', { name: /王芳.*扫码/ }).waitFor()
      await screenshot(officer, `training-check-in-${screen}`)
      await officer.getByRole('button', { name: '关上' }).click()
      await officer.getByRole('button', { name: '打开扫码签到' }).waitFor()
    })
  })
}

async function keptByLeader(product: Product, name: string): Promise<void> {
  const { community: area } = await spotsIn(product.database(), places.inside)
  const client = await product.clientAs('communityWorker.inside')
  const body = { name, area, category: 'culture', tier: 'filed', filedOn: '2022-01-01' } as const
  const { id } = (await client.call(organizationsApi.create, { body })).body
  await product.database().run(sql`
    update organization set keeper = (select id from person where login_name = 'organizationLeader.inside') where id = ${id}`)
}

/** A training of the community, today, to which two organizations of it are invited. */
async function announcedToday(product: Product, heldOn: string): Promise<string> {
  const { county: area, community } = await spotsIn(product.database(), places.inside)
  const client = await product.clientAs('countyOfficer.inside')
  const draft = {
    title: '上门培训',
    area,
    organizer: '民政局',
    audience: 'keyMembers',
    kind: 'onSite',
  } as const
  const { id } = (await client.call(trainingApi.create, { body: { ...draft, heldOn, place: '二楼' } })).body
  const { items } = (await client.call(organizationsApi.list, { query: { area: community } })).body
  const organizations = items.slice(0, 2).map((one) => one.id)
  await client.call(trainingApi.invite, { params: { id }, body: { organizations } })
  return id
}

/** On a phone: the organization, the name, done; twice is once. */
async function scan(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '您代表哪个组织？' }).waitFor()
  await screenshot(page, 'training-door')
  await expectWhole(page, { signedIn: false })
  await expectAccessible(page)
  for (const words of ['王芳，已签到', '王芳，您已经签过到了']) {
    await page.getByRole('button', { name: '没有列出的组织' }).click()
    await page.getByLabel('组织叫什么').fill('门口合唱队')
    await page.getByLabel('您的名字').fill('王芳')
    await expectAccessible(page)
    await page.getByRole('button', { name: '签到', exact: true }).click()
    await page.getByText(words).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: '帮别人签到' }).click()
  }
  await page.getByRole('button', { name: '不代表组织' }).click()
  await page.getByLabel('您的名字').fill('李强')
  await page.getByRole('button', { name: '签到', exact: true }).click()
  await page.getByText('李强，已签到').waitFor()
}

/** How many organizations have had this year's training, and the words of the target's page. */
async function figure(product: Product): Promise<{ programme: string; passing: number; detail: string }> {
  const client = await product.clientAs('countyOfficer.inside')
  const programme = (await client.call(programmesApi.list)).body.items[0]?.id ?? ''
  const { rows } = (await client.call(programmesApi.figures, { params: { id: programme } })).body
  const detail = rows.find((row) => row.target === target)?.detail ?? ''
  return { programme, detail, passing: Number(/\d+/.exec(detail.replaceAll(',', ''))?.[0]) }
}

async function plan(page: Page): Promise<void> {
  await page.getByRole('button', { name: '修改 2023 年计划' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('次数').first().fill('2')
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByText('0 / 2').first().waitFor()
}

async function announce(page: Page): Promise<void> {
  await page.getByRole('button', { name: '发布培训' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('培训名称').fill('秋季骨干培训')
  await form.getByRole('textbox', { name: '哪一天' }).fill('2023-9-1')
  await form.getByRole('button', { name: '发布' }).click()
  await page.getByRole('heading', { name: /秋季骨干培训/ }).waitFor()
  await expectWhole(page)
  await expectAccessible(page)
}

/** Everybody who lacks it, at one click. */
async function invite(page: Page): Promise<void> {
  await page.goto('/trainings?view=lacking')
  await page.getByRole('button', { name: /邀请全部 \d+ 个/ }).click()
  await page.getByText(/已邀请 \d+ 个组织/).waitFor()
  await expectAccessible(page)
}

async function answer(page: Page): Promise<void> {
  await page.getByRole('link', { name: '答复培训邀请' }).click()
  await page.getByRole('button', { name: '报名', exact: true }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('来几个人').fill('2')
  await form.getByLabel('名字（可不填）').fill('甲负责人（负责人）')
  await expectAccessible(page)
  await form.getByRole('button', { name: '报名' }).click()
  await page.getByText('已报名', { exact: true }).waitFor()
}

async function tick(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /甲负责人/ }).check()
  await page.getByRole('button', { name: '保存签到（1 人）' }).click()
  await page.getByText('已举办', { exact: true }).waitFor()
  await page.getByRole('link', { name: '打印证明' }).waitFor()
  await expectWhole(page)
  await expectAccessible(page)
}
