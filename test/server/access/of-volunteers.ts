// Calls of every endpoint of volunteers, for the access matrix, and the teams, people and hours that they are made on.
import { OrganizationDraft } from '../../../src/modules/organizations/organization.ts'
import { enterOrganization } from '../../../src/modules/organizations/server/index.ts'
import type { volunteersApi } from '../../../src/modules/volunteers/volunteers-api.ts'
import { type Database, type Db, sql } from '../../../src/platform/db.ts'
import { worldContext, worldToday } from '../../world.ts'
import type { SamplesOf } from './samples.ts'
import type { Place } from './scene.ts'
import { textOf } from './telling.ts'

const inArea = { lies: (at: Place) => at.area }
const ofTeam = { kind: 'thing', see: 'volunteer.see', kept: true, ...inArea } as const
const ofEntry = { kind: 'thing', see: 'service.see', kept: true, ...inArea } as const
const ofOrganization = { kind: 'thing', see: 'organization.see', kept: true, ...inArea } as const
const list = { kind: 'list', kept: true, ...inArea } as const
const byTeam = (at: Place) => ({ params: { id: at.team } })
const byMember = (at: Place) => ({ params: { id: at.teamMember } })
const byWaiting = (at: Place) => ({ params: { id: at.serviceWaiting } })
const byObjected = (at: Place) => ({ params: { id: at.serviceObjected } })
const byCertificate = (at: Place) => ({ params: { id: at.serviceCertificate } })
const byOrganization = (at: Place) => ({ params: { id: at.organization } })
const byArea = (at: Place) => ({ query: { area: at.area, limit: 200 } })
const ofArea = (at: Place) => ({ query: { area: at.area } })
const on = worldToday
const draft = { on: '2023-08-01' as typeof on, minutes: 60, kind: 'community', activity: '试' } as const
const reason = { reason: '试' }

export const volunteersSamples: SamplesOf<typeof volunteersApi> = {
  teams: { ...list, given: byArea, found: ({ body }, at) => body.items.some(({ id }) => id === at.team) },
  teamCount: { ...list, given: ofArea, found: ({ body }) => body.value > 0 },
  team: { ...ofTeam, given: byTeam },
  ofOrganization: { ...ofOrganization, given: byOrganization },
  found: {
    ...ofOrganization,
    given: (at) => ({ ...byOrganization(at), body: { name: '试队', startsOn: on } }),
  },
  endTeam: { ...ofTeam, given: (at) => ({ ...byTeam(at), body: { on, ...reason } }) },
  join: { ...ofTeam, given: (at) => ({ ...byTeam(at), body: { name: '试', from: on } }) },
  member: { ...ofTeam, given: byMember },
  editMember: { ...ofTeam, given: (at) => ({ ...byMember(at), body: { name: '试' } }) },
  leave: { ...ofTeam, given: (at) => ({ ...byMember(at), body: { on } }) },
  phone: { ...ofTeam, given: byMember },
  setAccount: { ...ofTeam, given: (at) => ({ ...byMember(at), body: { loginName: null } }) },
  entries: {
    ...{ ...list, given: byArea },
    found: ({ body }, at) => body.items.some(({ id }) => id === at.serviceWaiting),
  },
  entryCount: { ...list, given: ofArea, found: ({ body }) => body.value > 0 },
  exportEntries: {
    ...{ kind: 'list', ...inArea, given: ofArea },
    found: ({ raw }, at) => textOf(raw).includes(`${at.mark}事`),
  },
  record: { ...ofTeam, given: (at) => ({ ...byTeam(at), body: { ...draft, members: [at.teamMember] } }) },
  confirm: {
    ...{ ...list, given: (at) => ({ body: { ids: [at.serviceWaiting] } }) },
    found: ({ body }) => body.results.every(({ ok }) => ok),
  },
  refuse: { ...ofEntry, given: (at) => ({ ...byWaiting(at), body: reason }) },
  correct: { ...ofEntry, given: (at) => ({ ...byWaiting(at), body: { ...draft, ...reason } }) },
  withdraw: { ...ofEntry, given: (at) => ({ ...byWaiting(at), body: reason }) },
  answer: { ...ofEntry, given: (at) => ({ ...byObjected(at), body: { words: '试' } }) },
  certify: { ...ofTeam, given: (at) => ({ ...byMember(at), body: { from: draft.on, until: on } }) },
  printCertificate: { ...ofTeam, given: byCertificate },
  cancelCertificate: { ...ofTeam, given: (at) => ({ ...byCertificate(at), body: reason }) },
  // What the public may know is told to everybody.
  verifyService: {
    ...{ kind: 'own', answers: 200, shipped: true },
    given: (at) => ({ params: { code: at.serviceCode } }),
  },
  // Nobody's account is tied to a volunteer of the places.
  mine: { kind: 'own', answers: 200 },
  recordOwn: {
    ...{ kind: 'own', answers: 404 },
    given: (at) => ({ body: { ...draft, member: at.teamMember } }),
  },
  object: {
    ...{ kind: 'own', answers: 404 },
    given: (at) => ({ ...byWaiting(at), body: { words: '试' } }),
  },
}

/** A team of one, with hours that wait, hours that were objected to, and a certificate. */
export type PlaceVolunteers = {
  team: string
  teamMember: string
  serviceWaiting: string
  serviceObjected: string
  serviceCertificate: string
  serviceCode: string
}

export const noVolunteers: PlaceVolunteers = {
  team: '019893c1-0000-7000-8000-000000000141',
  teamMember: '019893c1-0000-7000-8000-000000000142',
  serviceWaiting: '019893c1-0000-7000-8000-000000000143',
  serviceObjected: '019893c1-0000-7000-8000-000000000144',
  serviceCertificate: '019893c1-0000-7000-8000-000000000145',
  serviceCode: 'nobody-has-this-code',
}

type Bare = Pick<Place, 'mark' | 'area' | 'keptBy'>

export const addVolunteers = (database: Database, at: Bare): Promise<PlaceVolunteers> =>
  database.transaction(async (db) => {
    const organization = await enter(db, at)
    const { team, teamMember } = await addMember(db, at, organization)
    const serviceWaiting = await addEntry(db, at, teamMember, '2023-08-20', null)
    const serviceObjected = await addEntry(db, at, teamMember, '2023-08-10', '不是那天')
    return { team, teamMember, serviceWaiting, serviceObjected, ...(await certify(db, at, serviceObjected)) }
  })

function enter(db: Db, { mark, area, keptBy }: Bare): Promise<string> {
  const draft = OrganizationDraft.parse({
    ...{ name: `${mark}志愿社`, area, category: 'charity', tier: 'filed' },
  })
  const act = { action: 'organization.create', on: worldToday, reason: null, keeper: keptBy }
  return enterOrganization(worldContext(db), draft, act)
}

async function addMember(
  db: Db,
  { mark, area }: Bare,
  organization: string,
): Promise<Pick<PlaceVolunteers, 'team' | 'teamMember'>> {
  const { id: team } = await db.one<{ id: string }>(sql`
    insert into volunteer_team (id, organization, name, starts_on, recorded_at)
    values (gen_random_uuid(), ${organization}, ${`${mark}室`}, '2023-01-01', now()) returning id`)
  const { id: volunteer } = await db.one<{ id: string }>(sql`
    insert into volunteer (id, name, phone, recorded_at)
    values (gen_random_uuid(), ${`${mark}人`}, ${`1371111${area.slice(-4)}`}, now()) returning id`)
  const { id: teamMember } = await db.one<{ id: string }>(sql`
    insert into team_member (id, volunteer_team, volunteer, starts_on)
    values (gen_random_uuid(), ${team}, ${volunteer}, '2023-01-01') returning id`)
  return { team, teamMember }
}

async function addEntry(
  db: Db,
  { mark }: Bare,
  member: string,
  day: string,
  objection: string | null,
): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    insert into service_entry (id, team_member, volunteer, organization, area, province, city, county, township, community,
      kind, content, served_on, minutes, status, due_on, recorded_at, objection, objected_on)
    select gen_random_uuid(), m.id, m.volunteer, o.id, o.area, o.province, o.city, o.county, o.township, o.community,
      'community', ${`${mark}事`}, ${day}, 90, case when ${objection}::text is null then 'waiting' else 'confirmed' end, ${day},
      now(), ${objection}, case when ${objection}::text is not null then ${worldToday}::date end
    from team_member m join volunteer_team t on t.id = m.volunteer_team join organization o on o.id = t.organization
    where m.id = ${member} returning id`)
  return id
}

async function certify(
  db: Db,
  { mark }: Bare,
  entry: string,
): Promise<Pick<PlaceVolunteers, 'serviceCertificate' | 'serviceCode'>> {
  const code = `code-${mark}`
  const { id } = await db.one<{ id: string }>(sql`
    insert into service_certificate (id, number, code, organization, volunteer, name, body, place, starts_on, ends_on, minutes,
      issued_on, status)
    select gen_random_uuid(), gen_random_uuid()::text, ${code}, e.organization, e.volunteer, '公开', '公开的组织', '某地', e.served_on,
      e.served_on, e.minutes, ${worldToday}, 'valid' from service_entry e where e.id = ${entry} returning id`)
  await db.run(sql`insert into certified_entry (service_certificate, service_entry) values (${id}, ${entry})`)
  return { serviceCertificate: id, serviceCode: code }
}
