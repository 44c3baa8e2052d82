// An activity is published, signed up for on a phone, held and counted; a major event is reported late and answered.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { sql } from '../../src/platform/db.ts'
import { expectAccessible, openPage, type Screen, screenshot } from '../browser/pages.ts'
import { bothScreens, useProduct } from './product.ts'

const product = useProduct()
const worker = 'communityWorker.inside'

for (const screen of bothScreens) {
  it(`an activity is published, signed up for, held and counted (${screen})`, async () => {
    const page = await product.pageAs(screen, worker, '/activities/new')
    const title = `读书会${screen === 'desk' ? '一' : '二'}`
    await plan(page, { title, day: '2023-09-10', people: '20' })
    await page.getByRole('button', { name: '发布' }).click()
    const link = page.getByRole('link', { name: /\/join\// })
    const code = (await link.textContent())?.split('/join/')[1] ?? ''
    await joinIn(screen, code)

    await database().run(sql`
      update activity set starts_at = '2023-08-20T06:00Z', ends_at = '2023-08-20T08:00Z' where title = ${title}`)
    await page.reload()
    await page.getByText('报名 1 人').waitFor()
    await page.getByRole('link', { name: '记录举办情况' }).click()
    await page.getByLabel('林阿姨').check()
    expect(await page.getByLabel('一共到场').inputValue()).toBe('1')
    await page.getByLabel('一共到场').fill('12')
    await expectAccessible(page)
    await page.getByRole('button', { name: '办完了，保存' }).click()
    await page.getByRole('heading', { name: '举办情况' }).waitFor()
    await page.getByText('12 人', { exact: true }).waitFor()

    await page.goto('/activities?view=counts')
    const counted = screen === 'desk' ? '办了 1 次活动，12 人次参加' : '办了 2 次活动，24 人次参加'
    await page.getByText(counted).waitFor()
  })

  it(`a major event is reported late, and answered with conditions (${screen})`, async () => {
    const page = await product.pageAs(screen, worker, '/activities/new')
    const title = `灯会${screen === 'desk' ? '一' : '二'}`
    await plan(page, { title, day: '2023-08-28', people: '300' })
    await page.getByText('须在 2023-08-21 以前向街道（乡镇）报告').waitFor()
    await page.getByRole('link', { name: '报告', exact: true }).click()
    for (const [label, words] of Object.entries(report)) await page.getByLabel(label).fill(words)
    await expectAccessible(page)
    await page.getByRole('button', { name: '报告', exact: true }).click()
    await page.getByText('迟报 4 天').first().waitFor()
    await screenshot(page, `major-event-late-${screen}`)

    const officer = await product.pageAs(screen, 'townshipOfficer.inside', '/activities?view=major')
    await officer.getByRole('link', { name: title }).click()
    await officer.getByRole('button', { name: '答复' }).click()
    const dialog = officer.getByRole('dialog')
    await dialog.getByLabel('同意，但有要求').check()
    await dialog.getByRole('textbox').fill('限流 200 人')
    await dialog.getByRole('button', { name: '答复' }).click()
    await officer.getByText('有条件同意').waitFor()
    await officer.getByText('限流 200 人').waitFor()
  })
}

const database = () => product.database()

const report = {
  内容: '赏灯、猜谜、歌舞',
  形式: '广场布展和舞台演出',
  什么人参加: '演员二十人，其余是居民',
  钱从哪里来: '社区经费',
  怎样保证安全: '六名安全员，备灭火器，下雨改期',
}

async function plan(page: Page, { title, day, people }: { title: string; day: string; people: string }) {
  await page.getByLabel('活动名称').fill(title)
  await page.getByLabel(/^哪一天/).fill(day)
  await page.getByLabel('在哪里办').fill('社区广场')
  await page.getByLabel('预计多少人').fill(people)
  if (title.startsWith('灯会')) await page.getByLabel('节庆活动').check()
  await page.getByRole('button', { name: '保存计划' }).click()
  await page.getByRole('heading', { name: title }).waitFor()
}

/** Without an account; the code of the sign-up stays on the device. */
async function joinIn(screen: Screen, code: string): Promise<void> {
  const page = await openPage(screen, product.url())
  await page.goto(`/join/${code}`)
  await page.getByLabel('怎么称呼您').fill('林阿姨')
  await page.getByLabel('手机号').fill('139 0000 0001')
  await expectAccessible(page)
  await page.getByRole('button', { name: '报名' }).click()
  await page.getByText('林阿姨，报上名了').waitFor()
  await page.reload()
  await page.getByText('林阿姨，报上名了').waitFor()
  await screenshot(page, `join-${screen}`)
}
