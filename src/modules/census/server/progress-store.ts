// The SQL of how far a campaign is: one scan of places, answers and what is still open, by the area directly below.
import type { Context } from '../../../platform/context.ts'
import { join, raw, type Sql, sql } from '../../../platform/db.ts'
import type { AreaLevel } from '../../areas/area.ts'
import { childOf, within } from '../../areas/server/index.ts'
import { type AreaRef, type Outcome, outcomes, type Tally } from '../census.ts'
import type { CensusRow } from './census-store.ts'

type Place = { census: CensusRow; area: AreaRef & { level: AreaLevel } }
export type TallyRow = AreaRef & { tally: Tally }

const outcomeNames = Object.keys(outcomes) as Outcome[]

/** Areas directly below with their numbers, and the area itself where it has organizations of its own. */
export async function tallyBelow({ db }: Context, place: Place): Promise<TallyRow[]> {
  return db.rows<TallyRow>(sql`
    select a.code::text as code, a.short_name as name, a.level, json_build_object(
      'places', s.places, 'finished', s.finished, 'organizations', s.answered + s.open, 'answered', s.answered,
      ${join(outcomeNames.map((name) => sql`${raw(`'${name}'`)}, ${raw(`s.${name}`)}`))}) as tally
    from (
      select child, sum(places)::int as places, sum(finished)::int as finished, sum(answered)::int as answered,
        sum(open)::int as open,
        ${join(outcomeNames.map((name) => sql`(count(*) filter (where outcome = ${name}))::int as ${raw(name)}`))}
      from (${placesIn(place)} union all ${answersIn(place)} union all ${openIn(place)}) facts group by child) s
    join area a on a.code = s.child order by a.code`)
}

const placesIn = ({ census, area }: Place): Sql => sql`
  select ${childOf(area.level, 'p')} as child, 1 as places, (p.finished_at is not null)::int as finished, 0 as answered,
    0 as open, null::text as outcome
  from census_place p where p.census = ${census.id} and ${within(area.code, area.level, 'p')}`

const answersIn = ({ census, area }: Place): Sql => sql`
  select ${childOf(area.level, 'n')}, 0, 0, 1, 0, n.outcome
  from census_answer n where n.census = ${census.id} and ${within(area.code, area.level, 'n')}`

/** Still open: those on the register; once it is closed, those that were frozen without an answer. */
function openIn({ census, area }: Place): Sql {
  if (census.status === 'open')
    return sql`
      select ${childOf(area.level, 'o')}, 0, 0, 0, 1, null
      from organization o where ${within(area.code, area.level, 'o')} and o.status <> 'ended'
        and not exists (select 1 from census_answer n where n.census = ${census.id} and n.organization = o.id)`
  return sql`
    select ${childOf(area.level, 'e')}, 0, 0, 0, 1, null
    from census_baseline b join baseline_entry e on e.baseline = b.id
    where b.census = ${census.id} and b.withdrawn_at is null and ${within(area.code, area.level, 'e')}
      and not exists (select 1 from census_answer n where n.census = b.census and n.organization = e.organization)`
}
