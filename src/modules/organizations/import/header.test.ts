// Understanding tables as townships keep them, in every format in which they come.
import { describe, expect, test } from 'vitest'
import { asCsv, asHtml, asXls, asXml2003 } from '../../../../test/workbooks/as-others.ts'
import { asXlsx } from '../../../../test/workbooks/as-xlsx.ts'
import type { MadeSheet } from '../../../../test/workbooks/made-sheet.ts'
import {
  codedRegister,
  dictionary,
  plainRegister,
  titledRegister,
} from '../../../../test/workbooks/registers.ts'
import { readWorkbook, type Sheet } from '../../../platform/sheets/index.ts'
import { dataRows, findHeader, type Header, headerAt } from './header.ts'
import { registerVocabulary } from './register-vocabulary.ts'
import { surveySheets } from './survey.ts'
import type { Table } from './table.ts'

/** What a reader returns is a table; the compiler proves it. */
const asTable = (sheet: Sheet): Table => sheet

async function tablesOf(bytes: Uint8Array): Promise<Table[]> {
  return (await readWorkbook(bytes, '名录.xlsx')).sheets.map(asTable)
}

async function headerOf(bytes: Uint8Array): Promise<{ table: Table; header: Header }> {
  const [table] = await tablesOf(bytes)
  const header = table && findHeader(table, registerVocabulary)
  if (!table || !header) throw new Error('no header was found')
  return { table, header }
}

const paths = (header: Header): string[] => header.columns.map(({ path }) => path.join('/'))
const reasons = (header: Header): Record<string, number[]> => {
  const found: Record<string, number[]> = {}
  for (const { row, reason } of header.skipped) found[reason] = [...(found[reason] ?? []), row + 1]
  return found
}
const table = (rows: Table['rows'], merges: Table['merges'] = []): Table => ({
  name: 'a',
  hidden: false,
  rows,
  merges,
})

const titledPaths = [
  ...['序号', '队伍名称*', '性质', '社区（村）', '负责人/姓名', '负责人/联系电话'],
  ...['成员人数（人）', '其中党员', '时间/成立', '时间/备案日期', '备注'],
]

describe('A table with titles, two rows of headings, totals and notes', () => {
  test.each([
    ['xlsx', asXlsx([titledRegister])],
    ['xlsx with prefixes', asXlsx([titledRegister], { prefix: 'x' })],
    ['xls', asXls([titledRegister])],
    ['CSV in GBK, which has no merges', asCsv(titledRegister, { encoding: 'gbk' })],
    ['CSV in UTF-8 with tabs', asCsv(titledRegister, { separator: '\t', lineEnd: '\n' })],
    ['a web page named .xls', asHtml(titledRegister)],
    ['XML 2003', asXml2003(titledRegister)],
  ])('is understood from %s', async (_, bytes) => {
    const { header } = await headerOf(bytes)
    expect(header.headerRows).toEqual([2, 3])
    expect(paths(header)).toEqual(titledPaths)
    expect([header.dataFrom, header.dataTo, header.dataCount]).toEqual([4, 8, 4])
    expect(reasons(header)).toEqual({ title: [1, 2], total: [8, 10], note: [11, 12] })
  })

  test('gives a vertically merged community to every organization beside it', async () => {
    const { table, header } = await headerOf(asXlsx([titledRegister]))
    const rows = [...dataRows(table, header)]
    expect(rows.map(({ row }) => row)).toEqual([4, 5, 6, 8])
    expect(rows.map(({ cells }) => cells[3])).toEqual(['榆康社区', '榆康社区', '榆康社区', '金林社区'])
  })
})

describe('A table with three rows of headings, codes and a dictionary', () => {
  const codedPaths = [
    ...[
      '序号',
      '基本情况/社会组织名称',
      '基本情况/组织类别',
      '基本情况/登记证号',
      '基本情况/法定代表人/姓名',
    ],
    ...[
      '基本情况/法定代表人/政治面貌',
      '党组织建立情况/是否设置党组织',
      '党组织建立情况/已建党组织情况/建立党组织时间',
    ],
    ...[
      '党组织建立情况/已建党组织情况/党组织负责人/姓名',
      '党组织建立情况/已建党组织情况/党组织负责人/联系电话',
    ],
    ...['党员情况/党员数', '党员情况/申请入党人数'],
  ]
  test.each([
    ['xlsx', asXlsx([dictionary, codedRegister])],
    ['xls', asXls([dictionary, codedRegister])],
  ])('is understood from %s', async (_, bytes) => {
    const { findings, best } = surveySheets(await tablesOf(bytes), registerVocabulary)
    expect(findings.map(({ kind }) => kind)).toEqual(['dictionary', 'data'])
    expect(best).toBe(1)
    const header = findings[1]?.header
    expect(header?.headerRows).toEqual([0, 3])
    expect(header && paths(header)).toEqual(codedPaths)
    expect(header && reasons(header)).toEqual({ code: [5], empty: [8, 9] })
    expect(header?.dataCount).toBe(2)
  })
})

describe('A plain table', () => {
  test('is understood below claims of 16,384 columns and 200 formatted empty rows', async () => {
    const sheet: MadeSheet = { ...plainRegister(12), claimsEverything: true, formattedEmptyRows: 200 }
    const { header } = await headerOf(asXlsx([sheet]))
    expect([header.headerRows, header.dataFrom, header.dataTo, header.dataCount]).toEqual([[0, 0], 1, 12, 12])
    expect(header.columns).toHaveLength(14)
  })

  test('without rows has columns all the same', () => {
    const header = findHeader(table([['组织名称', '类别', '负责人', '联系电话']]), registerVocabulary)
    expect([header?.dataCount, header?.dataTo, header?.columns.length]).toEqual([0, 0, 4])
  })

  test('may have its header rows chosen by a person', () => {
    const chosen = headerAt(
      table([
        ['x', 'y'],
        ['组织名称', '类别'],
        ['甲', '文体'],
      ]),
      1,
      1,
      registerVocabulary,
    )
    expect([paths(chosen), chosen.dataFrom, chosen.skipped.map(({ reason }) => reason)]).toEqual([
      ['组织名称', '类别'],
      2,
      ['title'],
    ])
  })
})
