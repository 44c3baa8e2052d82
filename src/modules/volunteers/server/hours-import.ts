// Hours of a team that come as a spreadsheet: each row judged by the same rules as typed ones, the same person twice included.
import { minuteOf } from '../../../kernel/minute.ts'
import { Problem } from '../../../kernel/problem.ts'
import { asDay, type Day, earlier, later } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { recordAll } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { bareText } from '../../areas/fold-text.ts'
import {
  cellOf,
  type GivenDay,
  mismatch,
  type Parsed,
  parseDay,
  parseName,
  parsePhone,
} from '../../organizations/import/index.ts'
import { maskPhone } from '../../organizations/masking.ts'
import {
  type ImportKind,
  type ImportPlace,
  judged,
  type Placed,
  type StoredRow,
} from '../../organizations/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import { parseClock, parseConfirmed, parseKind, parseLength } from '../hours-cells.ts'
import type { ServiceKind } from '../service.ts'
import {
  type Served,
  servedIn,
  serviceSteps,
  type Told,
  whyNotBeside,
  whyNotServe,
  whyNotYet,
} from '../service-rules.ts'
import { insertEntries, moveEntries, type NewEntry, toldBetween } from './entry-store.ts'
import { type ServingMember, serversOf } from './member-store.ts'
import { dueFor, explain, toldOf } from './service-commands.ts'
import { lockTeam, teamSubject } from './team-store.ts'

type Row = {
  name: string
  phone: string
  on: Day
  from: string
  until: string
  length: number
  kind: ServiceKind
  activity: string
  confirmed: boolean
}

export const hoursRows: ImportKind<Row> = {
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
  judging,
  write,
  whyNotUndo: async () => null,
  takeBack: async (ctx, rows, act) => {
    const ids = rows.map(({ record }) => record)
    await moveEntries(ctx.db, ids, serviceSteps.withdraw, act.reason)
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

/** What is known of the team, and what has been told before: in the system, and in the table so far. */
type Judge = {
  ctx: Context
  members: readonly ServingMember[]
  adultKinds: readonly string[]
  due: (on: Day) => Promise<Day>
  said: (Told & { volunteer: string })[]
}

async function judging(ctx: Context, at: ImportPlace): ReturnType<ImportKind<Row>['judging']> {
  const judge: Judge = {
    ...{ ctx, members: await serversOf(ctx.db, teamOf(at)), said: [] },
    adultKinds: (await rulesFor(ctx.db, at.area))['volunteers.adultKinds'],
    due: remembered((on) => dueFor(ctx, at.area, on)),
  }
  return async (rows) => {
    const told = await toldAround(ctx, judge.members, rows)
    const answers: StoredRow[] = []
    for (const row of rows) answers.push(await judgeRow(judge, row, told))
    return answers
  }
}

function remembered(ask: (on: Day) => Promise<Day>): (on: Day) => Promise<Day> {
  const known = new Map<Day, Promise<Day>>()
  return (on) => {
    const answer = known.get(on) ?? ask(on)
    known.set(on, answer)
    return answer
  }
}

/** One question for a whole portion. */
async function toldAround(ctx: Context, members: readonly ServingMember[], rows: readonly Placed<Row>[]) {
  const days = rows.flatMap(({ given }) => given.on ?? [])
  const [first] = days
  if (!first) return []
  const names = new Set(rows.flatMap(({ given }) => bareText(given.name ?? '')))
  const those = members.filter(({ name }) => names.has(bareText(name))).map(({ volunteer }) => volunteer)
  return toldBetween(ctx, those, days.reduce(earlier, first), days.reduce(later, first))
}

async function judgeRow(
  judge: Judge,
  row: Placed<Row>,
  told: readonly (Told & { volunteer: string })[],
): Promise<StoredRow> {
  const { name = '', activity = '志愿服务', kind = 'community', confirmed = false } = row.given
  const found = memberIn(judge.members, row.given)
  const time = timeIn(judge.ctx, row.given)
  const problems = [
    ...(found instanceof Problem ? [remark(row, found, 'name')] : []),
    ...(time instanceof Problem ? [remark(row, time, 'on', 'length', 'from')] : []),
  ]
  if (found instanceof Problem || time instanceof Problem)
    return judged(row, { outcome: 'problem', name, statement: {}, problems })
  const draft = { kind, activity }
  const known = told.filter(({ volunteer }) => volunteer === found.volunteer)
  const statement: NewEntry = {
    ...{ id: judge.ctx.newId(), member: found.member, kind, activity, ...time, corrects: null, import: null },
    ...{ status: confirmed ? 'confirmed' : 'waiting', dueOn: await judge.due(time.on) },
  }
  if (known.some((one) => isSame(one, toldOf(found.member, time, draft))))
    return judged(row, { outcome: 'same', name, statement })
  const said = judge.said.filter(({ volunteer }) => volunteer === found.volunteer)
  const problem =
    whyNotServe(found, { on: time.on, kind }, judge.adultKinds) ??
    whyNotBeside({ name, member: found.member, activity }, time, [...known, ...said])
  if (!problem)
    judge.said.push({
      ...toldOf(found.member, time, draft),
      volunteer: found.volunteer,
      where: `第 ${row.row} 行`,
    })
  return judged(row, {
    ...{ outcome: 'new', name, statement },
    problems: problem ? [remark(row, problem, 'name')] : [],
  })
}

const remark = (row: Placed<Row>, { body }: Problem, ...fields: string[]) => ({
  cell: cellOf(row, ...fields),
  message: `${body.message.replace(/。$/, '')}；${(body.mend ?? '').replace(/。$/, '')}`,
})

const isSame = (a: Told, b: Told): boolean =>
  a.member === b.member &&
  a.on === b.on &&
  a.startsAt === b.startsAt &&
  a.endsAt === b.endsAt &&
  a.minutes === b.minutes &&
  a.activity === b.activity

function timeIn(ctx: Context, { on, from, until, length }: Partial<Row>): Served | Problem {
  if (!on) return noDay
  const served = servedIn({ on, from: from ?? null, until: until ?? null, minutes: length ?? null })
  if (served instanceof Problem) return served
  return whyNotYet(served, { today: ctx.today, minute: minuteOf(ctx.now) }) ?? served
}

/** Nobody is guessed: of several of one name the number tells which. */
function memberIn(
  members: readonly ServingMember[],
  { name = '', phone, on }: Partial<Row>,
): ServingMember | Problem {
  const there = (one: ServingMember) =>
    !on || (one.startsOn <= on && (one.endsOn === null || on < one.endsOn))
  const named = members.filter((one) => bareText(one.name) === bareText(name))
  const fit = named.filter(
    (one) => !phone || one.phone === null || [one.phone, maskPhone(one.phone)].includes(phone),
  )
  const [only, ...others] = fit.filter(there).length > 0 ? fit.filter(there) : fit
  if (!only) return stranger(name)
  return others.length > 0 ? several(name) : only
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

const problem = (code: string, message: string, mend: string) =>
  new Problem(422, { code: `service.${code}`, message, mend })

const noDay = problem('noDay', '没有服务日期。', '请补上日期。')
const stranger = (name: string) =>
  problem('stranger', `队里没有叫“${name}”的志愿者。`, '请先加入队里，再导入。')
const several = (name: string) =>
  problem('severalOfThatName', `队里有几个“${name}”。`, '请加一列联系电话来区分。')
