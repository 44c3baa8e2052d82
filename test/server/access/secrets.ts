// What the world of the access matrix holds, and whom each thing may be told.
import { type Database, type Sql, sql } from '../../../src/platform/db.ts'
import { liesIn, mayAlong, mayAt, mayOwn, type Tree } from './naive.ts'
import { type Asking, placeNames, type Scene } from './scene.ts'
import type { Secret, Secrets, What } from './telling.ts'

export async function collectSecrets(database: Database, scene: Scene): Promise<Secrets> {
  const areas = await database.rows<{ code: string; parent: string | null; names: string[] }>(
    sql`select code::text, parent::text, array[name, short_name] as names from area`,
  )
  const named = await database.rows<{ what: What; name: string; area: string; keeper: string | null }>(
    sql`select case when hub then 'hub' else 'organization' end as what, name, area::text as area, keeper
      from organization`,
  )
  const names = new Map<string, Secret[]>()
  const add = (name: string, secret: Secret) => names.set(name, [...(names.get(name) ?? []), secret])
  for (const { code, names } of areas)
    for (const name of new Set(names)) add(name, { what: 'area', areas: [code] })
  for (const { what, name, area, keeper } of named) add(name, { what, areas: [area], keeper })
  return {
    ids: new Map((await Promise.all(idSources.map((source) => idsOf(database, ...source)))).flat()),
    names,
    marks: placeNames.flatMap((name) => marksOf(scene[name])),
    tree: new Map(areas.map(({ code, parent }) => [code, parent])),
  }
}

const idSources: (readonly [What, Sql])[] = [
  ['organization', sql`select id, array[area::text] as areas, keeper from organization where not hub`],
  ['hub', sql`select id, array[area::text] as areas, keeper from organization where hub`],
  [
    'organization',
    sql`select t.id, array[o.area::text] as areas, o.keeper from hub_tie t join organization o on o.id = t.served`,
  ],
  ['organization', sql`select id, array[area::text] as areas, keeper from application`],
  [
    'organization',
    sql`select r.id, array[o.area::text] as areas, o.keeper from change_request r
    join organization o on o.id = r.organization`,
  ],
  [
    'organization',
    sql`select e.id, array[o.area::text] as areas, o.keeper from exit_case e
    join organization o on o.id = e.organization`,
  ],
  ['import', sql`select id, array[area::text] as areas from import`],
  [
    'certificate',
    sql`select c.id, array[o.area::text] as areas, o.keeper from certificate c join organization o on o.id = c.organization`,
  ],
  [
    'record',
    sql`select r.id, array[r.area::text] as areas, o.keeper from dated_record r left join organization o on o.id = r.organization`,
  ],
  [
    'organization',
    sql`select p.id, array[o.area::text] as areas, o.keeper from project p join organization o on o.id = p.organization`,
  ],
  [
    'venue',
    sql`select id, array[area::text] as areas from support_platform where id in (select id from venue)`,
  ],
  [
    'venue',
    sql`select r.id, array[p.area::text] as areas from venue_room r join support_platform p on p.id = r.venue`,
  ],
  [
    'organization',
    sql`select b.id, array[o.area::text] as areas, o.keeper from venue_booking b
    join organization o on o.id = b.organization`,
  ],
  [
    'organization',
    sql`select h.id, array[h.area::text] as areas, o.keeper from honor h left join organization o on o.id = h.organization`,
  ],
  [
    'organization',
    sql`select v.id, array[v.area::text] as areas, o.keeper from activity v
    join organization o on o.id = v.organization`,
  ],
  ['worker', sql`select id, array[area::text] as areas from social_worker`],
  ['reward', sql`select id, array[area::text] as areas from exam_reward`],
  [
    'organization',
    sql`select x.id, array[o.area::text] as areas, o.keeper from volunteer_team x join organization o on o.id = x.organization`,
  ],
  [
    'organization',
    sql`select x.id, array[o.area::text] as areas, o.keeper from team_member x join volunteer_team t on t.id = x.volunteer_team
    join organization o on o.id = t.organization`,
  ],
  [
    'organization',
    sql`select x.id, array[o.area::text] as areas, o.keeper from service_entry x join organization o on o.id = x.organization`,
  ],
  [
    'organization',
    sql`select x.id, array[o.area::text] as areas, o.keeper from service_certificate x join organization o on o.id = x.organization`,
  ],
  ['judgement', sql`select id, array[area::text] as areas from judgement`],
  ['partyBranch', sql`select id, array[area::text] as areas from party_branch`],
  ['platform', sql`select id, array[area::text] as areas from support_platform`],
  [
    'organization',
    sql`select i.id, array[o.area::text] as areas, o.keeper from incubation i join organization o on o.id = i.organization`,
  ],
  ['programme', sql`select id, array[area::text] as areas from programme`],
  ['census', sql`select id, array[area::text] as areas from census`],
  ['training', sql`select id, array[area::text] as areas from training`],
  [
    'organization',
    sql`select e.id, array[o.area::text] as areas, o.keeper from training_enrolment e
    join organization o on o.id = e.organization`,
  ],
  [
    'attendee',
    sql`select n.id, array[t.area::text] as areas from training_attendance n join training t on t.id = n.training`,
  ],
  ['posting', sql`select id, array[area::text] as areas from posting`],
  ['person', sql`select person as id, array_agg(area::text) as areas from posting group by person`],
  [
    'leader',
    sql`select person as id, array_agg(area::text) as areas from posting where role = 'organizationLeader' group by person`,
  ],
]

async function idsOf(database: Database, what: What, select: Sql): Promise<[string, Secret][]> {
  const rows = await database.rows<{ id: string; areas: string[]; keeper?: string | null }>(select)
  return rows.map(({ id, areas, keeper }) => [id, { what, areas, ...(keeper ? { keeper } : {}) }])
}

function marksOf({ mark, area, phone, keptBy }: Scene['own']): (Secret & { word: string })[] {
  const said = (what: What, word: string) => ({ what, areas: [area], keeper: keptBy, word })
  const texts = ['人', '室', '事', '注', '头', '记'].map((end) => said('organization', mark + end))
  return [
    ...texts,
    said('place', mark),
    said('person', `${mark}员`),
    said('judgement', `${mark}佐证`),
    said('phone', phone),
    said('partyMember', `${mark}党员`),
    said('attendee', `${mark}学员`),
  ]
}

/** Which of the actions lets a person know of a thing. An administrator sees names behind figures. */
const knownBy: Record<Exclude<What, keyof typeof knownAlong>, readonly string[]> = {
  organization: ['organization.see', 'programme.see'],
  import: ['organization.import'],
  certificate: ['certificate.see'],
  record: ['record.see'],
  person: ['person.see'],
  posting: ['person.see'],
  leader: ['person.see', 'person.createLeader'],
  area: ['area.see'],
  place: ['area.see'],
  judgement: ['programme.see'],
  phone: [],
  partyBranch: ['party.survey'],
  venue: ['venue.see'],
  worker: ['worker.see'],
  reward: ['reward.see'],
  partyMember: ['party.members'],
  attendee: ['training.names'],
}

/** Known above and below their area alike. */
const knownAlong = {
  hub: 'hub.survey',
  programme: 'programme.see',
  census: 'census.see',
  training: 'training.see',
  platform: 'support.see',
} as const

const isAlong = (what: What): what is keyof typeof knownAlong => Object.hasOwn(knownAlong, what)

/** What the keeper of an organization knows of it. */
const keptKinds: readonly What[] = ['attendee', 'certificate', 'organization', 'place', 'record']

/** Whether a thing may be told to somebody, wherever it stands in an answer. */
export const mayKnow =
  (tree: Tree, asking: Asking) =>
  ({ what, areas, keeper }: Secret): boolean =>
    areas.some((area) => {
      const { postings, ownIds } = asking
      if (isAlong(what) && mayAlong(tree, postings, knownAlong[what], area)) return true
      if (what === 'hub')
        return mayKnow(tree, asking)({ what: 'organization', areas, keeper: keeper ?? null })
      if (isAlong(what)) return false
      if (
        keeper &&
        ownIds.includes(keeper) &&
        keptKinds.includes(what) &&
        mayOwn(postings, 'organization.see')
      )
        return true
      const isAbove = what === 'area' && postings.some((posting) => liesIn(tree, posting.area, area))
      return isAbove || knownBy[what].some((action) => mayAt(tree, postings, action, area))
    })
