// Finds the rows of headings: one row or several, merged or not, below titles and above the data.
import { headingLikeness } from './heading.ts'
import { MergedView } from './merged.ts'
import { type Cell, cellAt, isBlank, type Table, tightText } from './table.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Rows first..last (zero-based) and the path of headings for each column, [] where there is none. */
export type HeaderBlock = { first: number; last: number; paths: string[][]; score: number }

const searched = 60
const deepest = 5

/** What is looked at while a block is searched. */
type Sight = { table: Table; view: MergedView; width: number; likeness: (path: readonly string[]) => number }

const sightOf = (table: Table, rows: number, vocabulary: Vocabulary): Sight => ({
  table,
  view: new MergedView(table, rows),
  width: widthOf(table),
  likeness: (path) => headingLikeness(path, vocabulary),
})

/** The likeliest block within the first sixty rows, or null when nothing looks like headings. */
export function findBlock(table: Table, vocabulary: Vocabulary): HeaderBlock | null {
  const sight = sightOf(table, searched + deepest, vocabulary)
  let best: HeaderBlock | null = null
  for (let first = 0; first < Math.min(table.rows.length, searched); first++) {
    if (!mayStart(sight, first)) continue
    const block = blockFrom(sight, first)
    if (block.score > (best?.score ?? 3)) best = block
  }
  return best
}

/** The block with exactly these rows, as a person chose them. */
export function blockOf(table: Table, first: number, last: number, vocabulary: Vocabulary): HeaderBlock {
  const sight = sightOf(table, last + 1, vocabulary)
  const paths = pathsOf(sight.view, first, last, sight.width)
  return { first, last, paths, score: scoreOf(sight, paths, last) }
}

const widthOf = (table: Table): number => Math.max(0, ...table.rows.slice(0, 500).map((row) => row.length))

/** Titles, lines such as 统计单位：… and rows of values head nothing. */
function mayStart(sight: Sight, row: number): boolean {
  const { table, view, width } = sight
  const own = ownColumns(view, row, width)
  if (own.length === 0 || own.some((c) => looksLikeValue(cellAt(table, row, c)))) return false
  if (isReachedInto(view, row, width)) return false
  if (isTitle(sight, row, own)) return false
  const texts = own.map((c) => view.text(row, c))
  return (
    texts.filter((text) => /[:：]/.test(text.replace(/[:：]$/, ''))).length * 2 <= texts.length &&
    !endsInColon(texts)
  )
}

/** Headings merged downwards from above: this is their lower row. */
function isReachedInto(view: MergedView, row: number, width: number): boolean {
  for (let column = 0; column < width; column++)
    if ((view.mergeAt(row, column)?.top ?? row) < row) return true
  return false
}

/** 填报单位： | 某某街道: label and value in two cells. */
const endsInColon = (texts: readonly string[]): boolean =>
  texts.length <= 6 && texts.some((text) => /[:：]$/.test(text))

function isTitle({ view, width, likeness }: Sight, row: number, own: readonly number[]): boolean {
  const [only = 0] = own
  if (own.length > 1 || width === 1) return false
  const merge = view.mergeAt(row, only)
  const covers = merge ? merge.right - merge.left + 1 : 1
  return covers >= width * 0.6 || likeness([view.text(row, only)]) < 0.5
}

export function ownColumns(view: MergedView, row: number, width: number): number[] {
  const own: number[] = []
  for (let column = 0; column < width; column++) if (view.isOwn(row, column)) own.push(column)
  return own
}

/** Numbers, dates, telephone numbers and long sentences are values, not headings. */
function looksLikeValue(cell: Cell): boolean {
  if (cell === null || typeof cell === 'string') {
    const text = tightText(cell)
    return text.length > 60 || /^[\d.,/:+-]{2,}$/.test(text) || /^1\d{10}$/.test(text)
  }
  return true
}

function blockFrom(sight: Sight, first: number): HeaderBlock {
  const { table, view, width } = sight
  let last = first
  while (last - first + 1 < deepest && last + 1 < table.rows.length && continues(sight, first, last)) last++
  last = withMergedTail(view, last, width)
  const paths = pathsOf(view, first, last, width)
  return { first, last, paths, score: scoreOf(sight, paths, last) }
}

/** Whether the row below `last` holds lower headings: all its texts stand below a gap or a heading of several columns. */
function continues(sight: Sight, first: number, last: number): boolean {
  const { table, view, width } = sight
  const next = last + 1
  const own = ownColumns(view, next, width)
  if (own.length === 0 || own.some((c) => looksLikeValue(cellAt(table, next, c)))) return false
  const merged = hasMerges(view, first, last, width)
  return own.every((column) => isBelow(view, last, column, merged)) && (merged || fillsGaps(sight, last, own))
}

const hasMerges = (view: MergedView, first: number, last: number, width: number): boolean => {
  for (let row = first; row <= last; row++) {
    for (let column = 0; column < width; column++) if (view.mergeAt(row, column)) return true
  }
  return false
}

function isBelow(view: MergedView, row: number, column: number, merged: boolean): boolean {
  const merge = view.mergeAt(row, column)
  if (merge) return merge.right > merge.left && merge.bottom === row
  if (!view.isOwn(row, column)) return true
  return !merged && !view.isOwn(row, column + 1) && view.isOwn(row + 1, column + 1)
}

/** Without merges (a CSV) the upper row must look like headings, and the lower one must stand in its gaps. */
function fillsGaps({ view, likeness }: Sight, row: number, own: readonly number[]): boolean {
  const upper = [...Array((own.at(-1) ?? 0) + 2).keys()].filter((column) => view.isOwn(row, column))
  const heads = upper.filter((column) => likeness([view.text(row, column)]) > 0).length
  const likely = own.filter((column) => likeness([view.text(row + 1, column)]) > 0).length
  return upper.length >= 2 && heads * 3 >= upper.length && likely * 2 >= own.length
}

/** Headings merged downwards may reach over rows that hold nothing else. */
function withMergedTail(view: MergedView, last: number, width: number): number {
  let bottom = last
  for (let column = 0; column < width; column++) {
    const merge = view.mergeAt(last, column)
    if (merge && merge.bottom <= last + deepest) bottom = Math.max(bottom, merge.bottom)
  }
  for (let row = last + 1; row <= bottom; row++) if (ownColumns(view, row, width).length > 0) return row - 1
  return bottom
}

function pathsOf(view: MergedView, first: number, last: number, width: number): string[][] {
  const paths: string[][] = []
  for (let column = 0; column < width; column++) paths.push(pathOf(view, first, last, column))
  while (paths.length > 0 && paths.at(-1)?.length === 0) paths.pop()
  return paths
}

function pathOf(view: MergedView, first: number, last: number, column: number): string[] {
  const path: string[] = []
  for (let row = first; row <= last; row++) {
    const text = view.text(row, column) || inherited(view, row, last, column)
    if (text !== '' && text !== path.at(-1)) path.push(text)
  }
  return path
}

/** The heading to the left that reaches over this column without being merged, as in a CSV. */
function inherited(view: MergedView, row: number, last: number, column: number): string {
  if (!hasOwnBelow(view, row, last, column)) return ''
  for (let left = column - 1; left >= 0; left--) {
    if (view.mergeAt(row, left)) return ''
    if (view.isOwn(row, left)) return hasOwnBelow(view, row, last, left) ? view.text(row, left) : ''
    if (!hasOwnBelow(view, row, last, left)) return ''
  }
  return ''
}

function hasOwnBelow(view: MergedView, row: number, last: number, column: number): boolean {
  for (let below = row + 1; below <= last; below++) if (view.isOwn(below, column)) return true
  return false
}

/** Headings that we know count most; then any heading; then rows of data below. Values and doubles count against. */
function scoreOf({ table, likeness }: Sight, paths: readonly string[][], last: number): number {
  const named = paths.filter((path) => path.length > 0)
  const leaves = new Set(named.map((path) => path.join('/')))
  const known = named.reduce((sum, path) => sum + likeness(path), 0)
  const long = named.filter((path) => (path.at(-1)?.length ?? 0) > 25).length
  const below = table.rows.slice(last + 1, last + 30).filter((row) => !row.every(isBlank)).length
  return leaves.size + known * 4 - (named.length - leaves.size) * 2 - long * 2 + Math.min(below, 5) * 0.4
}
