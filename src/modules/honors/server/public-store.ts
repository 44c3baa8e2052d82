// The SQL of what everybody may know of a title: only while it stands in public notice.
import type { Context } from '../../../platform/context.ts'
import { sql } from '../../../platform/db.ts'
import { withinArea } from '../../areas/server/index.ts'
import { honorsKeys } from '../../rules/keys/honors-keys.ts'
import type { PublicHonor } from '../honor.ts'

/** More than any place shows at a time. */
const most = 500

/** How to object, by the rules of the place. */
const objectTo = sql`coalesce(rule_values('honors', h.province, h.city, h.county, h.township) ->> 'honors.objectTo',
  ${honorsKeys['honors.objectTo'].base})`

/** Those whose notice ends first stand first. */
export async function noticesToday(ctx: Context, area: string | undefined): Promise<PublicHonor[]> {
  const inside = area ? await withinArea(ctx.db, area, 'h') : sql`true`
  return ctx.db.rows<PublicHonor>(sql`
    select h.id, h.title, h.name, h.level, h.year, h.reason, h.demo, h.notice_from as "from", h.notice_until as until,
      d.short_name as "deskName", ${objectTo} as "objectTo",
      concat_ws(' ', (select up.short_name from area up where up.code = a.township and a.level = 'community'),
        a.short_name) as "areaName"
    from honor h join area a on a.code = h.area join area d on d.code = h.desk
    where h.status = 'noticed' and h.notice_until >= ${ctx.today}::date and ${inside}
    order by h.notice_until, h.desk, h.title, h.name, h.id limit ${most}`)
}
