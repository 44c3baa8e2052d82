// The SQL of applications: one, many, and the one statement that changes where they stand.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, type Sql, sql } from '../../../platform/db.ts'
import { fileView } from '../../../platform/files/index.ts'
import { notAllowed, notFound, type Subject } from '../../../platform/policy.ts'
import type { Tier } from '../../organizations/choices.ts'
import type { ProposalView } from '../../organizations/tiers-api.ts'
import type {
  ApplicationFacts,
  ApplicationKind,
  ApplicationStatus,
  Desk,
  Office,
  Step,
  ThreadLine,
} from '../filing.ts'
import type { Terms } from '../terms.ts'

/** A whole row, for rules and commands. The phone number is in full. */
export type ApplicationRow = {
  id: string
  kind: ApplicationKind
  tier: Tier
  area: string
  /** The area is a community: one can be heard, or confirm. */
  inCommunity: boolean
  organization: string | null
  organizationTier: Tier | null
  keeper: string | null
  onBehalf: boolean
  openedBy: string
  name: string
  facts: ApplicationFacts
  status: ApplicationStatus
  desk: Desk
  office: Office
  terms: Terms | null
  proposal: ProposalView | null
  returnedFrom: ApplicationStatus | null
  clockLeft: number | null
  submittedOn: Day | null
  dueOn: Day | null
  decidedOn: Day | null
  decidedTier: Tier | null
  demo: boolean
  version: number
}

const rowFields = sql`json_build_object('id', a.id, 'kind', a.kind, 'tier', a.tier, 'area', a.area::text,
  'inCommunity', a.community is not null and a.community = a.area, 'organization', a.organization,
  'organizationTier', (select o.tier from organization o where o.id = a.organization and a.kind = 'upgrade'),
  'keeper', a.keeper, 'onBehalf', a.on_behalf, 'openedBy', a.opened_by, 'name', a.name, 'facts', a.facts,
  'status', a.status, 'desk', a.desk, 'office', a.office, 'terms', a.terms, 'proposal', a.proposal,
  'returnedFrom', a.returned_from, 'clockLeft', a.clock_left, 'submittedOn', a.submitted_on, 'dueOn', a.due_on,
  'decidedOn', a.decided_on, 'decidedTier', a.decided_tier, 'demo', a.demo, 'version', a.version)`

export const applicationSubject = (id: string): Subject => ({
  from: sql`application a where a.id = ${id}`,
  alias: 'a',
  see: 'filing.see',
  called: '申请',
})

/** Rows locked in order of id, so that two officers never wait for each other in a circle. */
export async function lockApplications(db: Db, ids: readonly string[]): Promise<ApplicationRow[]> {
  const found = await db.rows<{ row: ApplicationRow }>(sql`
    select ${rowFields} as row from application a where a.id = any(${ids}::uuid[]) order by a.id for update of a`)
  return found.map(({ row }) => row)
}

/**
 * The row for a step, locked, once the person is found to be allowed the action on it: one statement, because every step
 * begins with it. What the person may not see is answered like what does not exist.
 */
export async function lockAllowed(
  { db, authority }: Context,
  action: string,
  id: string,
): Promise<ApplicationRow> {
  const found = await db.maybe<{ row: ApplicationRow; visible: boolean; allowed: boolean }>(sql`
    select ${rowFields} as row, ${authority.scope('filing.see', 'a')} as visible, ${authority.scope(action, 'a')} as allowed
    from application a where a.id = ${id} for update of a`)
  if (!found?.visible) throw notFound('申请')
  if (!found.allowed) throw notAllowed(action)
  return found.row
}

/** Of some applications those that the person may see, and whether an action is allowed on each. */
export const reachOf = (
  { db, authority }: Context,
  action: string,
  ids: readonly string[],
): Promise<{ id: string; allowed: boolean }[]> =>
  db.rows(sql`
    select a.id, coalesce(${authority.scope(action, 'a')}, false) as allowed from application a
    where a.id = any(${ids}::uuid[]) and ${authority.scope('filing.see', 'a')}`)

export type NewApplication = Pick<
  ApplicationRow,
  | 'id'
  | 'kind'
  | 'tier'
  | 'area'
  | 'organization'
  | 'keeper'
  | 'onBehalf'
  | 'name'
  | 'facts'
  | 'office'
  | 'demo'
> & { key: string }

/** Gives the id: that of the application which the same person began under the same key, if there is one. */
export async function insertApplication(ctx: Context, given: NewApplication): Promise<string> {
  await ctx.db.run(sql`
    insert into application (id, kind, tier, area, province, city, county, township, community, organization, keeper,
      on_behalf, opened_by, draft_key, name, facts, status, desk, office, since_on, demo, created_at, updated_at)
    select ${given.id}, ${given.kind}, ${given.tier}, a.code, a.province, a.city, a.county, a.township, a.community,
      ${given.organization}, ${given.keeper}, ${given.onBehalf}, ${ctx.who.id}, ${given.key}, ${given.name},
      ${JSON.stringify(given.facts)}, 'draft', 'applicant', ${given.office}, ${ctx.today}, ${given.demo}, ${ctx.now}, ${ctx.now}
    from area a where a.code = ${given.area}
    on conflict (opened_by, draft_key) do nothing`)
  const { id } = await ctx.db.one<{ id: string }>(sql`
    select id from application where opened_by = ${ctx.who.id} and draft_key = ${given.key}`)
  return id
}

/** How many members there are, how many full members of the party, and which materials were handed in. */
export const handedIn = (
  db: Db,
  id: string,
): Promise<{ members: number; full: number; allKnown: boolean; materials: string[] }> =>
  db.one(sql`
    select count(*)::int as members, (count(*) filter (where party = 'full'))::int as full,
      coalesce(bool_and(party is not null), false) as "allKnown",
      array(select distinct f.material from application_file f where f.application = ${id}) as materials
    from application_member where application = ${id}`)

/** The name that an organization bears today. */
export const nameOf = async (db: Db, organization: string): Promise<string> =>
  (await db.one<{ name: string }>(sql`select name from organization where id = ${organization}`)).name

export type Filled = Pick<ApplicationRow, 'id' | 'tier' | 'keeper' | 'name' | 'facts'>

export const updateFilled = (ctx: Context, { id, tier, keeper, name, facts }: Filled): Promise<number> =>
  ctx.db.run(sql`
    update application set tier = ${tier}, keeper = ${keeper}, name = ${name}, facts = ${JSON.stringify(facts)},
      version = version + 1, updated_at = ${ctx.now}
    where id = ${id}`)

/** Something else of it was written: a page that shows the old version is told so. */
export const touch = (ctx: Context, id: string): Promise<number> =>
  ctx.db.run(sql`update application set version = version + 1, updated_at = ${ctx.now} where id = ${id}`)

/** What is only shown: who, where, papers, counts, thread. */
export type Surroundings = {
  areaName: string
  townshipName: string | null
  keeperName: string | null
  openedByName: string
  memberCount: number
  full: number
  probationary: number
  files: { material: string; file: import('../../../kernel/file-kind.ts').FileView }[]
  thread: (Omit<ThreadLine, 'what'> & { step: Step | 'say' | 'urge'; supports: 'yes' | 'no' | null })[]
  may: string[]
}

const shownActions = [
  'filing.edit',
  'filing.say',
  'filing.urge',
  'filing.seeRoster',
  'filing.seeParty',
  'filing.handleInCommunity',
  'filing.handleInTownship',
  'filing.handleInCounty',
] as const

/** The application and what is shown around it, or null when the person may not see it. */
export const applicationAndAround = (
  { db, authority }: Context,
  id: string,
): Promise<{ row: ApplicationRow; around: Surroundings } | null> =>
  db.maybe(sql`
    select ${rowFields} as row, json_build_object(${placeFields},
      'keeperName', (select p.display_name from person p where p.id = a.keeper),
      'openedByName', (select p.display_name from person p where p.id = a.opened_by),
      'memberCount', m.members, 'full', m.full_members, 'probationary', m.probationary,
      'files', (select coalesce(json_agg(json_build_object('material', f.material, 'file', ${fileView('s')}) order by f.added_at, f.id), '[]')
        from application_file f join stored_file s on s.id = f.file where f.application = a.id),
      'thread', (select coalesce(json_agg(json_build_object('id', t.id, 'at', t.at, 'who', t.person_name, 'step', t.step,
        'supports', t.supports, 'words', t.words) order by t.at, t.id), '[]') from application_step t where t.application = a.id),
      'may', ${authority.mayOn(shownActions, 'a')}) as around
    from application a join area h on h.code = a.area
    cross join lateral (select count(*)::int as members, (count(*) filter (where party = 'full'))::int as full_members,
      (count(*) filter (where party = 'probationary'))::int as probationary
      from application_member where application = a.id) m
    where a.id = ${id} and ${authority.scope('filing.see', 'a')}`)

export const placeFields: Sql = sql`'areaName', h.short_name,
  'townshipName', (select t.short_name from area t where t.code = a.township and t.code <> a.area)`
