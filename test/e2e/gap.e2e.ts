// The officer's journey to the gap: from today's work to every target, down to the community that holds one back, and to its records.
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { programmesApi } from '../../src/modules/programmes/programmes-api.ts'
import { shippedText } from '../../src/modules/programmes/server/index.ts'
import { readWorkbook } from '../../src/platform/sheets/index.ts'
import { expectAccessible, screenshot } from '../browser/pages.ts'
import { settled } from '../browser/whole.ts'
import { bothScreens, useProduct } from './product.ts'

const product = useProduct()
const officer = 'countyOfficer.inside'

for (const screen of bothScreens) {
  it(`an officer goes from today's work down to a community and back, and each page says the same (${screen})`, async () => {
    const page = await product.pageAs(screen, officer)
    await page.getByRole('heading', { name: '太仓市', level: 1 }).waitFor()
    await page.getByRole('link', { name: '太仓市加强社区社会组织培育发展' }).click()
    const said = await figureOf(line(page, '各项目标', '每个社区“5+X”'))
    await openFully(page, '每个社区“5+X”')
    expect(await figureOf(page.locator('.headline'))).toBe(said)

    const township = await goDown(page)
    const inTownship = await figureOf(page.locator('.headline'))
    const community = await goDown(page)
    await screenshot(page, `gap-community-${screen}`)
    expect(await trail(page)).toEqual(['太仓市', township, community])

    await page.getByRole('link', { name: township, exact: true }).click()
    await expect.poll(() => trail(page)).toEqual(['太仓市', township])
    await settled(page)
    expect(await figureOf(page.locator('.headline'))).toBe(inTownship)
    await page.goBack()
    await expect.poll(() => trail(page)).toEqual(['太仓市', township, community])
  })

  it(`a past day has its own figures, in the address and after a reload (${screen})`, async () => {
    const page = await product.pageAs(screen, officer, '/programmes')
    const target = line(page, '各项目标', '城市社区平均拥有')
    const today = await figureOf(target)
    await page.getByRole('button', { name: '今天 2023-08-25' }).click()
    await page.getByLabel('别的日子').fill('2021-12-31')
    await page.getByRole('button', { name: '查看' }).click()
    await page.getByRole('button', { name: '截至 2021-12-31' }).waitFor()
    await settled(page)
    expect(page.url()).toContain('asOf=2021-12-31')
    const then = await figureOf(target)
    expect(Number(then)).toBeLessThan(Number(today))
    await expectAccessible(page)
    await page.reload()
    await settled(page)
    expect(await figureOf(target)).toBe(then)
  })
}

/** Only ends a test that hangs. */
const patience = { timeout: 30_000 }

it('an average is also read one by one, worst or best first', async () => {
  const page = await product.pageAs('desk', officer, '/programmes')
  await openFully(page, '农村社区平均拥有的较高质量组织')
  const whole = await textOf(page.locator('.headline-gap'))
  await page.locator('input[name=reading]').last().click()
  await page.getByRole('heading', { name: /^逐个/ }).waitFor()
  expect(await textOf(page.locator('.headline-gap'))).not.toBe(whole)
  const first = () => line(page, '各地区', '').first()
  const numbers = async () => Number(await figureOf(first()))
  const worst = await numbers()
  await page.getByLabel('好的在前').click()
  await page.waitForURL(/order=best/)
  await expect.poll(numbers).toBeGreaterThan(worst)
  expect(page.url()).toContain('read=each')
})

it('a tile is reached and opened by keyboard alone', async () => {
  const page = await product.pageAs('desk', officer, '/programmes')
  await openFully(page, '每个社区“5+X”')
  const tiles = page.locator('.tile[data-roving]')
  await tiles.first().focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  const name = (await textOf(page.locator('.tile:focus .sr-only'))).split('：')[0]
  expect(await textOf(page.locator('.tile-told'))).toContain(name)
  await page.keyboard.press('Enter')
  await page.waitForURL(/area=\d{12}/)
  await expect.poll(async () => (await trail(page)).at(-1), patience).toBe(name)
})

it('a figure opens its records, and a record its organization', async () => {
  const page = await product.pageAs('desk', officer, '/programmes')
  await line(page, '各项目标', '城市社区平均拥有').getByTitle('看背后的记录').click()
  await page.waitForURL(/#records/)
  const record = line(page, '背后的记录', '').first().getByRole('link')
  const name = await textOf(record)
  await record.click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
})

it('the export is a workbook that says what the page says', async () => {
  const page = await product.pageAs('desk', officer, '/programmes?asOf=2023-06-30')
  const said = await figureOf(line(page, '各项目标', '城市社区平均拥有'))
  const href = await page.getByRole('link', { name: '导出' }).getAttribute('href')
  const answer = await page.request.get(href ?? '')
  expect(answer.headers()['content-type']).toContain('spreadsheetml')
  expect(answer.headers()['content-disposition']).toContain('.xlsx')
  const cells = await cellsOf(await answer.body())
  const row = cells.find((each) => each.some((cell) => cell.includes('城市社区平均拥有')))
  expect(row?.some((cell) => cell.startsWith(said))).toBe(true)
})

it('on paper a page is without its controls, and says where and when', async () => {
  const page = await product.pageAs('desk', officer, '/programmes')
  await settled(page)
  await page.emulateMedia({ media: 'print' })
  expect(
    await page
      .getByRole('navigation', { name: /主导航|所看的地区/ })
      .filter({ visible: true })
      .count(),
  ).toBe(0)
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
  expect(await textOf(page.locator('.print-head'))).toBe('太仓市 · 截至 2023-08-25 · 打印于 2023-08-25')
  const [rows, cards] = await Promise.all([
    page.locator('[aria-label="各项目标"] tbody tr').filter({ visible: true }).count(),
    page.locator('.strip').filter({ visible: true }).count(),
  ])
  expect([rows, cards]).toEqual([12, 1])
})

it('what nobody records is said to be not collected, never zero', async () => {
  const title = '每个镇的社区基金'
  const text = shippedText('taicang')
    .replace('\nversion: 1\n', '\nversion: 2\n')
    .replace(
      '\ntargets:\n',
      `\ntargets:\n  - { id: funds, title: ${title}, clause: 三, quote: 设立社区基金, judge: each, count: funds,
      among: { units: township }, need: { atLeast: 1 } }\n`,
    )
  const loaded = await (await product.clientAs('administrator.inside')).call(programmesApi.loadPack, {
    body: { text },
  })
  expect(loaded.status).toBe(200)
  const page = await product.pageAs('desk', officer, '/programmes')
  expect(await textOf(line(page, '各项目标', title))).toMatch(/—[\s\S]*尚无数据来源[\s\S]*未采集/)
  await openFully(page, title)
  await page.getByText('既不算 0，也不算落后').waitFor()
  expect(await page.locator('.figure').count()).toBe(0)
})

/** A row of a table on a desk, a card of a list on a phone. */
const line = (page: Page, label: string, words: string): Locator =>
  page.locator(`[aria-label="${label}"] :is(tbody tr, li.card)`).filter({ hasText: words })

/** The large number of a figure: "104" of "104 / 160 · 65%". */
const figureOf = (place: Locator): Promise<string> => textOf(place.locator('.figure b').first())

const textOf = async (place: Locator): Promise<string> => (await place.textContent()) ?? ''

const trail = (page: Page): Promise<string[]> => page.locator('.trail li').allInnerTexts()

/** On a desk a row opens beside the table first. */
async function openFully(page: Page, title: string): Promise<void> {
  await line(page, '各项目标', title).getByRole('link', { name: title }).first().click()
  if ((page.viewportSize()?.width ?? 0) > 767) await page.getByRole('link', { name: /打开这项目标/ }).click()
  await page.waitForURL(/\/targets\//)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await settled(page)
}

/** Follows the first of the areas below; answers its name. */
async function goDown(page: Page): Promise<string> {
  const link = line(page, '各地区', '').first().getByRole('link').first()
  const name = await textOf(link)
  await link.click()
  await page.locator('.trail [aria-current]', { hasText: name }).waitFor()
  await settled(page)
  return name
}

/** All cells of all sheets as texts, row by row. */
async function cellsOf(bytes: Uint8Array): Promise<string[][]> {
  const { sheets } = await readWorkbook(bytes, 'export.xlsx')
  return sheets.flatMap(({ rows }) => rows.map((row) => row.map((cell) => String(cell ?? ''))))
}
