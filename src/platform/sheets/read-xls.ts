// Reads the old binary .xls (BIFF) by way of SheetJS, and tells encrypted and foreign OLE files apart.
import XLSX, { type CellObject, type WorkSheet } from '@e965/xlsx'
import { Problem } from '../../kernel/problem.ts'
import { type Budget, Grid, newBudget } from './grid.ts'
import type { SheetLimits } from './limits.ts'
import { formatShows, type Shown } from './number-format.ts'
import { broken, encrypted, notSpreadsheet, tooManySheets } from './refusals.ts'
import { dateCell } from './serial-day.ts'
import { type Cell, emptySheet, type Sheet, type Workbook } from './workbook.ts'

/** Reads all sheets. Throws a Problem when the file is encrypted, broken, no workbook or too large. */
export function readXls(bytes: Uint8Array, limits: SheetLimits): Workbook {
  refuseForeignOle(bytes)
  const book = parse(bytes)
  if (book.SheetNames.length > limits.sheets) throw tooManySheets(book.SheetNames.length, limits.sheets)
  const is1904 = book.Workbook?.WBProps?.date1904 === true
  const budget = newBudget()
  const sheets = book.SheetNames.map((name, i) => {
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0
    return readSheet(book.Sheets[name] ?? {}, { ...emptySheet(name), hidden }, { limits, budget, is1904 })
  })
  return { kind: 'xls', sheets }
}

/** An OLE file may be an encrypted xlsx, a Word document or something else: look at the names inside. */
function refuseForeignOle(bytes: Uint8Array): void {
  if (bytes[0] !== 0xd0) return
  const names = oleNames(bytes)
  if (names.some((name) => /encryptedpackage|encryptioninfo/i.test(name))) throw encrypted()
  if (names.some((name) => /(^|\/)(workbook|book)$/i.test(name))) return
  if (names.some((name) => /worddocument/i.test(name))) throw notSpreadsheet('一份 Word 文档')
  if (names.some((name) => /powerpoint/i.test(name))) throw notSpreadsheet('一份演示文稿')
  throw notSpreadsheet('其他程序的文件')
}

function oleNames(bytes: Uint8Array): string[] {
  try {
    return XLSX.CFB.read(Buffer.from(bytes), { type: 'buffer' }).FullPaths
  } catch {
    throw broken('复合文档有误')
  }
}

function parse(bytes: Uint8Array): XLSX.WorkBook {
  try {
    return XLSX.read(bytes, { type: 'array', dense: true, cellNF: true, cellStyles: true, cellHTML: false })
  } catch (error) {
    if (error instanceof Problem) throw error
    throw /password|encrypt/i.test(String(error)) ? encrypted() : broken('xls 结构有误')
  }
}

type Reading = { limits: SheetLimits; budget: Budget; is1904: boolean }

function readSheet(source: WorkSheet, sheet: Sheet, { limits, budget, is1904 }: Reading): Sheet {
  const grid = new Grid(sheet, limits, budget)
  const shown = new FormatCache()
  rowsOf(source).forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell) grid.put(row, column, cellOf(cell, shown, is1904))
    })
  })
  for (const { s, e } of source['!merges'] ?? []) grid.merge({ top: s.r, left: s.c, bottom: e.r, right: e.c })
  source['!rows']?.forEach((row, index) => {
    if (row?.hidden) grid.hideRow(index)
  })
  source['!cols']?.forEach((column, index) => {
    if (column?.hidden) grid.hideColumns(index, index)
  })
  return grid.finish()
}

const rowsOf = (source: WorkSheet): (CellObject | undefined)[][] =>
  (source as { '!data'?: (CellObject | undefined)[][] })['!data'] ?? []

function cellOf(cell: CellObject, formats: FormatCache, is1904: boolean): Cell {
  const { t, v } = cell
  if (t === 'e') return { error: cell.w ?? '#N/A' }
  if (t === 'n' && typeof v === 'number') return dateCell(v, formats.shown(cell), is1904)
  return typeof v === 'string' || typeof v === 'boolean' ? v : null
}

class FormatCache {
  private readonly known = new Map<string, Shown>()

  /** Chinese built-in date formats come without a code, but with a text that looks like 1/31/20. */
  shown({ z, w }: CellObject): Shown {
    if (typeof z !== 'string') return /^\d{1,2}\/\d{1,2}\/\d{2}$/.test(w ?? '') ? 'day' : 'number'
    let shown = this.known.get(z)
    if (shown === undefined) {
      shown = formatShows(z)
      this.known.set(z, shown)
    }
    return shown
  }
}
