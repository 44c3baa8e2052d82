// Rewrites the XML of one sheet as it streams by: rows kept or dropped, cells marked, a column of messages added.
import { type CellEdit, editRow } from './annotate-row.ts'
import type { Merge } from './workbook.ts'
import { mergeCells } from './write-xlsx.ts'
import { parseRange } from './xlsx-sheet.ts'
import { attribute } from './xml-scanner.ts'

export type SheetPlan = {
  /** Zero-based row → zero-based column → what becomes of the cell. */
  edits: ReadonlyMap<number, ReadonlyMap<number, CellEdit>>
  /** Zero-based; all other rows are dropped and those below move up. Absent: all stay. */
  keep?: ReadonlySet<number>
  /** Zero-based column that the messages get; it is made wide. */
  messageColumn: number
  /** Written into the sheet for its notes. */
  legacyDrawing?: string
}

const none: ReadonlyMap<number, CellEdit> = new Map()

/** Feed with `write` in order; `end` returns the rest. Rows without edits pass unchanged unless rows are dropped. */
export class SheetRewriter {
  private readonly plan: SheetPlan
  private state: 'head' | 'rows' | 'tail' = 'head'
  private rest = ''
  private row = -1
  private written = 0
  /** Rows for which there is an edit and which the sheet has not had yet, ascending. */
  private readonly waiting: number[]
  private readonly kept: number[]

  constructor(plan: SheetPlan) {
    this.plan = plan
    this.kept = [...(plan.keep ?? [])].sort((a, b) => a - b)
    this.waiting = [...plan.edits.keys()].sort((a, b) => a - b)
  }

  /** Zero-based original row → zero-based row in the copy; -1 for dropped ones. */
  moved(row: number): number {
    if (!this.plan.keep) return row
    return this.plan.keep.has(row) ? this.keptBefore(row) : -1
  }

  /** How many of the kept rows lie above. */
  private keptBefore(row: number): number {
    let [from, to] = [0, this.kept.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((this.kept[middle] ?? 0) < row) from = middle + 1
      else to = middle
    }
    return from
  }

  write(chunk: string): string {
    this.rest += chunk
    let out = ''
    if (this.state === 'head') out += this.takeHead()
    if (this.state === 'rows') out += this.takeRows()
    return out
  }

  end(): string {
    return this.state === 'tail' ? this.takeTail(this.rest) : this.rest
  }

  private takeHead(): string {
    const at = this.rest.search(/<sheetData[\s/>]/)
    const close = at < 0 ? -1 : this.rest.indexOf('>', at)
    if (close < 0) return ''
    const head = this.rest.slice(0, at).replace(/<dimension\b[^>]*\/>/, '')
    const empty = this.rest.charAt(close - 1) === '/'
    this.rest = this.rest.slice(close + 1)
    this.state = empty ? 'tail' : 'rows'
    const rows = empty
      ? `<sheetData>${this.missingRows(Number.POSITIVE_INFINITY)}</sheetData>`
      : '<sheetData>'
    return withColumn(head, this.plan.messageColumn) + rows
  }

  private takeRows(): string {
    let out = ''
    let at = 0
    for (;;) {
      const open = this.rest.indexOf('<', at)
      if (open < 0) break
      if (this.rest.startsWith('</sheetData>', open)) {
        this.state = 'tail'
        this.rest = this.rest.slice(open + 12)
        return `${out}${this.missingRows(Number.POSITIVE_INFINITY)}</sheetData>`
      }
      const end = endOfRow(this.rest, open)
      if (end < 0) break
      out += this.takeRow(this.rest.slice(open, end))
      at = end
    }
    this.rest = this.rest.slice(at)
    return out
  }

  private takeRow(xml: string): string {
    const number = attribute(xml.slice(0, xml.indexOf('>') + 1), 'r')
    this.row = number === undefined ? this.row + 1 : Number(number) - 1
    const before = this.missingRows(this.row)
    if (this.waiting[0] === this.row) this.waiting.shift()
    const edits = this.plan.edits.get(this.row) ?? none
    if (!this.plan.keep) return before + (edits.size > 0 ? editRow(xml, this.row + 1, edits, false) : xml)
    if (!this.plan.keep.has(this.row)) return before
    return before + editRow(xml, ++this.written, edits, true)
  }

  /** Rows that the sheet has no element for, but that get a cell. */
  private missingRows(before: number): string {
    let out = ''
    while (this.waiting.length > 0 && (this.waiting[0] ?? 0) < before) {
      const row = this.waiting.shift() ?? 0
      if (this.plan.keep && !this.plan.keep.has(row)) continue
      const number = this.plan.keep ? ++this.written : row + 1
      out += editRow('<row/>', number, this.plan.edits.get(row) ?? none, false)
    }
    return out
  }

  private takeTail(tail: string): string {
    const { keep, legacyDrawing } = this.plan
    const noted = legacyDrawing ? withLegacyDrawing(tail, legacyDrawing) : tail
    return keep ? withoutRowReferences(noted, (merge) => this.movedMerge(merge)) : noted
  }

  /** A merge keeps the rows that stay; nothing is left of it when fewer than two cells do. */
  private movedMerge({ top, left, bottom, right }: Merge): Merge | null {
    const [first, behind] = [this.keptBefore(top), this.keptBefore(bottom + 1)]
    if (behind === first || (behind === first + 1 && left === right)) return null
    return { top: first, left, bottom: behind - 1, right }
  }
}

function endOfRow(xml: string, open: number): number {
  const tagEnd = xml.indexOf('>', open)
  if (tagEnd < 0) return -1
  if (xml.charAt(tagEnd - 1) === '/') return tagEnd + 1
  const close = xml.indexOf('</row>', tagEnd)
  return close < 0 ? -1 : close + 6
}

/** Makes the message column wide; ranges of columns that cover it are cut around it. */
function withColumn(head: string, column: number): string {
  const at = column + 1
  const own = `<col min="${at}" max="${at}" width="48" customWidth="1"/>`
  const block = /<cols>([\s\S]*?)<\/cols>/.exec(head)
  if (!block) return `${head}<cols>${own}</cols>`
  const cols = (block[1]?.match(/<col\b[^>]*\/>/g) ?? []).flatMap((tag) => cutAround(tag, at))
  const before = cols.filter((tag) => Number(attribute(tag, 'min')) < at)
  const after = cols.filter((tag) => Number(attribute(tag, 'min')) > at)
  return head.replace(block[0], () => `<cols>${[...before, own, ...after].join('')}</cols>`)
}

function cutAround(tag: string, at: number): string[] {
  const [min, max] = [Number(attribute(tag, 'min')), Number(attribute(tag, 'max'))]
  if (max < at || min > at) return [tag]
  const part = (from: number, to: number): string[] =>
    from > to ? [] : [tag.replace(/\smin="\d+"/, ` min="${from}"`).replace(/\smax="\d+"/, ` max="${to}"`)]
  return [...part(min, at - 1), ...part(at + 1, max)]
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The element stands before what the schema wants behind it (ECMA-376 part 1, CT_Worksheet). */
function withLegacyDrawing(tail: string, id: string): string {
  const element = `<legacyDrawing xmlns:r="${relationships}" r:id="${id}"/>`
  const at = tail.search(
    /<(legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)[\s/>]|<\/worksheet>/,
  )
  return at < 0 ? tail : tail.slice(0, at) + element + tail.slice(at)
}

/** What names rows by number and would point to the wrong ones once rows are dropped. */
function withoutRowReferences(tail: string, moved: (merge: Merge) => Merge | null): string {
  const merges = (tail.match(/<mergeCell\b[^>]*\/>/g) ?? [])
    .map((tag) => moved(parseRange(attribute(tag, 'ref') ?? '')))
    .filter((merge) => merge !== null)
  return tail
    .replace(/<mergeCells\b[^>]*>[\s\S]*?<\/mergeCells>/, () => mergeCells(merges))
    .replace(/<autoFilter\b[^>]*\/>|<autoFilter\b[^>]*>[\s\S]*?<\/autoFilter>/, '')
    .replace(/<hyperlinks\b[^>]*>[\s\S]*?<\/hyperlinks>/, '')
    .replace(/<(row|col)Breaks\b[^>]*>[\s\S]*?<\/\1Breaks>/g, '')
}
