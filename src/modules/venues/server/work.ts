// What venues leave waiting: requests to answer, use to record, and refusals that leave an organization without a room.
import { raw, type Sql, sql } from '../../../platform/db.ts'
import type { WorkSources } from '../../../platform/work-source.ts'
import { rooms } from './venue-store.ts'

const places = (alias: string): Sql =>
  raw(
    ['area', 'province', 'city', 'county', 'township', 'community']
      .map((name) => `${alias}.${name}`)
      .join(', '),
  )

const dayOf = sql`(b.starts_at at time zone 'Asia/Shanghai')::date`
const joined = sql`venue_booking b join ${rooms} on r.id = b.venue_room join organization o on o.id = b.organization`

export const venuesWork: WorkSources = {
  /** A series is answered as one. */
  'venues.answer': {
    title: '答复场地预约',
    action: 'venue.keep',
    oversee: 'venue.keep',
    from: sql`(select coalesce(b.series, b.id) as id, min(b.due_on) as due, min(${dayOf}) as day, max(${dayOf}) as last_day,
        min((b.asked_at at time zone 'Asia/Shanghai')::date) as since, count(*) as times,
        v.id as venue, p.name, r.name as room, o.name as asker, ${places('p')}
      from ${joined} where b.status = 'asked' group by coalesce(b.series, b.id), v.id, p.id, r.name, o.name) w`,
    where: (today) => sql`w.last_day >= ${today}::date`,
    id: sql`w.id::text`,
    label: sql`w.name || ' ' || w.room`,
    note: sql`w.asker || '约 ' || w.day || case when w.times > 1 then ' 起共 ' || w.times || ' 次' else '' end`,
    link: sql`'/venues/' || w.venue || '?view=waiting'`,
    since: sql`w.since`,
    due: sql`w.due`,
  },
  /** A day of a venue is recorded as one. */
  'venues.recordUse': {
    title: '记录场地使用情况',
    action: 'venue.keep',
    from: sql`(select v.id as venue, p.name, ${dayOf} as day, count(*) as times, ${places('p')}
      from ${joined} where b.status = 'accepted' group by v.id, p.id, ${dayOf}) w`,
    where: (today) => sql`w.day < ${today}::date`,
    id: sql`w.venue || ' ' || w.day`,
    label: sql`w.name`,
    note: sql`w.day || ' 有 ' || w.times || ' 次预约，用了没有'`,
    link: sql`'/venues/' || w.venue || '?view=unrecorded'`,
    since: sql`w.day`,
    due: sql`null::date`,
  },
  /** Until its day has come, or something else is booked. */
  'venues.rearrange': {
    title: '另约场地',
    action: 'venue.book',
    from: sql`(select b.id, b.starts_at, ${dayOf} as day, b.reason, b.status, b.asked_by, b.organization,
        (b.answered_at at time zone 'Asia/Shanghai')::date as since, p.name as venue, o.name, o.keeper, ${places('o')}
      from ${joined} where b.status in ('declined', 'cancelled') and (b.status = 'declined' or b.ended_by = 'keeper')
        and not exists (select 1 from venue_booking n where n.organization = b.organization and n.asked_at > b.answered_at)) w`,
    where: (today) => sql`w.starts_at >= ${today}::date::timestamp at time zone 'Asia/Shanghai'`,
    id: sql`w.id::text`,
    label: sql`w.name`,
    note: sql`w.day || ' ' || w.venue || case w.status when 'declined' then ' 没有同意：' else ' 取消了：' end || w.reason`,
    link: sql`'/organizations/' || w.organization || '#venues'`,
    since: sql`w.since`,
    due: sql`w.day`,
    person: sql`w.asked_by`,
  },
}
