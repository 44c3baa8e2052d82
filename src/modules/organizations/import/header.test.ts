// Understanding tables as townships keep them, in every format in which they come.
import fc from 'fast-check'
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
import { surveySheets } from './survey.ts'
import type { Table } from './table.ts'

/** What a reader returns is a table; the compiler proves it. */
const asTable = (sheet: Sheet): Table => sheet

async function tablesOf(bytes: Uint8Array): Promise<Table[]> {
  return (await readWorkbook(bytes, '名录.xlsx')).sheets.map(asTable)
}

async function headerOf(bytes: Uint8Array): Promise<{ table: Table; header: Header }> {
  const [table] = await tablesOf(bytes)
  const header = table && findHeader(table)
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
    const { findings, best } = surveySheets(await tablesOf(bytes))
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
    const header = findHeader(table([['组织名称', '类别', '负责人', '联系电话']]))
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
    )
    expect([paths(chosen), chosen.dataFrom, chosen.skipped.map(({ reason }) => reason)]).toEqual([
      ['组织名称', '类别'],
      2,
      ['title'],
    ])
  })
})

describe('Rows that are no data', () => {
  const head = ['序号', '组织名称', '所属社区', '负责人', '成员人数']
  const reasonOf = (row: Table['rows'][number], merges: Table['merges'] = []): string | undefined => {
    const data = [1, '乐乐舞蹈队', '榆康社区', '张三', 30]
    return findHeader(table([head, data, row, data], merges))?.skipped[0]?.reason
  }
  test.each([
    ['total', ['合计', 3, null, null, 90]],
    ['total', [null, '总 计', null, null, 90]],
    ['total', ['榆康社区小计', null, null, null, 60]],
    ['note', ['备注：成员人数为实有人数']],
    ['note', ['填报人：张三', null, null, '审核人：李四']],
    ['note', ['注：1.此表每季度报送一次；2.没有的填“无”。']],
    ['empty', [4]],
    ['empty', []],
    ['repeatedHeader', head],
    ['section', ['一、榆康社区']],
    ['example', ['示例', '某某社区舞蹈队', '某某社区', '张三', 30]],
  ])('%s: %j', (reason, row) => {
    expect(reasonOf(row)).toBe(reason)
  })

  test.each([
    [[2, '合计舞蹈队', '榆康社区', '李四', 20]],
    [[2, '乐龄队', null, null, null]],
    [[null, '无序号的队', '榆康社区', '李四', 20]],
    [[2, '注音学习社', '榆康社区', '李四', 20]],
    [[2, '说明书翻译志愿队', '榆康社区', '李四', '约20']],
  ])('but this is: %j', (row) => {
    expect(reasonOf(row)).toBeUndefined()
  })

  test('numbering and filling-in rules below the headings', () => {
    const header = findHeader(
      table([
        head,
        ['甲', 1, 2, 3, 4],
        ['必填', '必填', '下拉选择', '请填写姓名', '填写整数'],
        [1, '乐乐舞蹈队', '榆康社区', '张三', 30],
      ]),
    )
    expect(header?.skipped.map(({ reason }) => reason)).toEqual(['numbering', 'instruction'])
    expect(header?.dataFrom).toBe(3)
  })
})

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
    )
    expect(best).toBe(1)
  })
})

describe('Whatever the table holds', () => {
  const cell = fc.oneof(
    fc.constantFrom('组织名称', '类别', '负责人', '合计', '注：', '1', '', '甲队', '街道乡镇'.repeat(15)),
    fc.integer(),
    fc.constant(null),
    fc.string({ maxLength: 8 }),
  )
  const merge = fc
    .tuple(fc.nat(12), fc.nat(6), fc.nat(4), fc.nat(4))
    .map(([top, left, rows, columns]) => ({ top, left, bottom: top + rows, right: left + columns }))

  test('each row is a title, a heading, data or left out with a reason', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 14 }),
        fc.array(merge, { maxLength: 5 }),
        (rows, merges) => {
          const given = table(rows, merges)
          const header = findHeader(given)
          if (!header) return
          const skipped = header.skipped.map(({ row }) => row)
          const data = [...dataRows(given, header)].map(({ row }) => row)
          const headings = rows.flatMap((_, row) =>
            row >= header.headerRows[0] && row <= header.headerRows[1] ? [row] : [],
          )
          const blank = rows.flatMap((_, row) =>
            row < header.headerRows[0] && !skipped.includes(row) ? [row] : [],
          )
          expect(data).toHaveLength(header.dataCount)
          expect([...skipped, ...data, ...headings, ...blank].sort((a, b) => a - b)).toEqual(
            rows.map((_, row) => row),
          )
        },
      ),
      { numRuns: 400 },
    )
  })
})
