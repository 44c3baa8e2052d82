// Calls of every endpoint of training, for the access matrix, and the trainings that they are made on.
import { OrganizationDraft } from '../../../src/modules/organizations/organization.ts'
import { enterOrganization } from '../../../src/modules/organizations/server/index.ts'
import { trainingApi } from '../../../src/modules/training/training-api.ts'
import { type Database, type Db, sql } from '../../../src/platform/db.ts'
import type { Client } from '../../client.ts'
import { worldContext, worldToday } from '../../world.ts'
import type { SamplesOf } from './samples.ts'
import type { Place } from './scene.ts'
import { textOf } from './telling.ts'

const inArea = { lies: (at: Place) => at.area }
const ofTraining = { kind: 'thing', see: 'training.see', ...inArea } as const
const along = { ...ofTraining, reach: 'along' } as const
const ofOrganization = { kind: 'thing', see: 'training.ofOrganization', kept: true, ...inArea } as const
const ofPaper = { kind: 'thing', see: 'training.names', kept: true, ...inArea } as const
const ofPublic = { kind: 'own', answers: 200, shipped: true } as const
const ofArea = { kind: 'thing', see: 'area.see', ...inArea } as const
const year = 2023
const reason = { body: { reason: '试' } }
const inYear = (at: Place) => ({ query: { area: at.area, year } })
const byComing = (at: Place) => ({ params: { id: at.trainingComing } })
const byToday = (at: Place) => ({ params: { id: at.trainingToday } })
const byCode = (at: Place) => ({ params: { code: at.checkInCode } })
const byHeld = (at: Place) => ({ params: { id: at.trainingHeld } })
const byFile = (at: Place) => ({ params: { id: at.trainingComing, file: at.trainingFile } })

const draftAt = ({ mark, area }: Pick<Place, 'mark' | 'area'>, heldOn: string) => ({
  ...{
    title: `${mark}培训`,
    area,
    organizer: `${mark}社区`,
    audience: 'keyMembers' as const,
    kind: 'onSite' as const,
  },
  ...{ heldOn, startsAt: '09:00', endsAt: '11:00' },
})
const comingOn = '2023-09-01'

export const trainingSamples: SamplesOf<typeof trainingApi> = {
  list: {
    ...{ kind: 'list', ...inArea, reach: 'along', given: (at) => ({ query: { area: at.area } }) },
    found: ({ body }, at) => body.items.some(({ id }) => id === at.trainingHeld),
  },
  export: {
    ...{ kind: 'list', ...inArea, reach: 'along', given: (at) => ({ query: { area: at.area } }) },
    found: ({ raw }, at) => textOf(raw).includes(`${at.mark}培训`),
  },
  sums: {
    ...{ kind: 'list', ...inArea, given: inYear },
    found: ({ body }) => body.items.some(({ trainings, attendances }) => trainings > 0 && attendances > 0),
  },
  lacking: {
    ...{ kind: 'list', ...inArea, given: (at) => ({ query: { area: at.area, year, limit: 200 } }) },
    found: ({ body }, at) => body.items.some(({ id }) => id === at.organization),
  },
  lackingCount: { ...{ kind: 'list', ...inArea, given: inYear }, found: ({ body }) => body.value > 0 },
  plan: { ...along, given: inYear },
  setPlan: { ...ofArea, given: (at) => ({ body: { area: at.area, year, lines: [] } }) },
  create: { ...ofArea, given: (at) => ({ body: draftAt(at, comingOn) }) },
  one: { ...along, given: byComing },
  edit: {
    ...ofTraining,
    given: (at) => ({ ...byComing(at), body: { version: 1, training: draftAt(at, comingOn) } }),
  },
  cancel: { ...ofTraining, given: (at) => ({ ...byComing(at), ...reason }) },
  addMaterial: { ...ofTraining, given: byComing, file: paperOf },
  material: { ...along, given: byFile },
  dropMaterial: { ...ofTraining, given: byFile },
  attendance: { ...ofTraining, given: byHeld },
  record: { ...ofTraining, given: (at) => ({ ...byHeld(at), body: { add: [] } }) },
  exportAttendance: { ...ofTraining, given: byHeld },
  sayApart: {
    ...ofTraining,
    given: (at) => ({ ...byHeld(at), body: { attendance: at.attendance, other: at.attendanceBeside } }),
  },
  organizationCertificate: {
    ...ofPaper,
    given: (at) => ({ params: { id: at.trainingHeld, organization: at.trainee } }),
  },
  certificate: { ...ofPaper, given: (at) => ({ params: { id: at.attendance } }) },
  verify: { ...ofPublic, given: (at) => ({ params: { code: at.paperCode } }) },
  invite: { ...ofTraining, given: (at) => ({ ...byComing(at), body: { organizations: [at.organization] } }) },
  enrol: {
    ...ofOrganization,
    given: (at) => ({ ...byComing(at), body: { organization: at.organization, people: 2 } }),
  },
  decline: { ...ofOrganization, given: (at) => ({ params: { id: at.invitation }, ...reason }) },
  withdraw: { ...ofOrganization, given: (at) => ({ params: { id: at.enrolment } }) },
  recall: { ...ofOrganization, kept: false, given: (at) => ({ params: { id: at.invitation }, ...reason }) },
  ofOrganization: { ...ofOrganization, given: (at) => ({ params: { id: at.trainee } }) },
  checkIn: { ...ofTraining, given: byToday },
  openCheckIn: { ...ofTraining, given: (at) => ({ ...byToday(at), body: { former: at.checkInCode } }) },
  closeCheckIn: { ...ofTraining, given: byToday },
  checkInSheet: { ...ofTraining, given: byToday },
  door: { ...ofPublic, given: byCode },
  arrive: { ...ofPublic, given: (at) => ({ ...byCode(at), body: { name: '小陈', said: '门口合唱队' } }) },
}

function paperOf({ mark }: Pick<Place, 'mark'>) {
  return { name: `${mark}讲义.pdf`, bytes: new TextEncoder().encode('%PDF-1.4\n%%EOF\n') }
}

/** A training to come with a file, an invitation and an enrolment; one that was held, and one beside it in the same hours;
 *  one of today with an open code. */
export type PlaceTraining = {
  trainingComing: string
  trainingFile: string
  invitation: string
  enrolment: string
  trainingHeld: string
  /** An organization of which somebody was trained. */
  trainee: string
  attendance: string
  attendanceBeside: string
  trainingToday: string
  /** Of a certificate of attendance. */
  paperCode: string
  checkInCode: string
}

export const noTraining: PlaceTraining = {
  trainingComing: '019893c1-0000-7000-8000-000000000221',
  trainingFile: '019893c1-0000-7000-8000-000000000222',
  invitation: '019893c1-0000-7000-8000-000000000223',
  enrolment: '019893c1-0000-7000-8000-000000000224',
  trainingHeld: '019893c1-0000-7000-8000-000000000225',
  trainee: '019893c1-0000-7000-8000-000000000226',
  attendance: '019893c1-0000-7000-8000-000000000227',
  attendanceBeside: '019893c1-0000-7000-8000-000000000228',
  trainingToday: '019893c1-0000-7000-8000-000000000229',
  checkInCode: 'nobodyhasthiscodeatall',
  paperCode: 'norhasanybodythiscode',
}

type Bare = Pick<Place, 'mark' | 'area' | 'keptBy' | 'organization'>

export async function addTraining(client: Client, database: Database, at: Bare): Promise<PlaceTraining> {
  const announce = async (heldOn: string) =>
    (await client.call(trainingApi.create, { body: draftAt(at, heldOn) })).body.id
  const coming = await announce(comingOn)
  const params = { id: coming }
  const { materials } = (await client.upload(trainingApi.addMaterial, { params }, paperOf(at))).body
  await client.call(trainingApi.invite, { params, body: { organizations: [at.organization] } })
  const trainee = await database.transaction((db) => enter(db, at))
  const held = await announce('2023-05-06')
  const attendance = await attend(client, held, trainee, at.mark)
  const attendanceBeside = await attend(client, await announce('2023-05-06'), null, at.mark)
  const today = await announce(worldToday)
  await client.call(trainingApi.invite, { params: { id: today }, body: { organizations: [at.organization] } })
  const opened = await client.call(trainingApi.openCheckIn, { params: { id: today }, body: { former: null } })
  return {
    ...{ trainingToday: today, checkInCode: opened.body.open?.code ?? '' },
    trainingComing: coming,
    trainingFile: materials[0]?.id ?? '',
    invitation: await answer(database, coming, at.organization),
    enrolment: await answer(database, coming, trainee, true),
    ...{
      trainingHeld: held,
      trainee,
      attendance,
      attendanceBeside,
      paperCode: await certify(database, attendance),
    },
  }
}

function enter(db: Db, { mark, area, keptBy }: Bare): Promise<string> {
  const draft = OrganizationDraft.parse({ name: `${mark}参训社`, area, category: 'service', tier: 'filed' })
  const act = { action: 'organization.create', on: worldToday, reason: null, keeper: keptBy }
  return enterOrganization(worldContext(db), draft, act)
}

async function attend(
  client: Client,
  id: string,
  organization: string | null,
  mark: string,
): Promise<string> {
  const add = [{ name: `${mark}学员`, organization }]
  const { body } = await client.call(trainingApi.record, { params: { id }, body: { add } })
  return body.items[0]?.id ?? ''
}

/** A certificate of one person as it is once it was printed. */
async function certify(db: Db, attendance: string): Promise<string> {
  const { code } = await db.one<{ code: string }>(sql`
    insert into training_paper (id, number, code, training, organization, names, body, title, organizer, kind, starts_on,
      ends_on, hours, issued_on)
    select gen_random_uuid(), 'PX' || left(t.id::text, 23), 'code-' || t.id, t.id, n.organization, jsonb_build_array(n.name), o.name,
      t.title, t.organizer, t.kind, t.held_on, t.until, '09:00–11:00', ${worldToday}
    from training_attendance n join training t on t.id = n.training join organization o on o.id = n.organization
    where n.id = ${attendance} returning code`)
  return code
}

/** The id of an organization's answer; one that comes is written down here. */
async function answer(db: Db, training: string, organization: string, comes = false): Promise<string> {
  if (comes)
    await db.run(sql`
      insert into training_enrolment (id, training, organization, status, people)
      values (gen_random_uuid(), ${training}, ${organization}, 'enrolled', 2)`)
  const { id } = await db.one<{ id: string }>(
    sql`select id from training_enrolment where training = ${training} and organization = ${organization}`,
  )
  return id
}
