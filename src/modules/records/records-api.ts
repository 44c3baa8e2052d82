// The endpoints of dated records (记录).
import { z } from 'zod'
import { type EndpointTable, get, post } from '../../kernel/endpoint.ts'
import { AreaCodeField, DayField, IdField, oneOrMore, words } from '../../kernel/fields.ts'
import { CappedCount, pageOf, pageQuery } from '../../kernel/page.ts'
import { DatedRecord, KindField, RecordDraft, RecordPage } from './record.ts'

export const RecordFilter = z.object({
  kind: oneOrMore(KindField),
  area: AreaCodeField.optional(),
  organization: IdField.optional(),
  /** Part of the heading. */
  q: z.string().trim().max(60).optional(),
  year: z.coerce.number().int().min(1949).max(2999).optional(),
  /** `all`: corrected and withdrawn ones too. */
  show: z.enum(['standing', 'all']).default('standing'),
})
export type RecordFilter = z.output<typeof RecordFilter>

const byId = z.object({ id: IdField })
const reason = words(200)

export const recordsApi = {
  list: get('/records', {
    summary: 'Dated records, the newest first',
    needs: 'record.see',
    query: RecordFilter.extend(pageQuery),
    returns: pageOf(DatedRecord),
  }),
  count: get('/records/count', {
    summary: 'How many dated records a filter matches; stops counting at 10,000',
    needs: 'record.see',
    query: RecordFilter,
    returns: CappedCount,
  }),
  export: get('/records/export', {
    summary: 'The filtered records as a workbook',
    needs: 'record.export',
    query: RecordFilter,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  one: get('/records/:id', {
    summary: 'One record with its earlier and later versions',
    needs: 'record.see',
    params: byId,
    returns: RecordPage,
  }),
  enter: post('/records', {
    summary: 'Put on record that something was done, by whom, when',
    needs: 'record.enter',
    body: RecordDraft,
    returns: RecordPage,
  }),
  correct: post('/records/:id/correction', {
    summary: 'Put a corrected record in the place of one that was wrong from the start, with the reason',
    needs: 'record.correct',
    params: byId,
    body: RecordDraft.omit({ kind: true }).extend({ reason, keepFile: z.boolean().default(true) }),
    returns: RecordPage,
  }),
  withdraw: post('/records/:id/withdrawal', {
    summary: 'Withdraw a record that should not have been made, with the reason; it stays on file',
    needs: 'record.correct',
    params: byId,
    body: z.object({ reason }),
    returns: RecordPage,
  }),
  end: post('/records/:id/ending', {
    summary: 'End something lasting from a day on, with the reason',
    needs: 'record.correct',
    params: byId,
    body: z.object({ on: DayField, reason }),
    returns: RecordPage,
  }),
  attach: post('/records/:id/file', {
    summary: 'Hand in the document or the evidence of a record that has none yet',
    needs: 'record.correct',
    params: byId,
    upload: true,
    returns: RecordPage,
  }),
  file: get('/records/:id/file', {
    summary: 'The file of a record',
    needs: 'record.see',
    params: byId,
    file: 'application/octet-stream',
  }),
} as const satisfies EndpointTable
