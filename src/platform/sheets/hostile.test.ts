// Hostile, broken and mistaken files: each is refused with a Problem that a person can read, and nothing else happens.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asXls, asXml2003 } from '../../../test/workbooks/as-others.ts'
import { asXlsx } from '../../../test/workbooks/as-xlsx.ts'
import * as hostile from '../../../test/workbooks/hostile.ts'
import { codedRegister, dictionary, plainRegister } from '../../../test/workbooks/registers.ts'
import { Problem, type ProblemBody } from '../../kernel/problem.ts'
import { readWorkbook, type SheetLimits } from './index.ts'

async function refusal(bytes: Uint8Array, limits: Partial<SheetLimits> = {}): Promise<Problem> {
  const error = await readWorkbook(bytes, '名录.xlsx', limits).then(
    () => new Error('was read'),
    (reason: unknown) => reason,
  )
  if (error instanceof Problem) return error
  throw error
}

const code = async (bytes: Uint8Array, limits: Partial<SheetLimits> = {}): Promise<ProblemBody['code']> =>
  (await refusal(bytes, limits)).body.code

const text = (content: string): Uint8Array => new TextEncoder().encode(content)

describe('A file that is no workbook is refused by what it is', () => {
  test.each([
    ['an image', hostile.png(), 'sheets.notSpreadsheet', '图片'],
    ['a PDF', hostile.pdf(), 'sheets.notSpreadsheet', 'PDF'],
    ['a RAR archive', hostile.rar(), 'sheets.notSpreadsheet', 'RAR'],
    ['a Word document', hostile.wordDocument(), 'sheets.notSpreadsheet', 'Word'],
    ['an old Word document', hostile.oldWordDocument(), 'sheets.notSpreadsheet', 'Word'],
    ['a zip that holds a workbook', hostile.zipWithWorkbook(), 'sheets.notSpreadsheet', '解压'],
    ['a web archive', hostile.mhtml(), 'sheets.otherFormat', 'MHT'],
    ['a web page with nested tables', hostile.nestedHtml(), 'sheets.nestedTables', '网页'],
    ['a web page without tables', text('<html><body>你好</body></html>'), 'sheets.notSpreadsheet', '网页'],
    ['another XML', text('<?xml version="1.0"?><a/>'), 'sheets.notSpreadsheet', 'XML'],
    ['binary data', new Uint8Array([1, 2, 3, 0, 5, 6, 7, 0]), 'sheets.notSpreadsheet', '二进制'],
    ['an empty file', new Uint8Array(0), 'sheets.empty', '空'],
    ['a file of blanks', text(' \r\n\t\n'), 'sheets.empty', '空'],
    ['a workbook without data', asXlsx([{ name: 'a', rows: [] }]), 'sheets.noData', '没有数据'],
    ['a workbook with a password', hostile.encryptedXlsx(), 'sheets.encrypted', '密码'],
    ['an old workbook with a password', hostile.encryptedXls(), 'sheets.encrypted', '密码'],
    ['a zip with a password', hostile.passwordZip(), 'sheets.encrypted', '密码'],
  ])('%s', async (_, bytes, expected, word) => {
    const problem = await refusal(bytes)
    expect(problem.body.code).toBe(expected)
    expect(problem.body.message).toContain(word)
    expect(problem.body.mend).toBeTruthy()
  })
})

describe('A trap is refused', () => {
  test('an archive that unpacks to too much', async () => {
    expect(await code(hostile.bomb(3_000_000), { unpackedBytes: 1_000_000 })).toBe('sheets.unpackedTooLarge')
  })
  test('an archive that is compressed more than any workbook', async () => {
    expect(await code(hostile.bomb(3_000_000), { ratioFrom: 1_000_000 })).toBe('sheets.suspicious')
  })
  test('an archive that lies about its size', async () => {
    expect(await code(hostile.lyingBomb(3_000_000))).toBe('sheets.suspicious')
  })
  test('an archive whose files overlap', async () => {
    expect(await code(hostile.overlapping())).toBe('sheets.suspicious')
  })
  test('entities that multiply, and entities that fetch', async () => {
    expect(await code(hostile.entityBomb())).toBe('sheets.entities')
    expect(await code(hostile.externalEntity())).toBe('sheets.entities')
    const page = new TextDecoder()
      .decode(asXml2003(dictionary))
      .replace('<Workbook', '<!DOCTYPE a []><Workbook')
    expect(await code(text(page))).toBe('sheets.entities')
  })
  test('XML nested without end, and a tag that never closes', async () => {
    expect(await code(hostile.deeplyNested())).toBe('sheets.broken')
    expect(await code(hostile.unclosedTag())).toBe('sheets.broken')
  })
  test('a cell outside of any sheet', async () => {
    const sheet = '<worksheet><sheetData><row r="1"><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>'
    expect(await code(hostile.withPart('xl/worksheets/sheet1.xml', sheet))).toBe('sheets.broken')
  })
  test('a page of nothing but opening brackets', async () => {
    expect(await code(text(`<html>${'<'.repeat(2_000_000)}`))).toBe('sheets.notSpreadsheet')
  })
  test('a CSV of quotes that never fit', async () => {
    expect(await code(text(`a,b\n${`"${`${'x'.repeat(1000)}\n`.repeat(41)}`.repeat(300)}`))).toBe(
      'sheets.quotes',
    )
  })
})

describe('A limit is named in the refusal', () => {
  const book = asXlsx([plainRegister(30), dictionary])
  test.each([
    ['file size', { fileBytes: 1000 }, 'sheets.fileTooLarge', 413],
    ['number of sheets', { sheets: 1 }, 'sheets.tooManySheets', 413],
    ['rows', { rows: 10 }, 'sheets.tooManyRows', 413],
    ['columns', { columns: 5 }, 'sheets.tooManyColumns', 413],
    ['cells', { cells: 50 }, 'sheets.tooManyCells', 413],
    ['length of a cell', { cellLength: 10 }, 'sheets.cellTooLong', 413],
  ])('%s', async (_, limits, expected, status) => {
    const problem = await refusal(book, limits)
    expect([problem.body.code, problem.status]).toEqual([expected, status])
  })
  test('and the place', async () => {
    expect((await refusal(book, { columns: 5 })).body.message).toContain('F1')
    expect((await refusal(book, { rows: 10 })).body.message).toContain('名录')
  })
  test('cells are cut to the length kept, never through a character', async () => {
    const book = await readWorkbook(asXlsx([{ name: 'a', rows: [['𠮷'.repeat(10)]] }]), 'a', {
      keptLength: 5,
    })
    expect(book.sheets[0]?.rows).toEqual([['𠮷𠮷']])
  })
})

/** The parser of old workbooks is given a minute; damage that makes it turn in circles may come up more than once. */
const patient = { timeout: 600_000 }

describe('Damage anywhere ends in a reading or a Problem', () => {
  const whole = {
    xlsx: asXlsx([codedRegister, dictionary]),
    xls: asXls([codedRegister]),
    xml: asXml2003(dictionary),
  }

  test.each([
    ['xlsx', 300],
    ['xml', 300],
    ['xls', 12],
  ] as const)('in %s', patient, async (kind, runs) => {
    const bytes = whole[kind]
    const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 })
    const length = fc.oneof(
      { weight: 3, arbitrary: fc.constant(bytes.length) },
      { weight: 1, arbitrary: fc.nat(bytes.length) },
    )
    await fc.assert(
      fc.asyncProperty(changes, length, async (list, end) => {
        const damaged = bytes.slice(0, end)
        for (const [at, value] of list) if (at < end) damaged[at] = value
        const outcome = await readWorkbook(damaged, 'a').then(
          ({ sheets }) => sheets.length > 0,
          (error: unknown) => error instanceof Problem,
        )
        expect(outcome).toBe(true)
      }),
      { numRuns: runs },
    )
  })
})
