// The addresses under which each route shows its faces: full, empty, of a past day, of a small area, half done.
import { beforeAll } from 'vitest'
import { censusApi } from '../../src/modules/census/census-api.ts'
import { certificatesApi } from '../../src/modules/certificates/certificates-api.ts'
import { chartersApi } from '../../src/modules/charters/charters-api.ts'
import { sql } from '../../src/platform/db.ts'
import { counted, filled } from '../charters.ts'
import { bookOf, importAll, upload } from '../importing.ts'
import { addChanges } from '../server/access/of-changes.ts'
import { addFilings } from '../server/access/of-filing.ts'
import { addHonors } from '../server/access/of-honors.ts'
import { addParty } from '../server/access/of-party.ts'
import { addRecords } from '../server/access/of-records.ts'
import { addTraining } from '../server/access/of-training.ts'
import { places, spotsIn, worldToday } from '../world.ts'
import { activityFaces } from './activity-faces.ts'
import type { Product } from './product.ts'
import { serviceFaces } from './service-faces.ts'
import { supportFaces } from './support-faces.ts'
import { venueFaces } from './venue-faces.ts'
import { workerFaces } from './worker-faces.ts'

/** Route → addresses; the first is within reach of every role of the world's `inside` that may open the route. */
export function useFaces(product: Product): () => Record<string, string[]> {
  let faces: Record<string, string[]> = {}
  beforeAll(async () => {
    faces = await facesOf(product)
  })
  return () => faces
}

async function facesOf(product: Product): Promise<Record<string, string[]>> {
  const { community, township } = await spotsIn(product.database(), places.inside)
  const { programme, organization, name } = await one(product, community)
  const imports = await importsOf(product, name)
  const census = await openCensus(product)
  const charters = await chartersOf(product, community)
  return {
    '/': ['/'],
    '/programmes': ['/programmes'],
    '/programmes/:id': ['', `?area=${community}`, '?asOf=2022-06-30'].map(
      (rest) => `/programmes/${programme}${rest}`,
    ),
    '/programmes/:id/targets/:target': [
      ...['five-plus-x', 'urban-average', 'register', 'environment'],
      ...[`five-plus-x?area=${township}`, `five-plus-x?area=${community}`],
    ].map((rest) => `/programmes/${programme}/targets/${rest}`),
    '/programmes/:id/rural-urban': ['', '?measure=organizations&side=rural', '?measure=trainings'].map(
      (rest) => `/programmes/${programme}/rural-urban${rest}`,
    ),
    '/organizations': ['/organizations', '/organizations?q=nothingOfThisName'],
    '/organizations/new': ['/organizations/new'],
    '/organizations/:id': [`/organizations/${organization}`],
    '/organizations/:id/years/:year': [2023, 2019].map(
      (year) => `/organizations/${organization}/years/${year}`,
    ),
    '/organizations/:id/edit': [`/organizations/${organization}/edit`],
    ...(await papersOf(product, community, organization)),
    '/rules': ['/rules'],
    '/tier-hints': ['/tier-hints'],
    '/imports': ['/imports'],
    '/imports/new': ['/imports/new'],
    '/imports/:id': imports.map((rest) => `/imports/${rest}`),
    '/areas': ['/areas', `/areas?at=${township}`],
    '/people': ['/people'],
    '/packs': ['/packs'],
    '/work': [
      '/work',
      '/work?source=organizations.import',
      '/work?source=organizations.import&overseen=true',
    ],
    '/censuses': ['/censuses'],
    '/censuses/:id': [`/censuses/${census}`, `/censuses/${census}?area=${township}`],
    '/censuses/:id/walk': [
      `/censuses/${census}/walk`,
      `/censuses/${census}/walk?area=${community}`,
      `/censuses/${census}/walk?area=${community}&edit=new`,
    ],
    '/organizations/:id/charter': charters.writing.map((id) => `/organizations/${id}/charter`),
    '/charters/:id': charters.versions.map((rest) => `/charters/${rest}`),
    ...(await supportFaces(product, community)),
    '/hubs': ['/hubs', '/hubs?without=true', '/hubs?service=custody&area=320585000000'],
    '/certificates': ['/certificates', '/certificates?state=due'],
    '/certificates/waiting': ['/certificates/waiting'],
    '/verify': ['/verify'],
    '/verify/:code': [`/verify/${await certificateCode(product)}`],
    ...(await recordFaces(product, { mark: '端午', area: community, organization, programme })),
    ...(await venueFaces(product, community)),
    ...(await workerFaces(product, { mark: '端午', area: community })),
    '/me': ['/me'],
    '/sign-in': ['/sign-in'],
    '/api-docs': ['/api-docs'],
  }
}

type RecordSpot = Parameters<typeof addRecords>[1]

async function recordFaces(product: Product, spot: RecordSpot): Promise<Record<string, string[]>> {
  const { record, convention } = await addRecords(product.database(), spot)
  return {
    '/records': ['/records', '/records?kind=surveys&year=2022'],
    '/records/new': [
      '/records/new',
      '/records/new?kind=documents&a.kind=workPlan',
      '/records/new?kind=conventions',
    ],
    '/records/:id': [`/records/${record}`, `/records/${convention}`],
    '/records/:id/edit': [`/records/${record}/edit`],
  }
}

const one = (product: Product, community: string) =>
  product.database().one<{ programme: string; organization: string; name: string }>(sql`
    select (select id from programme) as programme, short_name as name,
      (select id from organization where community = ${community} order by id limit 1) as organization
    from area where code = ${community}`)

/** Applications, changes, exits and party records of the community, kept by its leader, with the pages that make them. */
async function papersOf(
  product: Product,
  area: string,
  organization: string,
): Promise<Record<string, string[]>> {
  const { id: keptBy } = await product
    .database()
    .one<{ id: string }>(sql`select id from person where login_name = 'organizationLeader.inside'`)
  const spot = { mark: '端午', area, keptBy, organization }
  const filing = await addFilings(product.database(), spot)
  const changes = await addChanges(product.database(), spot)
  const { partyBranch } = await addParty(product.database(), spot)
  const honors = await addHonors(product.database(), spot)
  const service = await serviceFaces(product, spot)
  const { trainingComing, trainingHeld, trainingToday, checkInCode, paperCode } = await addTraining(
    await product.clientAs('cityOfficer.inside'),
    product.database(),
    spot,
  )
  const own = (page: string) => [`/organizations/${organization}/${page}`]
  return {
    '/applications': ['/applications', '/applications?status=refused'],
    '/applications/new': ['/applications/new'],
    '/applications/:id': [filing.filingCommunity, filing.filingTownship].map((id) => `/applications/${id}`),
    '/changes': ['/changes', '/changes?state=decided'],
    '/changes/:id': [changes.changeSubmitted, changes.changeReturned].map((id) => `/changes/${id}`),
    ...{ '/organizations/:id/change': own('change'), '/organizations/:id/move': own('move') },
    ...{ '/organizations/:id/merge': own('merge'), '/organizations/:id/split': own('split') },
    '/organizations/:id/exit': own('exit'),
    ...service,
    ...(await activityFaces(product, { mark: '端午', area, organization })),
    '/trainings': ['/trainings', '/trainings?view=lacking', '/trainings?view=plan'],
    '/trainings/:id': [trainingHeld, trainingComing, trainingToday].map((id) => `/trainings/${id}`),
    '/check-in/:code': [`/check-in/${checkInCode}`],
    '/verify-training/:code': [`/verify-training/${paperCode}`],
    '/honors': ['/honors', '/honors?kind=brand&state=withdrawn'],
    '/honors/new': ['/honors/new', '/honors/new?kind=pilot&subject=area'],
    '/honors/:id': [honors.honorNominated, honors.honorNoticed, honors.honorAwarded].map(
      (id) => `/honors/${id}`,
    ),
    '/notices': ['/notices', '/notices?area=320583000000'],
    '/party': ['/party'],
    '/party/branches': ['/party/branches'],
    '/party/branches/:id': [`/party/branches/${partyBranch}`],
    '/party/instructors': ['/party/instructors'],
  }
}

/** The code of a certificate that is issued to one of the filed organizations. */
async function certificateCode(product: Product): Promise<string> {
  const { id } = await product.database().one<{ id: string }>(sql`
    select id from organization where county = ${places.inside} and tier = 'filed' and status <> 'ended' order by id limit 1`)
  const officer = await product.clientAs('countyOfficer.inside')
  await officer.call(certificatesApi.issue, { params: { id }, body: { on: worldToday } })
  const { code } = await product
    .database()
    .one<{ code: string }>(sql`select code from certificate where organization = ${id}`)
  return code
}

/** A draft with a problem, seen in two of its steps, and one that has been imported. */
async function importsOf(product: Product, community: string): Promise<string[]> {
  const officer = await product.clientAs('countyOfficer.inside')
  const good = ['端午乙合唱队', '文化艺术', community, '', '', '12', '2021-09-01']
  const bad = ['端午甲合唱队', '文艺', '没有这个社区', '', '', '很多', '2021.9']
  const draft = (await upload(officer, places.inside, bookOf([bad, good]))).body.id
  const done = await importAll(officer, places.inside, bookOf([good]))
  return [draft, `${draft}?step=preview`, done.id]
}

/** A census of the county that has just begun. */
async function openCensus(product: Product): Promise<string> {
  const officer = await product.clientAs('countyOfficer.inside')
  const draft = { title: '端午摸底', area: places.inside, orderedBy: '民政局', dueOn: worldToday }
  const { id } = (await officer.call(censusApi.create, { body: draft })).body
  await officer.call(censusApi.open, { params: { id } })
  return id
}

/**
 * A first charter in force with a change that is being written and compared, an organization without one, a paper; all
 * kept by the leader of the world.
 */
async function chartersOf(
  product: Product,
  community: string,
): Promise<{ writing: string[]; versions: string[] }> {
  const worker = await product.clientAs('communityWorker.inside')
  const [first, bare, third] = await keptByLeader(product, community)
  const start = async (id: string, from: string | null) =>
    (await worker.call(chartersApi.start, { params: { id }, body: { from } })).body
  const draft = await start(first, null)
  const form = filled(draft)
  const params = { id: draft.id }
  await worker.call(chartersApi.edit, { params, body: { revision: draft.revision, form } })
  const body = { ...counted, revision: draft.revision + 1, inForceOn: counted.heldOn }
  const { status } = (await worker.call(chartersApi.vote, { params, body })).body
  if (status !== 'inForce') throw new Error(`the first charter is ${status}`)
  const change = await start(first, draft.id)
  const edited = { ...form, purpose: '以歌会友，服务邻里', other: ['活动前后一起打扫'] }
  await worker.call(chartersApi.edit, { params: { id: change.id }, body: { revision: 1, form: edited } })
  const file = { name: '旧章程.pdf', bytes: new TextEncoder().encode('%PDF-1.4\n%%EOF\n') }
  const paper = (await worker.upload(chartersApi.upload, { params: { id: third } }, file)).body
  return {
    writing: [bare, first],
    versions: [draft.id, change.id, `${change.id}?with=${draft.id}`, paper.id],
  }
}

/** Three organizations of the community, kept by the leader who is posted there. */
async function keptByLeader(product: Product, community: string): Promise<[string, string, string]> {
  const rows = await product.database().rows<{ id: string }>(sql`
    update organization set keeper = (select id from person where login_name = 'organizationLeader.inside')
    where id in (select id from organization where community = ${community} and status = 'active' order by id limit 3)
    returning id`)
  const [first, bare, third] = rows.map(({ id }) => id)
  if (!first || !bare || !third) throw new Error('the community has too few organizations')
  return [first, bare, third]
}
