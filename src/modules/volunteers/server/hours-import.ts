// Hours of a team that come as a spreadsheet: which columns there are, how cells are read, what is written and taken back.
import { asDay, type Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { recordAll } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import {
  type GivenDay,
  mismatch,
  type Parsed,
  parseDay,
  parseName,
  parsePhone,
} from '../../organizations/import/index.ts'
import type { ImportKind, ImportPlace, StoredRow } from '../../organizations/server/index.ts'
import { parseClock, parseConfirmed, parseKind, parseLength } from '../hours-cells.ts'
import { serviceSteps } from '../service-rules.ts'
import { insertEntries, moveEntries, type NewEntry } from './entry-store.ts'
import { type HoursRow, judgeHours } from './hours-judge.ts'
import { explain } from './record-commands.ts'
import { lockTeam, teamSubject } from './team-store.ts'

export const hoursRows: ImportKind<HoursRow> = {
  words: {
    ...{ title: '志愿服务时长', book: '时长记录', thing: '记录', unit: '条' },
    ...{ link: '/volunteer-teams/{belongsTo}', record: null },
  },
  vocabulary: {
    labels: {
      ...{ name: '姓名', phone: '联系电话', on: '服务日期', from: '开始时间', until: '结束时间' },
      ...{ length: '服务时间（小时）', kind: '服务类别', activity: '服务内容', confirmed: '已确认' },
    },
    names: {
      name: { sure: ['志愿者', '志愿者姓名', '名字'] },
      phone: { sure: ['联系方式', '电话', '手机', '手机号', '手机号码'] },
      on: { sure: ['日期', '活动日期', '服务时间日期'] },
      from: { sure: ['起始时间', '开始', '签到时间'] },
      until: { sure: ['截止时间', '结束', '签退时间'] },
      length: {
        sure: ['服务时间(小时)', '服务时长', '时长', '服务时长（小时）', '时长（小时）', '小时', '小时数'],
      },
      kind: { sure: ['类别', '服务类型'] },
      activity: { sure: ['活动名称', '服务项目', '活动', '内容'] },
      confirmed: { sure: ['确认', '是否确认', '状态'] },
    },
    key: 'name',
  },
  parsers: {
    name: (cell) => parseName(cell, 40),
    phone: parsePhone,
    on: wholeDay,
    from: parseClock,
    until: parseClock,
    length: parseLength,
    kind: parseKind,
    activity: (cell) => parseName(cell, 100),
    confirmed: parseConfirmed,
  },
  place: 'optional',
  authorize: async (ctx, at) => {
    await authorize(ctx, 'service.record', teamSubject(teamOf(at)))
    if ((await lockTeam(ctx.db, teamOf(at)))?.area !== at.area) throw notFound('志愿服务队')
  },
  judging: (ctx, at) => judgeHours(ctx, teamOf(at), at.area),
  write,
  whyNotUndo: async () => null,
  takeBack: async (ctx, rows, act) => {
    const ids = rows.map(({ record }) => record)
    await moveEntries(ctx, ids, serviceSteps.withdraw, act.reason)
  },
}

function teamOf({ belongsTo }: ImportPlace): string {
  if (belongsTo === null) throw notFound('志愿服务队')
  return belongsTo
}

function wholeDay(cell: Parameters<typeof parseDay>[0]): Parsed<Day> {
  const parsed: Parsed<GivenDay> = parseDay(cell)
  if ('problem' in parsed || parsed.ok === null) return parsed as Parsed<Day>
  const { day, precision } = parsed.ok
  return precision === 'day' ? { ...parsed, ok: asDay(day) } : mismatch(day, '哪一天，例如 2023-8-1')
}

async function write(
  ctx: Context,
  _outcome: 'new' | 'changed',
  rows: readonly StoredRow[],
  act: { id: string; reason: string },
) {
  const entries = rows.map(({ statement }) => ({ ...(statement as NewEntry), import: act.id }))
  await insertEntries(ctx, entries).catch(explain)
  await recordAll(
    ctx,
    entries.map(({ id, on, minutes }) => ({
      ...{
        action: 'service.record',
        subjectKind: 'serviceEntry',
        subject: id,
        effectiveOn: on,
        reason: act.reason,
      },
      changes: [{ field: 'minutes', from: null, to: minutes }],
    })),
  )
  return rows.map(({ row, statement }) => ({
    ...{ row, record: (statement as NewEntry).id, version: 1, before: null },
  }))
}
