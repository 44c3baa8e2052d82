// Publishes titles as `brands`, `models`, `pilots` and `observationSites`: each from its award to its end, an organization's
// where the organization was, while it was on the register.
import { empty, raw, type Sql, sql } from '../../../platform/db.ts'
import type { MeasureSource, MeasureSources } from '../../../platform/measure-source.ts'
import type { HonorKind } from '../honor.ts'

const ends = sql`least(h.valid_until + 1, h.withdrawn_on)`

/** Of an organization's title one row for each of its periods in the register; `first` is where the title begins. */
const titles = (kind: HonorKind): Sql => sql`(
  select h.id, h.title, h.name, h.year, h.organization, h.subject, h.level, h.theme, h.awarded_on, h.area, h.province, h.city,
    h.county, h.township, h.community, h.awarded_on as starts_on, ${ends} as ends_on, true as first
  from honor h
  where h.kind = ${raw(`'${kind}'`)} and h.status in ('awarded', 'withdrawn') and h.organization is null
    and (${ends} is null or h.awarded_on < ${ends})
  union all
  select h.id, h.title, h.name, h.year, h.organization, h.subject, h.level, h.theme, h.awarded_on, p.area, p.province, p.city,
    p.county, p.township, p.community, greatest(h.awarded_on, p.starts_on), least(${ends}, p.ends_on),
    row_number() over (partition by h.organization, h.id order by p.starts_on) = 1
  from honor h join organization_period p on p.organization = h.organization
  where h.kind = ${raw(`'${kind}'`)} and h.status in ('awarded', 'withdrawn') and p.superseded_at is null
    and greatest(h.awarded_on, p.starts_on) < least(${ends}, p.ends_on, 'infinity')) m`

const source = (kind: HonorKind, attributes: MeasureSource['attributes']): MeasureSource => ({
  from: titles(kind),
  id: sql`m.id::text`,
  where: sql`true`,
  began: (from, to) =>
    sql`(m.first and m.starts_on <= ${to} ${from === null ? empty : sql`and m.starts_on >= ${from}`})`,
  quantity: sql`1`,
  attributes,
  labelFrom: empty,
  label: sql`m.name`,
  note: sql`m.title || ' · ' || m.year || ' 年 · ' || m.awarded_on || ' 公布'`,
  link: sql`'/honors/' || m.id`,
})

const level = sql`m.level`
const subject = sql`m.subject`

export const honorSources: MeasureSources = {
  brands: source('brand', { of: subject, level }),
  models: source('model', { of: subject, level }),
  pilots: source('pilot', { theme: sql`m.theme`, level }),
  observationSites: source('observationSite', { level }),
}
