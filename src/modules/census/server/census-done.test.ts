// Where a census is done: an area below the campaign's when its every list is finished, the campaign's own when it is closed.
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { censusApi } from '../census-api.ts'
import { censusSources } from './measures.ts'

const database = useDatabase()
const source = censusSources.censuses
let officer: Client
let census: string

beforeAll(async () => {
  officer = await clientOf(await testServer(database()), 'countyOfficer.inside')
  const draft = { title: '摸底', area: places.inside, orderedBy: '民政局', dueOn: '2023-09-30' }
  census = (await officer.call(censusApi.create, { body: draft })).body.id
  await officer.call(censusApi.open, { params: { id: census } })
})

type List = { area: string; within: string[] }

const lists = () =>
  database().rows<List>(sql`
    select area::text, array_remove(array[township, community], null)::text[] as within
    from census_place where census = ${census} order by area`)

const published = async () => {
  if (!source) throw new Error('no such measure')
  const rows = await database().rows<{ area: string; starts_on: string }>(sql`
    select m.area::text as area, m.starts_on::text as starts_on from ${source.from} where ${source.where}`)
  return Object.fromEntries(rows.map(({ area, starts_on }) => [area, starts_on]))
}

/** By the lists themselves: the last day on which one of an area's was finished, where all are. */
function expected(places: List[], days: (string | null)[]): Record<string, string> {
  const done: Record<string, string> = {}
  for (const area of new Set(places.flatMap(({ within }) => within))) {
    const mine = places.flatMap(({ within }, at) => (within.includes(area) ? [days[at] ?? null] : []))
    if (mine.every((day) => day !== null)) done[area] = mine.sort().at(-1) ?? ''
  }
  return done
}

it('is the areas whose every list is finished, since the last of them', async () => {
  const all = await lists()
  const day = fc.option(fc.constantFrom('2023-07-01', '2023-07-31', '2023-08-02'), { freq: 12 })
  await fc.assert(
    fc.asyncProperty(fc.array(day, { minLength: all.length, maxLength: all.length }), async (days) => {
      for (const [at, { area }] of all.entries())
        await database().run(sql`
          update census_place set finished_at = ${days[at] ? `${days[at]}T23:30:00+08:00` : null}::timestamptz,
            finished_by = case when ${days[at] ?? null}::text is null then null else (select id from person limit 1) end
          where census = ${census} and area = ${area}`)
      expect(await published()).toEqual(expected(all, days))
    }),
    { numRuns: 15 },
  )
  expect(all.length).toBeGreaterThan(5)
})

it('is the county itself only when it is closed, with lists open or not', async () => {
  await database().run(
    sql`update census_place set finished_at = now(), finished_by = (select id from person limit 1)`,
  )
  expect(await published()).not.toHaveProperty(places.inside)
  expect(
    (await officer.call(censusApi.close, { params: { id: census }, body: { reason: '试' } })).status,
  ).toBe(200)
  expect(await published()).toHaveProperty(places.inside)
})
