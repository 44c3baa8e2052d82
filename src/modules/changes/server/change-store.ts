// The SQL of change requests.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, join, type Sql, sql } from '../../../platform/db.ts'
import { notAllowed, notFound } from '../../../platform/policy.ts'
import { areaWithoutKeeper } from '../../areas/server/index.ts'
import type {
  Asked,
  ChangeDraft,
  ChangeKind,
  ChangeRequest,
  ChangeStatus,
  ChangeStepKind,
} from '../change.ts'
import { type ChangeStep, changeSteps } from '../change-rules.ts'
import { areaName } from './desk-store.ts'

/** A request as the commands look at it. */
export type RequestRow = {
  id: string
  organization: string
  kind: ChangeKind
  status: ChangeStatus
  asked: Asked | null
  toArea: string | null
  effectiveOn: string
  reason: string
}

const joined = sql`change_request r join organization o on o.id = r.organization
  left join ${areaWithoutKeeper} t on t.code = r.to_area`

/** Both ends of a move see it. */
const seen = (ctx: Context): Sql =>
  sql`(${ctx.authority.scope('change.see', 'o')} or ${ctx.authority.scope('change.see', 't')})`

/** Refuses an action on a request; `on` is what the action's reach is measured by: the organization or the desk. */
export async function authorizeRequest(
  ctx: Context,
  action: 'change.request' | 'change.decide',
  id: string,
): Promise<void> {
  const allowed = ctx.authority.scope(action, action === 'change.decide' ? 'r' : 'o')
  const found = await ctx.db.maybe<{ visible: boolean | null; allowed: boolean | null }>(
    sql`select ${seen(ctx)} as visible, ${allowed} as allowed from ${joined} where r.id = ${id}`,
  )
  if (!found?.visible) throw notFound('变更申请')
  if (!found.allowed) throw notAllowed(action)
}

export const lockRequest = (db: Db, id: string): Promise<RequestRow> =>
  db.one(sql`
    select r.id, r.organization, r.kind, r.status, r.asked, r.to_area::text as "toArea",
      r.effective_on as "effectiveOn", r.reason
    from change_request r where r.id = ${id} for update`)

/** What a request is judged by: how the organization stands. */
export const factsFor = (db: Db, organization: string) =>
  db.one<{
    status: string
    tier: 'registered' | 'filed' | 'guided'
    legalForm: string
    area: string
    now: Record<string, unknown>
    leaving: boolean
  }>(sql`
    select o.status, o.tier, o.legal_form as "legalForm", o.area::text as area,
      json_build_object('name', o.name, 'leader', o.leader, 'phone', o.phone,
        'place', o.place, 'scope', o.scope) as now,
      exists (select 1 from exit_case e where e.organization = o.id
        and e.status in ('requested', 'liquidating', 'noticed')) as leaving
    from organization o where o.id = ${organization}`)

/** What is written of a request: the desk that decides, and until when. */
export type Asking = { change: ChangeDraft; desk: string; due: Day }

export const insertRequest = (
  ctx: Context,
  id: string,
  { organization, onBehalf, desk, due, change }: Asking & { organization: string; onBehalf: boolean },
): Promise<number> =>
  ctx.db.run(sql`
    insert into change_request (id, organization, kind, status, area, province, city, county, township, community,
      asked, to_area, effective_on, reason, on_behalf, asked_by, asked_at, due_on)
    select ${id}, ${organization}, ${change.kind}, 'submitted',
      a.code, a.province, a.city, a.county, a.township, a.community, ${askedOf(change)}::jsonb, ${toOf(change)}::bigint,
      ${change.from}, ${change.reason}, ${onBehalf}, ${ctx.who.id}, ${ctx.now}, ${due}
    from area a where a.code = ${desk}::bigint`)

/** Writes what is asked for anew, with the desk and the limit that this needs. */
export const rewriteRequest = (ctx: Context, id: string, { desk, due, change }: Asking): Promise<number> =>
  ctx.db.run(sql`
    update change_request r set area = a.code, province = a.province, city = a.city, county = a.county,
      township = a.township, community = a.community, asked = ${askedOf(change)}::jsonb, to_area = ${toOf(change)}::bigint,
      effective_on = ${change.from}, reason = ${change.reason}, asked_at = ${ctx.now}, due_on = ${due}
    from area a where a.code = ${desk}::bigint and r.id = ${id}`)

const askedOf = (change: ChangeDraft): string | null =>
  change.kind === 'details' ? JSON.stringify(change.asked) : null
const toOf = (change: ChangeDraft): string | null => (change.kind === 'move' ? change.to : null)

/** The one statement that changes the status of a request; gives how many were in a status that the step leaves. */
export const moveRequest = (ctx: Context, id: string, step: ChangeStep): Promise<number> =>
  ctx.db.run(sql`
    update change_request set status = ${changeSteps[step].to},
      decided_at = case when ${changeSteps[step].to} in ('approved', 'refused', 'withdrawn') then ${ctx.now}::timestamptz end
    where id = ${id} and status = any(${[...changeSteps[step].from]}::text[])`)

export const insertStep = (
  ctx: Context,
  request: string,
  kind: ChangeStepKind,
  said: string | null,
): Promise<number> =>
  ctx.db.run(sql`
    insert into change_step (id, change_request, kind, at, person, person_name, said)
    values (${ctx.newId()}, ${request}, ${kind}, ${ctx.now}, ${ctx.who.id}, ${ctx.who.name}, ${said})`)

/** Requests as their readers see them, newest first; the phone numbers are still whole. */
export async function readRequests(
  ctx: Context,
  of: { request: string } | { organization: string },
): Promise<ChangeRequest[]> {
  const condition = 'request' in of ? sql`r.id = ${of.request}` : sql`r.organization = ${of.organization}`
  const rows = await ctx.db.rows<{ view: ChangeRequest }>(sql`
    select json_build_object('id', r.id, 'kind', r.kind, 'status', r.status,
      'organization', json_build_object('id', o.id, 'name', o.name, 'status', o.status),
      'deskName', ${areaName('r.area')}, 'asked', r.asked,
      'now', json_build_object('name', o.name, 'leader', o.leader, 'phone', o.phone, 'place', o.place, 'scope', o.scope),
      'to', case when r.to_area is not null then json_build_object('code', r.to_area::text, 'name', ${areaName('r.to_area')}) end,
      'fromName', ${areaName('o.area')}, 'from', r.effective_on, 'reason', r.reason, 'onBehalf', r.on_behalf,
      'askedAt', r.asked_at, 'due', r.due_on, 'steps', (select json_agg(json_build_object('kind', s.kind, 'at', s.at, 'who', s.person_name,
        'said', s.said) order by s.at, s.id) from change_step s where s.change_request = r.id),
      'may', array_remove(array[
        case when ${ctx.authority.scope('change.request', 'o')} then 'change.request' end,
        case when ${ctx.authority.scope('change.decide', 'r')} then 'change.decide' end], null)) as view
    from ${joined} where ${join([condition, seen(ctx)], ' and ')}
    order by r.asked_at desc, r.id desc`)
  return rows.map(({ view }) => view)
}

export type TargetRow = { code: string; name: string; where: string }

/** Communities and townships of the organization's city, or province, whose names begin with or hold the text. */
export const moveTargets = (db: Db, organization: string, q: string): Promise<TargetRow[]> =>
  db.rows(sql`
    select a.code::text as code, a.short_name as name,
      concat_ws(' ', county.short_name, case when a.level = 'community' then township.short_name end) as where
    from organization o join area a on a.city is not distinct from o.city and a.province = o.province
      and a.level in ('community', 'township') and not a.virtual
    left join area county on county.code = a.county left join area township on township.code = a.township
    where o.id = ${organization} and a.code <> o.area and (a.short_name like ${`%${likeText(q)}%`} or a.pinyin like ${`${likeText(q)}%`}
      or a.initials like ${`${likeText(q)}%`})
    order by (a.county = o.county) desc nulls last, (a.township = o.township) desc nulls last,
      a.short_name like ${`${likeText(q)}%`} desc, a.code limit 20`)

const likeText = (q: string): string => q.replace(/[\\%_]/g, '\\$&')

export const isKeeper = async (ctx: Context, organization: string): Promise<boolean> =>
  (await ctx.db.maybe(
    sql`select 1 from organization where id = ${organization} and keeper = ${ctx.who.id}::uuid`,
  )) !== null

export const mayDecide = async (ctx: Context, id: string): Promise<boolean> =>
  (await ctx.db.maybe(
    sql`select 1 from change_request r where r.id = ${id} and ${ctx.authority.scope('change.decide', 'r')}`,
  )) !== null

export const knownArea = (db: Db, code: string): Promise<{ virtual: boolean } | null> =>
  db.maybe(sql`select virtual from area where code = ${code}::bigint`)

/** Those of the actions that the person may do on an organization. */
export const mayAmong = async (
  ctx: Context,
  actions: readonly string[],
  organization: string,
): Promise<string[]> =>
  (
    await ctx.db.one<{ may: string[] }>(
      sql`select ${ctx.authority.mayOn(actions, 'o')} as may from organization o where o.id = ${organization}`,
    )
  ).may
