// The SQL of queues: the sources of all modules, asked for one person.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { empty, join, type Sql, sql } from '../../../platform/db.ts'
import type { WorkSource, WorkSources } from '../../../platform/work-source.ts'
import { withinArea } from '../../areas/server/index.ts'

/** Counting a kind of step stops here. */
export const countCap = 200

/** Whose work is asked for: the person's own, or what others below have left undone. */
export type Side = 'own' | 'overseen'

/** A condition on `w`: what waits for this person, or what the person sees because it is overdue. */
export function waiting(ctx: Context, source: WorkSource, side: Side): Sql {
  const own = ownCondition(ctx, source)
  const waits = typeof source.where === 'function' ? source.where(ctx.today, ctx.who.id) : source.where
  if (side === 'own') return sql`(${waits}) and ${own}`
  if (!source.oversee) return sql`false`
  return sql`(${waits}) and ${source.due} < ${ctx.today}::date
    and ${ctx.authority.scope(source.oversee, 'w')} and (${own}) is not true`
}

function ownCondition(ctx: Context, { action, person }: WorkSource): Sql {
  const allowed = ctx.authority.scope(action, 'w')
  return person ? sql`(${allowed} and ${person} = ${ctx.who.id}::uuid)` : allowed
}

/** Whether the person can have anything of a source at all. */
export function mayHave(ctx: Context, { action, oversee }: WorkSource, side: Side): boolean {
  if (side === 'own') return ctx.authority.may(action)
  return oversee !== undefined && ctx.authority.may(oversee)
}

/** One kind of step in numbers. `counted` is at most one more than the cap. */
export type Sum = {
  source: string
  side: Side
  counted: number
  overdue: number
  earliest: Day | null
  first: { label: string; link: string } | null
}

/** Statements that ask side by side; each holds a connection for a moment. */
const atOnce = 3

/** All kinds in a few statements at once; each part of them stops at the cap, the nearest dates first. */
export async function sumWork(ctx: Context, sources: WorkSources, area: string | undefined): Promise<Sum[]> {
  const inside = area ? await withinArea(ctx.db, area, 'w') : sql`true`
  const parts = Object.entries(sources).flatMap(([name, source]) =>
    (['own', 'overseen'] as const)
      .filter((side) => mayHave(ctx, source, side))
      .map((side) => sumOf(ctx, name, source, side, inside)),
  )
  const dealt = Array.from({ length: atOnce }, (_, hand) => parts.filter((_, at) => at % atOnce === hand))
  const found = await Promise.all(
    dealt.filter((hand) => hand.length > 0).map((hand) => ctx.db.rows<Sum>(join(hand, ' union all '))),
  )
  return inOrder(Object.keys(sources), found.flat())
}

const inOrder = (names: readonly string[], sums: readonly Sum[]): Sum[] =>
  [...sums].sort((a, b) => names.indexOf(a.source) - names.indexOf(b.source))

function sumOf(ctx: Context, name: string, source: WorkSource, side: Side, inside: Sql): Sql {
  return sql`
    (select ${name}::text as source, ${side}::text as side, count(*)::int as counted,
      (count(*) filter (where f.due < ${ctx.today}::date))::int as overdue, min(f.due) as earliest,
      (array_agg(json_build_object('label', f.label, 'link', f.link) order by f.due nulls last, f.id))[1] as first
    from (
      select ${source.id} as id, ${source.label} as label, ${source.link} as link, (${source.due})::date as due
      from ${source.from} where ${waiting(ctx, source, side)} and ${inside}
      order by 4 nulls last limit ${countCap + 1}) f)`
}

export type WorkRow = {
  id: string
  label: string
  note: string | null
  link: string
  area: string
  areaName: string
  since: Day | null
  due: Day | null
  /** Where the page after this row starts. */
  key: string
}

export type WorkPage = {
  side: Side
  area: string | undefined
  after: readonly [string, string] | null
  limit: number
}

/** One page of one kind, the nearest date first, what nothing limits last. */
export async function listWork(ctx: Context, source: WorkSource, page: WorkPage): Promise<WorkRow[]> {
  const { side, area, after, limit } = page
  const inside = area ? await withinArea(ctx.db, area, 'w') : sql`true`
  return ctx.db.rows<WorkRow>(sql`
    select f.id, f.label, f.note, f.link, f.area::text as area, f.since, f.due, f.key::text as key,
      concat_ws(' ', case when t.code <> a.code then t.short_name end, a.short_name) as "areaName"
    from (
      select (${source.id})::text as id, ${source.label} as label, (${source.note})::text as note, ${source.link} as link,
        w.area, (${source.since})::date as since, (${source.due})::date as due, ${keyOf(source)} as key
      from ${source.from} where ${waiting(ctx, source, side)} and ${inside} ${afterKey(source, after)}
      order by ${keyOf(source)}, (${source.id})::text limit ${limit}) f
    join area a on a.code = f.area left join area t on t.code = a.township
    order by f.key, f.id`)
}

const keyOf = ({ due }: WorkSource): Sql => sql`coalesce((${due})::date, 'infinity'::date)`

const afterKey = (source: WorkSource, after: WorkPage['after']): Sql =>
  after ? sql`and (${keyOf(source)}, (${source.id})::text) > (${after[0]}::date, ${after[1]}::text)` : empty
