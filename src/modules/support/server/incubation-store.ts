// The SQL of incubations: who sees which, and the steps of their lives.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, empty, join, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import { withinArea } from '../../areas/server/index.ts'
import type { Incubation, IncubationStatus, IncubationView, Result } from '../incubation.ts'
import { type IncubationStep, incubationSteps } from '../incubation-rules.ts'
import type { IncubationFilter } from '../incubations-api.ts'
import { serves } from './platform-store.ts'

const tables = sql`incubation i join organization o on o.id = i.organization
  join support_platform p on p.id = i.support_platform join area oa on oa.code = o.area`

const money = (paid: Sql): Sql => sql`(select coalesce(sum(y.amount), 0)::float8 from incubation_subsidy y
  where y.incubation = i.id and y.revoked_on is null and ${paid})`

const stageNow = sql`(select s.stage from incubation_stage s where s.incubation = i.id order by s.starts_on desc limit 1)`

const fields = sql`'id', i.id, 'status', i.status,
  'organization', json_build_object('id', o.id, 'name', o.name, 'areaName', oa.short_name, 'ended', o.status = 'ended'),
  'platform', json_build_object('id', p.id, 'name', p.name),
  'appliedOn', i.applied_on, 'dueOn', i.due_on, 'enteredOn', i.entered_on, 'leaveBy', i.leave_by, 'exitedOn', i.exited_on,
  'result', i.result, 'stage', ${stageNow}, 'granted', ${money(sql`true`)}, 'paid', ${money(sql`y.paid_on is not null`)},
  'demo', i.demo`

/** What the organization's people may do, and what the incubator's. */
const may = (ctx: Context): Sql => sql`${ctx.authority.mayOn(['incubation.apply'], 'o')}
  || ${ctx.authority.mayOn(['incubation.decide', 'incubation.subsidize', 'incubation.pay'], 'p')}`

/** What the register knew of the organization on a day. */
const standingOn = (
  on: Sql,
): Sql => sql`(select json_build_object('on', ${on}, 'tier', e.tier, 'status', e.status,
    'members', e.members, 'partyMembers', e.party_members, 'charter', e.charter,
    'projects', (select count(*) from project j where j.organization = i.organization and j.status <> 'planned'
      and j.starts_on <= ${on} and j.starts_on > ${on} - interval '12 months'))
  from organization_period e where e.organization = i.organization and e.superseded_at is null
    and e.starts_on <= ${on} and (e.ends_on is null or e.ends_on > ${on}) limit 1)`

const stages = sql`(select coalesce(json_agg(json_build_object('id', s.id, 'stage', s.stage, 'mentor', s.mentor,
    'goal', s.goal, 'startsOn', s.starts_on, 'endsOn', s.ends_on, 'finding', s.finding) order by s.starts_on), '[]')
  from incubation_stage s where s.incubation = i.id)`

const subsidies = sql`(select coalesce(json_agg(json_build_object('id', y.id, 'amount', y.amount, 'basis', y.basis,
    'decidedOn', y.decided_on, 'paidOn', y.paid_on, 'reason', y.reason,
    'state', case when y.paid_on is not null then 'paid' when y.revoked_on is not null then 'revoked' else 'unpaid' end)
    order by y.decided_on, y.id), '[]')
  from incubation_subsidy y where y.incubation = i.id)`

/** `place`: the area of the incubator, whose rules hold. */
type Seen = Omit<IncubationView, 'offered'> & { place: string }

/** In full; null for one that the reader may not see. */
export async function oneIncubation(ctx: Context, id: string): Promise<Seen | null> {
  const last = sql`coalesce(i.exited_on, ${ctx.today}::date)`
  const row = await ctx.db.maybe<{ view: Seen }>(sql`
    select json_build_object(${fields}, 'need', i.need, 'decidedOn', i.decided_on, 'reason', i.reason,
      'conclusion', i.conclusion, 'appliedBy', (select r.display_name from person r where r.id = i.applied_by),
      'stages', ${stages}, 'subsidies', ${subsidies}, 'before', ${standingOn(sql`i.entered_on`)},
      'after', case when i.entered_on is not null then ${standingOn(last)} end, 'may', ${may(ctx)}, 'place', p.area::text) as view
    from ${tables} where i.id = ${id} and ${ctx.authority.scope('incubation.see', 'o')}`)
  return row?.view ?? null
}

type Listed = Incubation & { key: string }

/** The newest application first. `after`: its day and id. */
export async function listIncubations(
  ctx: Context,
  filter: IncubationFilter,
  { after, limit }: { after: readonly [string, string] | null; limit: number },
): Promise<Listed[]> {
  const conditions = [ctx.authority.scope('incubation.see', 'o')]
  if (filter.area) conditions.push(await withinArea(ctx.db, filter.area, 'o'))
  if (filter.status?.length) conditions.push(sql`i.status = any(${filter.status}::text[])`)
  if (filter.platform) conditions.push(sql`i.support_platform = ${filter.platform}`)
  const rows = await ctx.db.rows<{ view: Incubation; key: string }>(sql`
    select json_build_object(${fields}) as view, i.applied_on as key from ${tables} where ${join(conditions, ' and ')}
      ${after ? sql`and (i.applied_on, i.id) < (${after[0]}::date, ${after[1]}::uuid)` : empty}
    order by i.applied_on desc, i.id desc limit ${limit}`)
  return rows.map(({ view, key }) => ({ ...view, key }))
}

export async function incubationsOf(ctx: Context, organization: string): Promise<Incubation[]> {
  const rows = await ctx.db.rows<{ view: Incubation }>(sql`
    select json_build_object(${fields}) as view from ${tables} where i.organization = ${organization}
    order by i.applied_on desc, i.id desc limit 50`)
  return rows.map((row) => row.view)
}

/** Where an organization lies, and whether the reader may ask for a place in its name. */
export const applicantOf = (ctx: Context, organization: string): Promise<{ area: string; may: string[] }> =>
  ctx.db.one(sql`
    select o.area::text as area, ${ctx.authority.mayOn(['incubation.apply'], 'o')} as may
    from organization o where o.id = ${organization}`)

/** An incubation as the people of its organization come to it. */
export const incubationSubject = (id: string): Subject => ({
  from: sql`incubation i join organization o on o.id = i.organization where i.id = ${id}`,
  alias: 'o',
  see: 'incubation.see',
  called: '孵化',
})

export type IncubationRow = {
  id: string
  status: IncubationStatus
  organization: string
  organizationName: string
  platform: string
  platformName: string
  platformArea: string
  openedOn: Day
  closedOn: Day | null
  appliedOn: Day
  enteredOn: Day | null
  leaveBy: Day | null
  lastStageOn: Day | null
}

/** Locked until the transaction ends, its platform held as it is. */
export async function lockIncubation(db: Db, id: string): Promise<IncubationRow | null> {
  const locked = await db.maybe(sql`
    select 1 from incubation i join support_platform p on p.id = i.support_platform
    where i.id = ${id} for update of i for share of p`)
  if (!locked) return null
  return db.one(sql`
    select i.id, i.status, i.organization, o.name as "organizationName", p.id as platform, p.name as "platformName",
      p.area::text as "platformArea", p.opened_on as "openedOn", p.closed_on as "closedOn",
      i.applied_on as "appliedOn", i.entered_on as "enteredOn", i.leave_by as "leaveBy",
      (select max(s.starts_on) from incubation_stage s where s.incubation = i.id) as "lastStageOn"
    from ${tables} where i.id = ${id}`)
}

/** Of an organization at whose place, or above it, the platform stands. */
export const servedBy = async (db: Db, organization: string, platform: string): Promise<boolean> =>
  (await db.maybe(sql`
    select 1 from organization o join support_platform p on p.id = ${platform} and ${serves(sql`o`)}
    where o.id = ${organization}`)) !== null

type NewIncubation = {
  id: string
  organization: string
  platform: string
  need: string
  appliedOn: Day
  dueOn: Day
}

export const insertIncubation = (ctx: Context, one: NewIncubation): Promise<number> =>
  ctx.db.run(sql`
    insert into incubation (id, organization, support_platform, area, province, city, county, township, community,
      status, need, applied_on, applied_by, due_on)
    select ${one.id}, o.id, ${one.platform}, o.area, o.province, o.city, o.county, o.township, o.community,
      'applied', ${one.need}, ${one.appliedOn}, ${ctx.who.id}, ${one.dueOn}
    from organization o where o.id = ${one.organization}`)

/** What a step writes beside the status. */
export type Written = {
  reason?: string
  decided?: boolean
  enteredOn?: Day
  leaveBy?: Day
  exitedOn?: Day
  result?: Result
  conclusion?: string
}

/** The one statement that changes a status; it names those that it leaves. Returns how many moved. */
export const moveIncubation = (
  ctx: Context,
  id: string,
  step: IncubationStep,
  written: Written,
): Promise<number> =>
  ctx.db.run(sql`
    update incubation set status = ${incubationSteps[step].to},
      reason = coalesce(${written.reason ?? null}, reason),
      decided_on = case when ${written.decided ?? false} then ${ctx.today}::date else decided_on end,
      decided_by = case when ${written.decided ?? false} then ${ctx.who.id}::uuid else decided_by end,
      entered_on = coalesce(${written.enteredOn ?? null}, entered_on),
      leave_by = coalesce(${written.leaveBy ?? null}, leave_by),
      exited_on = ${written.exitedOn ?? null}, result = ${written.result ?? null}, conclusion = ${written.conclusion ?? null}
    where id = ${id} and status = any(${[...incubationSteps[step].from]}::text[])`)

export const extendStay = (db: Db, id: string, until: Day): Promise<number> =>
  db.run(sql`update incubation set leave_by = ${until} where id = ${id} and status = 'entered'`)
