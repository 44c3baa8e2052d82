// Populations through the front door: one by one, from a table, on past days, and within one's own area.
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { areasApi } from '../areas-api.ts'
import { areaSources } from './measures.ts'

const database = useDatabase()
let officer: Client
let codes: string[]
let outside: string

beforeAll(async () => {
  officer = await clientOf(await testServer(database()), 'countyOfficer.inside')
  const communities = await database().rows<{ code: string }>(sql`
    select code::text from area where county = ${places.inside} and level = 'community' order by code limit 5`)
  codes = communities.map(({ code }) => code)
  outside = (await spotsIn(database(), places.outside)).community
})

beforeEach(() => database().run(sql`delete from area_population`))

const said = { onDay: '2022-12-31', residents: 3210, households: null, source: '年报' }
const put = (code = codes[0] ?? '', body: typeof said | object = said) =>
  officer.call(areasApi.recordPopulation, { params: { code }, body: body as typeof said })

const table = (text: string) =>
  officer.upload(
    areasApi.importPopulation,
    { query: { onDay: '2022-12-31', source: '年报' } },
    { name: '人口.csv', bytes: new TextEncoder().encode(text) },
  )

describe('A population', () => {
  it('is shown with its day and its source; the newest day is the one that is shown', async () => {
    expect((await put()).body.population).toEqual(said)
    await put(codes[0], { ...said, onDay: '2020-11-01', residents: 2000 })
    const { body } = await officer.call(areasApi.area, { params: { code: codes[0] ?? '' } })
    expect(body.population).toEqual(said)
  })

  it('is refused without any number, of a day to come, below zero, of no community, and elsewhere', async () => {
    expect((await put(codes[0], { ...said, residents: null })).body).toMatchObject({
      code: 'population.nothing',
    })
    expect((await put(codes[0], { ...said, onDay: '2099-01-01' })).body).toMatchObject({
      code: 'population.inFuture',
    })
    expect((await put(codes[0], { ...said, residents: -1 })).status).toBe(400)
    expect((await put(places.inside)).body).toMatchObject({ code: 'area.onlyCommunities' })
    expect((await put(outside)).status).toBe(404)
  })
})

describe('A table of populations', () => {
  it('writes its good rows and names every other one', async () => {
    const [a, b, c, d] = codes
    const { body } = await table(
      [
        '2022 年人口,,',
        '区划代码,常住人口,户数',
        `${a},"3,210",1100户`,
        `${b},８８８人,`,
        `${c},许多,3`,
        `${d},,`,
        `${a},5,5`,
        `${outside},5,5`,
        '12,5,5',
      ].join('\n'),
    )
    expect(body.written).toBe(2)
    expect(body.problems.map(({ row }) => row)).toEqual([5, 6, 7, 8, 9])
    const { body: seen } = await officer.call(areasApi.area, { params: { code: b ?? '' } })
    expect(seen.population).toMatchObject({ residents: 888, households: null })
  })

  it('without the columns is refused with the names of the columns that it needs', async () => {
    const { body } = await table('代码,名称\n1,2')
    expect(body).toMatchObject({ code: 'areaTable.noHeader' })
    expect(JSON.stringify(body)).toContain('“区划代码”、“常住人口”')
  })
})

describe('The measure of residents', () => {
  it('holds, on any day, the newest number of each community up to that day', async () => {
    const day = fc
      .integer({ min: 0, max: 900 })
      .map((days) => new Date(1.6e12 + days * 864e5).toISOString().slice(0, 10))
    const entry = fc.record({ at: fc.nat(4), onDay: day, residents: fc.option(fc.nat(9000)) })
    const unlike = (one: { at: number; onDay: string }) => `${one.at} ${one.onDay}`
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(entry, { selector: unlike, maxLength: 12 }),
        day,
        async (entries, on) => {
          await database().run(sql`delete from area_population`)
          for (const { at, onDay, residents } of entries)
            await put(codes[at], { onDay, residents, households: 1, source: '试' })
          const known = entries.filter(({ onDay, residents }) => onDay <= on && residents !== null)
          const newest = new Map(
            known
              .sort((a, b) => (a.onDay < b.onDay ? -1 : 1))
              .map(({ at, residents }) => [at, residents ?? 0]),
          )
          const source = areaSources.residents
          if (!source) throw new Error('no such measure')
          const row = await database().one<{ sum: number }>(sql`
          select coalesce(sum(${source.quantity}), 0)::int as sum from ${source.from}
          where m.starts_on <= ${on} and (m.ends_on is null or m.ends_on > ${on})`)
          expect(row.sum).toBe([...newest.values()].reduce((sum, one) => sum + one, 0))
        },
      ),
      { numRuns: 12 },
    )
  })
})
