// What an uploader may correct before committing: the sheet, the header rows, the columns, the communities meant.
import type { Context } from '../../../platform/context.ts'
import { readWorkbook, type Sheet, type Workbook } from '../../../platform/sheets/index.ts'
import { findHeader, headerAt } from '../import/index.ts'
import type { ImportKind } from './import-kind.ts'
import { keepPreview, matchingOf, memoryOf, sheetNamed } from './import-preview.ts'
import { movedOn, notToMatch, refuseUnless } from './import-refusals.ts'
import {
  deleteRows,
  importBytes,
  type Matching,
  rememberColumns,
  rememberedColumns,
  type StoredImport,
  setMatching,
} from './import-store.ts'

export type MatchingChange = {
  sheet?: string | undefined
  /** As people count, from 1. */
  headerRows?: readonly [number, number] | undefined
  columns?: Record<string, string | null> | undefined
  communities?: Record<string, string> | undefined
}

/** Takes the uploader's corrections and makes the preview anew. */
export async function changeMatching(
  ctx: Context,
  stored: StoredImport,
  kind: ImportKind,
  change: MatchingChange,
): Promise<void> {
  refuseUnless('draft', stored)
  const workbook = await readWorkbook(await importBytes(ctx.db, stored.id), stored.fileName)
  const matching = await nextMatching(ctx, workbook, stored, kind, change)
  if (!(await setMatching(ctx.db, stored.id, matching))) throw movedOn(stored)
  await deleteRows(ctx.db, stored.id)
  await keepPreview(ctx, stored, kind, workbook, matching)
}

async function nextMatching(
  ctx: Context,
  workbook: Workbook,
  stored: StoredImport,
  kind: ImportKind,
  change: MatchingChange,
): Promise<Matching> {
  const base = await headerOf(ctx, workbook, stored, kind, change)
  const communities = { ...base.communities, ...change.communities }
  const columns = { ...base.columns, ...columnsIn(kind, change) }
  refuseTwice(kind, columns)
  if (change.columns && ctx.who.id) {
    const header = headerAt(sheetNamed(workbook, base.sheet), ...base.headerRows, kind.vocabulary)
    await rememberColumns(ctx.db, ctx.who.id, stored.kind, memoryOf(header, columns))
  }
  return { ...base, columns, communities }
}

/** Another sheet or other header rows: the columns are proposed anew. */
async function headerOf(
  ctx: Context,
  workbook: Workbook,
  { matching: now, kind: name }: StoredImport,
  kind: ImportKind,
  { sheet, headerRows }: MatchingChange,
): Promise<Matching> {
  if (sheet === undefined && headerRows === undefined) return now
  const chosen = sheetOf(workbook, sheet ?? now.sheet)
  if (headerRows) refuseRows(chosen, headerRows)
  const header = headerRows
    ? headerAt(chosen, headerRows[0] - 1, headerRows[1] - 1, kind.vocabulary)
    : findHeader(chosen, kind.vocabulary)
  return matchingOf(chosen, header, kind, await rememberedColumns(ctx.db, ctx.who.id, name))
}

function sheetOf(workbook: Workbook, name: string): Sheet {
  const sheet = workbook.sheets.find((known) => known.name === name)
  if (!sheet) throw notToMatch('sheet', `这个文件里没有名为“${name}”的工作表。`)
  return sheet
}

function refuseRows({ rows }: Sheet, [first, last]: readonly [number, number]): void {
  if (first > last) throw notToMatch('headerRows', '表头的第一行不能在最后一行之后。')
  if (last > rows.length) throw notToMatch('headerRows', `这个工作表只有 ${rows.length} 行。`)
}

function columnsIn({ words, vocabulary }: ImportKind, { columns = {} }: MatchingChange): Matching['columns'] {
  const unknown = Object.entries(columns).find(
    ([at, field]) => !/^\d{1,5}$/.test(at) || (field !== null && !Object.hasOwn(vocabulary.labels, field)),
  )
  if (unknown) throw notToMatch(`columns.${unknown[0]}`, `${words.book}里没有“${unknown[1]}”这一项。`)
  return columns
}

function refuseTwice({ vocabulary: { labels } }: ImportKind, columns: Matching['columns']): void {
  const taken = new Set<string>()
  for (const [at, field] of Object.entries(columns)) {
    if (field && taken.has(field))
      throw notToMatch(`columns.${at}`, `有两列都对应“${labels[field]}”，请把其中一列改为不导入。`)
    if (field) taken.add(field)
  }
}
