// The SQL of coverage: counted from the register's dated facts, so that every past day can be asked. (D2)
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { empty, raw, type Sql, sql } from '../../../platform/db.ts'
import type { AreaCoverage, CoverageFilter, CoveredOrganization } from '../coverage-api.ts'

/** Facts of the register in force on a day, of organizations that are active. */
const onDay = (day: Day): Sql => sql`p.superseded_at is null and p.status = 'active'
  and p.starts_on <= ${day}::date and (p.ends_on is null or p.ends_on > ${day}::date)`

const numbers = (branchFrom: number): Sql => sql`count(*) as total,
  count(*) filter (where p.party_presence = 'own') as own,
  count(*) filter (where p.party_presence = 'joint') as joint,
  count(*) filter (where p.party_presence = 'instructor') as instructor,
  count(*) filter (where ${isMissing}) as missing,
  count(*) filter (where ${isDue(branchFrom)}) as due`

const sums = raw(
  ['total', 'own', 'joint', 'instructor', 'missing', 'due']
    .map((name) => `'${name}', coalesce(sum(c.${name}), 0)`)
    .join(', '),
)

const isMissing = sql`(p.party_presence is null or p.party_presence = 'none')`
const isDue = (branchFrom: number): Sql =>
  sql`((p.party_presence is null or p.party_presence not in ('own', 'joint')) and p.party_members >= ${branchFrom})`

type CoverageAsked = { code: string; level: string; inside: Sql; day: Day; branchFrom: number }

const smallest = (level: string): Sql =>
  level === 'township' || level === 'community' ? sql`p.community` : sql`null::bigint`

type AreaNumbers = AreaCoverage & { above: boolean }

/** An area and those directly below it; first counted by the smallest areas that matter, then added up. */
export const coverageIn = (
  ctx: Context,
  { code, level, inside, day, branchFrom }: CoverageAsked,
): Promise<AreaNumbers[]> =>
  ctx.db
    .rows<{ row: AreaNumbers }>(sql`
    with counted as (
      select p.city, p.county, p.township, ${smallest(level)} as community, ${numbers(branchFrom)}
      from organization_period p where ${onDay(day)} and ${inside} and ${ctx.authority.scope('party.survey', 'p')}
      group by 1, 2, 3, 4)
    select json_build_object('code', a.code::text, 'name', a.short_name, 'level', a.level, 'above', a.code = ${code},
      'coverage', json_build_object(${sums})) as row
    from area a left join counted c on case when a.code = ${code} then true
      else a.code = case a.level when 'city' then c.city when 'county' then c.county when 'township' then c.township
        else c.community end end
    where (a.code = ${code} or a.parent = ${code}) and not a.virtual and ${ctx.authority.scope('area.see', 'a')}
    group by a.code
    order by coalesce(sum(c.missing), 0) desc, a.code`)
    .then((found) => found.map(({ row }) => row))

const conditions = (branchFrom: number): Record<CoverageFilter, Sql> => ({
  missing: isMissing,
  due: isDue(branchFrom),
  own: sql`p.party_presence = 'own'`,
  joint: sql`p.party_presence = 'joint'`,
  instructor: sql`p.party_presence = 'instructor'`,
})

export type CoveredPage = {
  inside: Sql
  day: Day
  branchFrom: number
  is: CoverageFilter | undefined
  after: readonly [string, string] | null
  limit: number
}
export type CoveredRow = Omit<CoveredOrganization, 'reason'> & { key: string }

/** Those without anything first, then by the sound of their name. */
export const coveredIn = (ctx: Context, page: CoveredPage): Promise<CoveredRow[]> =>
  ctx.db.rows(sql`
    select o.id, o.name, a.short_name as "areaName", p.party_presence as presence, p.party_members as "partyMembers",
      ${key} as key
    from organization_period p join organization o on o.id = p.organization join area a on a.code = p.area
    where ${onDay(page.day)} and ${page.inside} and ${ctx.authority.scope('party.survey', 'p')}
      and ${page.is ? conditions(page.branchFrom)[page.is] : sql`true`}
      ${page.after ? sql`and (${key}, o.id) > (${page.after[0]}, ${page.after[1]}::uuid)` : empty}
    order by key, o.id limit ${page.limit}`)

const key = sql`(case p.party_presence when 'own' then '3' when 'joint' then '2' when 'instructor' then '1' else '0' end
  || o.pinyin)`
