// Which sheet of a workbook holds the register.
import { describe, expect, test } from 'vitest'
import { asXlsx } from '../../../../test/workbooks/as-xlsx.ts'
import type { MadeSheet } from '../../../../test/workbooks/made-sheet.ts'
import { plainRegister } from '../../../../test/workbooks/registers.ts'
import { readWorkbook } from '../../../platform/sheets/index.ts'
import { registerVocabulary } from './register-vocabulary.ts'
import { surveySheets } from './survey.ts'
import type { Table } from './table.ts'

async function tablesOf(bytes: Uint8Array): Promise<Table[]> {
  return (await readWorkbook(bytes, '名录.xlsx')).sheets
}

describe('Choosing among sheets', () => {
  test('the register is taken, not the list of members or the summary', async () => {
    const members: MadeSheet = {
      name: '成员',
      rows: [
        ['社会组织', '姓名', '性别', '民族', '学历', '电话'],
        ['甲队', '张三', '男', '汉族', '本科', '13800001111'],
      ],
    }
    const summary: MadeSheet = {
      name: '汇总',
      rows: [
        ['单位名称', '社会组织总数', '成员总数', '填报日期'],
        ['城东街道', 30, 900, '2023-12-1'],
      ],
    }
    const { findings, best } = surveySheets(
      await tablesOf(asXlsx([members, summary, { name: '空', rows: [] }, plainRegister(3)])),
      registerVocabulary,
    )
    expect(findings.map(({ kind }) => kind)).toEqual(['other', 'other', 'empty', 'data'])
    expect(best).toBe(3)
  })

  test('a visible sheet is preferred to a hidden one', async () => {
    const { best } = surveySheets(
      await tablesOf(
        asXlsx([
          { ...plainRegister(9), hidden: true },
          { ...plainRegister(3), name: '新' },
        ]),
      ),
      registerVocabulary,
    )
    expect(best).toBe(1)
  })
})
