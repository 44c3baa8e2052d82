// The SQL of what everybody may know of a title: only while it stands in public notice.
import type { Context } from '../../../platform/context.ts'
import { type Sql, sql } from '../../../platform/db.ts'
import { withinArea } from '../../areas/server/index.ts'
import { bodyOf, type Office } from '../../certificates/issuing-body.ts'
import { honorsKeys } from '../../rules/keys/honors-keys.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { PublicHonor } from '../honor.ts'
import type { Notice, NoticeLine } from '../public-notice.ts'

/** More than any place shows at a time. */
const most = 500

/** How to object, by the rules of the place. */
const objectTo = sql`coalesce(rule_values('honors', h.province, h.city, h.county, h.township) ->> 'honors.objectTo',
  ${honorsKeys['honors.objectTo'].base})`

/** 浮桥镇 牌楼社区. */
const areaName = sql`concat_ws(' ',
  (select up.short_name from area up where up.code = a.township and a.level = 'community'), a.short_name)`

const runs = ({ today }: Context): Sql => sql`(h.status = 'noticed' and h.notice_until >= ${today}::date)`

/** Those whose notice ends first stand first. */
export async function noticesToday(ctx: Context, area: string | undefined): Promise<PublicHonor[]> {
  const inside = area ? await withinArea(ctx.db, area, 'h') : sql`true`
  return ctx.db.rows<PublicHonor>(sql`
    select h.id, h.title, h.name, h.level, h.year, h.reason, h.demo, h.notice_from as "from", h.notice_until as until,
      d.short_name as "deskName", ${objectTo} as "objectTo", ${areaName} as "areaName"
    from honor h join area a on a.code = h.area join area d on d.code = h.desk
    where ${runs(ctx)} and ${inside}
    order by h.notice_until, h.desk, h.title, h.name, h.id limit ${most}`)
}

type Row = Omit<Notice, 'body' | 'lines'> & NoticeLine & { desk: string; office: Office }

/**
 * The list in which a title stands in public notice, as it is shown today; afterwards as it was, for those who decide at
 * its desk. Null for everybody else.
 */
export async function noticeWith(ctx: Context, id: string): Promise<Notice | null> {
  const rows = await ctx.db.rows<Row>(sql`
    select h.kind, h.subject, h.title, h.year, h.name, h.reason, bool_or(h.demo) over () as demo,
      h.notice_from as from, h.notice_until as until, ${objectTo} as "objectTo", ${areaName} as "areaName",
      case when h.subject = 'project' then (select o.name from organization o where o.id = h.organization) end as carrier,
      h.desk::text as desk, d.short_name as "deskName", json_build_object('name', d.name, 'level', d.level,
        'kind', d.kind, 'countyName', (select c.name from area c where c.code = d.county and c.code <> d.code)) as office
    from honor k join honor h on h.desk = k.desk and h.level = k.level and h.title = k.title and h.year = k.year
        and h.notice_from = k.notice_from and h.notice_until = k.notice_until
      join area a on a.code = h.area join area d on d.code = h.desk
    where k.id = ${id} and (${runs(ctx)}
      or h.notice_until < ${ctx.today}::date and ${ctx.authority.scope('honor.decide', 'd')})
    order by h.township, h.community, h.name, h.id limit ${most}`)
  const [first] = rows
  if (!first) return null
  const rules = await rulesFor(ctx.db, first.desk)
  return { ...first, body: bodyOf(first.office, rules['certificate.bodies']), lines: rows }
}
