// The endpoints of imports, each with its handler.
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../platform/context.ts'
import { type FileAnswer, type Handlers, mount, type Services } from '../../../platform/http.ts'
import { notFound } from '../../../platform/policy.ts'
import { annotateWorkbook } from '../../../platform/sheets/index.ts'
import { type Import, importsApi } from '../imports-api.ts'
import { authorizeImport, commitImport, discardImport, progress, uploadImport } from './import-commands.ts'
import { type ImportKind, type ImportKinds, kindNamed } from './import-kind.ts'
import { changeMatching } from './import-matching.ts'
import { workbookGone } from './import-refusals.ts'
import {
  countOutcomes,
  importBytes,
  listImports,
  oneImport,
  previewRows,
  type StoredImport,
} from './import-store.ts'
import { undoImport, whyNotUndo } from './import-undo.ts'
import { afterOf, afterToken } from './organization-filter-store.ts'

/** `kinds`: what modules let be imported. */
export const mountImports = (app: FastifyInstance, services: Services, kinds: ImportKinds): void =>
  mount(app, services, importsApi, handlersFor(kinds))

const handlersFor = (kinds: ImportKinds): Handlers<typeof importsApi> => ({
  kinds: () => Promise.resolve(Object.entries(kinds).map(([kind, { words }]) => ({ kind, words }))),
  list: async (ctx, { query }) => {
    const items = await listImports(ctx, afterOf(query.after), query.limit)
    const last = items.length === query.limit ? items.at(-1) : undefined
    return {
      items: items.map((item) => ({ ...item, words: kindNamed(kinds, item.kind).words })),
      next: last ? afterToken(last.uploadedAt, last.id) : null,
    }
  },
  upload: async (ctx, { query, upload }) => {
    const at = { ...query, belongsTo: query.belongsTo ?? null }
    return viewOf(ctx, kinds, await uploadImport(ctx, kinds, at, upload))
  },
  one: (ctx, { params }) => viewOf(ctx, kinds, params.id),
  match: (ctx, { params, body }) =>
    change(ctx, kinds, params.id, (stored, kind) => changeMatching(ctx, stored, kind, body)),
  rows: async (ctx, { params, query }) => {
    await visible(ctx, kinds, params.id)
    const after = query.after ? Number(afterOf(query.after)?.[0]) : 0
    const items = await previewRows(ctx.db, params.id, { outcome: query.outcome, after, limit: query.limit })
    const last = items.length === query.limit ? items.at(-1) : undefined
    return { items, next: last ? afterToken(last.row, params.id) : null }
  },
  rowCount: async (ctx, { params }) => {
    await visible(ctx, kinds, params.id)
    const counts = await countOutcomes(ctx.db, params.id)
    return { value: Object.values(counts).reduce((sum, rows) => sum + rows, 0), capped: false }
  },
  commit: (ctx, { params, body }) =>
    change(ctx, kinds, params.id, (stored, kind) => commitImport(ctx, stored, kind, body.rows)),
  undo: (ctx, { params }) => change(ctx, kinds, params.id, (stored, kind) => undoImport(ctx, stored, kind)),
  discard: (ctx, { params }) => change(ctx, kinds, params.id, (stored) => discardImport(ctx, stored)),
  annotated: async (ctx, { params }) => annotated(ctx, (await visible(ctx, kinds, params.id)).stored),
})

async function change(
  ctx: Context,
  kinds: ImportKinds,
  id: string,
  work: (stored: StoredImport, kind: ImportKind) => Promise<void>,
): Promise<Import> {
  await authorizeImport(ctx, id)
  const { stored, kind } = await visible(ctx, kinds, id)
  await work(stored, kind)
  return viewOf(ctx, kinds, id)
}

/** Those who may import in the area, and may write rows of the kind there. */
async function visible(
  ctx: Context,
  kinds: ImportKinds,
  id: string,
): Promise<{ stored: StoredImport; kind: ImportKind }> {
  const stored = await oneImport(ctx, id)
  if (!stored) throw notFound('导入')
  const kind = kindNamed(kinds, stored.kind)
  await kind.authorize(ctx, stored)
  return { stored, kind }
}

async function viewOf(ctx: Context, kinds: ImportKinds, id: string): Promise<Import> {
  const { stored, kind } = await visible(ctx, kinds, id)
  const { matching, reading } = stored
  return {
    ...stored,
    words: kind.words,
    sheets: reading.sheets.map((sheet) => ({ ...sheet, chosen: sheet.name === matching.sheet })),
    headerRows: matching.headerRows.map((row) => row + 1),
    columns: reading.columns.map((column) => ({ ...column, field: matching.columns[column.index] ?? null })),
    key: kind.vocabulary.key,
    fields: { ...kind.vocabulary.labels },
    remarks: reading.remarks,
    ambiguities: reading.ambiguities,
    counts: await countOutcomes(ctx.db, id),
    progress: progress.get(id) ?? null,
    whyNotUndo: await whyNotUndo(ctx, stored, kind),
  }
}

/** A copy of the uploaded workbook with its titles, headings and bad rows, every problem marked in it. */
async function annotated(ctx: Context, stored: StoredImport): Promise<FileAnswer> {
  if (!stored.kept) throw workbookGone
  const problems = await previewRows(ctx.db, stored.id, { outcome: 'problem', after: 0, limit: 200_000 })
  const sheet = stored.reading.sheets.findIndex(({ name }) => name === stored.matching.sheet)
  const marks = problems.flatMap(({ row, problems }) =>
    problems.map(({ cell, message }) => ({ sheet, row: row - 1, column: columnOf(cell), message })),
  )
  const headerRow = stored.matching.headerRows[1]
  const head = Array.from({ length: headerRow + 1 }, (_, row) => row)
  const keepRows = [...head, ...problems.map(({ row }) => row - 1)]
  const bytes = await importBytes(ctx.db, stored.id)
  const content = await annotateWorkbook(bytes, stored.fileName, marks, [{ sheet, headerRow, keepRows }])
  return { fileName: `${stored.fileName.replace(/\.[^.]*$/, '')}（标注问题）.xlsx`, content }
}

/** C7 → 2; null for a problem of the whole row. */
function columnOf(cell: string): number | null {
  const letters = /^[A-Z]+/.exec(cell)?.[0]
  if (!letters) return null
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
