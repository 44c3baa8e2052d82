// The SQL of the three tiers: facts beside the register, decisions, and the hints that follow from both.
import type { Context } from '../../../platform/context.ts'
import { type Db, empty, join, raw, type Sql, sql } from '../../../platform/db.ts'
import type { WorkSources } from '../../../platform/work-source.ts'
import { type RuleName, ruleKeys } from '../../rules/rule-keys.ts'
import {
  type Demand,
  type Fact,
  type Form,
  formNames,
  type TierFacts,
  tierForms,
  tierRuleNames,
} from '../tier-forms.ts'
import type { HintedOne, Standing, TierView } from '../tiers-api.ts'

/** `o` an organization, `s` its standing: each fact as a number, null where it is not known. */
const facts: Readonly<Record<Fact, Sql>> = {
  people: sql`o.members`,
  units: sql`s.units`,
  founders: sql`s.founders`,
  foundingUnits: sql`s.founding_units`,
  staff: sql`s.staff`,
  money: sql`s.money`,
  place: sql`case when o.place is not null then 1 end`,
  scope: sql`case when o.scope is not null then 1 end`,
}

/** The same as `TierFacts` in JSON; also what a decision keeps. */
const factsJson = sql`jsonb_build_object('people', o.members, 'units', s.units, 'founders', s.founders,
  'foundingUnits', s.founding_units, 'staff', s.staff, 'money', s.money,
  'place', case when o.place is not null then true end, 'scope', case when o.scope is not null then true end)`

const withStanding = sql`organization o
  left join organization_standing s on s.organization = o.id and s.superseded_at is null`

/** What a rule demands at the place of `r`. */
const needed = (rule: RuleName): Sql => raw(`r.rule_${tierRuleNames.indexOf(rule)}`)

/** The same from the values that the sets of a place decide; a yes is 1. */
function numberOf(rule: RuleName): Sql {
  const { base } = ruleKeys[rule]
  return typeof base === 'boolean'
    ? sql`coalesce((rules ->> ${rule}::text)::boolean, ${base}::boolean)::int`
    : sql`coalesce((rules ->> ${rule}::text)::bigint, ${Number(base)}::bigint)`
}

/**
 * `place`: every area above the communities with the numbers that hold there. Few areas have a rule set of their own, so
 * that what the sets decide is worked out once for each of those and not for every organization.
 */
const places = sql`
  ruled as materialized (
    select 0::bigint as code, rule_values('tiering', null, null, null, null) as rules
    union all
    select a.code, rule_values('tiering', a.province, a.city, a.county, a.township)
    from rule_set s join area a on a.code = s.area where s.superseded_at is null),
  place as materialized (
    select code, ${join(tierRuleNames.map((rule, at) => sql`${numberOf(rule)} as ${raw(`rule_${at}`)}`))}
    from (select a.code, coalesce(t.rules, c.rules, i.rules, p.rules, (select rules from ruled where code = 0)) as rules
      from area a left join ruled t on t.code = a.township left join ruled c on c.code = a.county
        left join ruled i on i.code = a.city left join ruled p on p.code = a.province
      where a.level <> 'community') known)`

/** `least`: what is unknown is none; otherwise it is plenty. */
const meets = ({ of, rule }: Demand, least: boolean): Sql =>
  sql`${join(
    of.map((fact) => sql`coalesce(${facts[fact]}, ${least ? 0 : 1e12}::bigint)`),
    ' + ',
  )} >= ${needed(rule)}`

const fulfils = (form: Form, least: (isSize: boolean) => boolean): Sql =>
  sql`(${join(
    form.conditions.map(
      ({ anyOf, size }) =>
        sql`(${join(
          anyOf.map((demand) => meets(demand, least(size === true))),
          ' or ',
        )})`,
    ),
    ' and ',
  )})`

const formsOf = (tier: Form['tier']): Form[] =>
  formNames.map((name) => tierForms[name]).filter((form) => form.tier === tier)

const anyForm = (tier: Form['tier'], least: (isSize: boolean) => boolean): Sql =>
  sql`(${join(
    formsOf(tier).map((form) => fulfils(form, least)),
    ' or ',
  )})`

/** In one of the forms the size is reached and nothing known stands against it. */
const reached = (tier: Form['tier']): Sql => anyForm(tier, (isSize) => isSize)
const possible = (tier: Form['tier']): Sql => anyForm(tier, () => false)

/** The tier that the facts point to where that is another one: `tierHint` of `tier-rules.ts` a second time. */
const toward = sql`case
  when o.tier <> 'registered' and ${reached('registered')} then 'registered'
  when o.tier = 'guided' and ${reached('filed')} then 'filed'
  when o.tier = 'filed' and not ${possible('registered')} and not ${possible('filed')} then 'guided' end`

/** Organizations whose facts point elsewhere and about which nothing was decided since. */
const hinted = sql`(
  with ${places}
  select o.id, o.name, o.area, o.province, o.city, o.county, o.township, o.community, o.tier, ${toward} as toward,
    greatest((o.updated_at at time zone 'Asia/Shanghai')::date, s.recorded_on) as since,
    d.facts is not distinct from ${factsJson} and d.tier = o.tier as decided, d.toward as decided_toward
  from ${withStanding}
    left join tier_decision d on d.organization = o.id and d.superseded_at is null
    join place r on r.code = coalesce(o.township, o.county, o.city, o.province)
  where o.status <> 'ended' and o.tier <> 'registered')`

const pending = sql`w.toward is not null and not coalesce(w.decided and w.decided_toward = w.toward, false)`

const hintWords = sql`case w.toward when 'registered' then '规模已达到登记条件，可以申请登记'
      when 'filed' then '规模已达到备案条件，可以申请备案' else '已不符合备案条件' end`

export const tierWork: WorkSources = {
  'organizations.tierHint': {
    title: '核对管理方式（规模有变化）',
    action: 'tier.decide',
    from: sql`${hinted} w`,
    where: pending,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: hintWords,
    link: sql`'/organizations/' || w.id || '#tier'`,
    since: sql`w.since`,
    due: sql`null::date`,
    bulk: '/tier-hints',
  },
}

/** Ids of the organizations that have a hint, with where it points. */
export const allHints = (db: Db): Promise<{ id: string; toward: string }[]> =>
  db.rows(sql`select w.id, w.toward from ${hinted} w where ${pending} order by w.id`)

export type Stood = {
  area: string
  tier: TierView['tier']
  status: string
  facts: TierFacts
  recordedOn: TierView['recordedOn']
  recordedBy: string | null
  may: string[]
}

const mayActions = ['organization.edit', 'tier.decide']

/** One organization with its facts. */
export const stoodOf = (ctx: Context, id: string): Promise<Stood> =>
  ctx.db.one(sql`
    select o.area::text, o.tier, o.status, ${factsJson} as facts, s.recorded_on as "recordedOn",
      p.display_name as "recordedBy", ${ctx.authority.mayOn(mayActions, 'o')} as may
    from ${withStanding} left join person p on p.id = s.recorded_by where o.id = ${id}`)

/** `holds`: no fact has changed since. */
export const decisionsOf = (db: Db, id: string): Promise<TierView['decisions']> =>
  db.rows(sql`
    select d.decision, d.tier, d.toward, d.reason, d.decided_on as "on", p.display_name as by,
      d.superseded_at is null and d.tier = o.tier and d.facts = ${factsJson} as holds
    from ${withStanding} join tier_decision d on d.organization = o.id left join person p on p.id = d.decided_by
    where o.id = ${id} order by d.decided_at desc, d.id desc limit 20`)

export async function insertStanding(ctx: Context, id: string, given: Standing): Promise<void> {
  const { units, founders, foundingUnits, staff, money } = given
  await ctx.db.run(sql`
    update organization_standing set superseded_at = ${ctx.now} where organization = ${id} and superseded_at is null`)
  await ctx.db.run(sql`
    insert into organization_standing
      (id, organization, units, founders, founding_units, staff, money, recorded_on, recorded_at, recorded_by)
    values (${ctx.newId()}, ${id}, ${units}, ${founders}, ${foundingUnits}, ${staff}, ${money},
      ${ctx.today}, ${ctx.now}, ${ctx.who.id})`)
}

/** Those hinted at on which the person may decide: of some, or all (at most 1,000). */
export const hintsOf = (ctx: Context, ids: readonly string[] | undefined): Promise<HintedOne[]> =>
  ctx.db.rows(sql`
    select w.id, w.name, w.area::text, a.short_name as "areaName", w.tier, w.toward, ${hintWords} as words
    from ${hinted} w join area a on a.code = w.area
    where ${pending} and ${ctx.authority.scope('tier.decide', 'w')} ${ids ? sql`and w.id = any(${ids}::uuid[])` : empty}
    order by w.area, w.name limit 1000`)

/** Those hinted at of some stay in their tiers. */
export async function keepThose(ctx: Context, ids: readonly string[], reason: string): Promise<void> {
  await ctx.db.run(sql`
    update tier_decision set superseded_at = ${ctx.now} where organization = any(${ids}::uuid[]) and superseded_at is null`)
  await insertKept(ctx, sql`w.id = any(${ids}::uuid[])`, reason)
}

/** Those that are hinted at stay as they are, but for about one in so many: how a demo world begins. */
export const keepMost = (
  ctx: Context,
  { reason, butOneIn }: { reason: string; butOneIn: number },
): Promise<number> => insertKept(ctx, sql`mod(abs(hashtext(w.name)), ${butOneIn}) > 0`, reason)

const insertKept = (ctx: Context, which: Sql, reason: string): Promise<number> =>
  ctx.db.run(sql`
    insert into tier_decision
      (id, organization, tier, toward, facts, decision, reason, decided_on, decided_at, decided_by)
    select gen_random_uuid(), o.id, w.tier, w.toward, ${factsJson}, 'keep', ${reason}, ${ctx.today}, ${ctx.now}, ${ctx.who.id}
    from ${hinted} w join organization o on o.id = w.id
      left join organization_standing s on s.organization = o.id and s.superseded_at is null
    where ${pending} and ${which}`)

/** What is known of some groups beside the register: made up, by their names. */
export const makeUpStandings = (ctx: Context, oneIn: number): Promise<number> =>
  ctx.db.run(sql`
    insert into organization_standing
      (id, organization, units, founders, founding_units, staff, money, recorded_on, recorded_at, recorded_by)
    select gen_random_uuid(), o.id, 0, 3 + mod(h, 5), 0, mod(h, 3), mod(h, 40) * 50000, ${ctx.today}, ${ctx.now}, ${ctx.who.id}
    from (select id, abs(hashtext(name)) / 7 as h, hashtext(name) as whole from organization where status <> 'ended') o
    where mod(abs(whole), ${oneIn}) = 0`)

export type Decided = Pick<TierView['decisions'][number], 'decision' | 'tier' | 'toward' | 'reason'>

/** Keeps the facts by which it was decided. */
export async function insertDecision(ctx: Context, id: string, decided: Decided): Promise<void> {
  const { decision, tier, toward: pointed, reason } = decided
  await ctx.db.run(sql`
    update tier_decision set superseded_at = ${ctx.now} where organization = ${id} and superseded_at is null`)
  await ctx.db.run(sql`
    insert into tier_decision
      (id, organization, tier, toward, facts, decision, reason, decided_on, decided_at, decided_by)
    select ${ctx.newId()}, o.id, ${tier}, ${pointed}, ${factsJson}, ${decision}, ${reason}, ${ctx.today}, ${ctx.now}, ${ctx.who.id}
    from ${withStanding} where o.id = ${id}`)
}
