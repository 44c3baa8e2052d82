// The journey of a charter: filled in, voted on with a wrong number first, in force, changed, compared; a target moves.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { organizationsApi } from '../../src/modules/organizations/organizations-api.ts'
import { sql } from '../../src/platform/db.ts'
import { expectAccessible, expectFault, screenshot } from '../browser/pages.ts'
import { places, spotsIn } from '../world.ts'
import { bothScreens, useProduct } from './product.ts'

const product = useProduct()

for (const screen of bothScreens) {
  it(`a leader writes a charter, records the vote, and changes it later (${screen})`, async () => {
    const id = await keptOrganization(`百灵${screen === 'desk' ? '合唱队' : '舞蹈队'}`)
    const page = await product.pageAs(screen, 'organizationLeader.inside', `/organizations/${id}`)
    await page.getByRole('link', { name: '制定章程' }).click()
    await page.getByRole('button', { name: '开始填写' }).click()
    await fillIn(page)
    await expectAccessible(page)
    await screenshot(page, `charter-form-${screen}`)
    await page.getByRole('button', { name: '下一步：表决' }).click()
    await vote(page, { inFavour: '29', abstaining: '0' })
    await page.getByText('多出 2 票').first().waitFor()
    await expectAccessible(page)
    await page.getByLabel('赞成').fill('26')
    await page.getByLabel('弃权').fill('1')
    await page.getByText('能通过', { exact: true }).waitFor()
    await page.getByRole('button', { name: '记下来' }).click()
    await page.getByText('表决通过，章程已生效').waitFor()
    expect(await hadCharter(id)).toEqual([null, true])

    await page.getByRole('link', { name: '起草新版' }).click()
    await page.getByRole('button', { name: '改第 1 版' }).click()
    await page.locator('#charter-purpose').fill('以歌会友，陪伴老人')
    await page.getByRole('button', { name: '下一步：表决' }).click()
    await page.getByRole('link', { name: '与第 1 版对照' }).click()
    await page.getByText('有 1 条不同').waitFor()
    expect(await page.locator('.compare-side ins').allTextContents()).toEqual(['，陪伴老人'])
    await screenshot(page, `charter-compare-${screen}`)
  })
}

it('what somebody else voted on meanwhile is said, and nothing typed is lost', async () => {
  const id = await keptOrganization('百灵读书社')
  const leader = await product.pageAs('desk', 'organizationLeader.inside', `/organizations/${id}/charter`)
  await leader.getByRole('button', { name: '开始填写' }).click()
  await fillIn(leader)
  await leader.getByRole('button', { name: '下一步：表决' }).click()
  await leader.getByRole('button', { name: '记录表决' }).waitFor()
  const worker = await product.pageAs('desk', 'communityWorker.inside', leader.url())
  for (const page of [leader, worker]) await vote(page, { inFavour: '26', abstaining: '1' })
  await leader.getByRole('button', { name: '记下来' }).click()
  await leader.getByText('章程已生效').waitFor()
  expectFault(worker, /409 POST .*\/vote/)
  await worker.getByRole('button', { name: '记下来' }).click()
  await worker.getByText('不能记录表决').waitFor()
  expect(await worker.getByLabel('赞成').inputValue()).toBe('26')
})

/** Everything that the register could not know. */
async function fillIn(page: Page): Promise<void> {
  await page.locator('#charter-purpose').fill('以歌会友')
  await page.locator('#charter-activities').fill('每周排练\n社区演出')
  await page.locator('#charter-place').fill('社区活动室')
  await page.locator('#charter-eligibility').fill('在本社区居住、喜欢唱歌的居民')
  await page.locator('#charter-dues').fill('0')
  await page.getByRole('radio', { name: '举手表决' }).check()
  await page.getByRole('radio', { name: '没有资金往来' }).check()
  await page.getByText('都填好了').waitFor()
}

async function vote(page: Page, { inFavour, abstaining }: { inFavour: string; abstaining: string }) {
  await page.getByRole('button', { name: '记录表决' }).click()
  const answers = {
    heldOn: '2023.8.20',
    place: '活动室',
    entitled: '30',
    present: '28',
    recorder: '记录人甲',
  }
  for (const [field, value] of Object.entries({ ...answers, inFavour, against: '1', abstaining }))
    await page.locator(`#vote-${field}`).fill(value)
  await page.locator('#vote-place').focus()
}

/** A filed organization of the community that the leader of the world keeps. */
async function keptOrganization(name: string): Promise<string> {
  const { community } = await spotsIn(product.database(), places.inside)
  const officer = await product.clientAs('countyOfficer.inside')
  const draft = {
    name,
    area: community,
    category: 'culture',
    tier: 'filed',
    members: 30,
    filedOn: '2023-01-10',
  } as const
  const { id } = (await officer.call(organizationsApi.create, { body: draft })).body
  await product.database().run(sql`update organization set keeper =
    (select id from person where login_name = 'organizationLeader.inside') where id = ${id}`)
  return id
}

/** What the register said of a charter on the day before the vote and on the day of it. */
async function hadCharter(id: string): Promise<(boolean | null)[]> {
  const rows = await product.database().rows<{ charter: boolean | null }>(sql`
    select p.charter from unnest(array['2023-08-19', '2023-08-20']::date[]) day
    join organization_period p on p.organization = ${id} and p.superseded_at is null and p.starts_on <= day
      and (p.ends_on is null or p.ends_on > day) order by day`)
  return rows.map(({ charter }) => charter)
}
