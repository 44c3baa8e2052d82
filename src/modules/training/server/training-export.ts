// Trainings as workbooks: the filtered list, and who was at one in the columns in which a paper list is imported.
import type { Context } from '../../../platform/context.ts'
import type { Database, Sql } from '../../../platform/db.ts'
import { fileNameOf } from '../../../platform/documents/index.ts'
import { record } from '../../../platform/events.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { authorize } from '../../../platform/policy.ts'
import { type Cell, writeXlsx } from '../../../platform/sheets/index.ts'
import { attendanceLabels, forNone } from '../attendance-columns.ts'
import { audiences, type Training, trainingKinds, trainingStatuses } from '../training.ts'
import type { TrainingFilter } from '../training-api.ts'
import { type ListRow, listRows } from './attendance-store.ts'
import { knownTraining, told } from './training-commands.ts'
import { type After, conditionOf, listTrainings, trainingNames } from './training-store.ts'

const portion = 1_000

const day = (text: string | null): Cell => (text === null ? null : { day: text, precision: 'day' })

const columns: { title: string; cell: (one: Training) => Cell }[] = [
  { title: '名称', cell: (one) => one.title },
  { title: '举办单位', cell: (one) => one.organizer },
  { title: '举办地区', cell: (one) => one.areaName },
  { title: '对象', cell: (one) => audiences[one.audience] },
  { title: '方式', cell: (one) => trainingKinds[one.kind] },
  { title: '开始日期', cell: (one) => day(one.heldOn) },
  { title: '结束日期', cell: (one) => day(one.until ?? one.heldOn) },
  { title: '时间', cell: ({ startsAt, endsAt }) => (startsAt && endsAt ? `${startsAt}–${endsAt}` : null) },
  { title: '地点或网址', cell: (one) => one.place ?? one.link },
  { title: '名额', cell: (one) => one.seats },
  { title: '报名组织数', cell: (one) => one.enrolled.organizations },
  { title: '报名人数', cell: (one) => one.enrolled.people },
  { title: '签到人次', cell: (one) => one.attended },
  { title: '状态', cell: (one) => trainingStatuses[one.status] },
]

/** Leaves a trace: who took which list. */
export async function exportTrainings(
  ctx: Context,
  database: Database,
  filter: TrainingFilter,
): Promise<FileAnswer> {
  const inDatabase = { ...ctx, db: database }
  await record(inDatabase, {
    ...{ action: 'training.export', subjectKind: 'list', subject: 'trainings', area: filter.area ?? null },
    changes: [{ field: 'filter', from: null, to: filter }],
  })
  const rows = rowsOf(inDatabase, await conditionOf(database, filter))
  const content = writeXlsx([{ name: '培训', columns: columns.map(({ title }) => ({ title })), rows }])
  return { fileName: `培训 ${ctx.today}.xlsx`, content }
}

async function* rowsOf(ctx: Context, condition: Sql): AsyncGenerator<Cell[]> {
  let after: After = null
  for (;;) {
    const found: Training[] = await listTrainings(ctx, condition, after, portion, 'training.export')
    for (const one of found) yield columns.map(({ cell }) => cell(one))
    const last = found.at(-1)
    if (!last || found.length < portion) return
    after = [last.heldOn, last.id]
  }
}

const listed: { title: string; cell: (one: ListRow) => Cell }[] = [
  { title: attendanceLabels.name, cell: (one) => one.name },
  { title: attendanceLabels.organization, cell: (one) => one.organization ?? forNone },
  { title: attendanceLabels.leader, cell: (one) => (one.leader ? '是' : null) },
  { title: attendanceLabels.township, cell: (one) => one.township },
  { title: attendanceLabels.community, cell: (one) => one.community },
]

/** Imported again it changes nothing. Leaves a trace: it names people. */
export async function exportAttendance(ctx: Context, database: Database, id: string): Promise<FileAnswer> {
  await authorize(ctx, 'training.names', trainingNames(id))
  const training = await knownTraining(ctx, id)
  const found = await listRows(ctx.db, id)
  const changes = [{ field: 'people', from: null, to: found.length }]
  await told({ ...ctx, db: database }, 'exportAttendance', training, { changes })
  const rows = found.map((one) => listed.map(({ cell }) => cell(one)))
  const content = writeXlsx([{ name: '签到表', columns: listed.map(({ title }) => ({ title })), rows }])
  return { fileName: `${fileNameOf(`签到表 ${training.title} ${training.heldOn}`)}.xlsx`, content }
}
