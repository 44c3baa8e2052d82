// Tells rows of data from everything else below the headings: codes, totals, notes, empty and repeated rows.
import { headingLikeness, isSerialHeading, likenesses } from './heading.ts'
import { type Cell, isBlank, type Merge, shownText, type Table, tightText } from './table.ts'
import type { Vocabulary } from './vocabulary.ts'

export type SkipReason =
  | 'title'
  | 'code'
  | 'numbering'
  | 'instruction'
  | 'example'
  | 'empty'
  | 'repeatedHeader'
  | 'section'
  | 'total'
  | 'note'

/** A row that is left out, zero-based, with what it says. */
export type SkippedRow = { row: number; reason: SkipReason; text: string }

export const skipWords: Readonly<Record<SkipReason, string>> = {
  title: '标题或填报说明',
  code: '字段代码行',
  numbering: '栏次编号行',
  instruction: '填写要求行',
  example: '示例行',
  empty: '空行',
  repeatedHeader: '重复的表头',
  section: '分组标题',
  total: '合计行',
  note: '表尾说明',
}

export type RowContext = {
  table: Table
  paths: readonly (readonly string[])[]
  /** Column of the row numbers, or -1. */
  serial: number
  /** Column that names the rows, or -1. */
  name: number
  vocabulary: Vocabulary
  /** Horizontal merges by the row in which they stand. */
  wide: ReadonlyMap<number, Merge>
}

export function rowContext(
  table: Table,
  paths: readonly (readonly string[])[],
  from: number,
  vocabulary: Vocabulary,
): RowContext {
  const wide = new Map<number, Merge>()
  for (const merge of table.merges) {
    if (merge.top >= from && merge.right - merge.left >= 2) wide.set(merge.top, merge)
  }
  const serial = paths.findIndex((path) => path.length > 0 && isSerialHeading(path))
  const name = paths.findIndex((path) => likenesses(path, vocabulary)[0]?.field === vocabulary.key)
  return { table, paths, serial, name, wide, vocabulary }
}

/** Why the row directly below the headings is no data, or null. `data` goes on in the rows below. */
export function skipAbove(context: RowContext, row: number): SkipReason | null {
  const texts = textsOf(context.table.rows[row])
  if (texts.length === 0) return 'empty'
  if (isCodeRow(texts, context.paths.length)) return 'code'
  if (isNumbering(texts)) return 'numbering'
  if (
    texts.filter((text) => /必填|选填|下拉|格式[:：为]|请?填写|不超过\d+字|如[:：]/.test(text)).length * 2 >=
    texts.length
  )
    return 'instruction'
  return isExample(texts) ? 'example' : null
}

/** Why a row further down is no data, or null for data. */
export function skipWithin(context: RowContext, row: number): SkipReason | null {
  const cells = context.table.rows[row] ?? []
  const filled = filledColumns(cells)
  if (filled.length === 0 || isOnlySerial(cells, filled, context)) return 'empty'
  if (isExample(filled.slice(0, 2).map((column) => tightText(cells[column])))) return 'example'
  const named = isNamed(cells, filled, context)
  if (named && !context.paths[context.name]?.includes(tightText(cells[context.name]))) return null
  const texts = filled.map((column) => tightText(cells[column]))
  if (isRepeated(texts, filled, context)) return 'repeatedHeader'
  if (named) return null
  if (isTotal(texts, filled, context)) return 'total'
  if (isNote(texts, filled, context, row)) return 'note'
  return filled.length === 1 && isSection(texts[0] ?? '', context, row) ? 'section' : null
}

function isOnlySerial(cells: readonly Cell[], filled: readonly number[], { serial }: RowContext): boolean {
  return filled.length === 1 && filled[0] === serial && isCount(cells[serial])
}

const textsOf = (cells: readonly Cell[] | undefined): string[] =>
  (cells ?? []).map(tightText).filter((text) => text !== '')

function filledColumns(cells: readonly Cell[]): number[] {
  const filled: number[] = []
  for (let column = 0; column < cells.length; column++) if (!isBlank(cells[column])) filled.push(column)
  return filled
}

const isCount = (cell: Cell | undefined): boolean => /^\d+$/.test(shownText(cell))

const isExample = (texts: readonly string[]): boolean =>
  texts.slice(0, 2).some((text) => /^[（(【]?(填写)?(示例|样例|例如|例)([:：）)】\d]|$)/.test(text))

/** A, B, D1, G91 under most headings. */
function isCodeRow(texts: readonly string[], columns: number): boolean {
  const codes = texts.filter((text) => /^[A-Z]{1,3}\d{0,4}$/i.test(text)).length
  return texts.length >= 2 && codes >= texts.length * 0.8 && codes >= columns * 0.3
}

/** 甲 乙 1 2 3 4, or 1 2 3 4 5. */
function isNumbering(texts: readonly string[]): boolean {
  const numbers = texts
    .map((text) => text.replace(/[（()）]/g, ''))
    .filter((text) => !/^[甲乙丙丁栏次—-]+$/.test(text))
  if (numbers.length < 3 || !numbers.every((text) => /^\d{1,3}$/.test(text))) return false
  const enough = numbers.length >= 4 || numbers.length < texts.length
  return (
    enough && numbers.every((text, i) => Number(text) === Number(numbers[0]) + i) && Number(numbers[0]) <= 1
  )
}

/** A name in the column of names, and something beside it: data, even when a note says 合计. */
function isNamed(cells: readonly Cell[], filled: readonly number[], { name, serial }: RowContext): boolean {
  const text = tightText(cells[name])
  if (name < 0 || filled.length < 2 || !/\p{L}/u.test(text)) return false
  if (/^\d+[个家支名]?$/.test(text) || saysTotal(text) || noteStart.test(text)) return false
  if (saysTotal(tightText(cells[serial]))) return false
  return !cells.slice(0, name).some((cell) => typeof cell === 'string' && /[:：]\s*$/.test(cell))
}

const saysTotal = (text: string): boolean =>
  /^(本页)?(合计|总计|小计|共计|累计|总数)([:：（(].*|\d.*)?$/.test(text) ||
  /(合计|总计|小计)[:：]?$/.test(text)

/** 合计, 总计：12 个, 某某街道小计: in one of the first cells, and no second text that would be a name. */
function isTotal(texts: readonly string[], filled: readonly number[], { paths }: RowContext): boolean {
  const at = texts.slice(0, 3).findIndex(saysTotal)
  if (at < 0 || (texts[at] ?? '').length > 20) return false
  const words = texts.filter(
    (text, i) => i !== at && (filled[i] ?? 0) < paths.length && /\p{Script=Han}{3,}/u.test(text),
  )
  return words.length <= 1
}

const noteStart =
  /^[（(【※*]?(注|备注|说明|附注|附|填表说明|填报说明|填写说明|填表要求|制表|填表人|填报人|填报单位|审核|复核|统计人|负责人签|单位负责人|分管领导|经办人|联系人|联系电话|填表日期|填报日期|填报时间|报送|签字|盖章|日期|\d+[.、]|[一二三四五六七八九十]+、)/

function isNote(
  texts: readonly string[],
  filled: readonly number[],
  context: RowContext,
  row: number,
): boolean {
  const [first = ''] = texts
  if (texts.length > 5 || filled[0] === undefined) return false
  const signs = texts.filter((text) => /[:：]/.test(text)).length
  if (noteStart.test(first) && (signs > 0 || /^[（(【※*]?(注|备注|说明|附注)/.test(first)) && !hasName(texts))
    return true
  const alone = texts.length === 1 && context.paths.length >= 4
  return alone && (first.length > 30 || (context.wide.has(row) && first.length > 15))
}

/** A row with a serial number and a name is data, whatever else it says. */
const hasName = (texts: readonly string[]): boolean => /^\d+$/.test(texts[0] ?? '') && texts.length > 1

function isSection(text: string, { wide, paths }: RowContext, row: number): boolean {
  return (
    paths.length >= 3 &&
    (wide.has(row) ||
      (/^([一二三四五六七八九十]{1,3}|[（(][一二三四五六七八九十]{1,3}[)）])[、.]?/.test(text) &&
        /[、.）)]/.test(text)))
  )
}

function isRepeated(
  texts: readonly string[],
  filled: readonly number[],
  { paths, vocabulary }: RowContext,
): boolean {
  if (texts.length < 2) return false
  const same = texts.filter((text, i) => paths[filled[i] ?? -1]?.includes(text))
  return same.length >= texts.length * 0.6 && same.some((text) => headingLikeness([text], vocabulary) > 0)
}
