// The SQL of made-up populations: nineteen of twenty communities have one, of the last census and of the last yearbook.
import type { Context } from '../platform/context.ts'
import { sql } from '../platform/db.ts'

export const addPopulations = (ctx: Context): Promise<number> =>
  ctx.db.run(sql`
    insert into area_population (area, on_day, residents, households, source, demo, recorded_at)
    select a.code, said.on_day, heads.residents, heads.residents / 3, said.source, true, ${ctx.now}
    from area a
    cross join (values (date '2020-11-01', '人口普查', 0), (date '2022-12-31', '统计年报', 40)) as said(on_day, source, more)
    cross join lateral (select case when a.settlement = 'urban' then 2400 else 900 end
      + abs(hashtext(a.code::text)) % 2600 + said.more as residents) heads
    where a.level = 'community' and not a.virtual and abs(hashtext(a.name || a.code)) % 20 > 0
      and said.on_day <= ${ctx.today}`)
