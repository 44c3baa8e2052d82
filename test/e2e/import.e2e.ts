// The township's workbook comes into the register: upload, match, preview with problems, import the good rows, undo.

import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { sql } from '../../src/platform/db.ts'
import { expectAccessible, screenshot } from '../browser/pages.ts'
import { asXlsx } from '../workbooks/as-xlsx.ts'
import { places } from '../world.ts'
import { bothScreens, useProduct } from './product.ts'

for (const screen of bothScreens) {
  const product = useProduct()

  it(`an officer imports a messy workbook and takes it back (${screen})`, async () => {
    const page = await product.pageAs(screen, 'countyOfficer.inside')
    await page.goto('/imports/new')
    await page.locator('input[type=file]').setInputFiles({
      name: '城厢镇名录.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(workbookOf(await twoCommunities())),
    })
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

    await undo(page)
    expect(await namesBeginning('端午')).toHaveLength(0)
  })

  const twoCommunities = () =>
    product.database().rows<{ name: string; township: string }>(sql`
      select a.short_name as name, t.short_name as township from area a join area t on t.code = a.township
      where a.county = ${places.inside} and a.level = 'community' and not a.virtual order by a.code limit 2`)

  const namesBeginning = (start: string) =>
    product.database().rows(sql`select 1 from organization where name like ${`${start}%`}`)
}

async function undo(page: Page): Promise<void> {
  await page.getByRole('button', { name: '撤销整次导入' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /撤\s?销/ })
    .click()
  await page.getByText('整次导入已经撤销').waitFor()
}

function workbookOf([first, second]: { name: string; township: string }[]): Uint8Array {
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
