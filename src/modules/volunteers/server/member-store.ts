// The SQL of volunteers and their membership in teams.
import { type Day, firstDayOf, yearOf } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import type { Server } from '../service-rules.ts'
import type { Member, VolunteerDraft } from '../volunteer.ts'

/** A member `m` with the team `t`, its organization `o` and the volunteer `v`. */
const relation = sql`team_member m join volunteer_team t on t.id = m.volunteer_team
  join organization o on o.id = t.organization join volunteer v on v.id = m.volunteer`

export const memberSubject = (id: string): Subject => ({
  from: sql`${relation} where m.id = ${id}`,
  alias: 'o',
  see: 'volunteer.see',
  called: '志愿者',
})

/** Minutes of the year that were confirmed for this team. */
const fields = (ctx: Context): Sql => sql`m.id, v.name, v.phone, v.birth_year as "birthYear", v.guardian,
  v.consented_on as "consentedOn", m.starts_on as "startsOn", m.ends_on as "endsOn",
  (select coalesce(sum(e.minutes), 0)::int from service_entry e where e.team_member = m.id and e.status = 'confirmed'
    and e.served_on >= ${firstDayOf(yearOf(ctx.today))}) as minutes`

/** The people of a team, those of today first; phone numbers in full. In the order of joining: nobody is ranked. */
export const peopleOf = (ctx: Context, team: string): Promise<Member[]> =>
  ctx.db.rows(sql`
    select ${fields(ctx)} from ${relation} where t.id = ${team}
    order by m.ends_on is not null, m.starts_on, m.id limit 1000`)

export type MemberRow = Member & {
  volunteer: string
  team: string
  teamName: string
  organization: string
  organizationName: string
  area: string
  account: string | null
  may: string[]
}

/** One member whom the reader may see; the phone number in full. */
export const oneMember = (ctx: Context, id: string): Promise<MemberRow | null> =>
  ctx.db.maybe(sql`
    select ${fields(ctx)}, v.id as volunteer, t.id as team, t.name as "teamName", o.id as organization,
      o.name as "organizationName", o.area::text as area,
      (select p.display_name from person p where p.id = v.keeper) as account,
      ${ctx.authority.mayOn(['volunteer.write', 'volunteer.setAccount', 'service.record', 'service.certify'], 'o')} as may
    from ${relation} where m.id = ${id} and ${ctx.authority.scope('volunteer.see', 'o')}`)

/** The person of that name and number, made where there is none; without a number everybody is somebody else. */
export async function personFor(ctx: Context, draft: VolunteerDraft): Promise<string> {
  const id = ctx.newId()
  const { name, phone, birthYear, guardian, consentedOn } = draft
  const made = await ctx.db.maybe<{ id: string }>(sql`
    insert into volunteer (id, name, phone, birth_year, guardian, consented_on, recorded_by, recorded_at)
    values (${id}, ${name}, ${phone}, ${birthYear}, ${guardian}, ${consentedOn}, ${ctx.who.id}, ${ctx.now})
    on conflict (phone, name) where phone is not null do update set name = excluded.name,
      guardian = coalesce(volunteer.guardian, excluded.guardian),
      consented_on = case when volunteer.guardian is null then excluded.consented_on else volunteer.consented_on end
    returning id`)
  return made?.id ?? id
}

export const insertMember = (
  db: Db,
  { id, team, volunteer, from }: { id: string; team: string; volunteer: string; from: Day },
): Promise<number> =>
  db.run(sql`
    insert into team_member (id, volunteer_team, volunteer, starts_on)
    values (${id}, ${team}, ${volunteer}, ${from})`)

/** Locked, so that entries of one person are told one after the other. */
export const lockVolunteer = (db: Db, id: string) =>
  db.one<VolunteerDraft>(sql`
    select name, phone, birth_year as "birthYear", guardian, consented_on as "consentedOn" from volunteer
    where id = ${id} for update`)

export const updateVolunteer = (db: Db, id: string, draft: VolunteerDraft): Promise<number> =>
  db.run(sql`
    update volunteer set name = ${draft.name}, phone = ${draft.phone}, birth_year = ${draft.birthYear},
      guardian = ${draft.guardian}, consented_on = ${draft.consentedOn} where id = ${id}`)

/** How many left: 0 when somebody was quicker. */
export const endMember = (db: Db, id: string, on: Day): Promise<number> =>
  db.run(
    sql`update team_member set ends_on = ${on} where id = ${id} and ends_on is null and starts_on <= ${on}`,
  )

export const setKeeper = (db: Db, volunteer: string, keeper: string | null): Promise<number> =>
  db.run(sql`update volunteer set keeper = ${keeper}::uuid where id = ${volunteer}`)

export type ServingMember = Server & { member: string; volunteer: string; phone: string | null }

const serving = sql`m.id as member, v.id as volunteer, v.name, v.phone, v.birth_year as "birthYear",
  v.consented_on as "consentedOn", m.starts_on as "startsOn", least(m.ends_on, t.ends_on) as "endsOn"`

/** Everybody who is or was in a team, as rules must know them. */
export const serversOf = (db: Db, team: string): Promise<ServingMember[]> =>
  db.rows(sql`select ${serving} from ${relation} where t.id = ${team} order by m.id`)

/** Members of a team as rules must know them; their volunteers locked in order of id. */
export async function lockServers(db: Db, team: string, ids: readonly string[]): Promise<ServingMember[]> {
  await db.rows(sql`
    select 1 from volunteer where id in (select volunteer from team_member where id = any(${ids}::uuid[]))
    order by id for update`)
  return db.rows(sql`
    select ${serving}
    from ${relation} where t.id = ${team} and m.id = any(${ids}::uuid[])`)
}
