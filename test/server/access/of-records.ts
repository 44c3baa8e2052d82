// Calls of every endpoint of records, for the access matrix, and the records that they are made on.
import type { programmesApi } from '../../../src/modules/programmes/programmes-api.ts'
import type { recordsApi } from '../../../src/modules/records/records-api.ts'
import { type Db, sql } from '../../../src/platform/db.ts'
import { worldToday } from '../../world.ts'
import type { SamplesOf } from './samples.ts'
import type { Place } from './scene.ts'
import { textOf } from './telling.ts'

/** Of each place: a record about its organization with a file, a convention, a judgement with its paper and one without. */
export type PlaceRecords = { record: string; convention: string; judged: string; judgedBarely: string }

export const noRecords: PlaceRecords = {
  record: '019893c1-0000-7000-8000-000000000251',
  convention: '019893c1-0000-7000-8000-000000000252',
  judged: '019893c1-0000-7000-8000-000000000253',
  judgedBarely: '019893c1-0000-7000-8000-000000000254',
}

type Spot = Pick<Place, 'mark' | 'area' | 'organization' | 'programme'>

export async function addRecords(db: Db, spot: Spot): Promise<PlaceRecords> {
  const file = await addFile(db, `${spot.mark}记.pdf`)
  return {
    record: await addOne(db, spot, 'appraisals', { by: 'residents' }, spot.organization, file),
    convention: await addOne(db, spot, 'conventions', {}, null, null),
    judged: await addJudgement(db, spot, await addFile(db, `${spot.mark}佐证.pdf`)),
    judgedBarely: await addJudgement(db, spot, null),
  }
}

async function addFile(db: Db, name: string): Promise<string> {
  await db.run(sql`
    insert into file_content (sha256, byte_size, bytes) values (repeat('a', 64), 3, 'abc') on conflict do nothing`)
  const { id } = await db.one<{ id: string }>(sql`
    insert into stored_file (id, sha256, kind, file_name, kept_at)
    values (gen_random_uuid(), repeat('a', 64), 'pdf', ${name}, now()) returning id`)
  return id
}

async function addJudgement(db: Db, spot: Spot, file: string | null): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    insert into judgement (id, programme, target, area, result, judged_on, evidence, person, at, file)
    values (gen_random_uuid(), ${spot.programme}, 'environment', ${spot.area}, 'met', ${worldToday}, ${`${spot.mark}佐证`},
      (select id from person where login_name = 'cityOfficer.inside'), now(), ${file}) returning id`)
  return id
}

async function addOne(
  db: Db,
  { mark, area }: Spot,
  kind: string,
  attributes: object,
  organization: string | null,
  file: string | null,
): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    insert into dated_record (id, kind, area, province, city, county, township, community, organization, title, starts_on,
      attributes, recorded_at, file)
    select gen_random_uuid(), ${kind}, a.code, a.province, a.city, a.county, a.township, a.community, ${organization}::uuid,
      ${`${mark}事`}, '2023-03-01', ${JSON.stringify(attributes)}, now(), ${file}::uuid
    from area a where a.code = ${area} returning id`)
  return id
}

const inArea = { lies: (at: Place) => at.area }
const kept = { kind: 'thing', see: 'record.see', kept: true, ...inArea } as const
const byRecord = (at: Place) => ({ params: { id: at.record } })
const byArea = (at: Place) => ({ query: { area: at.area } })
const answers = (at: Place) => ({ area: at.area, title: `${at.mark}事`, startsOn: worldToday })
const reason = '试'
const pdf = () => ({ name: '公约.pdf', bytes: new TextEncoder().encode('%PDF-1.4\n%%EOF\n') })

export const recordsSamples: SamplesOf<typeof recordsApi> = {
  list: {
    ...{ kind: 'list', kept: true, ...inArea, given: byArea },
    found: ({ body }, at) => body.items.some(({ id }) => id === at.record),
  },
  count: {
    ...{ kind: 'list', kept: true, ...inArea },
    given: (at) => ({ query: { area: at.area, kind: ['appraisals'] } }),
    found: ({ body }) => body.value > 0,
  },
  export: {
    ...{ kind: 'list', ...inArea, given: byArea },
    found: ({ raw }, at) => textOf(raw).includes(`${at.mark}事`),
  },
  one: { ...kept, given: byRecord },
  enter: {
    ...{ kind: 'thing', see: 'area.see', ...inArea },
    given: (at) => ({ body: { ...answers(at), kind: 'conventions' } }),
  },
  correct: {
    ...kept,
    given: (at) => ({ ...byRecord(at), body: { ...answers(at), attributes: { by: 'committee' }, reason } }),
  },
  withdraw: { ...kept, given: (at) => ({ ...byRecord(at), body: { reason } }) },
  end: {
    ...{ kind: 'thing', see: 'record.see', ...inArea },
    given: (at) => ({ params: { id: at.convention }, body: { on: worldToday, reason } }),
  },
  attach: {
    ...{ kind: 'thing', see: 'record.see', ...inArea },
    given: (at) => ({ params: { id: at.convention } }),
    file: pdf,
  },
  file: { ...kept, given: byRecord },
}

const ofJudgement = { kind: 'thing', see: 'programme.see', ...inArea } as const

/** The papers of judgements, among the samples of programmes. */
export const judgementSamples: Pick<SamplesOf<typeof programmesApi>, 'attachPaper' | 'paper'> = {
  attachPaper: { ...ofJudgement, given: (at) => ({ params: { id: at.judgedBarely } }), file: pdf },
  paper: { ...ofJudgement, given: (at) => ({ params: { id: at.judged } }) },
}
