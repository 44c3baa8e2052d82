// The year of an organization says what the rows say, adds up to what the areas say, and shows nobody what is not theirs.

import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, worldContext } from '../../../../test/world.ts'
import { addActivities } from '../../../demo/activities.ts'
import { addCertificates } from '../../../demo/certificates.ts'
import { spotsOf } from '../../../demo/demo-store.ts'
import { addHonors } from '../../../demo/honors.ts'
import { addHubTies } from '../../../demo/hub-store.ts'
import { addProjects } from '../../../demo/projects-store.ts'
import { addSupport } from '../../../demo/support.ts'
import { addTrainings } from '../../../demo/training-store.ts'
import { addVenues } from '../../../demo/venues-store.ts'
import { addVolunteers } from '../../../demo/volunteers-store.ts'
import type { Day } from '../../../kernel/time.ts'
import { raw, sql } from '../../../platform/db.ts'
import { measureSources } from '../../../server.ts'
import { programmeMeasures } from '../../programmes/measures.ts'
import { factsIn } from '../../programmes/server/index.ts'
import { partMeasures } from '../year-parts.ts'
import { yearsApi } from '../years-api.ts'
import { factsOf } from './fact-store.ts'

const database = useDatabase()
let officer: Client
/** Organizations of the county, those with most records first. */
let organizations: string[]

beforeAll(async () => {
  await database().transaction(async (db) => {
    const ctx = worldContext(db)
    const spots = await spotsOf(db, places.inside)
    await addCertificates(ctx)
    await addHubTies(ctx, ['party', 'venue'])
    await addProjects(ctx)
    await addVolunteers(ctx)
    await addHonors(ctx, { ownCounty: true })
    await addSupport(ctx, places.inside, spots)
    await addVenues(ctx, spots)
    await addTrainings(ctx)
    await addActivities(ctx, spots, [])
  })
  officer = await clientOf(await testServer(database()), 'countyOfficer.inside')
  const found = await database().rows<{ id: string }>(sql`
    select o.id from organization o where o.county = ${places.inside}
    order by (select count(*) from service_entry e where e.organization = o.id)
      + (select count(*) from training_attendance n where n.organization = o.id) * 9
      + (select count(*) from activity v where v.organization = o.id) * 99
      + (select count(*) from venue_booking b where b.organization = o.id) * 99 desc, o.id`)
  organizations = found.map(({ id }) => id)
})

const sheetOf = async (id: string, year: number, client = officer) =>
  (await client.call(yearsApi.sheet, { params: { id, year } })).body

type Row = Record<string, string | number | null>
const rowsOf = async (table: string, id: string): Promise<Row[]> => {
  const rows = await database().rows<{ row: Row }>(
    sql`select to_jsonb(t) as row from ${raw(table)} t where t.organization = ${id}`,
  )
  return rows.map(({ row }) => row)
}

/** A year of one organization, counted row by row. */
async function naive(id: string, year: number): Promise<Record<string, number>> {
  const inYear = (day: unknown) => String(day).slice(0, 4) === String(year) && String(day) <= '2023-08-25'
  const local = (at: unknown) => new Date(Date.parse(String(at)) + 8 * 3_600_000).toISOString().slice(0, 10)
  const people = (await rowsOf('training_attendance', id)).filter((one) => one.removed_at === null)
  const came = people.filter((one) => inYear(one.attended_on))
  const trainings = await database().rows<{ id: string; heldOn: string }>(
    sql`select id, held_on::text as "heldOn" from training where status = 'held'`,
  )
  const held = (await rowsOf('activity', id)).filter(
    (one) => ['held', 'concluded'].includes(String(one.status)) && inYear(local(one.starts_at)),
  )
  const hours = (await rowsOf('service_entry', id)).filter(
    (one) => one.status === 'confirmed' && inYear(one.served_on),
  )
  const finished = (await rowsOf('project', id)).filter(
    (one) => one.status === 'finished' && one.cost !== null && inYear(one.ends_on),
  )
  const booked = (await rowsOf('venue_booking', id)).filter(
    (one) => ['accepted', 'used'].includes(String(one.status)) && inYear(local(one.starts_at)),
  )
  const sum = (rows: Row[], field: string) => rows.reduce((total, row) => total + Number(row[field]), 0)
  return {
    trainings: trainings.filter(
      (one) => inYear(one.heldOn) && people.some(({ training }) => training === one.id),
    ).length,
    trainingAttendance: came.length,
    activities: held.length,
    activityAttendance: sum(held, 'attended'),
    serviceHours: Math.round((sum(hours, 'minutes') / 60) * 100) / 100,
    projectMoney: sum(finished, 'cost') / 100,
    venueUses: booked.length,
  }
}

describe('The year of an organization', () => {
  it('says what a count of the rows says, of any organization and year', async () => {
    const seen = new Set<string>()
    const agrees = async (id: string, year: number): Promise<void> => {
      const sheet = await sheetOf(id, year)
      const lines = sheet.parts.flatMap((part) => part.lines)
      for (const [measure, count] of Object.entries(await naive(id, year))) {
        const line = lines.find((each) => each.measure === measure)
        expect([measure, line?.quantity ?? 0]).toEqual([measure, count])
        if (count > 0) seen.add(measure)
      }
    }
    for (const id of organizations.slice(0, 12)) for (const year of [2022, 2023]) await agrees(id, year)
    const any = fc.constantFrom(...organizations)
    await fc.assert(fc.asyncProperty(any, fc.integer({ min: 2020, max: 2023 }), agrees), { numRuns: 25 })
    expect([...seen].sort()).toEqual(Object.keys(await naive(organizations[0] ?? '', 2023)).sort())
  })

  it('adds up, over all organizations, to what the area has of what happened', async () => {
    const span = { from: '2023-01-01' as Day, to: '2023-08-25' as Day }
    const asked = partMeasures.flatMap(({ measure }) => {
      const source = measureSources[measure]
      const flow = programmeMeasures[measure]?.kind === 'flow'
      return source && flow && source.of === undefined ? [{ measure, kind: 'flow' as const, source }] : []
    })
    const sums = new Map<string, number>()
    for (const id of organizations)
      for (const { measure, begun } of await factsOf(database(), id, asked, span))
        sums.set(measure, (sums.get(measure) ?? 0) + begun)
    for (const { measure, source } of asked) {
      const facts = factsIn(source, { measure, span, where: null }, { area: places.inside, level: 'county' })
      const { total } = await database().one<{ total: number }>(sql`
        select coalesce(sum(${source.quantity}), 0)::float as total from ${source.from}
        where ${facts} and m.organization is not null`)
      expect([measure, sums.get(measure) ?? 0]).toEqual([measure, expect.closeTo(total, 6)])
    }
    expect([...sums.keys()].length).toBeGreaterThan(5)
  })

  it('shows the register on the eve of the year and on its last day, and what changed between', async () => {
    const [id = ''] = organizations
    const first = (await sheetOf(id, 2023)).years.first
    const before = await sheetOf(id, first - 1)
    expect(before.register.every((line) => line.after === null)).toBe(true)
    const begun = await sheetOf(id, first)
    expect(begun.register.every((line) => line.before === null)).toBe(first > 1)
    expect(begun.register.find(({ title }) => title === '类别')?.after).toBeTruthy()
  })

  it('has the meetings of a branch only while the organization belonged to it', async () => {
    const [id = ''] = organizations
    await database().run(sql`
      with made as (
        insert into party_branch (id, name, kind, nature, area, province, city, county, township, community, founded_on, recorded_on)
        select gen_random_uuid(), '联合党支部', 'joint', 'regular', o.area, o.province, o.city, o.county, o.township,
          o.community, '2021-01-01', '2021-01-01' from organization o where o.id = ${id} returning id),
      met as (
        insert into party_activity (id, branch, kind, held_on, subject, recorded_at)
        select gen_random_uuid(), made.id, 'themeDay', day::date, '学习', now()
        from made, unnest(array['2021-05-01', '2022-05-01', '2023-05-01']) day)
      insert into party_arrangement (id, organization, kind, branch, starts_on, ends_on, recorded_at)
      select gen_random_uuid(), ${id}, 'joint', made.id, '2022-01-01', '2022-12-01', now() from made`)
    const found = async (year: number) =>
      (await sheetOf(id, year)).parts
        .flatMap((part) => part.lines)
        .filter(({ measure }) => measure === 'partyMeetings' || measure === 'partyBranches')
        .map(({ measure, quantity }) => [measure, quantity])
    expect(await found(2021)).toEqual([])
    expect(await found(2022)).toEqual([
      ['partyBranches', 0],
      ['partyMeetings', 1],
    ])
    expect(await found(2023)).toEqual([])
  })

  it('says what nobody records and what the reader may not know', async () => {
    const [id = ''] = organizations
    const party = await clientOf(officer.app, 'partyOfficer.inside')
    const sheet = await sheetOf(id, 2023, party)
    expect(sheet.withheld).toEqual(['志愿服务'])
    expect(sheet.parts.map((part) => part.id)).not.toContain('volunteers')
    expect(sheet.uncollected).toContain('社区基金')
    expect((await sheetOf(id, 2023)).withheld).toEqual([])
  })

  it('of a year to come is refused, and of an organization of elsewhere is not found', async () => {
    const [id = ''] = organizations
    expect((await officer.call(yearsApi.sheet, { params: { id, year: 2024 } })).status).toBe(422)
    const other = await clientOf(officer.app, 'countyOfficer.outside')
    for (const endpoint of [yearsApi.sheet, yearsApi.document] as const)
      expect((await other.call(endpoint, { params: { id, year: 2023 } })).status).toBe(404)
    expect((await other.call(yearsApi.facts, { params: { id } })).status).toBe(404)
  })

  it('is a Word document with the same numbers', async () => {
    const [id = ''] = organizations
    const sheet = await sheetOf(id, 2022)
    const reply = await officer.call(yearsApi.document, { params: { id, year: 2022 } })
    const text = strFromU8(unzipSync(new Uint8Array(reply.raw))['word/document.xml'] ?? new Uint8Array())
    expect(text).toContain(sheet.organization.name)
    for (const line of sheet.parts.flatMap((part) => part.lines)) expect(text).toContain(`${line.title}：`)
  })
})

describe('The records of an organization', () => {
  it('come page by page in the order of time, each once, all of them', async () => {
    for (const id of organizations.slice(0, 3)) {
      const { body: all } = await officer.call(yearsApi.facts, { params: { id }, query: { limit: 200 } })
      expect(all.items.length).toBeGreaterThan(3)
      const paged: string[] = []
      for (let after: string | null | undefined; after !== null; ) {
        const query = { limit: 3, ...(after ? { after } : {}) }
        const { body } = await officer.call(yearsApi.facts, { params: { id }, query })
        paged.push(...body.items.map((fact) => fact.id))
        after = paged.length >= 200 ? null : body.next
      }
      expect(paged.slice(0, 200)).toEqual(all.items.map((fact) => fact.id).slice(0, paged.length))
      expect(new Set(paged).size).toBe(paged.length)
      const days = all.items.map(({ day }) => day)
      expect(days).toEqual([...days].sort().reverse())
    }
  })

  it('of one kind and year are those that the report adds up', async () => {
    const seen = new Set<string>()
    for (const id of organizations.slice(0, 6))
      for (const line of (await sheetOf(id, 2022)).parts.flatMap((part) => part.lines)) {
        const query = { year: 2022, measure: line.measure, limit: 200 }
        const { body } = await officer.call(yearsApi.facts, { params: { id }, query })
        expect(body.items.slice(0, line.facts.length)).toEqual(line.facts)
        expect(Math.min(200, line.facts.length + line.more)).toBe(body.items.length)
        seen.add(line.measure)
      }
    expect(seen.size).toBeGreaterThan(2)
  })

  it('do not name another organization that the reader may not see', async () => {
    const { hub } = await database().one<{ hub: string }>(
      sql`select t.hub from hub_tie t join organization o on o.id = t.hub
        where t.status = 'active' and o.county = ${places.inside} limit 1`,
    )
    const { person } = await database().one<{ person: string }>(
      sql`select id as person from person where login_name = 'organizationLeader.inside'`,
    )
    await database().run(sql`update organization set keeper = ${person} where id = ${hub}`)
    const leader = await clientOf(officer.app, 'organizationLeader.inside')
    const query = { measure: 'hubTies', limit: 200 }
    const { body } = await leader.call(yearsApi.facts, { params: { id: hub }, query })
    expect(body.items.length).toBeGreaterThan(0)
    for (const { title, link } of body.items) expect([title, link]).toEqual(['不在您管理范围内的组织', null])
  })
})
