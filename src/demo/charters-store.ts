// The SQL of made-up charters: organizations to write one for, and many versions at once.
import type { Day } from '../kernel/time.ts'
import type { Chapter, CharterStatus, Vote } from '../modules/charters/charter.ts'
import type { CharterForm } from '../modules/charters/charter-form.ts'
import type { Known } from '../modules/charters/prefill.ts'
import type { Context } from '../platform/context.ts'
import { type Db, sql } from '../platform/db.ts'

/** An organization of the demo world, as far as a charter speaks of it. */
export type CharterPlace = Known & { id: string; members: number; beganOn: Day }

export type Near = { community: string | null; township: string | null }
type Wanted = Near & { area: string; charter: boolean; limit: number }

export const charterPlaces = (
  db: Db,
  { area, community, township, charter, limit }: Wanted,
): Promise<CharterPlace[]> =>
  db.rows(sql`
    select o.id, o.name, o.category, o.place, o.scope, o.party_presence as "partyPresence", o.members,
      coalesce(o.filed_on, o.registered_on, o.founded_on) as "beganOn",
      (select a.short_name from area a where a.code = o.community) as community,
      (select a.short_name from area a where a.code = o.township) as township
    from organization o
    where ${area}::bigint in (o.province, o.city, o.county) and o.demo and o.status = 'active' and o.tier <> 'guided'
      and o.charter is ${charter ? sql`true` : sql`not true`} and o.members >= ${charter ? 12 : 6}
      and coalesce(o.filed_on, o.registered_on, o.founded_on) is not null
    order by o.community is not distinct from ${community}::bigint desc,
      o.township is not distinct from ${township}::bigint desc, o.id limit ${limit}`)

export type MadeCharter = {
  id: string
  organization: string
  form: CharterForm
  chapters: Chapter[] | null
  status: CharterStatus
  version: number | null
  inForceOn: Day | null
  endedOn: Day | null
  draftedOn: Day
  vote: Vote | null
}

export async function insertCharters(ctx: Context, made: readonly MadeCharter[]): Promise<void> {
  const rows = JSON.stringify(made)
  await ctx.db.run(sql`
    insert into charter_version (id, organization, kind, status, version, form, chapters, in_force_on, ended_on,
      drafted_on, on_behalf, updated_at)
    select r.id, r.organization, 'written', r.status, r.version, r.form, nullif(r.chapters, 'null'), r."inForceOn",
      r."endedOn", r."draftedOn", false, ${ctx.now}
    from json_to_recordset(${rows}::json) as r(id uuid, organization uuid, status text, version int, form jsonb,
      chapters jsonb, "inForceOn" date, "endedOn" date, "draftedOn" date)`)
  await ctx.db.run(sql`
    insert into charter_vote (charter_version, held_on, place, entitled, present, in_favour, against, abstaining,
      recorder, result, because, on_behalf, recorded_at)
    select r.id, v."heldOn", v.place, v.entitled, v.present, v."inFavour", v.against, v.abstaining, v.recorder,
      v.result, v.because, v."onBehalf", ${ctx.now}
    from json_to_recordset(${rows}::json) as r(id uuid, vote json),
      json_to_record(r.vote) as v("heldOn" date, place text, entitled int, present int, "inFavour" int, against int,
        abstaining int, recorder text, result text, because text, "onBehalf" boolean)
    where r.vote ->> 'heldOn' is not null`)
}
