// Calls of every endpoint of honors, for the access matrix, and the titles that they are made on.
import type { honorsApi } from '../../../src/modules/honors/honors-api.ts'
import { type Database, type Db, sql } from '../../../src/platform/db.ts'
import { keepFile } from '../../../src/platform/files/index.ts'
import { worldContext, worldToday } from '../../world.ts'
import type { SamplesOf } from './samples.ts'
import type { Place } from './scene.ts'
import { textOf } from './telling.ts'

const inArea = { lies: (at: Place) => at.area }
const ofHonor = { kind: 'thing', see: 'honor.see', kept: true, ...inArea } as const
const ofOrganization = { kind: 'thing', see: 'organization.see', kept: true, ...inArea } as const
const byNominated = (at: Place) => ({ params: { id: at.honorNominated } })
const byNoticed = (at: Place) => ({ params: { id: at.honorNoticed } })
const byAwarded = (at: Place) => ({ params: { id: at.honorAwarded } })
const byFile = (at: Place) => ({ params: { id: at.honorNominated, file: at.honorFile } })
const reason = { reason: '试' }
const words = { title: '品牌社区社会组织', year: 2021, ...reason }
const draft = (at: Place) => ({
  ...{ kind: 'brand' as const, level: 'township' as const, ...words },
  about: { subject: 'organization' as const, organization: at.organization },
})
const on = worldToday

export const honorsSamples: SamplesOf<typeof honorsApi> = {
  list: {
    ...{ kind: 'list', kept: true, ...inArea, given: (at) => ({ query: { area: at.area, limit: 200 } }) },
    found: ({ body }, at) => body.items.some(({ id }) => id === at.honorNominated),
  },
  count: {
    ...{ kind: 'list', kept: true, ...inArea, given: (at) => ({ query: { area: at.county, q: at.mark } }) },
    found: ({ body }) => body.value > 0,
  },
  export: {
    ...{ kind: 'list', ...inArea, given: (at) => ({ query: { area: at.area } }) },
    found: ({ raw }, at) => textOf(raw).includes(`${at.mark}合唱队`),
  },
  one: { ...ofHonor, given: byNominated },
  nominate: { ...ofOrganization, given: (at) => ({ body: draft(at) }) },
  record: {
    ...ofOrganization,
    given: (at) => ({ body: { ...draft(at), on, document: '试' } }),
  },
  edit: { ...ofHonor, given: (at) => ({ ...byNominated(at), body: { ...words, year: 2023 } }) },
  retract: { ...ofHonor, given: (at) => ({ ...byNominated(at), body: reason }) },
  pass: { ...ofHonor, given: byNominated },
  passMany: {
    ...{ kind: 'list', ...inArea, given: (at) => ({ body: { ids: [at.honorNominated] } }) },
    found: ({ body }) => body.results.every(({ ok }) => ok),
  },
  awardMany: {
    ...{ kind: 'list', ...inArea, given: (at) => ({ body: { ids: [at.honorOver], on } }) },
    found: ({ body }) => body.results.every(({ ok }) => ok),
  },
  refuse: { ...ofHonor, given: (at) => ({ ...byNoticed(at), body: reason }) },
  award: { ...ofHonor, given: (at) => ({ params: { id: at.honorOver }, body: { on } }) },
  withdraw: { ...ofHonor, given: (at) => ({ ...byAwarded(at), body: { ...reason, on } }) },
  annul: { ...ofHonor, given: (at) => ({ ...byAwarded(at), body: reason }) },
  object: {
    ...ofHonor,
    given: (at) => ({ ...byNoticed(at), body: { receivedOn: on, said: '试' } }),
  },
  settle: {
    ...ofHonor,
    given: (at) => ({
      params: { id: at.honorNoticed, objection: at.honorObjection },
      body: { outcome: 'dismissed', said: '试' },
    }),
  },
  addFile: {
    ...ofHonor,
    given: byNominated,
    file: () => ({ name: '事迹.pdf', bytes: paper('试') }),
  },
  dropFile: { ...ofHonor, given: byFile },
  file: { ...ofHonor, given: byFile },
  ofOrganization: { ...ofOrganization, given: (at) => ({ params: { id: at.organization } }) },
  // Told to everybody on purpose: who is in public notice.
  notices: { kind: 'own', answers: 200, shipped: true },
  noticePdf: { kind: 'own', answers: 200, shipped: true, given: byNoticed },
  noticeWord: { kind: 'own', answers: 200, shipped: true, given: byNoticed },
}

const paper = (words: string) => new TextEncoder().encode(`%PDF-1.4\n%${words}\n%%EOF\n`)

/** Of the organization of the place: a nomination with evidence, a public notice that runs with an objection, one that
 *  is over, a title. */
export type PlaceHonors = Record<
  'honorNominated' | 'honorNoticed' | 'honorOver' | 'honorAwarded' | 'honorObjection' | 'honorFile',
  string
>

export const noHonors: PlaceHonors = {
  honorNominated: '019893c1-0000-7000-8000-000000000241',
  honorNoticed: '019893c1-0000-7000-8000-000000000242',
  honorOver: '019893c1-0000-7000-8000-000000000246',
  honorAwarded: '019893c1-0000-7000-8000-000000000243',
  honorObjection: '019893c1-0000-7000-8000-000000000244',
  honorFile: '019893c1-0000-7000-8000-000000000245',
}

type Spot = Pick<Place, 'mark' | 'organization'>

export const addHonors = (database: Database, spot: Spot): Promise<PlaceHonors> =>
  database.transaction(async (db) => {
    const honorNominated = await addOne(db, spot, 'brand', 'nominated')
    const honorNoticed = await addOne(db, spot, 'model', 'noticed')
    const ctx = worldContext(db)
    const upload = { fileName: `${spot.mark}事.pdf`, bytes: paper(spot.mark) }
    const { id: honorFile } = await keepFile(ctx, upload, ['pdf'])
    await db.run(
      sql`insert into honor_file (honor, file, added_at) values (${honorNominated}, ${honorFile}, ${ctx.now})`,
    )
    const { id: honorObjection } = await db.one<{ id: string }>(sql`
      insert into honor_objection (id, honor, received_on, said, recorded_at)
      values (gen_random_uuid(), ${honorNoticed}, ${on}, ${`${spot.mark}言`}, ${ctx.now}) returning id`)
    const honorAwarded = await addOne(db, spot, 'observationSite', 'awarded')
    const honorOver = await addOne(db, spot, 'brand', 'noticed', -1)
    return { honorNominated, honorNoticed, honorOver, honorAwarded, honorObjection, honorFile }
  })

async function addOne(
  db: Db,
  { mark, organization }: Spot,
  kind: 'brand' | 'model' | 'observationSite',
  status: 'nominated' | 'noticed' | 'awarded',
  /** Days from today until the last one of its notice; its year tells it from the others. */
  left = 7,
): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    insert into honor (id, kind, subject, level, title, name, organization, area, province, city, county, township, community,
      desk, year, reason, status, nominated_on, due_on, notice_from, notice_until, awarded_on, created_at)
    select gen_random_uuid(), ${kind}, 'organization', 'township', ${`${mark}称号`}, o.name, o.id, o.area, o.province, o.city,
      o.county, o.township, o.community, o.township, ${left < 0 ? 2022 : 2023}, ${`${mark}事`}, ${status}, ${on}::date - 9, ${on}::date + 9,
      case when ${status} = 'noticed' then ${on}::date - 5 end, case when ${status} = 'noticed' then ${on}::date + ${left}::int end,
      case when ${status} = 'awarded' then ${on}::date end, now()
    from organization o where o.id = ${organization} returning id`)
  return id
}
