// The endpoints of queues (待办): what waits for the signed-in person, kind by kind and thing by thing.
import { z } from 'zod'
import { get } from '../../kernel/endpoint.ts'
import { AreaCodeField, DayField, FlagQuery } from '../../kernel/fields.ts'
import { CappedCount, pageOf, pageQuery } from '../../kernel/page.ts'

/** A kind of step that waits: how many, how late, and the thing to begin with. */
export const WorkLine = z.object({
  source: z.string(),
  /** The step: 受理备案申请. */
  title: z.string(),
  count: CappedCount,
  /** Of those counted, how many are past their last day. */
  overdue: z.int(),
  earliestDue: DayField.nullable(),
  /** 还剩 3 个工作日, 今天到期, 已逾期 2 天; null when nothing limits it. */
  dueWords: z.string().nullable(),
  /** The one whose date is nearest. */
  first: z.object({ label: z.string(), link: z.string() }).nullable(),
  /** The page on which many are decided at once, or null. */
  bulk: z.string().nullable(),
})
export type WorkLine = z.infer<typeof WorkLine>

export const WorkSummary = z.object({
  /** Every kind of step that the person may do, also those of which nothing waits. */
  own: z.array(WorkLine),
  /** Overdue steps of others below, by kind; only kinds of which there are any. */
  overseen: z.array(WorkLine),
})
export type WorkSummary = z.infer<typeof WorkSummary>

/** One thing that waits. */
export const WorkItem = z.object({
  id: z.string(),
  label: z.string(),
  note: z.string().nullable(),
  link: z.string(),
  area: AreaCodeField,
  /** 浮桥镇 牌楼社区. */
  areaName: z.string(),
  since: DayField.nullable(),
  due: DayField.nullable(),
  dueWords: z.string().nullable(),
  overdue: z.boolean(),
})
export type WorkItem = z.infer<typeof WorkItem>

const narrowing = { area: AreaCodeField.optional() }
const choosing = { ...narrowing, overseen: FlagQuery.default(false) }
const bySource = z.object({ source: z.string().max(60) })

export const queuesApi = {
  summary: get('/queues', {
    summary: 'What waits for the signed-in person, by kind of step, and what is overdue below',
    needs: 'work.see',
    query: z.object(narrowing),
    returns: WorkSummary,
  }),
  list: get('/queues/:source', {
    summary: 'The things that wait for one kind of step, the nearest date first',
    needs: 'work.see',
    params: bySource,
    query: z.object({ ...choosing, ...pageQuery }),
    returns: pageOf(WorkItem),
  }),
  export: get('/queues/:source/export', {
    summary: 'The same list as a workbook',
    needs: 'work.see',
    params: bySource,
    query: z.object(choosing),
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
}
