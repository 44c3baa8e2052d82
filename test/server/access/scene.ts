// The world of the access matrix: three places with one of everything, marked, and a fourth that does not exist.
import type { FastifyInstance } from 'fastify'
import { importsApi } from '../../../src/modules/organizations/imports-api.ts'
import { organizationsApi } from '../../../src/modules/organizations/organizations-api.ts'
import { type Role, roles } from '../../../src/modules/people/roles.ts'
import { addPerson, addPosting } from '../../../src/modules/people/server/index.ts'
import { programmesApi } from '../../../src/modules/programmes/programmes-api.ts'
import { loadPackText, shippedText } from '../../../src/modules/programmes/server/index.ts'
import { type Database, type Db, sql } from '../../../src/platform/db.ts'
import { type Client, clientOf, type Reply } from '../../client.ts'
import { password, places, spotsIn, worldContext, worldToday } from '../../world.ts'
import type { Posting } from './naive.ts'
import { addActivities, noActivities, type PlaceActivities } from './of-activities.ts'
import { addCensuses, noCensus, type PlaceCensus } from './of-census.ts'
import { addCertificates, noCertificates, type PlaceCertificates } from './of-certificates.ts'
import { addChanges, noChanges, type PlaceChanges } from './of-changes.ts'
import { addCharters, noCharters, type PlaceCharters } from './of-charters.ts'
import { addFilings, noFiling, type PlaceFiling } from './of-filing.ts'
import { addHonors, noHonors, type PlaceHonors } from './of-honors.ts'
import { addHubs, noHubs, type PlaceHubs } from './of-hubs.ts'
import { addParty, noParty, type PlaceParty } from './of-party.ts'
import { addProjects, noProjects, type PlaceProjects } from './of-projects.ts'
import { addRecords, noRecords, type PlaceRecords } from './of-records.ts'
import { addRules, noRules, type PlaceRules } from './of-rules.ts'
import { addSupport, noSupport, type PlaceSupport } from './of-support.ts'
import { addTiers, noTiers, type PlaceTiers } from './of-tiers.ts'
import { addTraining, noTraining, type PlaceTraining } from './of-training.ts'
import { addVenues, noVenues, type PlaceVenues } from './of-venues.ts'
import { addVolunteers, noVolunteers, type PlaceVolunteers } from './of-volunteers.ts'
import { addWorkers, noWorkers, type PlaceWorkers } from './of-workers.ts'

/** `own`: where the community worker works. `beside`: another township of that county. `outside`: another county. */
export const placeNames = ['own', 'beside', 'outside'] as const
export type PlaceName = (typeof placeNames)[number]

/** One of everything; all that belongs to a place carries its mark in every text. */
export type Place = {
  mark: string
  area: string
  county: string
  organization: string
  /** One that has left the register. */
  ended: string
  phone: string
  /** An import that waits, and one that was written to the register. */
  draft: string
  committed: string
  programme: string
  person: string
  posting: string
  /** The person who keeps the organization of the place. */
  keptBy: string
} & PlaceChanges &
  PlaceActivities &
  PlaceParty &
  PlaceSupport &
  PlaceTiers &
  PlaceRules &
  PlaceFiling &
  PlaceCensus &
  PlaceRecords &
  PlaceCharters &
  PlaceHubs &
  PlaceHonors &
  PlaceVenues &
  PlaceWorkers &
  PlaceProjects &
  PlaceVolunteers &
  PlaceTraining &
  PlaceCertificates

export type Scene = Record<PlaceName, Place> & { nowhere: Place }

const marks = { own: '暗记甲', beside: '暗记乙', outside: '暗记丙' } as const

/** A target that a person judges, and one that is counted from the register. */
export const targets = { judged: 'environment', counted: 'five-plus-x' } as const

export async function buildScene(app: FastifyInstance, database: Database): Promise<Scene> {
  const keeper = await clientOf(app, 'cityOfficer.inside')
  const programmes = await addProgramme(database)
  const spots = {
    own: await spotsIn(database, places.inside),
    beside: await firstSpots(database, places.inside),
    outside: await spotsIn(database, places.outside),
  }
  const made: Partial<Scene> = { nowhere }
  for (const name of placeNames) {
    const { county, community } = spots[name]
    made[name] = await fillPlace(keeper, database, {
      mark: marks[name],
      area: community,
      county,
      programme: county === places.outside ? programmes.outside : programmes.inside,
    })
  }
  return made as Scene
}

/** What does not exist looks like what one may not see. */
const nowhere: Place = {
  mark: '暗记丁',
  area: '659999999999',
  county: '659999000000',
  organization: '019893c1-0000-7000-8000-00000000000a',
  ended: '019893c1-0000-7000-8000-000000000009',
  phone: '13900009999',
  draft: '019893c1-0000-7000-8000-00000000000b',
  committed: '019893c1-0000-7000-8000-00000000000c',
  programme: '019893c1-0000-7000-8000-00000000000d',
  person: '019893c1-0000-7000-8000-00000000000e',
  posting: '019893c1-0000-7000-8000-00000000000f',
  keptBy: '019893c1-0000-7000-8000-000000000008',
  ...noFiling,
  ...noChanges,
  ...noActivities,
  ...noCensus,
  ...noRecords,
  ...noParty,
  ...noSupport,
  ...noTiers,
  ...noRules,
  ...noCharters,
  ...noHubs,
  ...noHonors,
  ...noVenues,
  ...noWorkers,
  ...noProjects,
  ...noVolunteers,
  ...noTraining,
  ...noCertificates,
}

async function addProgramme(database: Database): Promise<{ inside: string; outside: string }> {
  const text = shippedText('taicang')
    .replaceAll('太仓', '昆山')
    .replaceAll(places.inside, places.outside)
    .replace('id: taicang', 'id: kunshan')
  const outside = await database.transaction(
    async (db) => (await loadPackText(worldContext(db), text)).programme,
  )
  const { id } = await database.one<{ id: string }>(
    sql`select id from programme where area = ${places.inside}`,
  )
  return { inside: id, outside }
}

/** The first township of a county and its first community. */
const firstSpots = (db: Db, county: string) =>
  db.one<{ county: string; community: string }>(sql`
    select ${county} as county, code::text as community from area
    where county = ${county} and level = 'community' and not virtual order by code limit 1`)

type Bare = Pick<Place, 'mark' | 'area' | 'county' | 'programme'>

async function fillPlace(keeper: Client, database: Database, bare: Bare): Promise<Place> {
  const phone = `1380000${bare.area.slice(-4)}`
  const organization = await addOrganization(keeper, bare, '合唱队', phone)
  const ended = await addOrganization(keeper, bare, '旧诗社', null)
  ok(
    await keeper.call(organizationsApi.end, {
      params: { id: ended },
      body: { on: worldToday, reason: '解散' },
    }),
  )
  const draft = await addImport(keeper, bare, '待定')
  const committed = await addImport(keeper, bare, '已入')
  ok(await keeper.call(importsApi.commit, { params: { id: committed }, body: { rows: 'all' } }))
  ok(
    await keeper.call(programmesApi.judge, {
      params: { id: bare.programme, target: targets.judged },
      body: { area: bare.area, result: 'met', on: worldToday, evidence: `${bare.mark}佐证` },
    }),
  )
  const { person, posting } = await addWorker(database, bare)
  const rules = await addRules(database, bare)
  const grown = await addTiers(keeper, bare)
  const keptBy = await giveKeeper(database, bare, organization, person)
  const party = await addParty(database, { ...bare, organization })
  const filings = await addFilings(database, { ...bare, keptBy })
  const certificates = await addCertificates(database, { ...bare, keptBy })
  const activities = await addActivities(database, { ...bare, organization })
  const changes = await addChanges(database, { ...bare, keptBy })
  const charters = await addCharters(database, { ...bare, keptBy })
  const support = await addSupport(database, { ...bare, keptBy, organization })
  const hubs = await addHubs(database, { ...bare, keptBy })
  const projects = await addProjects(database, { ...bare, keptBy })
  const volunteers = await addVolunteers(database, { ...bare, keptBy })
  const venues = await addVenues(database, { ...bare, keptBy })
  const honors = await addHonors(database, { ...bare, organization })
  const trainings = await addTraining(keeper, database, { ...bare, keptBy, organization })
  const censuses = await addCensuses(database, { ...bare, organization })
  const dated = await addRecords(database, { ...bare, organization })
  const workers = await addWorkers(database, bare)
  return {
    ...bare,
    phone,
    organization,
    ended,
    draft,
    committed,
    person,
    posting,
    keptBy,
    ...rules,
    ...grown,
    ...party,
    ...filings,
    ...changes,
    ...activities,
    ...charters,
    ...certificates,
    ...censuses,
    ...trainings,
    ...dated,
    ...workers,
    ...hubs,
    ...support,
    ...honors,
    ...venues,
    ...projects,
    ...volunteers,
  }
}

async function addOrganization(
  keeper: Client,
  { mark, area }: Bare,
  name: string,
  phone: string | null,
): Promise<string> {
  const words = { leader: `${mark}人`, place: `${mark}室`, scope: `${mark}事`, note: `${mark}注` }
  const made = await keeper.call(organizationsApi.create, {
    body: {
      ...{ name: mark + name, area, category: 'culture', tier: 'filed', members: 12, ...words },
      ...{ phone, foundedOn: '2022-03-01', filedOn: '2022-03-01', charter: true },
    },
  })
  return ok(made).id
}

export const workbookOf = ({ mark, area }: Pick<Place, 'mark' | 'area'>, name: string) => ({
  name: `${mark}名册.csv`,
  bytes: new TextEncoder().encode(
    `组织名称,所在社区,类别,负责人,备注\n${mark}${name}健身队,${area},体育健身,${mark}头,${mark}记\n`,
  ),
})

async function addImport(keeper: Client, place: Bare, name: string): Promise<string> {
  const { area } = place
  return ok(await keeper.upload(importsApi.upload, { query: { area } }, workbookOf(place, name))).id
}

/** A community worker at the place, with the place's mark in the name. */
async function addWorker(
  database: Database,
  { mark, area }: Bare,
): Promise<{ person: string; posting: string }> {
  return database.transaction(async (db) => {
    const ctx = worldContext(db)
    const person = await addPerson(ctx, { loginName: `worker.${area}`, displayName: `${mark}员`, password })
    await addPosting(ctx, person, 'communityWorker', area)
    const { id } = await db.one<{ id: string }>(sql`select id from posting where person = ${person}`)
    await db.run(
      sql`insert into preference (person, key, value) values (${person}, 'columns', ${`"${mark}"`})`,
    )
    return { person, posting: id }
  })
}

/** The leader who is posted in the community keeps its organization; elsewhere the worker does, who may not as such. */
async function giveKeeper(db: Db, { area }: Bare, organization: string, worker: string): Promise<string> {
  const leader = await db.maybe<{ id: string }>(
    sql`select person as id from posting where role = 'organizationLeader' and area = ${area}`,
  )
  const keeper = leader?.id ?? worker
  await db.run(sql`update organization set keeper = ${keeper} where id = ${organization}`)
  return keeper
}

/** Everybody who asks: each role inside and outside, and two who hold postings in both counties. */
export async function callers(database: Database): Promise<Asking[]> {
  await database.transaction(addBoth)
  return database.rows(sql`
    select p.login_name as "loginName", json_agg(json_build_object('role', h.role, 'area', h.area::text)) as postings,
      array[p.id::text] || array_agg(h.id::text) as "ownIds"
    from person p join posting h on h.person = p.id
    where p.login_name not like 'worker.%' group by p.id order by p.login_name`)
}
export type Asking = { loginName: string; postings: Posting[]; ownIds: string[] }

const doubles: Record<string, readonly [Role, Role]> = {
  'both.officerAuditor': ['countyOfficer', 'auditor'],
  'both.residentAdministrator': ['resident', 'administrator'],
}

async function addBoth(db: Db): Promise<void> {
  const ctx = worldContext(db)
  for (const [loginName, [inside, outside]] of Object.entries(doubles)) {
    const displayName = `${roles[inside]}兼${roles[outside]}（测试）`
    const person = await addPerson(ctx, { loginName, displayName, password })
    await addPosting(ctx, person, inside, places.inside)
    await addPosting(ctx, person, outside, places.outside)
  }
}

function ok<T>(reply: Reply<T>): T {
  if (reply.status !== 200) throw new Error(`${reply.status} ${reply.raw.toString('utf8')}`)
  return reply.body
}
