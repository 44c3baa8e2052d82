// Writing: what is written is read back the same by our reader and by two others, row by row as a stream.
import XLSX from '@e965/xlsx'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx as readByHucre } from 'hucre/xlsx'
import { describe, expect, test, vi } from 'vitest'
import { type Cell, readWorkbook, type SheetToWrite, writeXlsx } from './index.ts'
import { lawfulNames } from './write-xlsx.ts'

async function bytesOf(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of writeXlsx(sheets)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const columns = ['组织名称', '代码', '成立日期'].map((title) => ({ title }))
const sheet = (rows: Cell[][]): SheetToWrite => ({ name: '名录', columns, rows })

const danger: Cell[][] = [
  ['=1+1', '+86', '-5'],
  ['@cmd', '\t=1', '012345678901234567'],
  ['<b>&"x"</b>', ' 前后有空格 ', '第一行\n第二行'],
  ['_x0041_', '_x0041_x0042_', 'a\u0001b\r\nc'],
]

describe('Text stays text', () => {
  test('for our reader', async () => {
    const book = await readWorkbook(await bytesOf([sheet(danger)]), 'a.xlsx')
    expect(book.sheets[0]?.rows.slice(1)).toEqual(danger)
  })

  test('for SheetJS, which sees no formula and no number', async () => {
    const book = XLSX.read(await bytesOf([sheet(danger)]), { cellFormula: true })
    const cells = Object.values(book.Sheets.名录 ?? {}).filter(
      (cell) => typeof cell === 'object' && 't' in cell,
    )
    expect(cells.length).toBeGreaterThan(10)
    expect(cells.every((cell) => cell.t === 's' && cell.f === undefined)).toBe(true)
    expect(book.Sheets.名录?.A2?.v).toBe('=1+1')
  })

  test('for hucre', async () => {
    const book = await readByHucre(await bytesOf([sheet(danger)]))
    expect(book.sheets[0]?.rows.slice(1)).toEqual(danger)
  })

  test('and a text that begins like a formula is marked as quoted', async () => {
    const files = unzipSync(await bytesOf([sheet([['=1+1', 'a']])]))
    const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array())
    const formats = part('xl/styles.xml')
      .match(/<cellXfs.*<\/cellXfs>/)?.[0]
      .match(/<xf\b/g)
    const quoted = part('xl/styles.xml')
      .match(/<cellXfs.*<\/cellXfs>/)?.[0]
      .split('<xf ')
      .findIndex((xf) => xf.includes('quotePrefix="1"'))
    expect(formats).toHaveLength(8)
    expect(part('xl/worksheets/sheet1.xml')).toContain(`<c r="A2" s="${Number(quoted) - 1}" t="inlineStr">`)
  })
})

describe('Other values keep their kind', () => {
  const values: Cell[][] = [
    [35, 12.5, -1, 0, true, false],
    [
      { day: '2021-09-01', precision: 'day' },
      { day: '2021-09-01', precision: 'month' },
      { day: '2021-01-01', precision: 'year' },
      { day: '2021-09-01', precision: 'day', time: '08:30' },
    ],
  ]
  test('numbers, flags and dates of every precision', async () => {
    const book = await readWorkbook(await bytesOf([sheet(values)]), 'a.xlsx')
    expect(book.sheets[0]?.rows.slice(1)).toEqual(values)
  })
  test('SheetJS finds real dates', async () => {
    const book = XLSX.read(await bytesOf([sheet(values)]), { cellNF: true })
    const { A3, B3 } = book.Sheets.名录 ?? {}
    expect([A3?.v, A3?.z, B3?.z]).toEqual([44_440, 'yyyy\\-mm\\-dd', 'yyyy"年"m"月"'])
  })
  test('empty cells and rows are left out', async () => {
    const rows: Cell[][] = [['a', null, 'c'], [], [null, null], ['b']]
    const book = await readWorkbook(await bytesOf([sheet(rows)]), 'a.xlsx')
    expect(book.sheets[0]?.rows.slice(1)).toEqual([['a', null, 'c'], [], [], ['b']])
  })
})

describe('The workbook is made for its reader', () => {
  test('header frozen and filtered, choices offered, further sheets, lawful names', async () => {
    const notes: SheetToWrite = {
      name: '说明/字典',
      columns: [{ title: '类别', choices: ['登记', '备案'] }],
      rows: [['a']],
    }
    const bytes = await bytesOf([sheet([['a', 'b']]), notes, notes])
    const book = XLSX.read(bytes, { cellStyles: true })
    expect(book.SheetNames).toEqual(['名录', '说明_字典', '说明_字典_2'])
    expect(book.Sheets.名录?.['!autofilter']?.ref).toBe('A1:C2')
    const again = await readByHucre(bytes, { readStyles: true })
    expect(again.sheets[0]?.freezePane?.rows).toBe(1)
    expect(again.sheets[1]?.dataValidations?.[0]?.values).toEqual(['登记', '备案'])
  })

  test('names are unique and without forbidden characters', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 }), { maxLength: 8 }), (names) => {
        const lawful = lawfulNames(names)
        expect(new Set(lawful.map((name) => name.toLowerCase())).size).toBe(names.length)
        for (const name of lawful) expect(name).toMatch(/^[^:\\/?*[\]]{1,31}$/)
      }),
    )
  })
})

describe('Rows are pulled as they are taken', () => {
  test('the first bytes come before the last row is asked for', async () => {
    let asked = 0
    function* rows(): Generator<Cell[]> {
      for (; asked < 50_000; asked++) yield [`第${asked}号`, asked, '榆康社区活动室']
    }
    const stream = writeXlsx([{ ...sheet([]), rows: rows() }])
    await new Promise((resolve) => stream.once('readable', resolve))
    stream.read()
    expect(asked).toBeLessThan(50_000)
    stream.destroy()
  })

  test('a reader that goes away closes the source', async () => {
    let closed = false
    async function* rows(): AsyncGenerator<Cell[]> {
      try {
        for (;;) yield [Math.random().toString(36).repeat(20)]
      } finally {
        closed = true
      }
    }
    let taken = 0
    for await (const chunk of writeXlsx([{ ...sheet([]), rows: rows() }])) {
      taken += (chunk as Buffer).length
      if (taken > 300_000) break
    }
    await vi.waitFor(() => expect(closed).toBe(true))
  })

  test('a source that fails destroys the stream with its error', async () => {
    async function* rows(): AsyncGenerator<Cell[]> {
      yield ['a']
      throw new Error('the database went away')
    }
    await expect(bytesOf([{ ...sheet([]), rows: rows() }])).rejects.toThrow('the database went away')
  })
})

describe('Chinese tables survive', () => {
  const rare = fc.constantFrom(
    '𠮷',
    '㐂',
    '龘',
    '镕',
    '喆',
    '〇',
    '（',
    '“',
    '·',
    '👍',
    '👨‍👩‍👧',
    '\u{20BB7}',
    '　',
    'é',
    'Ω',
  )
  const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code))
  const words = fc.array(
    fc.oneof({ weight: 4, arbitrary: han }, rare, fc.string({ maxLength: 3, unit: 'binary' })),
    { maxLength: 12 },
  )
  const value = fc.oneof(
    words.map((list) => list.join('')),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  )

  test('any table is read back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(value, { maxLength: 8 }), { maxLength: 30 }), async (rows) => {
        const book = await readWorkbook(await bytesOf([sheet(rows)]), 'a.xlsx')
        expect(book.sheets[0]?.rows.slice(1)).toEqual(cut(rows))
      }),
      { numRuns: 150 },
    )
  })

  test('no character is damaged at the borders of pieces', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i): Cell[] => [
      `${'社'.repeat(i % 7)}𠮷区龘组织👍${i}`,
      `${i}`,
    ])
    const book = await readWorkbook(await bytesOf([sheet(rows)]), 'a.xlsx')
    expect(book.sheets[0]?.rows.slice(1)).toEqual(rows)
  })
})

/** Without empty ends, as the reader returns rows; minus zero is zero. */
function cut(rows: readonly Cell[][]): Cell[][] {
  const cells = rows.map((row) => {
    const last = row.findLastIndex((cell) => cell !== null && cell !== '')
    return row.slice(0, last + 1).map((cell) => (cell === '' ? null : cell === 0 ? 0 : cell))
  })
  return cells.slice(0, cells.findLastIndex((row) => row.length > 0) + 1)
}
