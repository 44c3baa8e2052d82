// Publishes each kind of dated record as a measure of its own.
import { empty, type Sql, sql } from '../../../platform/db.ts'
import type { MeasureSource, MeasureSources } from '../../../platform/measure-source.ts'
import { recordMeasures } from '../measures.ts'
import { isLasting, kindNames, type RecordKind } from '../record-kinds.ts'
import { heldUntil } from './record-store.ts'

/** Follows from the lineage: the level of the area that a record is about. */
export const levelOfRecord = (alias: Sql): Sql => sql`case
  when ${alias}.community is not null then 'community' when ${alias}.township is not null then 'township'
  when ${alias}.county is not null then 'county' when ${alias}.city is not null then 'city' else 'province' end`

/** A finding holds until the next one; what else lasts, until it was ended. */
const lasting = (kind: RecordKind): Sql => sql`(
  select r.id, r.kind, r.status, r.area, r.province, r.city, r.county, r.township, r.community, r.organization, r.title,
    r.starts_on, ${heldUntil(sql`r`)} as ends_on, r.done_by, r.attributes
  from dated_record r where r.kind = ${kind} and r.status = 'standing') m`

const sourceOf = (kind: RecordKind): MeasureSource => ({
  from: isLasting(kind) ? lasting(kind) : sql`dated_record m`,
  id: sql`m.id::text`,
  where: sql`m.kind = ${kind} and m.status = 'standing'`,
  quantity: sql`1`,
  attributes: Object.fromEntries(
    Object.entries(recordMeasures[kind].attributes).map(([name, { kind: of }]) => [
      name,
      readAttribute(name, of),
    ]),
  ),
  labelFrom: empty,
  label: sql`m.title`,
  note: sql`coalesce(m.done_by, '')`,
  link: sql`'/records/' || m.id`,
})

function readAttribute(name: string, kind: string): Sql {
  if (name === 'level') return levelOfRecord(sql`m`)
  if (name === 'task') return sql`m.title`
  return kind === 'flag'
    ? sql`(m.attributes ->> ${name}::text)::boolean`
    : sql`(m.attributes ->> ${name}::text)`
}

export const recordSources: MeasureSources = Object.fromEntries(
  kindNames.map((kind) => [kind, sourceOf(kind)]),
)
