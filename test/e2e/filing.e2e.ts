// The journeys of an application: a guided group on one page; a filed one with roster, papers, return and decision.
import { expect, it } from 'vitest'
import { filingApi } from '../../src/modules/filing/filing-api.ts'
import { sql } from '../../src/platform/db.ts'
import { expectAccessible, expectFault, screenshot } from '../browser/pages.ts'
import { places, spotsIn } from '../world.ts'
import { bothScreens, useProduct } from './product.ts'

const product = useProduct()
const leader = 'organizationLeader.inside'
const worker = 'communityWorker.inside'
const officer = 'townshipOfficer.inside'

const community = async () => {
  const { community } = await spotsIn(product.database(), places.inside)
  const { name } = await product
    .database()
    .one<{ name: string }>(sql`select short_name as name from area where code = ${community}`)
  return { code: community, name }
}

for (const screen of bothScreens) {
  const own = screen === 'desk' ? '晨光' : '晚霞'

  it(`a leader asks for a guided group on one page, and the community confirms it (${screen})`, async () => {
    const { name: place } = await community()
    const name = `${place}${own}合唱队`
    const page = await product.pageAs(screen, leader, '/applications/new')
    await page.getByRole('radio', { name: /^指导管理/ }).check()
    await expectAccessible(page)
    await page.getByRole('button', { name: '开始填写' }).click()
    await page.getByRole('heading', { name: '说说你们的组织' }).waitFor()
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByText('还没有填写名称').first().waitFor()
    expectFault(page, /422 POST .*submission/)
    await page.locator('#field-name').fill(name)
    await page.getByRole('radio', { name: '文化艺术' }).check()
    await page.locator('#field-leader').fill('演示负责人')
    await expectAccessible(page)
    await screenshot(page, `filing-guided-${screen}`)
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByText('已提交。').waitFor()
    await page.getByText('还剩 5 个工作日').waitFor()

    const desk = await product.pageAs(screen, worker, new URL(page.url()).pathname)
    await desk.getByRole('button', { name: '确认', exact: true }).click()
    await desk.getByRole('dialog').getByRole('button', { name: '确认', exact: true }).click()
    await desk.getByText('已同意，列入名录。').waitFor()
    await expectAccessible(desk)
    await screenshot(desk, `filing-confirmed-${screen}`)
    await desk.getByRole('link', { name: '打开它在名录里的一页' }).click()
    await desk.getByRole('heading', { level: 1, name }).waitFor()
  })

  it(`a leader fills in roster and papers step by step, is told what is wrong, and sends it (${screen})`, async () => {
    const { code, name: place } = await community()
    const client = await product.clientAs(leader)
    const made = await client.call(filingApi.create, {
      body: { key: crypto.randomUUID(), area: code, tier: 'filed' },
    })
    const id = made.body.id
    const page = await product.pageAs(screen, leader, `/applications/${id}`)
    await page.locator('#field-name').fill(`${place}${own}舞蹈队`)
    await page.getByRole('radio', { name: '文化艺术' }).check()
    await page.locator('#field-place').fill('社区活动室')
    await page.getByRole('button', { name: '下一步：成员' }).click()
    await page.getByRole('heading', { name: '负责人和成员' }).waitFor()
    await page.locator('#field-leader').fill('演示负责人')
    await page.getByRole('button', { name: '加一个人' }).click()
    await page.getByLabel('第 1 人的姓名').fill('王某')
    await page.getByRole('button', { name: '加一个人' }).click()
    await page.getByLabel('第 2 人的姓名').fill('王某')
    await page.getByRole('button', { name: /保存名册/ }).click()
    await page.getByText('第 1 行和第 2 行都是“王某”').first().waitFor()
    expectFault(page, /422 PUT .*roster/)
    await page.getByLabel('第 2 人的姓名').fill('李某')
    await expectAccessible(page)
    await page.getByRole('button', { name: '下一步：材料' }).click()
    await page.getByRole('heading', { name: '要交的材料' }).waitFor()
    const files = page.locator('.hand-in input[type=file]')
    await files.nth(0).setInputFiles({ ...paper, buffer: Buffer.from('<html><script></script></html>') })
    await page.getByRole('alert').first().waitFor()
    expectFault(page, /422 POST .*files/)
    await files.nth(0).setInputFiles(paper)
    await page.getByRole('link', { name: '材料.pdf' }).first().waitFor()
    await files.nth(1).setInputFiles(paper)
    await page.getByRole('link', { name: '材料.pdf' }).nth(1).waitFor()
    await expectAccessible(page)
    await screenshot(page, `filing-papers-${screen}`)
    await page.getByRole('button', { name: '下一步：核对提交' }).click()
    await page.getByText('材料齐了').waitFor()
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByText('已提交。').waitFor()
  })

  it(`the desks hear, return and decide, and the leader corrects in between (${screen})`, async () => {
    const id = await sentByApi(`${own}太极队`)
    expect(await handled(worker, '社区意见', '居民有需要')).toContain('待受理')
    expect(await handled(officer, '退回补正', '场所证明请重拍')).toContain('待补正')
    const page = await product.pageAs(screen, leader, `/applications/${id}`)
    await page.getByText('场所证明请重拍').first().waitFor()
    await expectAccessible(page)
    await screenshot(page, `filing-returned-${screen}`)
    await page.getByRole('button', { name: '补正好了，再交' }).click()
    await page.getByText('补正的内容已交回。').waitFor()
    expect(await handled(officer, '受理', '材料齐全')).toContain('待决定')
    expect(await handled(officer, '同意备案', '符合条件')).toContain('已同意')

    /** One step at a desk; gives the head of the page afterwards. */
    async function handled(who: string, button: string, words: string): Promise<string> {
      const desk = await product.pageAs(screen, who, `/applications/${id}`)
      await desk.getByRole('button', { name: button, exact: true }).click()
      const dialog = desk.getByRole('dialog')
      await dialog.getByRole('textbox').last().fill(words)
      await dialog.getByRole('button', { name: button, exact: true }).click()
      await desk.locator('p.notice').waitFor()
      return (await desk.getByRole('heading', { level: 1 }).textContent()) ?? ''
    }
  })
}

const paper = {
  ...{ name: '材料.pdf', mimeType: 'application/pdf' },
  buffer: Buffer.from('%PDF-1.4\n%试\n%%EOF\n'),
}

/** A complete application of a group to be filed, sent without a browser. */
async function sentByApi(name: string): Promise<string> {
  const { code, name: place } = await community()
  const client = await product.clientAs(leader)
  const body = { key: crypto.randomUUID(), area: code, tier: 'filed' as const }
  const params = { id: (await client.call(filingApi.create, { body })).body.id }
  const facts = { name: place + name, category: 'sports' as const, leader: '演示负责人', place: '活动室' }
  await client.call(filingApi.save, { params, body: { version: 1, facts } })
  await client.call(filingApi.saveRoster, { params, body: { members: [{ name: '王某' }] } })
  for (const material of ['charter', 'place'])
    await client.upload(
      filingApi.addFile,
      { params, query: { material } },
      { name: paper.name, bytes: paper.buffer },
    )
  expect((await client.call(filingApi.submit, { params })).status).toBe(200)
  return params.id
}
