// The SQL of activities: one with all that is known of it, plans, and the steps of their lives.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, type Sql, sql } from '../../../platform/db.ts'
import { fileView } from '../../../platform/files/index.ts'
import { instantSql, minuteSql } from '../../../platform/minute-sql.ts'
import type { Subject } from '../../../platform/policy.ts'
import { type Activity, type ActivityDraft, type ActivityStatus, activityActions } from '../activity.ts'
import { type Step, steps } from '../activity-rules.ts'
import type { Recipient, Report } from '../major-event.ts'
import { reportView } from './report-store.ts'

/** With the keeper of its organization: `v` has the lineage and `keeper`. */
export const activities = sql`(select a.*, o.keeper, o.name as organization_name
  from activity a left join organization o on o.id = a.organization) v`

export const activitySubject = (id: string): Subject => ({
  from: sql`${activities} where v.id = ${id}`,
  alias: 'v',
  see: 'activity.see',
  called: '活动',
})

const seats = (status: 'going' | 'waiting'): Sql =>
  sql`(select count(*)::int from activity_sign_up s where s.activity = v.id and s.status = ${status})`

const featureList = sql`array_to_json(array_remove(array[case when v.foreigners then 'foreigners' end,
  case when v.minors then 'minors' end, case when v.outdoors then 'outdoors' end, case when v.tickets then 'tickets' end],
  null))`

const plan = sql`'title', v.title, 'series', v.series, 'seriesTitle', v.series_title, 'organization', v.organization,
  'organizationName', v.organization_name, 'area', v.area::text, 'areaName', h.short_name, 'place', v.place,
  'from', ${minuteSql('v.starts_at')}, 'to', ${minuteSql('v.ends_at')}, 'content', v.content, 'expected', v.expected,
  'kind', v.kind, 'features', ${featureList}, 'money', v.money, 'signUp', v.sign_up, 'places', v.places,
  'signUpUntil', ${minuteSql('v.sign_up_until')}`

const partners = sql`(select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name), '[]')
  from activity_partner p join organization o on o.id = p.organization where p.activity = v.id)`

const view = (ctx: Context): Sql => sql`json_build_object('id', v.id, 'version', v.version, 'code', v.code,
  'status', v.status, ${plan}, 'partnerNames', ${partners}, 'going', ${seats('going')}, 'waiting', ${seats('waiting')},
  'attended', v.attended, 'served', (select coalesce(json_object_agg(s.kind, s.people), '{}')
    from activity_served s where s.activity = v.id),
  'result', v.result, 'photos', (select coalesce(json_agg(${fileView('f')} order by f.kept_at, f.id), '[]')
    from activity_photo p join stored_file f on f.id = p.file where p.activity = v.id),
  'cancelReason', v.cancel_reason, 'recordDue', v.record_due, 'demo', v.demo, 'decidedOn', v.decided_on,
  'permitNumber', v.permit_number, 'permitOn', v.permit_on, 'report', ${reportView},
  'may', ${ctx.authority.mayOn(activityActions, 'v')}) as view`

/** What the view is made of: the rest follows from the rules of the place. */
export type ActivityRow = Omit<Activity, 'partners' | 'majorEvent' | 'whyNot'> & {
  decidedOn: Day
  permitNumber: string | null
  permitOn: Day | null
  report: Report | null
}

export async function oneActivity(ctx: Context, id: string): Promise<ActivityRow | null> {
  const row = await ctx.db.maybe<{ view: ActivityRow }>(sql`
    select ${view(ctx)} from ${activities} join area h on h.code = v.area
    where v.id = ${id} and ${ctx.authority.scope('activity.see', 'v')}`)
  return row?.view ?? null
}

/** A place where something is to be held: nobody keeps it as a leader keeps an organization. */
export const spotSubject = (code: string): Subject => ({
  from: sql`(select a.*, null::uuid as keeper from area a) v where v.code = ${code}`,
  alias: 'v',
  see: 'area.see',
  called: '区划',
})

/** Nobody signs up, gives back or changes the plan until the transaction ends. */
export const lockActivity = (db: Db, id: string): Promise<number> =>
  db.run(sql`select 1 from activity where id = ${id} for update`)

/** Whether an organization has its place at an area. */
export const liesAt = async (db: Db, organization: string, area: string): Promise<boolean> =>
  (await db.maybe(sql`select 1 from organization where id = ${organization} and area = ${area}`)) !== null

/** What the rules of the place make of a plan. */
export type Dues = {
  seriesTitle: string | null
  recordDue: Day
  reportDue: Day | null
  reportTo: Recipient | null
  permitDue: Day | null
}

const has = (draft: ActivityDraft, feature: ActivityDraft['features'][number]) =>
  draft.features.includes(feature)

export const insertActivity = (
  ctx: Context,
  { id, code }: { id: string; code: string },
  draft: ActivityDraft,
  dues: Dues,
): Promise<number> =>
  ctx.db.run(sql`
    insert into activity (id, code, organization, area, province, city, county, township, community, title, series,
      series_title, place, starts_at, ends_at, content, expected, money, kind, foreigners, minors, outdoors, tickets,
      sign_up, places, sign_up_until, status, decided_on, record_due, report_due, report_to, permit_due, created_by,
      created_at)
    select ${id}, ${code}, ${draft.organization}, a.code, a.province, a.city, a.county, a.township, a.community,
      ${draft.title}, ${draft.series}, ${dues.seriesTitle}, ${draft.place}, ${instantSql(draft.from)},
      ${instantSql(draft.to)}, ${draft.content}, ${draft.expected}, ${draft.money}, ${draft.kind},
      ${has(draft, 'foreigners')}, ${has(draft, 'minors')}, ${has(draft, 'outdoors')}, ${has(draft, 'tickets')},
      ${draft.signUp}, ${draft.places}, ${instantSql(draft.signUpUntil)}, 'planned', ${ctx.today}, ${dues.recordDue},
      ${dues.reportDue}, ${dues.reportTo}, ${dues.permitDue}, ${ctx.who.id}, ${ctx.now}
    from area a where a.code = ${draft.area}`)

/** Only the version that was read; returns how many changed. */
export const updateActivity = (
  ctx: Context,
  { id, version }: { id: string; version: number },
  draft: ActivityDraft,
  dues: Dues,
): Promise<number> =>
  ctx.db.run(sql`
    update activity v set version = v.version + 1, organization = ${draft.organization}, area = a.code,
      province = a.province, city = a.city, county = a.county, township = a.township, community = a.community,
      title = ${draft.title}, series = ${draft.series}, series_title = ${dues.seriesTitle}, place = ${draft.place},
      starts_at = ${instantSql(draft.from)}, ends_at = ${instantSql(draft.to)}, content = ${draft.content},
      expected = ${draft.expected}, money = ${draft.money}, kind = ${draft.kind},
      foreigners = ${has(draft, 'foreigners')}, minors = ${has(draft, 'minors')},
      outdoors = ${has(draft, 'outdoors')}, tickets = ${has(draft, 'tickets')}, sign_up = ${draft.signUp},
      places = ${draft.places}, sign_up_until = ${instantSql(draft.signUpUntil)}, record_due = ${dues.recordDue},
      report_due = ${dues.reportDue}, report_to = ${dues.reportTo}, permit_due = ${dues.permitDue}
    from area a where a.code = ${draft.area} and v.id = ${id} and v.version = ${version}`)

export async function setPartners(db: Db, id: string, partners: readonly string[]): Promise<void> {
  await db.run(sql`delete from activity_partner where activity = ${id}`)
  await db.run(sql`
    insert into activity_partner (activity, organization) select ${id}, unnest(${partners}::uuid[])`)
}

/** What a step brings with it. */
type Brought = { attended?: number; result?: string; reason?: string }

/** The one statement that changes a status; it names those that it leaves. Returns how many moved. */
export const moveActivity = (ctx: Context, id: string, step: Step, brought: Brought = {}): Promise<number> =>
  ctx.db.run(sql`
    update activity set status = ${steps[step].to}, attended = coalesce(${brought.attended ?? null}::int, attended),
      held_at = case when ${step} = 'hold' then ${ctx.now}::timestamptz else held_at end,
      held_by = case when ${step} = 'hold' then ${ctx.who.id}::uuid else held_by end,
      result = coalesce(${brought.result ?? null}, result),
      concluded_at = case when ${step} = 'conclude' then ${ctx.now}::timestamptz end,
      cancel_reason = ${brought.reason ?? null}
    where id = ${id} and status = any(${[...steps[step].from] satisfies ActivityStatus[]}::text[])`)

export const setAttended = (db: Db, id: string, attended: number): Promise<number> =>
  db.run(sql`update activity set attended = ${attended} where id = ${id} and status in ('held', 'concluded')`)

/** By kind of people; those of whom nobody came are left out. */
export async function setServed(
  db: Db,
  id: string,
  served: Readonly<Record<string, number | undefined>>,
): Promise<void> {
  await db.run(sql`delete from activity_served where activity = ${id}`)
  await db.run(sql`
    insert into activity_served (activity, kind, people)
    select ${id}, s.key, s.value::int from json_each_text(${JSON.stringify(served)}::json) s where s.value::int > 0`)
}
