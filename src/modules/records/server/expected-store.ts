// The SQL of expected records: written when a pack is loaded, read as work that waits.
import type { Context } from '../../../platform/context.ts'
import { join, raw, type Sql, sql } from '../../../platform/db.ts'
import { areaLevels } from '../../areas/area.ts'
import { type Expected, formPath, keptAnswers } from '../expected.ts'
import { formOf } from '../record-kinds.ts'
import { levelOfRecord } from './measures.ts'

/** What a programme expects from now on, in place of what it expected before. */
export async function expectRecords(
  ctx: Context,
  programme: string,
  expected: readonly Expected[],
): Promise<void> {
  await ctx.db.run(sql`delete from expected_record where programme = ${programme}`)
  const rows = expected.map(({ answers, kind, ...each }) => ({
    ...each,
    kind,
    attributes: keptAnswers(answers),
    query: formPath(kind, answers),
    level: typeof answers.level === 'string' ? answers.level : null,
    fromAbove: formOf(kind).fromAbove ?? false,
  }))
  await ctx.db.run(sql`
    insert into expected_record (programme, target, part, title, kind, attributes, query, units, own, zones, from_above,
      counts_from, counts_to, starts_on, due_on)
    select ${programme}, r.target, r.part, r.title, r.kind, r.attributes, r.query, r.units, r.level is not null, r.zones,
      r."fromAbove", r."countsFrom", r."countsTo", r."startsOn", r."dueOn"
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(target text, part int, title text, kind text,
      attributes jsonb, query text, units text, level text, zones boolean, "fromAbove" boolean, "countsFrom" date,
      "countsTo" date, "startsOn" date, "dueOn" date)
    where r.level is null or r.level = r.units`)
}

/** Whether the area `a` lies within the area `p`. */
const inside: Sql = sql`p.code in (a.province, a.city, a.county, a.township, a.community)`

/** A record `r` that fulfils what is expected (`x`), wherever it was. */
const fulfils = sql`r.kind = x.kind and r.status = 'standing' and r.ends_on is null
  and (not x.own or ${levelOfRecord(sql`r`)} = x.units) and r.attributes @> x.attributes
  and (x.counts_from is null or r.starts_on >= x.counts_from) and (x.counts_to is null or r.starts_on <= x.counts_to)`

/** Whether there is one about the area `a` or below it; by its level, so that each is found by its own index. */
const isOnRecord: Sql = sql`case a.level ${join(
  areaLevels.map((level) => {
    const column = raw(`r.${level}`)
    return sql`when ${level} then exists (select 1 from dated_record r where ${column} = a.code and ${fulfils})`
  }),
  ' ',
)} end`

/** What is expected and not recorded, one row an area; `desk` is the level that enters it. */
export const unfulfilled: Sql = sql`(
  select x.programme || ' ' || x.target || ' ' || x.part || ' ' || x.starts_on || ' ' || a.code as id, x.title, x.query,
    x.starts_on, x.due_on, k.title as programme_title, a.short_name, a.code as area, a.province, a.city, a.county,
    a.township, a.community,
    case when x.from_above then (select up.level from area up where up.code = coalesce(a.parent, a.code)) else a.level end as desk
  from expected_record x join programme g on g.id = x.programme join pack k on k.id = g.pack and k.version = g.pack_version
    join area p on p.code = g.area
    join area a on a.level = x.units and not a.virtual and (x.zones or a.kind <> 'zone') and ${inside}
  where not ${isOnRecord}) w`
