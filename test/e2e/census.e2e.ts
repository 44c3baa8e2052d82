// A census from its order to its baseline: an officer opens it, a worker walks through the list on a bad network, the officer closes it.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { organizationsApi } from '../../src/modules/organizations/organizations-api.ts'
import { expectAccessible, expectFault, screenshot } from '../browser/pages.ts'
import { expectWhole, settled } from '../browser/whole.ts'
import { places, spotsIn } from '../world.ts'
import { bothScreens, type Product, useProduct } from './product.ts'

for (const screen of bothScreens) {
  describe(`on a ${screen}`, () => {
    const product = useProduct()

    it('a census is ordered, walked through, finished and closed, and its numbers are frozen', async () => {
      await fewOrganizations(product)
      const officer = await product.pageAs(screen, 'countyOfficer.inside', '/censuses')
      await order(officer)
      await officer.getByRole('button', { name: '开始摸底' }).click()
      await officer.getByRole('dialog').getByRole('button', { name: '开始' }).click()
      await officer.getByText('走完的社区（村）').waitFor()
      await expectWhole(officer)
      await expectAccessible(officer)
      await screenshot(officer, `census-open-${screen}`)

      const worker = await product.pageAs(screen, 'communityWorker.inside')
      await worker.getByRole('link', { name: '摸底排查：核对组织名单' }).click()
      await walk(worker, screen)
      await close(officer, screen)

      await worker.reload()
      await worker.getByText('数字已经封存').waitFor()
      expect(await worker.getByRole('button', { name: '情况属实' }).count()).toBe(0)
    })
  })
}

/** A community of four, so that the journey is no longer than it must be. */
async function fewOrganizations(product: Product): Promise<void> {
  const client = await product.clientAs('communityWorker.inside')
  const { community } = await spotsIn(product.database(), places.inside)
  for (const name of ['白露合唱队', '寒露书画社', '霜降棋社', '立冬志愿队']) {
    const body = { name, area: community, category: 'culture' as const, tier: 'guided' as const, members: 12 }
    expect((await client.call(organizationsApi.create, { body })).status).toBe(200)
  }
}

async function order(page: Page): Promise<void> {
  await page.getByRole('button', { name: '布置一次摸底' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('名称').fill('秋季摸底')
  await form.getByLabel('谁布置的').fill('太仓市民政局')
  await form.getByRole('radio', { name: '每年一次' }).check()
  await form.getByLabel('什么时候截止').fill('2023-9-15')
  await form.getByRole('button', { name: '存为草稿' }).click()
  await page.getByRole('heading', { name: /秋季摸底/ }).waitFor()
}

async function walk(page: Page, screen: string): Promise<void> {
  await card(page, '白露合唱队').getByRole('button', { name: '情况属实' }).click()
  await answered(page, '白露合唱队', '情况属实')

  await card(page, '寒露书画社').getByRole('link', { name: '有变化，改' }).click()
  await page.getByLabel('成员人数').fill('15')
  await page.getByRole('button', { name: '改好了' }).click()
  await answered(page, '寒露书画社', '已更正')

  await offline(page, screen)

  await card(page, '立冬志愿队').getByRole('button', { name: '已不存在' }).click()
  await page.getByLabel('理由').fill('成员都搬走了')
  await page.getByRole('button', { name: '记为已不存在' }).click()
  await answered(page, '立冬志愿队', '已不存在')

  const finish = page.getByRole('button', { name: /走完了/ })
  for (const open = page.getByRole('button', { name: '暂时说不清' }); (await open.count()) > 0; ) {
    const before = await open.count()
    await open.first().click()
    await page.waitForFunction(
      (count) =>
        [...document.querySelectorAll('button')].filter((one) => one.textContent === '暂时说不清').length <
        count,
      before,
    )
  }
  await expectAccessible(page)
  await screenshot(page, `census-walk-${screen}`)
  await finish.click()
  await page.getByText('已走完').waitFor()
}

/** What is answered without a network is kept on the device and sent once it is back. */
async function offline(page: Page, screen: string): Promise<void> {
  expectFault(page, /answers/)
  await page.context().setOffline(true)
  await card(page, '霜降棋社').getByRole('button', { name: '不活跃' }).click()
  await page.getByLabel('理由').fill('半年没有活动')
  await page.getByRole('button', { name: '记为不活跃' }).click()
  await page.getByText('网络不好，1 条先存在这台设备上').waitFor()
  await card(page, '霜降棋社').getByText('待送出').waitFor()
  await screenshot(page, `census-offline-${screen}`)
  await page.context().setOffline(false)
  await answered(page, '霜降棋社', '不活跃')
}

async function close(page: Page, screen: string): Promise<void> {
  await page.reload()
  await settled(page)
  await page.getByRole('button', { name: '结束并封存' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/还有 \d+ 个社区（村）没有走完/).waitFor()
  await dialog.getByLabel('为什么现在结束').fill('其余社区另行安排')
  await dialog.getByRole('button', { name: '结束并封存' }).click()
  await page.getByRole('heading', { name: /封存的基数/ }).waitFor()
  await settled(page)
  await expectWhole(page)
  await expectAccessible(page)
  await screenshot(page, `census-closed-${screen}`)
}

const card = (page: Page, name: string) => page.getByRole('listitem', { name })

const answered = (page: Page, name: string, outcome: string) =>
  card(page, name).getByText(outcome, { exact: true }).waitFor()
