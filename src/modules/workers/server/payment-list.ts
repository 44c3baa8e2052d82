// The rewards that are to be paid, as a workbook for the finance office: one line a person, and the totals.
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { type Cell, writeXlsx } from '../../../platform/sheets/index.ts'
import type { Reward } from '../reward.ts'
import { certifiedGrades } from '../worker.ts'
import { payable } from './reward-store.ts'
import { insideOf } from './worker-filter-store.ts'

const titles = [
  '序号',
  '姓名',
  '身份证号',
  '资格等级',
  '证书编号',
  '取得日期',
  '所在社区（村）',
  '所在组织',
  '金额（元）',
  '审定日期',
]

/** Leaves a trace: who took which list. Money in yuan, as the finance office reads it. */
export async function paymentList(
  ctx: Context,
  database: Database,
  query: { area?: string | undefined },
): Promise<FileAnswer> {
  const inDatabase = { ...ctx, db: database }
  await record(inDatabase, {
    ...{ action: 'reward.paymentList', subjectKind: 'list', subject: 'rewards', area: query.area ?? null },
  })
  const rewards = await payable(inDatabase, (await insideOf(inDatabase, query))('r'))
  const sheets = [
    {
      name: '发放名单',
      columns: titles.map((title) => ({ title })),
      rows: [...lines(rewards), total(rewards)],
    },
    {
      name: '合计',
      columns: ['资格等级', '人数', '金额（元）'].map((title) => ({ title })),
      rows: sums(rewards),
    },
  ]
  return { fileName: `持证奖励发放名单 ${ctx.today}.xlsx`, content: writeXlsx(sheets) }
}

const lines = (rewards: readonly Reward[]): Cell[][] =>
  rewards.map((one, at) => [
    at + 1,
    one.name,
    one.identity,
    certifiedGrades[one.grade],
    one.number,
    { day: one.obtainedOn, precision: 'day' },
    one.areaName,
    one.organization?.name ?? null,
    one.amount / 100,
    one.decidedOn ? { day: one.decidedOn, precision: 'day' } : null,
  ])

const total = (rewards: readonly Reward[]): Cell[] => [
  ...['合计', `${rewards.length} 人`, null, null, null, null, null, null],
  yuan(rewards),
  null,
]

const sums = (rewards: readonly Reward[]): Cell[][] => [
  ...(Object.keys(certifiedGrades) as (keyof typeof certifiedGrades)[]).map((grade): Cell[] => {
    const those = rewards.filter((one) => one.grade === grade)
    return [certifiedGrades[grade], those.length, yuan(those)]
  }),
  ['合计', rewards.length, yuan(rewards)],
]

const yuan = (rewards: readonly Reward[]): number =>
  rewards.reduce((sum, { amount }) => sum + amount, 0) / 100
