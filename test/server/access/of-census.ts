// Calls of every endpoint of census, for the access matrix, and the campaigns that they are about.
import type { censusApi } from '../../../src/modules/census/census-api.ts'
import { type Db, sql } from '../../../src/platform/db.ts'
import { worldToday } from '../../world.ts'
import type { SamplesOf } from './samples.ts'
import type { Place } from './scene.ts'

/** Of each place: campaigns that are open and closed there, and a draft and a closed one in a community that is nobody's place. */
export type PlaceCensus = {
  census: string
  censusClosed: string
  censusDraft: string
  /** A closed one that may be reopened: no other is open there. */
  censusOver: string
  /** Version of the place's organization, and the key of the answer about it. */
  censusVersion: string
  censusSeen: string
}

export const noCensus: PlaceCensus = {
  census: '019893c1-0000-7000-8000-000000000121',
  censusDraft: '019893c1-0000-7000-8000-000000000122',
  censusClosed: '019893c1-0000-7000-8000-000000000123',
  censusOver: '019893c1-0000-7000-8000-000000000124',
  censusVersion: '1',
  censusSeen: '019893c1-0000-7000-8000-000000000125',
}

type Spot = Pick<Place, 'mark' | 'area' | 'county' | 'organization'>

/** Made last: everything that lives in the place by then has been answered about. */
export async function addCensuses(db: Db, spot: Spot): Promise<PlaceCensus> {
  const spare = await db.one<{ code: string }>(sql`
    select code::text as code from area where county = ${spot.county} and level = 'community' and not virtual
    order by code desc limit 1`)
  const census = await addOne(db, spot, spot.area, 'open')
  await addAnswers(db, census, spot.area)
  const { version, seen } = await db.one<{ version: number; seen: string }>(sql`
    select o.version, n.key as seen from organization o join census_answer n on n.organization = o.id
    where o.id = ${spot.organization} and n.census = ${census}`)
  return {
    census,
    censusDraft: await addOne(db, spot, spare.code, 'draft'),
    censusClosed: await addOne(db, spot, spot.area, 'closed'),
    censusOver: await addOne(db, spot, spare.code, 'closed'),
    censusVersion: String(version),
    censusSeen: seen,
  }
}

async function addOne(db: Db, { mark }: Spot, area: string, status: string): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    insert into census (id, title, area, province, city, county, township, community, ordered_by, repeats, due_on,
      status, opened_on, closed_on, created_by, created_at)
    select gen_random_uuid(), ${`${mark}摸底`}, a.code, a.province, a.city, a.county, a.township, a.community, ${`${mark}室`},
      'once', ${worldToday}, ${status}, case when ${status} <> 'draft' then ${worldToday}::date end,
      case when ${status} = 'closed' then ${worldToday}::date end,
      (select id from person where login_name = 'cityOfficer.inside'), now()
    from area a where a.code = ${area} returning id`)
  await db.run(sql`
    insert into census_place (census, area, province, city, county, township, community)
    select ${id}, a.code, a.province, a.city, a.county, a.township, a.community from area a
    where a.code = ${area} and ${status} <> 'draft'`)
  await db.run(sql`
    insert into census_baseline (id, census, area, as_of, frozen_at)
    select gen_random_uuid(), c.id, c.area, c.closed_on, now() from census c where c.id = ${id} and c.status = 'closed'`)
  return id
}

const addAnswers = (db: Db, census: string, area: string): Promise<number> =>
  db.run(sql`
    insert into census_answer (census, organization, area, province, city, county, township, community, outcome, key,
      answered_by, answered_at)
    select ${census}, o.id, o.area, o.province, o.city, o.county, o.township, o.community, 'confirmed', gen_random_uuid(),
      (select id from person where login_name = 'cityOfficer.inside'), '2023-08-25T01:00:00Z'
    from organization o where o.area = ${area} and o.status <> 'ended'`)

const area = (at: Place) => at.area
const seen = { kind: 'thing', see: 'census.see', lies: area } as const
const along = { ...seen, reach: 'along' } as const
const inArea = (at: Place) => ({ params: { id: at.census }, query: { area: at.area } })
const place = (at: Place) => ({ params: { id: at.census, area: at.area } })
const draft = (at: Place) => ({
  ...{ title: `${at.mark}摸底`, area: at.area, orderedBy: '民政局', dueOn: worldToday },
})
const reason = { body: { reason: '试' } }

export const censusSamples: SamplesOf<typeof censusApi> = {
  list: {
    ...{ kind: 'list', lies: area, reach: 'along' },
    found: ({ body }, at) => body.items.some(({ id }) => id === at.census),
  },
  create: { ...seen, see: 'area.see', given: (at) => ({ body: draft(at) }) },
  one: { ...along, given: (at) => ({ params: { id: at.census } }) },
  edit: { ...seen, given: (at) => ({ params: { id: at.censusDraft }, body: draft(at) }) },
  open: { ...seen, given: (at) => ({ params: { id: at.censusDraft } }) },
  close: { ...seen, given: (at) => ({ params: { id: at.census }, ...reason }) },
  reopen: { ...seen, given: (at) => ({ params: { id: at.censusOver }, ...reason }) },
  discard: { ...seen, given: (at) => ({ params: { id: at.censusDraft } }) },
  progress: { ...seen, given: inArea },
  baseline: { ...seen, given: (at) => ({ params: { id: at.censusClosed } }) },
  export: { ...seen, given: inArea },
  walk: { ...seen, given: place },
  answer: {
    ...seen,
    given: (at) => ({
      params: { id: at.census },
      body: {
        key: crypto.randomUUID(),
        organization: at.organization,
        version: Number(at.censusVersion),
        seen: at.censusSeen,
        saying: { kind: 'unsure', note: null },
      },
    }),
  },
  add: {
    ...{ ...seen, see: 'area.see' },
    given: (at) => ({
      params: { id: at.census },
      body: {
        key: crypto.randomUUID(),
        draft: { name: `${at.mark}新队`, area: at.area, category: 'culture', tier: 'guided' },
      },
    }),
  },
  finish: { ...seen, see: 'area.see', given: place },
  resume: { ...seen, see: 'area.see', given: place },
}
