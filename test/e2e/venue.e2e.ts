// A leader finds a free room and asks for it, the keeper says yes, and the organization sees it.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { sql } from '../../src/platform/db.ts'
import { expectAccessible, screenshot } from '../browser/pages.ts'
import { makeVenue } from '../venues.ts'
import { places, spotsIn } from '../world.ts'
import { bothScreens, useProduct } from './product.ts'

const product = useProduct()

for (const screen of bothScreens) {
  it(`venue booked (${screen})`, async () => {
    const name = screen === 'desk' ? '娄江活动中心' : '浮桥活动中心'
    const { organization, called } = await prepared(name)
    const page = await product.pageAs(screen, 'organizationLeader.inside', `/organizations/${organization}`)
    await page.getByRole('link', { name: '预约场地' }).click()
    await page.getByRole('link', { name }).click()
    await forward(page, screen === 'desk' ? 1 : 5)
    await page
      .getByRole('region', { name: /8 月 30 日/ })
      .getByRole('button', { name: /13:00–21:00/ })
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(called).waitFor()
    await dialog.getByText('这个时间可以约').waitFor()
    await dialog.getByLabel('做什么用').fill('国庆节目排练')
    await expectAccessible(page)
    await screenshot(page, `venue-ask-${screen}`)
    await dialog.getByRole('button', { name: '提出预约' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: /13:00–15:00 有人在等答复/ }).waitFor()
    await answered(screen, name)
    await page.goto(`/organizations/${organization}#venues`)
    const section = page.locator('#venues')
    const booking = section.getByRole('listitem').filter({ hasText: name })
    await booking.getByText('已同意', { exact: true }).waitFor()
    expect(await booking.textContent()).toMatch(/8 月 30 日（周三）\s*13:00–15:00/)
    await screenshot(page, `venue-booked-${screen}`)
  })
}

/** A venue of the community, and an organization that its leader keeps. */
async function prepared(name: string): Promise<{ organization: string; called: string }> {
  const spots = await spotsIn(product.database(), places.inside)
  await makeVenue({ worker: await product.clientAs('communityWorker.inside'), spots }, name)
  return product.database().one(sql`
    update organization set keeper = (select id from person where login_name = 'organizationLeader.inside')
    where id = (select id from organization where community = ${spots.community} and status = 'active' order by id limit 1)
    returning id as organization, name as called`)
}

async function forward(page: Page, steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) await page.getByRole('button', { name: /^后一/ }).click()
}

/** The keeper finds it among the work and says yes. */
async function answered(screen: (typeof bothScreens)[number], name: string): Promise<void> {
  const page = await product.pageAs(screen, 'communityWorker.inside', '/work?source=venues.answer')
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
  await page.getByRole('button', { name: '同意', exact: true }).click()
  await page.getByText('没有等您答复的预约').waitFor()
  await expectAccessible(page)
}
