// The small parts of an xlsx: where the sheets are, which number formats mean dates, the table of shared texts.

import { keep, resolveEscapes } from './cell-text.ts'
import type { SheetLimits } from './limits.ts'
import { builtInFormat, formatShows, type Shown } from './number-format.ts'
import { broken, notSpreadsheet, oldFormat, tooManyCells } from './refusals.ts'
import { attribute, scanXml, XmlScanner } from './xml-scanner.ts'
import type { ZipArchive, ZipEntry } from './zip-directory.ts'
import { findEntry, unpackText, unpackTextChunks } from './zip-unpack.ts'

export type SheetPart = { name: string; hidden: boolean; path: string }
export type WorkbookParts = {
  /** Path of the workbook part, `xl/workbook.xml`. */
  path: string
  sheets: SheetPart[]
  is1904: boolean
  sharedStrings?: ZipEntry
  styles?: ZipEntry
}
export type Relation = { id: string; type: string; target: string }

/** Finds the workbook, its sheets in order, its texts and styles. Throws a Problem when it is no xlsx. */
export function readParts(zip: ZipArchive): WorkbookParts {
  const path = relationsOf(zip, '').find((r) => r.type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const entry = findEntry(zip, path)
  if (!entry) throw whatElse(zip)
  if (/\.bin$/i.test(path)) throw oldFormat('二进制工作簿（xlsb）')
  const relations = relationsOf(zip, path)
  const texts = findEntry(zip, relations.find((r) => r.type === 'sharedStrings')?.target ?? '')
  const styles = findEntry(zip, relations.find((r) => r.type === 'styles')?.target ?? '')
  return {
    path,
    ...readWorkbookXml(unpackText(zip, entry), relations),
    ...(texts ? { sharedStrings: texts } : {}),
    ...(styles ? { styles } : {}),
  }
}

/** A zip without a workbook: say what it is instead. */
function whatElse(zip: ZipArchive): Error {
  const names = [...zip.entries.keys()]
  if (names.some((name) => name.startsWith('word/'))) return notSpreadsheet('一份 Word 文档')
  if (names.some((name) => name.startsWith('ppt/'))) return notSpreadsheet('一份演示文稿')
  if (names.includes('content.xml')) return oldFormat('开放文档表格（ods）')
  if (names.some((name) => name.endsWith('.iwa'))) return oldFormat('Numbers 表格')
  if (names.some((name) => /\.(xlsx?|csv|et)$/.test(name))) {
    return notSpreadsheet('一个压缩包，请先解压，再上传里面的表格')
  }
  return notSpreadsheet('一个压缩包')
}

/** The relations of a part (`''` for the package); targets become paths from the root, types lose their prefix. */
export function relationsOf(zip: ZipArchive, path: string): Relation[] {
  const slash = path.lastIndexOf('/')
  const folder = path.slice(0, slash + 1)
  const entry = findEntry(zip, `${folder}_rels/${path.slice(slash + 1)}.rels`)
  if (!entry) return []
  const list: Relation[] = []
  scanXml(unpackText(zip, entry), {
    open: (name, tag) => {
      if (name === 'Relationship' && attribute(tag, 'TargetMode') !== 'External')
        list.push(relation(tag, folder))
    },
    close: () => {},
  })
  return list
}

const relation = (tag: string, folder: string): Relation => ({
  id: attribute(tag, 'Id') ?? '',
  type: (attribute(tag, 'Type') ?? '').replace(/^.*\//, ''),
  target: resolvePath(folder, (attribute(tag, 'Target') ?? '').replaceAll('\\', '/')),
})

function resolvePath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

function readWorkbookXml(xml: string, relations: Relation[]): { sheets: SheetPart[]; is1904: boolean } {
  const sheets: SheetPart[] = []
  let is1904 = false
  scanXml(xml, {
    open: (name, tag) => {
      if (name === 'workbookPr') is1904 = isTrue(attribute(tag, 'date1904'))
      if (name !== 'sheet') return
      const part = sheetPart(tag, relations)
      if (part) sheets.push(part)
    },
    close: () => {},
  })
  if (sheets.length === 0) throw broken('没有工作表')
  return { sheets, is1904 }
}

/** Chart sheets and macro sheets hold no cells: null. */
function sheetPart(tag: string, relations: Relation[]): SheetPart | null {
  const id = /\s(?:\w+:)?id="([^"]*)"/.exec(tag)?.[1]
  const found = relations.find((r) => r.id === id)
  if (found?.type !== 'worksheet') return null
  return {
    name: attribute(tag, 'name') ?? '',
    hidden: (attribute(tag, 'state') ?? 'visible') !== 'visible',
    path: found.target,
  }
}

export const isTrue = (value: string | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on'

/** For each cell style (the number in a cell's `s`) what it shows. */
export function readStyles(xml: string): Shown[] {
  const formats = new Map<number, Shown>()
  const shown: Shown[] = []
  let inCellFormats = false
  scanXml(xml, {
    open: (name, tag) => {
      if (name === 'numFmt')
        formats.set(Number(attribute(tag, 'numFmtId')), formatShows(attribute(tag, 'formatCode') ?? ''))
      if (name === 'cellXfs') inCellFormats = true
      if (name !== 'xf' || !inCellFormats) return
      const id = Number(attribute(tag, 'numFmtId') ?? 0)
      shown.push(formats.get(id) ?? builtInFormat(id))
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return shown
}

/** The table of shared texts; phonetic readings left out, each text detached and cut to the length kept plus one. */
export async function readSharedStrings(
  zip: ZipArchive,
  entry: ZipEntry,
  limits: SheetLimits,
): Promise<string[]> {
  const texts: string[] = []
  let text = ''
  let inText = false
  let phonetic = false
  const scanner = new XmlScanner({
    open: (name) => {
      if (name === 't') inText = !phonetic
      else if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
    },
    close: (name) => {
      if (name === 't') inText = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si' && texts.push(keptText(text, limits)) > limits.cells)
        throw tooManyCells(limits.cells)
    },
    text: (run) => {
      if (inText && text.length <= limits.cellLength) text += run
    },
  })
  for await (const chunk of unpackTextChunks(zip, entry)) scanner.write(chunk)
  scanner.end()
  return texts
}

/** A text above the limit stays above it, so that the cell that shows it can be named. */
const keptText = (text: string, { cellLength, keptLength }: SheetLimits): string => {
  const whole = resolveEscapes(text)
  const cut = whole.length > cellLength ? whole : keep(whole, keptLength)
  return cut.length < 13 ? cut : ` ${cut}`.slice(1)
}
