// Reads .xlsx and .xlsm: the archive is checked first, then only the parts that hold cells are unpacked.
import { Grid, newBudget } from './grid.ts'
import type { SheetLimits } from './limits.ts'
import { tooManySheets } from './refusals.ts'
import { emptySheet, type Sheet, type Workbook } from './workbook.ts'
import { readParts, readSharedStrings, readStyles, type WorkbookParts } from './xlsx-parts.ts'
import { type SheetContext, SheetHandler } from './xlsx-sheet.ts'
import { XmlScanner } from './xml-scanner.ts'
import { openZip, type ZipArchive } from './zip-directory.ts'
import { findEntry, unpackText, unpackTextChunks } from './zip-unpack.ts'

/** Reads all sheets. Throws a Problem when the file is broken, a trap or too large. Macros are not looked at. */
export async function readXlsx(bytes: Uint8Array, limits: SheetLimits): Promise<Workbook> {
  const zip = openZip(bytes, limits)
  const parts = readParts(zip)
  if (parts.sheets.length > limits.sheets) throw tooManySheets(parts.sheets.length, limits.sheets)
  const context = await readContext(zip, parts, limits)
  const budget = newBudget()
  const sheets: Sheet[] = []
  for (const { name, hidden, path } of parts.sheets) {
    const grid = new Grid({ ...emptySheet(name), hidden }, limits, budget)
    await readSheet(zip, path, new SheetHandler(grid, context))
    sheets.push(grid.finish())
  }
  return { kind: 'xlsx', sheets }
}

async function readContext(
  zip: ZipArchive,
  parts: WorkbookParts,
  limits: SheetLimits,
): Promise<SheetContext> {
  return {
    texts: parts.sharedStrings ? await readSharedStrings(zip, parts.sharedStrings, limits) : [],
    styles: parts.styles ? readStyles(unpackText(zip, parts.styles)) : [],
    is1904: parts.is1904,
  }
}

async function readSheet(zip: ZipArchive, path: string, handler: SheetHandler): Promise<void> {
  const entry = findEntry(zip, path)
  if (!entry) return
  const scanner = new XmlScanner(handler)
  for await (const chunk of unpackTextChunks(zip, entry)) scanner.write(chunk)
  scanner.end()
}
