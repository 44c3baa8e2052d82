// The SQL of party members and key people: names leave it only for a recorded look.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import type { KeyPersonDraft, Member, MemberDraft } from '../members-api.ts'

/** A member or key person, through the organization. */
export const ofOrganizationSubject = (table: 'member' | 'keyPerson', id: string): Subject => ({
  from:
    table === 'member'
      ? sql`party_member x join organization o on o.id = x.organization where x.id = ${id}`
      : sql`party_key_person x join organization o on o.id = x.organization where x.id = ${id}`,
  alias: 'o',
  see: 'party.see',
  called: table === 'member' ? '党员' : '骨干记录',
})

export const membersOf = (ctx: Context, organization: string): Promise<Member[]> =>
  ctx.db.rows(sql`
    select m.id, m.name, m.full_since as "fullSince", m.relation, m.leader, m.key_member as "keyMember",
      m.starts_on as from, m.ends_on as until
    from party_member m where m.organization = ${organization}
    order by m.ends_on is not null, m.starts_on, m.name, m.id`)

export const keyPeopleOf = (ctx: Context, organization: string): Promise<{ id: string; name: string }[]> =>
  ctx.db.rows(sql`select id, name from party_key_person where organization = ${organization} order by id`)

export const insertMember = (ctx: Context, organization: string, draft: MemberDraft): Promise<number> =>
  ctx.db.run(sql`
    insert into party_member (id, organization, name, full_since, relation, leader, key_member, starts_on)
    values (${ctx.newId()}, ${organization}, ${draft.name}, ${draft.fullSince}, ${draft.relation}, ${draft.leader},
      ${draft.keyMember}, ${draft.from})`)

export type LockedMember = {
  organization: string
  fullSince: Day | null
  from: Day
  until: Day | null
}

export const lockMember = (ctx: Context, id: string): Promise<LockedMember> =>
  ctx.db.one(sql`
    select organization, full_since as "fullSince", starts_on as from, ends_on as until
    from party_member where id = ${id} for update`)

export const updateMember = (ctx: Context, id: string, draft: MemberDraft): Promise<number> =>
  ctx.db.run(sql`
    update party_member set name = ${draft.name}, full_since = ${draft.fullSince}, relation = ${draft.relation},
      leader = ${draft.leader}, key_member = ${draft.keyMember}, starts_on = ${draft.from}
    where id = ${id}`)

export const endMemberRow = (ctx: Context, id: string, on: Day): Promise<number> =>
  ctx.db.run(sql`update party_member set ends_on = ${on} where id = ${id} and ends_on is null`)

/** Sets the day from which the list is complete; the first one stays. */
export const insertRoster = (ctx: Context, organization: string, from: Day): Promise<number> =>
  ctx.db.run(sql`
    insert into party_roster (organization, kept_from, recorded_at, recorded_by)
    values (${organization}, ${from}, ${ctx.now}, ${ctx.who.id}) on conflict (organization) do nothing`)

/**
 * The days from `from` to today on which the number of full members of a complete list changes, each with the number
 * from then on; the day itself is always among them. None where the list is not complete.
 */
export const fullMembersFrom = (
  ctx: Context,
  organization: string,
  from: Day,
): Promise<{ day: Day; full: number }[]> =>
  ctx.db.rows(sql`
    with r as (select greatest(kept_from, ${from}::date) as first from party_roster where organization = ${organization}),
      days as (
        select r.first as day from r
        union select d.day from r join party_member m on m.organization = ${organization}
          cross join lateral (values (m.starts_on), (m.full_since), (m.ends_on)) d (day)
          where d.day > r.first and d.day <= ${ctx.today}::date)
    select days.day, (select count(*)::int from party_member m where m.organization = ${organization}
        and m.starts_on <= days.day and m.full_since <= days.day
        and (m.ends_on is null or m.ends_on > days.day)) as full
    from days order by days.day`)

export const insertKeyPerson = (ctx: Context, organization: string, draft: KeyPersonDraft): Promise<number> =>
  ctx.db.run(sql`
    insert into party_key_person (id, organization, name, kind, body, starts_on)
    values (${ctx.newId()}, ${organization}, ${draft.name}, ${draft.kind}, ${draft.body}, ${draft.from})`)

export const lockKeyPerson = (ctx: Context, id: string) =>
  ctx.db.one<{ organization: string; from: Day; until: Day | null }>(sql`
    select organization, starts_on as from, ends_on as until from party_key_person where id = ${id} for update`)

export const endKeyPersonRow = (ctx: Context, id: string, on: Day, reason: string): Promise<number> =>
  ctx.db.run(sql`
    update party_key_person set ends_on = ${on}, ended_because = ${reason} where id = ${id} and ends_on is null`)
