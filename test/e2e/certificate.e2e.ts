// A certificate's journey: issued, printed, verified by a stranger from the QR picture on the paper, cancelled.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { OrganizationDraft } from '../../src/modules/organizations/organization.ts'
import { organizationsApi } from '../../src/modules/organizations/organizations-api.ts'
import { expectAccessible, expectFault, openPage, screenshot } from '../browser/pages.ts'
import { picturesOf, qrIn } from '../pdf.ts'
import { places, spotsIn } from '../world.ts'
import { bothScreens, useProduct } from './product.ts'

const product = useProduct()
const officer = 'townshipOfficer.inside'

for (const screen of bothScreens) {
  it(`a certificate is issued, verified from its paper, and known to be cancelled (${screen})`, async () => {
    const name = `曙光${screen === 'desk' ? '剪纸社' : '京剧社'}`
    const page = await product.pageAs(screen, officer, `/organizations/${await filed(name)}#certificate`)
    await page.getByRole('button', { name: '核发备案证书' }).click()
    await expectAccessible(page)
    await page.getByRole('dialog').getByRole('button', { name: '核发', exact: true }).click()
    const paper = page.getByRole('link', { name: '打印（PDF）' })
    await paper.waitFor()
    await page.getByText('2026-08-24', { exact: true }).waitFor()
    await expectAccessible(page)
    await screenshot(page, `certificate-${screen}`)

    const printed = await page.request.get((await paper.getAttribute('href')) ?? '')
    const [picture] = await picturesOf(await printed.body(), 2.5)
    const address = (picture && qrIn(picture)) ?? ''
    const stranger = await openPage(screen, product.url())
    await stranger.goto(address)
    await stranger.getByText('这张证书由发证机关核发，现在有效。').waitFor()
    await stranger.getByText(name).waitFor()
    await expectAccessible(stranger)
    await screenshot(stranger, `certificate-verified-${screen}`)

    await cancel(page, '组织已解散')
    await stranger.reload()
    await stranger.getByText('这张证书已于 2023-08-25 注销，不再有效。').waitFor()
    expect(await stranger.getByText('组织已解散').count()).toBe(0)
    expectFault(stranger, /404 GET .*\/api\/verify\?number=/)
    await stranger.getByLabel('按编号再查一张').fill('320585000-00-2023-9999')
    await stranger.getByRole('button', { name: '查验' }).click()
    await stranger.getByText('没有这个编号的证书。').waitFor()
    await expectAccessible(stranger)
  })

  it(`certificates are issued to many at once and printed in one file (${screen})`, async () => {
    const names = ['戏曲社', '盆景社'].map((ending) => `晚霞${screen === 'desk' ? '大' : '小'}${ending}`)
    const ids = [await filed(names[0] ?? ''), await filed(names[1] ?? '')]
    const page = await product.pageAs(screen, officer, `/certificates/waiting?ids=${ids.join()}`)
    await page.getByText('已选 2 个组织').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: '核发 2 张' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '核发', exact: true }).click()
    await page.getByText('发出 2 张。').waitFor()
    const link = page.getByRole('link', { name: '打印 2 张（一份 PDF）' })
    const printed = await page.request.get((await link.getAttribute('href')) ?? '')
    expect(await picturesOf(await printed.body(), 0.2)).toHaveLength(2)
    await expectAccessible(page)
    await screenshot(page, `certificates-issued-${screen}`)

    await page.goto(`/certificates?q=${encodeURIComponent('晚霞')}`)
    await page.getByRole('checkbox', { name: `选择“${names[1]}”` }).check()
    await page.getByRole('link', { name: '打印 1 张（一份 PDF）' }).waitFor()
    await expectAccessible(page)
    await screenshot(page, `certificates-${screen}`)
  })
}

async function cancel(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: '注销', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('理由').fill(reason)
  await dialog.getByRole('button', { name: '注销', exact: true }).click()
  await page.getByText('还没有备案证书。').waitFor()
}

async function filed(name: string): Promise<string> {
  const { community } = await spotsIn(product.database(), places.inside)
  const client = await product.clientAs(officer)
  const body = { name, area: community, category: 'culture', tier: 'filed', filedOn: '2023-08-01' }
  const made = await client.call(organizationsApi.create, { body: body as OrganizationDraft })
  if (made.status !== 200) throw new Error(`not registered: ${made.raw}`)
  return made.body.id
}
