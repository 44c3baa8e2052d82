// Which rows are data and which are codes, totals, notes, sections or nothing.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataRows, findHeader } from './header.ts'
import { registerVocabulary } from './register-vocabulary.ts'
import type { Table } from './table.ts'

const table = (rows: Table['rows'], merges: Table['merges'] = []): Table => ({
  name: 'a',
  hidden: false,
  rows,
  merges,
})

describe('Rows that are no data', () => {
  const head = ['序号', '组织名称', '所属社区', '负责人', '成员人数']
  const reasonOf = (row: Table['rows'][number], merges: Table['merges'] = []): string | undefined => {
    const data = [1, '乐乐舞蹈队', '榆康社区', '张三', 30]
    return findHeader(table([head, data, row, data], merges), registerVocabulary)?.skipped[0]?.reason
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
      registerVocabulary,
    )
    expect(header?.skipped.map(({ reason }) => reason)).toEqual(['numbering', 'instruction'])
    expect(header?.dataFrom).toBe(3)
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
          const header = findHeader(given, registerVocabulary)
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
