// The township's workbook comes into the register: upload, match, preview with problems, import the good rows, undo.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { sql } from '../../src/platform/db.ts'
import { readWorkbook } from '../../src/platform/sheets/index.ts'
import { expectAccessible, expectFault, screenshot } from '../browser/pages.ts'
import { settled } from '../browser/whole.ts'
import { bookOf } from '../importing.ts'
import { asXlsx } from '../workbooks/as-xlsx.ts'
import { places } from '../world.ts'
import { bothScreens, useProduct } from './product.ts'

const product = useProduct()
const officer = 'countyOfficer.inside'

for (const screen of bothScreens) {
  it(`an officer imports a messy workbook and takes it back (${screen})`, async () => {
    const page = await product.pageAs(screen, officer, '/imports/new')
    await choose(page, '城厢镇名录.xlsx', messyBook(await twoCommunities()))
    await expectAccessible(page)
    await screenshot(page, `import-new-${screen}`)
    await page.locator('button[type=submit]').click()

    await page.getByRole('button', { name: '看预览' }).first().waitFor()
    await expectAccessible(page)
    await screenshot(page, `import-match-${screen}`)
    await page.getByRole('button', { name: '看预览' }).first().click()

    await page.getByText('读到“很多”').first().waitFor()
    await expectAccessible(page)
    await screenshot(page, `import-preview-${screen}`)
    await page.getByRole('button', { name: '下一步' }).first().click()

    await page.getByRole('button', { name: /只导入没有问题的 2 行/ }).click()
    await page.getByText('已经写进名录').waitFor()
    await expectAccessible(page)
    await screenshot(page, `import-result-${screen}`)
    expect(await namesBeginning('端午')).toHaveLength(2)
    expect(await annotatedCells(page)).toContainEqual(expect.stringContaining('很多'))

    await undo(page)
    expect(await namesBeginning('端午')).toHaveLength(0)
  })
}

it('a community name that means two places is asked about, and all its rows then go there', async () => {
  const page = await product.pageAs('phone', officer, '/imports/new')
  await choose(page, '新塘.xlsx', bookOf([plainRow('浪花队', '新塘'), plainRow('海燕队', '新塘')]))
  await page.locator('button[type=submit]').click()
  await page.getByRole('button', { name: '看预览' }).first().click()
  await page.getByRole('heading', { name: '有 1 个社区名称不止一个，请选是哪一个' }).waitFor()
  await page.getByRole('radio', { name: '浏河镇 新塘村委会' }).check()
  await expectAccessible(page)
  await screenshot(page, 'import-ambiguity-phone')
  await page.getByRole('button', { name: '按选定的 1 个重新核对' }).click()
  await page.getByRole('heading', { name: /不止一个/ }).waitFor({ state: 'detached' })
  await settled(page)
  expect(await page.locator('.row-area').allInnerTexts()).toEqual(['新塘村', '新塘村'])
})

it('what is no workbook is refused in words, and another file can be chosen at once', async () => {
  const page = await product.pageAs('desk', officer, '/imports/new')
  expectFault(page, /422 POST .*\/imports/)
  await choose(page, '照片.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
  await page.locator('button[type=submit]').click()
  await page.getByRole('alert').getByText('这个文件不是表格').waitFor()
  await page.getByText('请上传 xlsx、xls 或 csv 格式的表格文件').waitFor()
  await expectAccessible(page)
  await choose(page, '名录.xlsx', bookOf([plainRow('浪花队', '新北社区')]))
  await page.locator('button[type=submit]').click()
  await page.getByRole('button', { name: '看预览' }).first().waitFor()
})

it('how a column was matched is remembered for the next table of the same kind', async () => {
  const page = await product.pageAs('desk', officer, '/imports/new')
  const book = asXlsx([{ name: '表', rows: [odd, ['晨曦队', '文化艺术', '新北社区', '王某']] }])
  await choose(page, '第一次.xlsx', book)
  await page.locator('button[type=submit]').click()
  await page.getByLabel('“领头的”对应名录里的哪一项').selectOption({ label: '负责人' })
  await page.getByRole('button', { name: '看预览' }).first().click()
  await page.getByRole('button', { name: '下一步' }).first().waitFor()

  await page.goto('/imports/new')
  await choose(page, '第二次.xlsx', book)
  await page.locator('button[type=submit]').click()
  const choice = page.getByLabel('“领头的”对应名录里的哪一项')
  await choice.waitFor()
  expect(await choice.inputValue()).toBe('leader')
})

const odd = ['组织名称', '类别', '所在社区（村）', '领头的']
const plainRow = (name: string, community: string) => [name, '文化艺术', community, '', '', 20, '2021-9-1']

const choose = (page: Page, name: string, bytes: Uint8Array) =>
  page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  })

/** All cells of the copy of the workbook in which the errors are marked. */
async function annotatedCells(page: Page): Promise<string[]> {
  const href = await page.getByRole('link', { name: '下载标注错误的表格' }).getAttribute('href')
  const answer = await page.request.get(href ?? '')
  expect(answer.headers()['content-disposition']).toContain('.xlsx')
  const { sheets } = await readWorkbook(await answer.body(), 'annotated.xlsx')
  return sheets.flatMap(({ rows }) => rows.flat().map((cell) => String(cell ?? '')))
}

async function undo(page: Page): Promise<void> {
  await page.getByRole('button', { name: '撤销整次导入' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /撤\s?销/ }).click()
  await page.getByText('整次导入已经撤销').waitFor()
}

const twoCommunities = () =>
  product.database().rows<{ name: string; township: string }>(sql`
    select a.short_name as name, t.short_name as township from area a join area t on t.code = a.township
    where a.county = ${places.inside} and a.level = 'community' and not a.virtual order by a.code limit 2`)

const namesBeginning = (start: string) =>
  product.database().rows(sql`select 1 from organization where name like ${`${start}%`}`)

function messyBook([first, second]: { name: string; township: string }[]): Uint8Array {
  return asXlsx([
    {
      name: '名录',
      merges: ['A1:G1'],
      rows: [
        ['社区社会组织摸底统计表'],
        ['序号', '队伍名称', '性质', '镇（街道）', '社区（村）', '成员人数', '成立时间'],
        [1, '端午甲合唱队', '文体活动', first?.township ?? '', first?.name ?? '', '35人', '2021.9'],
        [
          2,
          '端午乙调解室',
          '纠纷调处',
          second?.township ?? '',
          second?.name ?? '',
          '１２',
          '二〇二二年三月一日',
        ],
        [3, '端午丙巡逻队', '平安建设', second?.township ?? '', second?.name ?? '', '很多', '2022年5月'],
        ['合计', 3, null, null, null, 47],
      ],
    },
  ])
}
