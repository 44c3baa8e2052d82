// The SQL of baselines: what a closing froze, and how it is counted.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, sql } from '../../../platform/db.ts'
import type { AreaLevel } from '../../areas/area.ts'
import { childOf, within } from '../../areas/server/index.ts'
import type { AreaRef } from '../census.ts'
import type { CensusRow } from './census-store.ts'

const facts = sql`p.area, p.province, p.city, p.county, p.township, p.community, p.category, p.tier, p.legal_form,
  p.status, p.hub, p.charter, p.leader_in_party, p.members, p.party_members, p.party_presence, p.residents_served`

/** Copies the register as it stands on the day, in the campaign's area. */
export async function freezeBaseline(
  ctx: Context,
  { id, area, areaLevel }: Pick<CensusRow, 'id' | 'area' | 'areaLevel'>,
): Promise<number> {
  const baseline = ctx.newId()
  await ctx.db.run(sql`
    insert into census_baseline (id, census, area, as_of, frozen_at, frozen_by)
    values (${baseline}, ${id}, ${area}, ${ctx.today}, ${ctx.now}, ${ctx.who.id})`)
  return ctx.db.run(sql`
    insert into baseline_entry (baseline, organization, name, area, province, city, county, township, community,
      category, tier, legal_form, status, hub, charter, leader_in_party, members, party_members, party_presence,
      residents_served)
    select ${baseline}, p.organization, o.name, ${facts}
    from organization_period p join organization o on o.id = p.organization
    where p.superseded_at is null and p.starts_on <= ${ctx.today} and (p.ends_on is null or p.ends_on > ${ctx.today})
      and ${within(area, areaLevel, 'p')}`)
}

export const withdrawBaseline = (ctx: Context, census: string): Promise<number> =>
  ctx.db.run(sql`
    update census_baseline set withdrawn_at = ${ctx.now} where census = ${census} and withdrawn_at is null`)

export const baselineDay = async (db: Db, census: string): Promise<Day | null> =>
  (
    await db.maybe<{ asOf: Day }>(
      sql`select as_of as "asOf" from census_baseline where census = ${census} and withdrawn_at is null`,
    )
  )?.asOf ?? null

export type BaselineCell = AreaRef & { status: string; tier: string; category: string; counted: number }

/** Counts by the area directly below, status, tier and category. */
export const baselineCells = (
  db: Db,
  census: string,
  area: AreaRef & { level: AreaLevel },
): Promise<BaselineCell[]> =>
  db.rows(sql`
    select a.code::text as code, a.short_name as name, a.level, s.status, s.tier, s.category, s.counted
    from (
      select ${childOf(area.level, 'e')} as child, e.status, e.tier, e.category, count(*)::int as counted
      from census_baseline b join baseline_entry e on e.baseline = b.id
      where b.census = ${census} and b.withdrawn_at is null and ${within(area.code, area.level, 'e')}
      group by 1, 2, 3, 4) s
    join area a on a.code = s.child order by a.code, s.status, s.tier, s.category`)
