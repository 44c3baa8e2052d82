// Opens any spreadsheet that people upload, whatever its name says, or refuses it with a sentence.
import { Problem } from '../../kernel/problem.ts'
import { containerOf } from './file-kind.ts'
import { defaultLimits, type SheetLimits } from './limits.ts'
import { readCsv } from './read-csv.ts'
import { readHtml } from './read-html.ts'
import { readXls } from './read-xls.ts'
import { readXlsx } from './read-xlsx.ts'
import { readXml2003 } from './read-xml2003.ts'
import { broken, emptyFile, fileTooLarge, noData, notSpreadsheet } from './refusals.ts'
import { decodeText } from './text-encoding.ts'
import type { Workbook } from './workbook.ts'

/**
 * Reads .xlsx, .xlsm, .xls, .csv (UTF-8, UTF-16, GBK, GB18030), and web pages or XML 2003 named .xls.
 *
 * @param bytes the whole file
 * @param fileName only names the sheet of a CSV; the type is decided by content
 * @param limits what is allowed; missing ones as in `defaultLimits`
 * @throws Problem 413 when something is too large, 422 when the file cannot be read; nothing else
 */
export async function readWorkbook(
  bytes: Uint8Array,
  fileName: string,
  limits: Partial<SheetLimits> = {},
): Promise<Workbook> {
  const all = { ...defaultLimits, ...limits }
  if (bytes.length === 0) throw emptyFile()
  if (bytes.length > all.fileBytes) throw fileTooLarge(bytes.length, all.fileBytes)
  const workbook = await open(bytes, fileName, all).catch(asProblem)
  if (workbook.sheets.every((sheet) => sheet.rows.length === 0)) throw noData()
  return workbook
}

async function open(bytes: Uint8Array, fileName: string, limits: SheetLimits): Promise<Workbook> {
  const container = containerOf(bytes)
  if (container === 'zip') return readXlsx(bytes, limits)
  return container === 'text' ? openText(bytes, baseName(fileName), limits) : readXls(bytes, limits)
}

async function openText(bytes: Uint8Array, name: string, limits: SheetLimits): Promise<Workbook> {
  const decoded = decodeText(bytes)
  const head = decoded.text.slice(0, 4096).trimStart().toLowerCase()
  if (head === '') throw emptyFile()
  if (head.startsWith('<?xml') && head.includes('urn:schemas-microsoft-com:office:spreadsheet')) {
    return readXml2003(decoded.text, limits)
  }
  if (/^<(!doctype html|html|head|meta|table|style|body|div|\?xml[^>]*>\s*<html)/.test(head)) {
    return readHtml(decoded, name, limits)
  }
  if (/^<[?!a-z]/.test(head)) throw notSpreadsheet('一份 XML 文档')
  return readCsv(decoded, name, limits)
}

/** What a parser throws on bytes that nobody foresaw is still only a broken file. */
function asProblem(error: unknown): never {
  if (error instanceof Problem) throw error
  throw broken('内部结构有误')
}

const baseName = (fileName: string): string =>
  fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '') || 'Sheet1'
