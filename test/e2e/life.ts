// The whole life of an organization, as each role lives it: guided, filed, verified by a stranger, registered, grown by a
// merger, ended. After each step the targets say what changed, and go on saying it of that day.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Day } from '../../src/kernel/time.ts'
import { areasApi } from '../../src/modules/areas/areas-api.ts'
import type { OrganizationDraft } from '../../src/modules/organizations/organization.ts'
import { organizationsApi } from '../../src/modules/organizations/organizations-api.ts'
import { programmesApi, type TargetRow } from '../../src/modules/programmes/programmes-api.ts'
import { expectAccessible, openPage, type Screen, screenshot } from '../browser/pages.ts'
import { picturesOf, qrIn } from '../pdf.ts'
import { places, spotsIn } from '../world.ts'
import { askToBeFiled, askToBeRegistered, beginGuided, handle } from './applications.ts'
import { endIt, mergeInto } from './endings.ts'
import { type Product, useProduct } from './product.ts'

const leader = 'organizationLeader.inside'
const worker = 'communityWorker.inside'
const township = 'townshipOfficer.inside'
const county = 'countyOfficer.inside'

/** The days on which the steps are taken. */
const days = {
  desk: ['2023-08-25', '2023-09-04', '2023-09-11', '2023-10-16', '2023-11-06', '2023-11-20'],
  phone: ['2023-11-21', '2023-11-27', '2023-12-04', '2023-12-11', '2023-12-18', '2023-12-25'],
} as unknown as Record<Screen, readonly [Day, Day, Day, Day, Day, Day]>

/** Many pages in one journey; only a hanging one is ended. */
const patient = { timeout: 300_000 }

/** The journey on one screen: a file for each, so that two workers share them. */
export function liveOn(screen: Screen): void {
  const product = useProduct()
  it(
    `an organization lives from a guided group to its end, and the targets follow it (${screen})`,
    patient,
    async () => {
      const [founded, asked, filed, registered, merged, ended] = days[screen]
      product.goTo(founded)
      const { community } = await spotsIn(product.database(), places.inside)
      const word = screen === 'desk' ? '向日葵' : '蒲公英'
      const name = `${await shortName(product, community)}${word}合唱队`
      const other = await addOther(product, community, `${word}朗诵队`)
      const seen: [Day, Standing][] = []
      const standing = (day: Day) => standingOn(product, community, day)
      const note = async (day: Day) => {
        const now = await standing(day)
        seen.push([day, now])
        return now
      }
      const before = await standing(founded)
      const as = (who: string) => (path: string) => product.pageAs(screen, who, path)

      const application = await beginGuided(await as(leader)('/applications/new'), name)
      const group = await handle(await as(worker)(application), '确认')
      expect(await note(founded)).toEqual(before)

      product.goTo(asked)
      const filing = await askToBeFiled(await as(leader)(group))
      await handle(await as(worker)(filing), '社区意见', '居民需要，有场地，社区支持。')
      await handle(await as(township)(filing), '受理')
      product.goTo(filed)
      await handle(await as(township)(filing), '同意备案')
      expect(await note(filed)).toEqual({
        quality: before.quality + 1,
        filed: before.filed + 1,
        certificates: before.certificates + 1,
      })
      const paper = await stranger(
        product,
        screen,
        await addressOnPaper(await as(township)(`${group}#certificate`)),
      )
      await paper.getByText('这张证书由发证机关核发，现在有效。').waitFor()
      await expectAccessible(paper)

      product.goTo(registered)
      const rise = await askToBeRegistered(await as(leader)(group), `太仓市${word}合唱协会`)
      await handle(await as(county)(rise), '受理')
      await handle(await as(county)(rise), '同意登记')
      expect(await note(registered)).toEqual({ ...before, quality: before.quality + 1 })
      await paper.reload()
      await paper.getByText('不再有效').first().waitFor()

      product.goTo(merged)
      await mergeInto(await as(county)(`${group}/merge`), other.name)
      await screenshot(await as(county)(group), `life-merged-${screen}`)
      expect(await note(merged)).toEqual(before)
      expect((await one(product, other.id)).status).toBe('ended')

      product.goTo(ended)
      await endIt(await as(leader)(`${group}/exit`), await as(county)('/changes'), `太仓市${word}合唱协会`)
      expect(await note(ended)).toEqual({ ...before, quality: before.quality - 1 })
      expect((await one(product, idIn(group))).status).toBe('ended')
      for (const [day, then] of seen) expect([day, await standing(day)]).toEqual([day, then])
    },
  )
}

/** Organizations of quality, filed ones and certificates in force, as the targets of the programme count them. */
type Standing = { quality: number; filed: number; certificates: number }

async function standingOn(product: Product, area: string, asOf: Day): Promise<Standing> {
  const officer = await product.clientAs(county)
  const { body } = await officer.call(programmesApi.list)
  const params = { id: body.items[0]?.id ?? '' }
  const figures = await officer.call(programmesApi.figures, { params, query: { area, asOf } })
  const row = (id: string) => figures.body.rows.find(({ target }) => target === id)
  const [certificates, filed] = numbersOf(row('certificates'))
  const [urban] = numbersOf(row('urban-average'))
  const [rural] = numbersOf(row('rural-average'))
  return { quality: urban + rural, filed, certificates }
}

/** "6 ÷ 1": what there is, and of how many. */
function numbersOf(row: TargetRow | undefined): [number, number] {
  const [top = 0, bottom = 0] = (row?.detail ?? '').split(' ÷ ').map((part) => Number.parseInt(part, 10) || 0)
  return [top, bottom]
}

const idIn = (path: string): string => path.split('/').at(-1) ?? ''

const one = async (product: Product, id: string) =>
  (await (await product.clientAs(county)).call(organizationsApi.one, { params: { id } })).body

async function shortName(product: Product, code: string): Promise<string> {
  const officer = await product.clientAs(county)

  return (await officer.call(areasApi.area, { params: { code } })).body.shortName
}

/** A group of quality that has been there for long. */
async function addOther(product: Product, area: string, name: string): Promise<{ id: string; name: string }> {
  const officer = await product.clientAs(county)
  const body = {
    ...{ name, area, category: 'culture', tier: 'guided', charter: true },
    ...{ members: 20, partyMembers: 2, foundedOn: '2022-03-01' },
  }
  const made = await officer.call(organizationsApi.create, { body: body as OrganizationDraft })
  expect(made.status).toBe(200)
  return { id: made.body.id, name }
}

/** The address in the QR picture of the printed certificate. */
async function addressOnPaper(page: Page): Promise<string> {
  const paper = page.getByRole('link', { name: '打印（PDF）' })
  await paper.waitFor()
  const printed = await page.request.get((await paper.getAttribute('href')) ?? '')
  const [picture] = await picturesOf(await printed.body(), 2.5)
  return (picture && qrIn(picture)) ?? ''
}

async function stranger(product: Product, screen: Screen, address: string): Promise<Page> {
  const page = await openPage(screen, product.url())
  await page.goto(address)
  return page
}
