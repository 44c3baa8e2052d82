// Judges the rows of a table of hours by the rules of typed ones: who is meant, when it was, what else the person did then.
import { minuteOf } from '../../../kernel/minute.ts'
import { Problem } from '../../../kernel/problem.ts'
import { type Day, earlier, later } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { bareText } from '../../areas/fold-text.ts'
import { cellOf } from '../../organizations/import/index.ts'
import { maskPhone } from '../../organizations/masking.ts'
import { type ImportKind, judged, type Placed, type StoredRow } from '../../organizations/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { ServiceKind } from '../service.ts'
import { type Served, servedIn, type Told, whyNotBeside, whyNotServe, whyNotYet } from '../service-rules.ts'
import { confirmsAlone } from './confirmer-store.ts'
import { type NewEntry, toldBetween } from './entry-store.ts'
import { type ServingMember, serversOf } from './member-store.ts'
import { dueFor, toldOf } from './record-commands.ts'

export type HoursRow = {
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

/** What is known of the team, and what has been told before: in the system, and in the table so far. */
type Judge = {
  ctx: Context
  members: readonly ServingMember[]
  adultKinds: readonly string[]
  /** Nobody but the person who imports could confirm. */
  alone: boolean
  due: (on: Day) => Promise<Day>
  said: (Told & { volunteer: string })[]
}

export async function judgeHours(
  ctx: Context,
  team: string,
  area: string,
): ReturnType<ImportKind<HoursRow>['judging']> {
  const judge: Judge = {
    ...{ ctx, members: await serversOf(ctx.db, team), said: [] },
    alone: await confirmsAlone(ctx, team),
    adultKinds: (await rulesFor(ctx.db, area))['volunteers.adultKinds'],
    due: remembered((on) => dueFor(ctx, area, on)),
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
async function toldAround(
  ctx: Context,
  members: readonly ServingMember[],
  rows: readonly Placed<HoursRow>[],
) {
  const days = rows.flatMap(({ given }) => given.on ?? [])
  const [first] = days
  if (!first) return []
  const names = new Set(rows.flatMap(({ given }) => bareText(given.name ?? '')))
  const those = members.filter(({ name }) => names.has(bareText(name))).map(({ volunteer }) => volunteer)
  return toldBetween(ctx, those, days.reduce(earlier, first), days.reduce(later, first))
}

async function judgeRow(
  judge: Judge,
  row: Placed<HoursRow>,
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
  const sure = confirmed && judge.alone
  const known = told.filter(({ volunteer }) => volunteer === found.volunteer)
  const statement: NewEntry = {
    ...{ id: judge.ctx.newId(), member: found.member, kind, activity, ...time, corrects: null, import: null },
    ...{ status: sure ? 'confirmed' : 'waiting', selfConfirmed: sure, dueOn: await judge.due(time.on) },
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

const remark = (row: Placed<HoursRow>, { body }: Problem, ...fields: string[]) => ({
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

function timeIn(ctx: Context, { on, from, until, length }: Partial<HoursRow>): Served | Problem {
  if (!on) return noDay
  const served = servedIn({ on, from: from ?? null, until: until ?? null, minutes: length ?? null })
  if (served instanceof Problem) return served
  return whyNotYet(served, { today: ctx.today, minute: minuteOf(ctx.now) }) ?? served
}

/** Nobody is guessed: of several of one name the number tells which. */
function memberIn(
  members: readonly ServingMember[],
  { name = '', phone, on }: Partial<HoursRow>,
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

const problem = (code: string, message: string, mend: string) =>
  new Problem(422, { code: `service.${code}`, message, mend })

const noDay = problem('noDay', '没有服务日期。', '请补上日期。')
const stranger = (name: string) =>
  problem('stranger', `队里没有叫“${name}”的志愿者。`, '请先加入队里，再导入。')
const several = (name: string) =>
  problem('severalOfThatName', `队里有几个“${name}”。`, '请加一列联系电话来区分。')
