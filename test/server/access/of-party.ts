// Calls of every endpoint of party, for the access matrix, and the records that they are made on.
import type { partyApi } from '../../../src/modules/party/party-api.ts'
import { type Db, sql } from '../../../src/platform/db.ts'
import { worldToday } from '../../world.ts'
import type { SamplesOf } from './samples.ts'
import type { Place } from './scene.ts'

const inArea = { lies: (at: Place) => at.area }
const ofOrganization = { kind: 'thing', see: 'party.see', kept: true, ...inArea } as const
const surveyed = { kind: 'thing', see: 'party.survey', ...inArea } as const
const byArea = (at: Place) => ({ query: { area: at.area } })
const byOrganization = (at: Place) => ({ params: { id: at.organization } })
const byBranch = (at: Place) => ({ params: { id: at.partyBranch } })
const byMember = (at: Place) => ({ params: { id: at.partyMember } })
const byPhoto = (at: Place) => ({ params: { id: at.partyActivity, file: at.partyPhoto } })
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const ending = { body: { on: worldToday, reason: '试' } }
const from = worldToday

export const partySamples: SamplesOf<typeof partyApi> = {
  coverage: { ...surveyed, given: byArea },
  covered: { ...surveyed, given: byArea },
  ofOrganization: { ...ofOrganization, given: byOrganization },
  proposal: { ...ofOrganization, given: byOrganization },
  partners: { ...ofOrganization, given: byOrganization },
  arrange: {
    ...ofOrganization,
    given: (at) => ({
      ...byOrganization(at),
      body: { kind: 'instructor', instructor: at.partyInstructor, from },
    }),
  },
  endArrangement: { ...ofOrganization, given: (at) => ({ ...byOrganization(at), ...ending }) },
  contact: {
    ...ofOrganization,
    given: (at) => ({ ...byOrganization(at), body: { kind: 'visit', on: from, matter: '试' } }),
  },
  lookAtMembers: { ...ofOrganization, given: byOrganization },
  addMember: {
    ...ofOrganization,
    given: (at) => ({ ...byOrganization(at), body: { name: '甲', from } }),
  },
  keepRoster: { ...ofOrganization, given: (at) => ({ ...byOrganization(at), body: { from } }) },
  editMember: { ...ofOrganization, given: (at) => ({ ...byMember(at), body: { name: '甲', from } }) },
  endMember: { ...ofOrganization, given: (at) => ({ ...byMember(at), body: { on: from } }) },
  addKeyPerson: {
    ...ofOrganization,
    given: (at) => ({ ...byOrganization(at), body: { name: '甲', kind: 'leads', from } }),
  },
  endKeyPerson: {
    ...ofOrganization,
    given: (at) => ({ params: { id: at.partyKeyPerson }, ...ending }),
  },
  branches: {
    ...{ kind: 'list', ...inArea, given: (at) => ({ query: { area: at.area, limit: 200 } }) },
    found: ({ body }, at) => body.items.some(({ id }) => id === at.partyBranch),
  },
  branch: { ...surveyed, given: byBranch },
  lookAtSecretary: { ...surveyed, given: byBranch },
  editBranch: { ...surveyed, given: (at) => ({ ...byBranch(at), body: { name: '新名' } }) },
  dissolve: { ...surveyed, given: (at) => ({ ...byBranch(at), ...ending }) },
  addActivity: {
    ...surveyed,
    given: (at) => ({ ...byBranch(at), body: { kind: 'themeDay', on: from, subject: '试' } }),
  },
  withdrawActivity: {
    ...surveyed,
    given: (at) => ({ params: { id: at.partyActivity }, body: { reason: '试' } }),
  },
  addPhoto: {
    ...surveyed,
    given: (at) => ({ params: { id: at.partyActivity } }),
    file: () => ({ name: '照片.png', bytes: onePixel }),
  },
  dropPhoto: { ...surveyed, given: byPhoto },
  photo: { ...surveyed, given: byPhoto },
  addPairing: {
    ...surveyed,
    given: (at) => ({
      ...byBranch(at),
      body: { partner: '中学', kind: 'school', about: '试', from },
    }),
  },
  endPairing: { ...surveyed, given: (at) => ({ params: { id: at.partyPairing }, ...ending }) },
  instructors: {
    ...{ kind: 'list', ...inArea, given: (at) => ({ query: { area: at.area, limit: 200 } }) },
    found: ({ body }, at) => body.items.some(({ id }) => id === at.partyInstructor),
  },
  addInstructor: {
    ...{ kind: 'thing', see: 'area.see', ...inArea },
    given: (at) => ({ body: { name: '甲', unit: '乙', area: at.area, from } }),
  },
  endInstructor: { ...surveyed, given: (at) => ({ params: { id: at.partyInstructor }, ...ending }) },
}

/** Records of party-building at a place. */
export type PlaceParty = {
  partyBranch: string
  partyInstructor: string
  partyMember: string
  partyKeyPerson: string
  partyActivity: string
  partyPairing: string
  partyPhoto: string
}

export const noParty: PlaceParty = {
  partyBranch: '019893c1-0000-7000-8000-0000000000a1',
  partyInstructor: '019893c1-0000-7000-8000-0000000000a2',
  partyMember: '019893c1-0000-7000-8000-0000000000a3',
  partyKeyPerson: '019893c1-0000-7000-8000-0000000000a4',
  partyActivity: '019893c1-0000-7000-8000-0000000000a5',
  partyPairing: '019893c1-0000-7000-8000-0000000000a6',
  partyPhoto: '019893c1-0000-7000-8000-0000000000a7',
}

/** An instructor looks after the organization; a branch beside it has a meeting and a pairing. */
export const addParty = (
  db: Db,
  { mark, area, organization }: Pick<Place, 'mark' | 'area' | 'organization'>,
): Promise<PlaceParty> =>
  db.one(sql`
    with a as (select * from area where code = ${area}),
      i as (insert into party_instructor (id, name, unit, area, province, city, county, township, community, starts_on)
        select gen_random_uuid(), ${`${mark}指导员`}, ${`${mark}居委会`}, code, province, city, county, township, community,
          '2022-01-01' from a returning id),
      t as (insert into party_arrangement (id, organization, kind, instructor, starts_on, recorded_at)
        select gen_random_uuid(), ${organization}, 'instructor', i.id, '2022-03-01', now() from i),
      b as (insert into party_branch (id, name, kind, nature, area, province, city, county, township, community,
          founded_on, secretary, recorded_on)
        select gen_random_uuid(), ${`${mark}支部`}, 'own', 'regular', code, province, city, county, township, community,
          '2022-03-01', ${`${mark}党员`}, '2022-03-01' from a returning id),
      x as (insert into party_activity (id, branch, kind, held_on, subject, recorded_at)
        select gen_random_uuid(), b.id, 'themeDay', '2023-08-01', ${`${mark}主题`}, now() from b returning id),
      c as (insert into file_content (sha256, byte_size, bytes)
        values (encode(sha256(${onePixel}::bytea), 'hex'), length(${onePixel}::bytea), ${onePixel})
        on conflict (sha256) do update set byte_size = excluded.byte_size returning sha256),
      f as (insert into stored_file (id, sha256, kind, file_name, kept_at)
        select gen_random_uuid(), c.sha256, 'png', ${`${mark}照片.png`}, now() from c returning id),
      l as (insert into party_photo (activity, file) select x.id, f.id from x, f),
      p as (insert into party_pairing (id, branch, partner, kind, about, starts_on)
        select gen_random_uuid(), b.id, ${`${mark}小学`}, 'school', ${`${mark}事`}, '2023-01-01' from b returning id),
      m as (insert into party_member (id, organization, name, relation, leader, key_member, starts_on)
        values (gen_random_uuid(), ${organization}, ${`${mark}党员`}, 'here', false, true, '2022-03-01') returning id),
      k as (insert into party_key_person (id, organization, name, kind, starts_on)
        values (gen_random_uuid(), ${organization}, ${`${mark}党员`}, 'leads', '2022-03-01') returning id)
    select b.id as "partyBranch", i.id as "partyInstructor", m.id as "partyMember", k.id as "partyKeyPerson",
      x.id as "partyActivity", p.id as "partyPairing", f.id as "partyPhoto" from b, i, m, k, x, p, f`)
