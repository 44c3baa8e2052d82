// The SQL of an organization's facts: one statement over the relations of all measures, whichever modules publish them.
import type { Measure } from '../../../kernel/measure.ts'
import type { Day } from '../../../kernel/time.ts'
import { type Db, empty, join, type Sql, sql } from '../../../platform/db.ts'
import type { MeasureSource } from '../../../platform/measure-source.ts'
import { factsIn } from '../../programmes/server/index.ts'

/** A measure whose facts are asked for. */
export type Asked = { measure: string; kind: Measure['kind']; source: MeasureSource }

/** Days of which facts are asked; `from` null: ever. */
export type Span = { from: Day | null; to: Day }

export type FactRow = {
  measure: string
  /** Of one of the records that make up the fact. */
  id: string
  label: string
  note: string
  detail: string | null
  link: string | null
  day: Day
  until: Day | null
  /** In the time: of a flow what happened, of a stock what began. */
  begun: number
  /** Of a stock what there was on the last day; of a flow 0. */
  held: number
}

/**
 * The facts of one organization, the newest first. Records that read alike and lead to the same page are one fact: the
 * people who were at a training, the hours of a team on a day. `after`: day, and measure with id, of the last one seen.
 */
export async function factsOf(
  db: Db,
  organization: string,
  asked: readonly Asked[],
  span: Span,
  page: { after?: readonly [string, string] | null; limit?: number } = {},
): Promise<FactRow[]> {
  if (asked.length === 0) return []
  const { after = null, limit = null } = page
  const branches = asked.map((each) => sql`(${grouped(each, organization, span)})`)
  return db.rows(sql`
    select f.* from (${join(branches, ' union all ')}) f
    ${after ? sql`where (f.day, f.measure || ' ' || f.id) < (${after[0]}::date, ${after[1]})` : empty}
    order by f.day desc, f.measure || ' ' || f.id desc limit ${limit}`)
}

/** What happened is told by the day; what lasts once, however often it changed. */
function grouped({ measure, kind, source }: Asked, organization: string, span: Span): Sql {
  const lasts = kind === 'stock'
  return sql`
    select ${measure}::text as measure, min(g.id) as id, g.label, g.note, g.detail, g.link, min(g.starts_on) as day,
      ${lasts ? sql`case when bool_and(g.ends_on is not null) then max(g.ends_on) end` : sql`null::date`} as until,
      coalesce(sum(g.quantity) filter (where g.begun), 0)::float as begun,
      coalesce(sum(g.quantity) filter (where g.held), 0)::float as held
    from (${one({ measure, kind, source }, organization, span)}) g
    group by g.label, g.note, g.detail, g.link ${lasts ? empty : sql`, g.starts_on`}
    ${lasts && span.from ? sql`having max(coalesce(g.ends_on, 'infinity')) > ${span.from}` : empty}`
}

function one({ measure, kind, source }: Asked, organization: string, { from, to }: Span): Sql {
  const begun = factsIn(source, { measure, span: { from, to }, where: null }, null)
  const onTheLast = factsIn(source, { measure, span: { on: to }, where: null }, null)
  const held =
    kind === 'stock' ? sql`${onTheLast} and ${isOf(source, organization, { from: to, to })}` : sql`false`
  const inTime = kind === 'stock' ? sql`(${source.where}) and m.starts_on <= ${to}` : begun
  return sql`
    select ${source.id} as id, (${source.label})::text as label, coalesce((${source.note})::text, '') as note,
      nullif((${source.detail ?? sql`null`})::text, '') as detail, (${source.link})::text as link,
      m.starts_on, m.ends_on, ${source.quantity} as quantity, (${begun}) as begun, (${held}) as held
    from ${source.from} ${source.labelFrom} where ${inTime} and ${isOf(source, organization, { from, to })}`
}

const isOf = ({ of }: MeasureSource, organization: string, span: Span): Sql =>
  of ? of(organization, span) : sql`m.organization = ${organization}`

/** Of the organizations those that the person may see. */
export async function mayBeSeen(db: Db, ids: readonly string[], scope: Sql): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const found = await db.rows<{ id: string }>(
    sql`select o.id from organization o where o.id = any(${ids}::uuid[]) and ${scope}`,
  )
  return new Set(found.map(({ id }) => id))
}
