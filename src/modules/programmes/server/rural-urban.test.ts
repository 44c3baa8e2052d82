// Rural beside urban: agrees with a plain recount of the rows, says what it does not know, and opens to its records.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, worldToday } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { measureSources } from '../../../server.ts'
import { programmesApi } from '../programmes-api.ts'

const database = useDatabase()
let officer: Client
let id: string

beforeAll(async () => {
  officer = await clientOf(await testServer(database()), 'countyOfficer.inside')
  id = (await officer.call(programmesApi.list)).body.items[0]?.id ?? ''
})

const compare = async (query: { area?: string; asOf?: string; measure?: string } = {}) =>
  (await officer.call(programmesApi.ruralUrban, { params: { id }, query: query as object })).body

type Row = { settlement: string; township: string; area: string; starts: string; ends: string | null }
const rowsOf = () =>
  database().rows<Row>(sql`
    select a.settlement, a.township::text as township, p.area::text as area, p.starts_on::text as starts,
      p.ends_on::text as ends
    from organization_period p join area a on a.code = p.area and a.level = 'community' and not a.virtual
    where p.superseded_at is null and p.county = ${places.inside}`)

type Community = { code: string; settlement: string; township: string }
const communities = () =>
  database().rows<Community>(sql`
    select code::text, settlement, township::text as township from area
    where county = ${places.inside} and level = 'community' and not virtual order by code`)

describe('Rural beside urban', () => {
  it('of any area on any day is a plain recount, per community and per thousand of the residents known', async () => {
    const [rows, all] = [await rowsOf(), await communities()]
    const area = fc.constantFrom(places.inside, ...new Set(all.map(({ township }) => township)))
    const day = fc.constantFrom('2021-12-31', '2022-07-01', '2023-01-01', worldToday)
    const heads = fc.array(fc.option(fc.integer({ min: 1, max: 9000 })), {
      minLength: all.length,
      maxLength: all.length,
    })
    await fc.assert(
      fc.asyncProperty(area, day, heads, async (code, asOf, people) => {
        const known = new Map(all.map((one, at) => [one.code, people[at] ?? null]))
        await plant(known)
        const body = await compare({ area: code, asOf })
        for (const side of ['urban', 'rural'] as const) {
          const mine = all.filter(
            (one) => one.settlement === side && [one.township, places.inside].includes(code),
          )
          const there = new Set(mine.map((one) => one.code))
          const counted = rows.filter(
            (row) =>
              there.has(row.area) && row.starts <= body.asOf && (row.ends === null || row.ends > body.asOf),
          )
          const residents = mine.reduce((sum, one) => sum + (known.get(one.code) ?? 0), 0)
          const among = counted.filter((row) => known.get(row.area)).length
          expect(body[side]).toEqual({
            communities: mine.length,
            quantity: counted.length,
            peopled: mine.filter((one) => known.get(one.code)).length,
            residents,
            perCommunity: mine.length > 0 ? counted.length / mine.length : null,
            perThousand: residents > 0 ? (among * 1000) / residents : null,
          })
          expect(body.trend.at(-1)?.[side]).toBe(body.collected ? body[side].perCommunity : null)
        }
      }),
      { numRuns: 15 },
    )
    expect(rows.length).toBeGreaterThan(50)
  })

  it('says nothing of a measure without a record, and nothing per resident where nobody put any on record', async () => {
    await database().run(sql`delete from area_population`)
    expect(await compare({ measure: 'censuses' })).toMatchObject({ collected: false })
    const body = await compare()
    expect(body).toMatchObject({
      collected: true,
      rural: { perThousand: null },
      share: { perThousand: null },
    })
    expect(body.trend[0]).toEqual({ year: 2019, urban: null, rural: null })
  })

  it('lists as many records of each side as it counts', async () => {
    const body = await compare()
    for (const settlement of ['urban', 'rural', 'above'] as const) {
      const query = { measure: 'organizations', settlement, limit: 5 }
      const { body: page } = await officer.call(programmesApi.ruralUrbanRecords, { params: { id }, query })
      expect(page.total.value).toBe(body[settlement].quantity)
    }
  })

  it.each(Object.keys(measureSources))('lists the records of %s', async (measure) => {
    const query = { measure, settlement: 'rural' as const, limit: 5 }
    const reply = await officer.call(programmesApi.ruralUrbanRecords, { params: { id }, query })
    expect(reply.status).toBe(200)
  })

  it('of a measure that is none is not found', async () => {
    const answer = await officer.call(programmesApi.ruralUrban, {
      params: { id },
      query: { measure: 'luck' },
    })
    expect(answer.status).toBe(404)
  })
})

async function plant(known: Map<string, number | null>): Promise<void> {
  const rows = [...known].flatMap(([code, residents]) => (residents === null ? [] : [{ code, residents }]))
  await database().run(sql`delete from area_population`)
  await database().run(sql`
    insert into area_population (area, on_day, residents, source, recorded_at)
    select code, '2020-11-01', residents, '普查', now()
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(code bigint, residents int)`)
}
