// Marking faults: the copy keeps what the original had, shows each fault at its cell and says it in the last column.
import XLSX from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { asCsv, asXls } from '../../../test/workbooks/as-others.ts'
import { asXlsx } from '../../../test/workbooks/as-xlsx.ts'
import {
  codedRegister,
  dictionary,
  plainRegister,
  titledRegister,
} from '../../../test/workbooks/registers.ts'
import { annotateWorkbook, type Cell, type Mark, messageTitle, readWorkbook } from './index.ts'

const marks: Mark[] = [
  { sheet: 0, row: 2, column: 6, message: '读到“123”，应为 11 位手机号' },
  { sheet: 0, row: 2, column: 7, message: '读到“<约>&”，应为整数' },
  { sheet: 0, row: 4, column: null, message: '与第 3 行重复' },
]
const messages = { 2: 'G 列：读到“123”，应为 11 位手机号；H 列：读到“<约>&”，应为整数', 4: '与第 3 行重复' }

const rowsOf = async (bytes: Uint8Array, sheet = 0): Promise<Cell[][]> =>
  (await readWorkbook(bytes, 'a.xlsx')).sheets[sheet]?.rows ?? []

describe('A marked copy', () => {
  test.each([
    ['xlsx', asXlsx([plainRegister(6), dictionary])],
    ['xls', asXls([plainRegister(6), dictionary])],
    ['csv', asCsv(plainRegister(6), { encoding: 'gbk' })],
  ])('of %s has every value of the original and the messages behind', async (_, original) => {
    const copy = await annotateWorkbook(original, 'a', marks, [{ sheet: 0, headerRow: 0 }])
    const before = await rowsOf(original)
    const after = await rowsOf(copy)
    const width = Math.max(...before.map((row) => row.length))
    expect(after.map((row) => row.slice(0, width)).map(cut)).toEqual(before.map(cut))
    expect(after.map((row) => row[width] ?? null)).toEqual([
      messageTitle,
      null,
      messages[2],
      null,
      messages[4],
      null,
      null,
    ])
  })

  test('colours the bad cells only and puts notes on them', async () => {
    const copy = await annotateWorkbook(asXlsx([plainRegister(6)]), 'a', marks, [{ sheet: 0, headerRow: 0 }])
    const sheet = XLSX.read(copy, { cellStyles: true }).Sheets.名录 ?? {}
    expect(sheet.G3.s?.fgColor?.rgb).toBe('FFC7CE')
    expect(sheet.F3.s?.fgColor?.rgb).toBeUndefined()
    expect(sheet.G3.c?.[0]?.t).toBe('读到“123”，应为 11 位手机号')
    expect(sheet.H3.c?.[0]?.t).toBe('读到“<约>&”，应为整数')
  })

  test('of xlsx keeps merges, hidden rows, date formats and the other sheets byte for byte', async () => {
    const original = asXlsx([titledRegister, dictionary], {
      extra: { 'xl/media/image1.png': new Uint8Array(500).fill(7) },
    })
    const copy = await annotateWorkbook(original, 'a', [{ sheet: 0, row: 4, column: 1, message: '有误' }])
    const [before, after] = [await readWorkbook(original, 'a'), await readWorkbook(copy, 'a')]
    expect(after.sheets[0]?.merges).toEqual(before.sheets[0]?.merges)
    expect(after.sheets[0]?.rows[4]?.[9]).toEqual({ day: '2021-09-01', precision: 'day' })
    expect(after.sheets[1]).toEqual(before.sheets[1])
    expect(Buffer.from(copy).includes('xl/media/image1.png')).toBe(true)
  })

  test('marks a cell that the sheet does not have', async () => {
    const copy = await annotateWorkbook(asXlsx([dictionary]), 'a', [
      { sheet: 0, row: 20, column: 2, message: '缺' },
    ])
    expect((await rowsOf(copy))[20]).toEqual([null, null, null, null, 'C 列：缺'])
  })

  test('of sheets with a namespace prefix is converted', async () => {
    const copy = await annotateWorkbook(asXlsx([plainRegister(3)], { prefix: 'x' }), 'a', marks.slice(0, 1))
    expect((await rowsOf(copy))[2]?.at(-1)).toBe(`G 列：${marks[0]?.message}`)
  })
})

describe('A copy of the bad rows', () => {
  test('has the headings and those rows only, moved up', async () => {
    const original = asXlsx([plainRegister(6)])
    const copy = await annotateWorkbook(original, 'a', marks, [
      { sheet: 0, headerRow: 0, keepRows: [0, 2, 4] },
    ])
    const before = await rowsOf(original)
    const after = await rowsOf(copy)
    expect(after.map((row) => cut(row.slice(0, 14)))).toEqual(
      [before[0], before[2], before[4]].map((row) => cut(row ?? [])),
    )
    const sheet = XLSX.read(copy, { cellStyles: true }).Sheets.名录 ?? {}
    expect(sheet.G2.c?.[0]?.t).toBe(marks[0]?.message)
  })

  test('keeps merged headings, and gives the value of a merge to the first row that stays', async () => {
    const marked: Mark[] = [{ sheet: 0, row: 6, column: 6, message: '有误' }]
    const options = [{ sheet: 0, headerRow: 3, keepRows: [0, 1, 2, 3, 6] }]
    const book = await readWorkbook(
      await annotateWorkbook(asXlsx([titledRegister]), 'a', marked, options),
      'a',
    )
    const sheet = book.sheets[0]
    expect(sheet?.rows).toHaveLength(5)
    expect(sheet?.rows[4]?.slice(0, 4)).toEqual([3, '“小蚂蚁”环保志愿者协会', '环保', '榆康社区'])
    expect(sheet?.merges).toContainEqual({ top: 2, left: 4, bottom: 2, right: 5 })
    expect(sheet?.merges).toHaveLength(12)
  })

  test('holds the values of formulas, not the formulas', async () => {
    const rows = [
      ['名称', '人数'],
      ['甲', 3],
      ['乙', { formula: 'B2*2', value: 6 }],
    ]
    const original = asXlsx([{ name: 'a', rows }])
    const copy = await annotateWorkbook(
      original,
      'a',
      [{ sheet: 0, row: 2, column: 0, message: '有误' }],
      [{ sheet: 0, keepRows: [0, 2] }],
    )
    expect(XLSX.read(copy).Sheets.a?.B2).toMatchObject({ v: 6, t: 'n' })
    expect(XLSX.read(copy).Sheets.a?.B2?.f).toBeUndefined()
  })

  test('of a sheet with hidden code rows leaves them hidden', async () => {
    const copy = await annotateWorkbook(
      asXlsx([codedRegister]),
      'a',
      [{ sheet: 0, row: 5, column: 1, message: '有误' }],
      [{ sheet: 0, headerRow: 3, keepRows: [0, 1, 2, 3, 4, 5] }],
    )
    expect((await readWorkbook(copy, 'a')).sheets[0]?.hiddenRows).toEqual([4])
  })
})

const cut = (row: Cell[]): Cell[] => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1)
