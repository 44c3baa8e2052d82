// Any filtered list as a workbook: streamed in portions, with a trace of who took it.
import type { Context } from './context.ts'
import type { Database } from './db.ts'
import { record } from './events.ts'
import type { FileAnswer } from './http.ts'
import { type Cell, writeXlsx } from './sheets/index.ts'

export type Column<Row> = { title: string; cell: (row: Row) => Cell }

export type ListExport<Row, Key> = {
  /** The action that lets one take the list away, e.g. `certificate.export`. */
  action: string
  /** What the event names, e.g. `certificates`. */
  subject: string
  filter: { area?: string | undefined }
  /** Names the sheet and the file. */
  title: string
  columns: readonly Column<Row>[]
  /** The rows after a key of the list's order, `limit` at most. */
  page: (ctx: Context, after: Key | null, limit: number) => Promise<Row[]>
  keyOf: (row: Row) => Key
}

const portion = 1_000

/** `database` outlives the request's transaction: rows are read while the file is on its way. */
export async function exportList<Row, Key>(
  ctx: Context,
  database: Database,
  list: ListExport<Row, Key>,
): Promise<FileAnswer> {
  const outside = { ...ctx, db: database }
  const { action, subject, filter, title, columns } = list
  await record(outside, {
    ...{ action, subjectKind: 'list', subject, area: filter.area ?? null },
    changes: [{ field: 'filter', from: null, to: filter }],
  })
  const sheet = { name: title, columns: columns.map((column) => ({ title: column.title })) }
  return {
    fileName: `${title} ${ctx.today}.xlsx`,
    content: writeXlsx([{ ...sheet, rows: rowsOf(outside, list) }]),
  }
}

async function* rowsOf<Row, Key>(ctx: Context, list: ListExport<Row, Key>): AsyncGenerator<Cell[]> {
  for (let after: Key | null = null; ; ) {
    const found: Row[] = await list.page(ctx, after, portion)
    for (const row of found) yield list.columns.map(({ cell }) => cell(row))
    const last = found.at(-1)
    if (!last || found.length < portion) return
    after = list.keyOf(last)
  }
}

/** A day as Excel knows days. */
export const dayCell = (text: string | null): Cell => (text === null ? null : { day: text, precision: 'day' })

/** 分 as 元. */
export const yuanCell = (fen: number | null): Cell => (fen === null ? null : fen / 100)
