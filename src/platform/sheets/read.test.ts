// Reading: every format gives the same cells, whatever the name, the encoding and the formatting around them.
import XLSX from '@e965/xlsx'
import { writeXlsx as writeByHucre } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import {
  asCsv,
  asHtml,
  asOldXls,
  asXls,
  asXml2003,
  type CsvOptions,
} from '../../../test/workbooks/as-others.ts'
import { asXlsx } from '../../../test/workbooks/as-xlsx.ts'
import { cellText, dayOfSerial, type MadeSheet } from '../../../test/workbooks/made-sheet.ts'
import {
  codedRegister,
  dictionary,
  plainRegister,
  titledRegister,
} from '../../../test/workbooks/registers.ts'
import { type Cell, readWorkbook } from './index.ts'
import { likeliestSeparator } from './read-csv.ts'

/** What a reader must return for a made cell when the format keeps types. */
const expected = (cell: MadeSheet['rows'][number][number]): Cell => {
  if (cell === null || typeof cell !== 'object') return cell
  if ('serial' in cell) return { day: dayOfSerial(cell.serial), precision: 'day' }
  if ('error' in cell) return { error: cell.error }
  return 'apostrophe' in cell ? cell.apostrophe : (cell.value ?? { error: '公式没有计算结果' })
}

const trimmed = (cells: Cell[]): Cell[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell !== null && cell !== '') + 1)
const typed = (sheet: MadeSheet): Cell[][] => sheet.rows.map((row) => trimmed(row.map(expected)))
const asText = (sheet: MadeSheet): Cell[][] =>
  sheet.rows.map((row) => trimmed(row.map((cell) => cellText(cell) || null)))

describe('A workbook is read cell by cell', () => {
  test.each([
    ['xlsx', asXlsx],
    ['xls', asXls],
  ] as const)('from %s, with merges, hidden rows and hidden sheets', async (kind, write) => {
    const book = await readWorkbook(write([codedRegister, { ...dictionary, hidden: true }]), '没有扩展名')
    expect(book.kind).toBe(kind)
    expect(book.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Sheet1', false],
      ['字典', true],
    ])
    expect(book.sheets[0]?.rows).toEqual(typed(codedRegister))
    expect(book.sheets[1]?.rows).toEqual(typed(dictionary))
    // The library that makes our .xls cannot hide rows.
    expect(book.sheets[0]?.hiddenRows).toEqual(kind === 'xlsx' ? [4] : [])
    expect(book.sheets[0]?.merges).toHaveLength(codedRegister.merges?.length ?? 0)
    expect(book.sheets[0]?.merges).toContainEqual({ top: 0, left: 1, bottom: 0, right: 5 })
  })

  test('from xlsx whose elements have a namespace prefix', async () => {
    const book = await readWorkbook(asXlsx([titledRegister], { prefix: 'x' }), 'a.xlsx')
    expect(book.sheets[0]?.rows).toEqual(typed(titledRegister))
    expect(book.sheets[0]?.merges).toHaveLength(titledRegister.merges?.length ?? 0)
  })

  test('from xlsx as SheetJS and hucre write it', async () => {
    const rows = [
      ['组织名称', '人数', '备注'],
      ['榆康社区𠮷舞蹈队', 35, ' 前后 '],
      ['乙', null, '一\n二'],
    ]
    const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(rows), '名录')
    const bySheetJs = XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer
    const byHucre = await writeByHucre({ sheets: [{ name: '名录', rows }] })
    for (const bytes of [new Uint8Array(bySheetJs), byHucre]) {
      expect((await readWorkbook(bytes, 'a')).sheets.map((sheet) => [sheet.name, sheet.rows])).toEqual([
        ['名录', rows],
      ])
    }
  })

  test('from an .xls of before 1997, whose text is GBK', async () => {
    const rows = [
      ['组织名称', '类别'],
      ['榆康社区舞蹈队', '文体类'],
    ]
    const book = await readWorkbook(asOldXls(rows), '名录.xls')
    expect([book.kind, book.sheets[0]?.rows]).toEqual(['xls', rows])
  })

  test.each(['gbk', 'utf8'] as const)('from a web page in %s that is named .xls', async (encoding) => {
    const book = await readWorkbook(asHtml(titledRegister, encoding), '汇总.xls')
    expect(book.kind).toBe('html')
    const shown = asText(titledRegister).map((row) =>
      row.map((cell) => (typeof cell === 'string' ? cell.replace(/ +/g, ' ').trim() : cell)),
    )
    expect(book.sheets[0]?.rows).toEqual(shown)
    expect(book.sheets[0]?.merges).toHaveLength(titledRegister.merges?.length ?? 0)
  })

  test('from XML Spreadsheet 2003', async () => {
    const book = await readWorkbook(asXml2003(dictionary), '字典.xls')
    expect(book.kind).toBe('xml')
    expect(book.sheets[0]?.rows).toEqual(typed(dictionary))
  })

  const csv: CsvOptions[] = [
    { encoding: 'utf8' },
    { encoding: 'utf8', bom: true, lineEnd: '\n' },
    { encoding: 'gbk' },
    { encoding: 'gb18030', lineEnd: '\n', separator: '\t' },
    { encoding: 'utf16le', bom: true, separator: '\t' },
    { encoding: 'gbk', separator: ';' },
    { encoding: 'utf8', separator: '|', lineEnd: '\r' },
  ]
  test.each(csv)('from CSV with %o', async (options) => {
    const book = await readWorkbook(asCsv(titledRegister, options), '名录.csv')
    expect(book.kind).toBe('csv')
    expect(book.sheets[0]?.name).toBe('名录')
    expect(book.sheets[0]?.rows).toEqual(asText(titledRegister))
  })
})

describe('Formatting costs nothing', () => {
  test('a sheet that claims 16,384 columns and a million rows is as large as its values', async () => {
    const sheet: MadeSheet = { ...plainRegister(3), claimsEverything: true, formattedEmptyRows: 200 }
    const book = await readWorkbook(asXlsx([sheet]), 'a.xlsx')
    expect(book.sheets[0]?.rows).toEqual(typed(sheet))
  })

  test('blanks far outside are ignored', async () => {
    const far = [...Array<null>(300).fill(null), ' ']
    const book = await readWorkbook(asXlsx([{ name: 'a', rows: [['名称'], far] }]), 'a.xlsx')
    expect(book.sheets[0]?.rows).toEqual([['名称']])
  })
})

describe('Values keep their meaning', () => {
  const read = async (row: MadeSheet['rows'][number], date1904 = false): Promise<Cell[] | undefined> =>
    (await readWorkbook(asXlsx([{ name: 'a', rows: [row] }], { date1904 }), 'a.xlsx')).sheets[0]?.rows[0]

  test('equal days are one object: a register holds each of them a thousand times', async () => {
    const day = { serial: 44_440, format: 'yyyy/m/d' }
    const [one, other] = (await read([day, day])) ?? []
    expect(other).toBe(one)
  })

  test('a date tells how much of it is shown', async () => {
    const cells = await read([
      { serial: 44_440, format: 'yyyy/m/d' },
      { serial: 44_440, format: '[DBNum1][$-804]yyyy"年"m"月";@' },
      { serial: 44_440, format: 'yyyy"年"' },
      { serial: 44_440.5, format: 'yyyy-mm-dd hh:mm' },
      { serial: 0.5, format: 'h:mm' },
      { serial: 44_440, format: '0.00' },
    ])
    expect(cells).toEqual([
      { day: '2021-09-01', precision: 'day' },
      { day: '2021-09-01', precision: 'month' },
      { day: '2021-09-01', precision: 'year' },
      { day: '2021-09-01', precision: 'day', time: '12:00' },
      '12:00',
      44_440,
    ])
  })

  test('dates of the 1904 system are four years and a day later', async () => {
    expect(await read([{ serial: 42_978, format: 'yyyy/m/d' }], true)).toEqual([
      { day: '2021-09-01', precision: 'day' },
    ])
  })

  test('codes behind an apostrophe stay text, formulas give their value, faults are named', async () => {
    const cells = await read([
      { apostrophe: '440106195803120036' },
      { formula: 'SUM(A1:A9)', value: 90 },
      { formula: 'A1&"队"', value: '舞蹈队' },
      { formula: 'A1', value: null },
      { error: '#REF!' },
      true,
    ])
    expect(cells).toEqual([
      '440106195803120036',
      90,
      '舞蹈队',
      { error: '公式没有计算结果' },
      { error: '#REF!' },
      true,
    ])
  })

  test('macros are ignored', async () => {
    const file = asXlsx([dictionary], { extra: { 'xl/vbaProject.bin': new Uint8Array(2000) } })
    expect((await readWorkbook(file, 'a.xlsm')).sheets[0]?.rows).toEqual(typed(dictionary))
  })
})

describe('CSV is read leniently', () => {
  const rows = async (text: string): Promise<Cell[][] | undefined> =>
    (await readWorkbook(new TextEncoder().encode(text), 'a.csv')).sheets[0]?.rows

  test('quotes hold separators, line breaks and quotes', async () => {
    expect(await rows('a,"b,c",d\n1,"2\n3","4""5"\n')).toEqual([
      ['a', 'b,c', 'd'],
      ['1', '2\n3', '4"5'],
    ])
  })
  test('a quote that is not closed is text', async () => {
    expect(await rows('名称,备注\n"小蚂蚁队,好\n乙,"丙" \n')).toEqual([
      ['名称', '备注'],
      ['"小蚂蚁队', '好'],
      ['乙', '丙'],
    ])
  })
  test('text behind a closing quote makes the quotes part of the text', async () => {
    expect(await rows('名称,备注\n"小蚂蚁"环保队,好\n')).toEqual([
      ['名称', '备注'],
      ['"小蚂蚁"环保队', '好'],
    ])
  })
  test('a formula that keeps a code is the code', async () => {
    expect(await rows('a,b\n="0012",="x"\n')).toEqual([
      ['a', 'b'],
      ['0012', 'x'],
    ])
  })
  test('the separator is declared or found', async () => {
    expect(await rows('sep=;\na;b,c\n')).toEqual([['a', 'b,c']])
    expect(likeliestSeparator('名称\t地址\n甲\t一号,二号\n乙\t三号,四号\n丙\t五号\n')).toBe('\t')
    expect(likeliestSeparator('名称,时间\n甲,"1;2;3"\n乙,4\n')).toBe(',')
  })
  test('a few damaged bytes do not turn UTF-8 into GBK', async () => {
    const bytes = new TextEncoder().encode(`名称,备注\n${'榆康社区舞蹈队,好\n'.repeat(30)}`)
    bytes[20] = 0xff
    const book = await readWorkbook(bytes, 'a.csv')
    expect(book.encoding).toBe('utf-8')
    expect(JSON.stringify(book.sheets[0]?.rows)).toContain('\ufffd')
  })
})
