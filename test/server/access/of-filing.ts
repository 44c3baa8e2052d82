// Calls of every endpoint of filing, for the access matrix, and the applications that they are made on.

import type { filingApi } from '../../../src/modules/filing/filing-api.ts'
import type { keepersApi } from '../../../src/modules/organizations/keepers-api.ts'
import type { leadersApi } from '../../../src/modules/people/leaders-api.ts'
import { addPerson, addPosting } from '../../../src/modules/people/server/index.ts'
import { type Db, sql } from '../../../src/platform/db.ts'
import { password, worldContext } from '../../world.ts'
import type { SamplesOf } from './samples.ts'
import type { Place } from './scene.ts'

const inArea = { lies: (at: Place) => at.area }
const ofApplication = { kind: 'thing', see: 'filing.see', kept: true, ...inArea } as const
const byDraft = (at: Place) => ({ params: { id: at.filingDraft } })
const says = { words: '试' }
const nobodys = '019893c1-0000-7000-8000-0000000000f0'

export const filingSamples: SamplesOf<typeof filingApi> = {
  list: {
    ...{ kind: 'list', kept: true, ...inArea, given: (at) => ({ query: { area: at.area, limit: 200 } }) },
    found: ({ body }, at) => body.items.some(({ id }) => id === at.filingDraft),
  },
  count: {
    ...{ kind: 'list', kept: true, ...inArea, given: (at) => ({ query: { area: at.county, q: at.mark } }) },
    found: ({ body }) => body.value > 0,
  },
  one: { ...ofApplication, given: byDraft },
  create: {
    ...{ kind: 'thing', see: 'area.see', ...inArea },
    given: (at) => ({ body: { key: nobodys, area: at.area } }),
  },
  save: { ...ofApplication, given: (at) => ({ ...byDraft(at), body: { version: 1, facts: {} } }) },
  submit: { ...ofApplication, given: (at) => ({ params: { id: at.filingCorrecting } }) },
  withdraw: { ...ofApplication, given: (at) => ({ ...byDraft(at), body: says }) },
  roster: { ...ofApplication, given: byDraft },
  saveRoster: { ...ofApplication, given: (at) => ({ ...byDraft(at), body: { members: [{ name: '甲' }] } }) },
  uploadRoster: {
    ...ofApplication,
    given: byDraft,
    file: () => ({ name: '名册.csv', bytes: new TextEncoder().encode('姓名\n甲\n') }),
  },
  party: { ...ofApplication, given: byDraft },
  addFile: {
    ...ofApplication,
    given: (at) => ({ ...byDraft(at), query: { material: 'charter' } }),
    file: () => ({ name: '章程.pdf', bytes: new TextEncoder().encode('%PDF-1.4\n%试\n%%EOF\n') }),
  },
  dropFile: { ...ofApplication, given: (at) => ({ params: { id: at.filingDraft, file: at.filingFile } }) },
  file: { ...ofApplication, given: (at) => ({ params: { id: at.filingDraft, file: at.filingFile } }) },
  formPdf: { ...ofApplication, given: byDraft },
  formWord: { ...ofApplication, given: byDraft },
  say: { ...ofApplication, given: (at) => ({ ...byDraft(at), body: says }) },
  urge: { ...ofApplication, given: (at) => ({ params: { id: at.filingTownship }, body: says }) },
  handleInCommunity: {
    ...ofApplication,
    given: (at) => ({ params: { id: at.filingCommunity }, body: { step: 'approve', ...says } }),
  },
  handleInTownship: {
    ...ofApplication,
    given: (at) => ({ params: { id: at.filingTownship }, body: { step: 'approve', ...says } }),
  },
  handleInCounty: {
    ...ofApplication,
    given: (at) => ({ params: { id: at.filingCounty }, body: { step: 'refuse', ...says } }),
  },
  confirmMany: {
    ...{ kind: 'list', ...inArea },
    given: (at) => ({ body: { ids: [at.filingCommunity], step: 'approve', ...says } }),
    found: ({ body }) => body.results.every(({ ok }) => ok),
  },
  decideMany: {
    ...{ kind: 'list', ...inArea },
    given: (at) => ({ body: { ids: [at.filingTownship], step: 'refuse', ...says } }),
    found: ({ body }) => body.results.every(({ ok }) => ok),
  },
  registerMany: {
    ...{ kind: 'list', ...inArea },
    given: (at) => ({ body: { ids: [at.filingCounty], step: 'refuse', ...says } }),
    found: ({ body }) => body.results.every(({ ok }) => ok),
  },
}

export const leaderSamples: SamplesOf<typeof leadersApi> = {
  list: {
    ...{ kind: 'list', ...inArea, given: (at) => ({ query: { area: at.area } }) },
    found: ({ body }, at) => body.items.some(({ id }) => id === at.leader),
  },
  create: {
    ...{ kind: 'thing', see: 'area.see', ...inArea },
    given: (at) => ({ body: { displayName: '陈某', area: at.area } }),
  },
  renew: {
    ...{ kind: 'thing', see: 'person.createLeader', ...inArea },
    given: (at) => ({ params: { id: at.leader } }),
  },
}

const ofOrganization = { kind: 'thing', see: 'organization.see', kept: true, ...inArea } as const

export const keeperSamples: SamplesOf<typeof keepersApi> = {
  one: { ...ofOrganization, given: (at) => ({ params: { id: at.organization } }) },
  set: {
    ...ofOrganization,
    given: (at) => ({ params: { id: at.organization }, body: { person: at.leader } }),
  },
}

/** Applications of a place: one at each desk, one draft with a file, one returned. */
export type PlaceFiling = Record<
  | 'filingDraft'
  | 'filingCorrecting'
  | 'filingCommunity'
  | 'filingTownship'
  | 'filingCounty'
  | 'filingFile'
  | 'leader',
  string
>

export const noFiling: PlaceFiling = {
  filingDraft: '019893c1-0000-7000-8000-0000000000f1',
  filingCorrecting: '019893c1-0000-7000-8000-0000000000f2',
  filingCommunity: '019893c1-0000-7000-8000-0000000000f3',
  filingTownship: '019893c1-0000-7000-8000-0000000000f4',
  filingCounty: '019893c1-0000-7000-8000-0000000000f5',
  filingFile: '019893c1-0000-7000-8000-0000000000f6',
  leader: '019893c1-0000-7000-8000-0000000000f7',
}

type Spot = { mark: string; area: string; keptBy: string }

const kinds = {
  filingDraft: { tier: 'filed', status: 'draft', desk: 'applicant', office: 'township' },
  filingCorrecting: { tier: 'guided', status: 'correcting', desk: 'applicant', office: 'township' },
  filingCommunity: { tier: 'guided', status: 'confirming', desk: 'community', office: 'township' },
  filingTownship: { tier: 'filed', status: 'deciding', desk: 'township', office: 'township' },
  filingCounty: { tier: 'registered', status: 'deciding', desk: 'county', office: 'county' },
} as const

export async function addFilings(db: Db, spot: Spot): Promise<PlaceFiling> {
  const ids: Record<string, string> = {}
  for (const name of Object.keys(kinds) as (keyof typeof kinds)[]) ids[name] = await addOne(db, spot, name)
  const file = await addPaper(db, spot, ids.filingDraft ?? '')
  return { ...ids, filingFile: file, leader: await addLeader(db, spot) } as PlaceFiling
}

async function addOne(db: Db, { mark, area, keptBy }: Spot, name: keyof typeof kinds): Promise<string> {
  const { tier, status, desk, office } = kinds[name]
  const { place } = await db.one<{ place: string }>(
    sql`select short_name as place from area where code = ${area}`,
  )
  const facts = {
    name: `${place}${mark}${name === 'filingCorrecting' ? '合唱队' : name}`,
    category: 'culture',
    legalForm: 'none',
    leader: `${mark}人`,
    phone: null,
  }
  const terms = {
    path: ['confirming', 'approved'],
    office,
    limits: {},
    materials: [],
    warnWithin: 2,
    branchFrom: 3,
  }
  const { id } = await db.one<{ id: string }>(sql`
    insert into application (id, kind, tier, area, province, city, county, township, community, keeper, on_behalf,
      opened_by, draft_key, name, facts, status, desk, office, terms, returned_from, since_on, created_at, updated_at)
    select gen_random_uuid(), 'establish', ${tier}, a.code, a.province, a.city, a.county, a.township, a.community,
      (select person from posting where person = ${keptBy} and role = 'organizationLeader' limit 1), false,
      (select id from person where login_name = 'cityOfficer.inside'), gen_random_uuid(), ${facts.name}, ${JSON.stringify({ ...nothing, ...facts })},
      ${status}, ${desk}, ${office}, ${status === 'draft' ? null : JSON.stringify(terms)},
      ${status === 'correcting' ? 'confirming' : null}, '2023-08-20', now(), now()
    from area a where a.code = ${area} returning id`)
  return id
}

const nothing = {
  ...{ leaderInParty: null, members: null, partyMembers: null, residentsServed: null, foundedOn: null },
  ...{ place: null, scope: null, founders: null, foundingUnits: null, units: null, staff: null, money: null },
  ...{ supervision: null, supervisingBody: null, note: null },
}

async function addPaper(db: Db, { mark }: Spot, application: string): Promise<string> {
  const bytes = Buffer.from(`%PDF-1.4\n%${mark}\n`)
  const { id } = await db.one<{ id: string }>(sql`
    with content as (insert into file_content (sha256, byte_size, bytes)
      values (encode(sha256(${bytes}::bytea), 'hex'), ${bytes.length}, ${bytes}) returning sha256)
    insert into stored_file (id, sha256, kind, file_name, kept_at)
    select gen_random_uuid(), sha256, 'pdf', ${`${mark}章程.pdf`}, now() from content returning id`)
  await db.run(sql`
    insert into application_file (id, application, material, file, added_at, added_by)
    select gen_random_uuid(), a.id, 'charter', ${id}, now(), a.opened_by from application a where a.id = ${application}`)
  return id
}

/** Somebody who leads and holds nothing else; the name bears the mark. */
async function addLeader(db: Db, { mark, area }: Spot): Promise<string> {
  const ctx = worldContext(db)
  const id = await addPerson(ctx, { loginName: `worker.leader.${area}`, displayName: `${mark}长`, password })
  await addPosting(ctx, id, 'organizationLeader', area)
  return id
}
