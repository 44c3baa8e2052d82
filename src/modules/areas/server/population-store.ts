// The SQL of populations.
import type { Context } from '../../../platform/context.ts'
import { sql } from '../../../platform/db.ts'
import type { Population } from '../population.ts'

export const setPopulations = (ctx: Context, those: (Population & { code: string })[]): Promise<number> =>
  ctx.db.run(sql`
    insert into area_population (area, on_day, residents, households, source, recorded_by, recorded_at)
    select r.code, r."onDay", r.residents, r.households, r.source, ${ctx.who.id}, ${ctx.now}
    from json_to_recordset(${JSON.stringify(those)}::json) as r(
      code bigint, "onDay" date, residents int, households int, source text)
    on conflict (area, on_day) do update set residents = excluded.residents, households = excluded.households,
      source = excluded.source, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`)

/** The newest number of `a` as JSON, or null: nobody has put one on record. */
export const newestPopulation = sql`(
  select json_build_object('onDay', p.on_day, 'residents', p.residents, 'households', p.households, 'source', p.source)
  from area_population p where p.area = a.code order by p.on_day desc limit 1)`
