// The endpoints of importing a workbook: upload, match, preview, commit, undo; the same for every kind of row.
import { z } from 'zod'
import { get, post, put } from '../../kernel/endpoint.ts'
import { AreaCodeField, IdField } from '../../kernel/fields.ts'
import { CappedCount, pageOf, pageQuery } from '../../kernel/page.ts'

/** draft → committed → undone; a draft may be discarded. */
export const importStatuses = {
  draft: '待确认',
  committed: '已导入',
  undone: '已撤销',
  discarded: '已放弃',
} as const
export type ImportStatus = keyof typeof importStatuses

/** How the pages speak of one kind of row. */
export const ImportWords = z.object({
  /** What the table holds: 社区社会组织. */
  title: z.string(),
  /** What it is written into: 名录. */
  book: z.string(),
  /** One row's matter, and how it is counted: 组织, 个. */
  thing: z.string(),
  unit: z.string(),
  /** Where the whole is seen afterwards; {area} and {belongsTo} are filled in. */
  link: z.string(),
  /** Where one is seen; {id} is filled in. */
  record: z.string().nullable(),
})
export type ImportWords = z.infer<typeof ImportWords>

/** What a row would do. */
export const rowOutcomes = {
  new: '新增',
  same: '已有且相同',
  changed: '已有有变化',
  problem: '有问题',
} as const
export type RowOutcome = keyof typeof rowOutcomes

const Column = z.object({
  index: z.int(),
  /** Header texts from the top row down: ["负责人", "姓名"]. */
  path: z.array(z.string()),
  /** Field that it fills, or null: not imported. */
  field: z.string().nullable(),
  why: z.string().nullable(),
  samples: z.array(z.string()),
})

export const Import = z.object({
  id: IdField,
  kind: z.string(),
  words: ImportWords,
  fileName: z.string(),
  area: AreaCodeField,
  /** The course or activity to which the list belongs. */
  belongsTo: IdField.nullable(),
  areaName: z.string(),
  status: z.enum(Object.keys(importStatuses) as [ImportStatus]),
  uploadedBy: z.string(),
  uploadedAt: z.string(),
  sheets: z.array(z.object({ name: z.string(), rows: z.int(), chosen: z.boolean() })),
  headerRows: z.array(z.int()),
  columns: z.array(Column),
  /** The field that names a row: it must have a column. */
  key: z.string(),
  /** Fields to choose from: id → Chinese label. */
  fields: z.record(z.string(), z.string()),
  /** Sentences about the table: rows left out as titles, totals, notes. */
  remarks: z.array(z.string()),
  counts: z.record(z.enum(Object.keys(rowOutcomes) as [RowOutcome]), z.int()),
  /** Community names that mean several areas: choose one for all rows with that text. */
  ambiguities: z.array(
    z.object({
      text: z.string(),
      rows: z.int(),
      candidates: z.array(z.object({ code: AreaCodeField, name: z.string(), where: z.string() })),
    }),
  ),
  /** Rows done of rows to do while a commit runs. */
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
  result: z.object({ added: z.int(), changed: z.int(), same: z.int(), left: z.int() }).nullable(),
  /** The workbook is still there, to be marked and sent back. */
  kept: z.boolean(),
  /** Why it cannot be undone any more, or null. */
  whyNotUndo: z.string().nullable(),
})
export type Import = z.infer<typeof Import>

export const ImportRow = z.object({
  /** Row number in the workbook, from 1. */
  row: z.int(),
  outcome: z.enum(Object.keys(rowOutcomes) as [RowOutcome]),
  name: z.string(),
  areaName: z.string().nullable(),
  /** Cell like "C7", empty when the whole row is meant. */
  problems: z.array(z.object({ cell: z.string(), message: z.string() })),
  warnings: z.array(z.object({ cell: z.string(), message: z.string() })),
  /** Field by field what would change. */
  changes: z.array(z.object({ field: z.string(), label: z.string(), from: z.string(), to: z.string() })),
  /** The record that it means, by its id. */
  match: z.object({ id: IdField, name: z.string() }).nullable(),
})
export type ImportRow = z.infer<typeof ImportRow>

const byId = z.object({ id: IdField })

export const importsApi = {
  kinds: get('/imports/kinds', {
    summary: 'The kinds of rows that can be imported, and how to speak of them',
    needs: 'organization.import',
    returns: z.array(z.object({ kind: z.string(), words: ImportWords })),
  }),
  list: get('/imports', {
    summary: 'Imports of one’s own areas, newest first',
    needs: 'organization.import',
    query: z.object(pageQuery),
    returns: pageOf(
      Import.pick({
        id: true,
        kind: true,
        words: true,
        fileName: true,
        areaName: true,
        status: true,
        uploadedBy: true,
        uploadedAt: true,
        result: true,
      }),
    ),
  }),
  upload: post('/imports', {
    summary: 'Upload a workbook for an area; nothing is written yet',
    needs: 'organization.import',
    query: z.object({
      area: AreaCodeField,
      kind: z.string().max(40).default('organizations'),
      belongsTo: IdField.optional(),
    }),
    upload: true,
    returns: Import,
  }),
  one: get('/imports/:id', {
    summary: 'One import',
    needs: 'organization.import',
    params: byId,
    returns: Import,
  }),
  match: put('/imports/:id/matching', {
    summary: 'Change the sheet, the header rows, the matching of columns or the choice among communities',
    needs: 'organization.import',
    params: byId,
    body: z.object({
      sheet: z.string().optional(),
      /** First and last header row, from 1. */
      headerRows: z.tuple([z.int().min(1), z.int().min(1)]).optional(),
      /** Column index → field id or null. */
      columns: z.record(z.string(), z.string().nullable()).optional(),
      /** Community text → chosen area. */
      communities: z.record(z.string(), AreaCodeField).optional(),
    }),
    returns: Import,
  }),
  rows: get('/imports/:id/rows', {
    summary: 'The preview, row by row',
    needs: 'organization.import',
    params: byId,
    query: z.object({ ...pageQuery, outcome: z.enum(Object.keys(rowOutcomes) as [RowOutcome]).optional() }),
    returns: pageOf(ImportRow),
  }),
  rowCount: get('/imports/:id/rows/count', {
    summary: 'How many rows the preview has',
    needs: 'organization.import',
    params: byId,
    returns: CappedCount,
  }),
  commit: post('/imports/:id/commit', {
    summary: 'Write: all rows (refused while one has a problem) or only the good ones',
    needs: 'organization.import',
    params: byId,
    body: z.object({ rows: z.enum(['all', 'good']) }),
    returns: Import,
  }),
  undo: post('/imports/:id/undo', {
    summary: 'Take the whole import back, while nothing later depends on it',
    needs: 'organization.import',
    params: byId,
    returns: Import,
  }),
  discard: post('/imports/:id/discard', {
    summary: 'Give a draft up',
    needs: 'organization.import',
    params: byId,
    returns: Import,
  }),
  annotated: get('/imports/:id/annotated', {
    summary: 'The bad rows as a copy of the original workbook with the errors marked in it',
    needs: 'organization.import',
    params: byId,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
}
