// The payment list of subsidies for the finance office as a workbook.
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { type Cell, writeXlsx } from '../../../platform/sheets/index.ts'
import { type Payment, subsidyStates } from '../incubation.ts'
import type { PaymentFilter } from '../incubations-api.ts'
import { listPayments } from './subsidy-store.ts'

const columns: { title: string; cell: (one: Payment) => Cell }[] = [
  { title: '组织名称', cell: (one) => one.organizationName },
  { title: '所在社区（村）', cell: (one) => one.areaName },
  { title: '孵化基地', cell: (one) => one.platformName },
  { title: '补贴依据', cell: (one) => one.basis },
  { title: '决定日期', cell: (one) => dayCell(one.decidedOn) },
  { title: '金额（元）', cell: (one) => one.amount / 100 },
  { title: '拨付日期', cell: (one) => (one.paidOn ? dayCell(one.paidOn) : null) },
]

const dayCell = (day: string): Cell => ({ day, precision: 'day' })

/** Leaves a trace: who took which list. The last row is the sum. */
export async function exportPayments(
  ctx: Context,
  database: Database,
  filter: PaymentFilter,
): Promise<FileAnswer> {
  const payments = await listPayments(ctx, filter, { after: null, limit: null })
  await record(
    { ...ctx, db: database },
    {
      ...{
        action: 'incubation.export',
        subjectKind: 'list',
        subject: 'subsidies',
        area: filter.area ?? null,
      },
      changes: [{ field: 'filter', from: null, to: filter }],
    },
  )
  return {
    fileName: `孵化补贴发放表（${subsidyStates[filter.state]}） ${ctx.today}.xlsx`,
    content: writeXlsx([
      { name: '发放表', columns: columns.map(({ title }) => ({ title })), rows: rowsOf(payments) },
    ]),
  }
}

async function* rowsOf(payments: readonly Payment[]): AsyncGenerator<Cell[]> {
  for (const one of payments) yield columns.map(({ cell }) => cell(one))
  const fen = payments.reduce((sum, { amount }) => sum + amount, 0)
  if (payments.length > 0) yield ['合计', null, null, null, null, fen / 100, null]
}
