// What a person reads of the work that waits: summary, list and workbook, from the same rows.
import type { z } from 'zod'
import { dueWords } from '../../../kernel/due-words.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { notFound } from '../../../platform/policy.ts'
import { type Cell, writeXlsx } from '../../../platform/sheets/index.ts'
import type { CountedSources, WorkSource, WorkSources } from '../../../platform/work-source.ts'
import type { queuesApi, WorkItem, WorkLine, WorkSummary } from '../queues-api.ts'
import { listCounted, sumCounted } from './counted-work.ts'
import {
  countCap,
  listWork,
  mayHave,
  type Side,
  type Sum,
  sumWork,
  type WorkPage,
  type WorkRow,
} from './work-store.ts'

/** What waits as modules publish it: in relations, and as what follows from counts. */
export type AllWork = { relations: WorkSources; counted: CountedSources }

/** By kind of step, in the order of the sources; overseen kinds only where something is overdue. */
export async function summaryOf(
  ctx: Context,
  { relations, counted }: AllWork,
  area: string | undefined,
): Promise<WorkSummary> {
  const sums = await Promise.all([sumWork(ctx, relations, area), sumCounted(ctx, counted, area)])
  const lines = sums.flat().map((sum) => ({
    side: sum.side,
    line: lineOf(ctx, sum, { ...relations[sum.source], ...counted[sum.source] }),
  }))
  return {
    own: lines.flatMap(({ side, line }) => (side === 'own' ? [line] : [])),
    overseen: lines.flatMap(({ side, line }) => (side === 'overseen' && line.count.value > 0 ? [line] : [])),
  }
}

function lineOf(ctx: Context, sum: Sum, source: Partial<Pick<WorkSource, 'title' | 'bulk'>>): WorkLine {
  return {
    source: sum.source,
    title: source.title ?? sum.source,
    count: { value: Math.min(sum.counted, countCap), capped: sum.counted > countCap },
    overdue: Math.min(sum.overdue, countCap),
    earliestDue: sum.earliest,
    dueWords: dueWords(sum.earliest, ctx.today),
    first: sum.first,
    bulk: sum.side === 'own' ? (source.bulk ?? null) : null,
  }
}

type ListQuery = z.output<typeof queuesApi.list.query>

export async function workPage(ctx: Context, work: AllWork, name: string, query: ListQuery) {
  const { area, limit } = query
  const rows = await sourceNamed(work, name).rows(ctx, {
    ...{ side: sideOf(query), area, after: afterOf(query.after), limit },
  })
  const last = rows.length === limit ? rows.at(-1) : undefined
  return { items: rows.map((row) => itemOf(ctx.today, row)), next: last ? afterToken(last) : null }
}

const sideOf = ({ overseen }: { overseen: boolean }): Side => (overseen ? 'overseen' : 'own')

type Rows = { title: string; rows: (ctx: Context, page: WorkPage) => Promise<WorkRow[]> }

/** One kind of work, however its rows are found; of what the person may not do there are none. */
function sourceNamed({ relations, counted }: AllWork, name: string): Rows {
  const relation = Object.hasOwn(relations, name) ? relations[name] : undefined
  if (relation)
    return {
      title: relation.title,
      rows: async (ctx, page) => (mayHave(ctx, relation, page.side) ? listWork(ctx, relation, page) : []),
    }
  const count = Object.hasOwn(counted, name) ? counted[name] : undefined
  if (count) return { title: count.title, rows: (ctx, page) => listCounted(ctx, count, page) }
  throw notFound('待办类别')
}

const itemOf = (today: Day, { key: _, ...row }: WorkRow): WorkItem => ({
  ...row,
  dueWords: dueWords(row.due, today),
  overdue: row.due !== null && row.due < today,
})

const afterToken = ({ key, id }: WorkRow): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url')

function afterOf(token: string | undefined): readonly [string, string] | null {
  if (!token) return null
  try {
    const [key, id] = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as [unknown, unknown]
    if (typeof key === 'string' && typeof id === 'string' && /^(infinity|\d{4}-\d\d-\d\d)$/.test(key))
      return [key, id]
  } catch {
    // Falls through to the refusal below.
  }
  throw new Problem(400, {
    code: 'page.malformed',
    message: '翻页位置不对。',
    mend: '请回到列表的第一页。',
  })
}

const portion = 1_000

/** Leaves a trace: who took which list. */
export async function exportWork(
  ctx: Context,
  database: Database,
  work: AllWork,
  name: string,
  query: z.output<typeof queuesApi.export.query>,
): Promise<FileAnswer> {
  const source = sourceNamed(work, name)
  const outside = { ...ctx, db: database }
  await record(outside, {
    action: 'work.export',
    subjectKind: 'list',
    subject: name,
    area: query.area ?? null,
  })
  const rows = exportRows(outside, source, query)
  return {
    fileName: `${source.title} ${ctx.today}.xlsx`,
    content: writeXlsx([{ name: '待办', columns, rows }]),
  }
}

const columns = [
  { title: '事项', width: 16 },
  { title: '对象', width: 36 },
  { title: '说明', width: 40 },
  { title: '区划', width: 24 },
  { title: '等候自', width: 12 },
  { title: '期限', width: 12 },
  { title: '剩余时间', width: 18 },
]

type ExportQuery = z.output<typeof queuesApi.export.query>

async function* exportRows(ctx: Context, source: Rows, query: ExportQuery): AsyncGenerator<Cell[]> {
  const asked = { side: sideOf(query), area: query.area, limit: portion }
  let after: readonly [string, string] | null = null
  for (;;) {
    const rows: WorkRow[] = await source.rows(ctx, { ...asked, after })
    for (const row of rows) yield cellsOf(source.title, itemOf(ctx.today, row))
    const last = rows.at(-1)
    if (!last || rows.length < portion) return
    after = [last.key, last.id]
  }
}

const cellsOf = (title: string, item: WorkItem): Cell[] => [
  ...[title, item.label, item.note, item.areaName],
  ...[dayCell(item.since), dayCell(item.due), item.dueWords],
]

const dayCell = (day: Day | null): Cell => (day === null ? null : { day, precision: 'day' })
