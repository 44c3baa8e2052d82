// The numbers of a census: progress adds up at every level, and the frozen baseline is the base of growth.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, worldContext, worldToday } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { programmesApi } from '../../programmes/programmes-api.ts'
import { shippedText } from '../../programmes/server/index.ts'
import { type Outcome, outcomes, type Tally } from '../census.ts'
import { censusApi } from '../census-api.ts'
import { addTallies } from '../tally.ts'
import { knownCensus } from './census-commands.ts'
import { progressOf } from './census-views.ts'

const database = useDatabase()
let officer: Client
let administrator: Client
let census: string

beforeAll(async () => {
  const app = await testServer(database())
  officer = await clientOf(app, 'countyOfficer.inside')
  administrator = await clientOf(app, 'administrator.inside')
  const draft = { title: '摸底', area: places.inside, orderedBy: '民政局', dueOn: '2023-09-30' }
  census = (await officer.call(censusApi.create, { body: draft })).body.id
})

const text = () =>
  shippedText('taicang')
    .replace('\nversion: 1\n', '\nversion: 2\n')
    .replace(
      '\ntargets:\n',
      `
targets:
  - { id: growth, title: 比摸底时增长, clause: 三, quote: 翻一番, judge: growth, count: organizations,
      where: { tier: [filed, registered] }, base: census, need: { atLeast: 2 } }
`,
    )

const growth = async (asOf = worldToday) => {
  const { body } = await officer.call(programmesApi.list)
  const { rows } = (
    await officer.call(programmesApi.figures, { params: { id: body.items[0]?.id ?? '' }, query: { asOf } })
  ).body
  return rows.find(({ target }) => target === 'growth')
}

describe('A growth target with a census as its base', () => {
  it('has nothing to compare with before a census has been closed, and says so', async () => {
    expect((await administrator.call(programmesApi.loadPack, { body: { text: text() } })).status).toBe(200)
    expect((await growth())?.state).toBe('notApplicable')
  })

  it('is refused for anything but the register', async () => {
    const wrong = text()
      .replace('base: census', 'base: census, distinct: nothing')
      .replace(
        'count: organizations,\n      where: { tier: [filed, registered] }',
        'count: trainingAttendance',
      )
    const { body } = await administrator.call(programmesApi.checkPack, { body: { text: wrong } })
    expect(body.faults.map(({ message }) => message)).toContain('摸底只封存社区社会组织的数')
  })
})

describe('Progress', () => {
  it('of any area is a plain recount, and the areas below add up to it', async () => {
    await officer.call(censusApi.open, { params: { id: census } })
    const areas = await database().rows<{ code: string }>(sql`
      select code::text as code from area where county = ${places.inside}`)
    const organizations = await database().rows<Placed>(sql`
      select o.id, o.area::text as area, array_remove(array[o.county, o.township, o.community], null)::text[] as within
      from organization o where o.county = ${places.inside} and o.status <> 'ended' order by o.id`)
    const answers = fc.array(fc.option(fc.constantFrom(...(Object.keys(outcomes) as Outcome[]))), {
      minLength: organizations.length,
      maxLength: organizations.length,
    })
    await fc.assert(
      fc.asyncProperty(answers, fc.constantFrom(...areas), async (given, { code }) => {
        await plant(organizations, given)
        const ctx = worldContext(database())
        const progress = await progressOf(ctx, await knownCensus(ctx, census), code)
        expect(progress.sum).toMatchObject(recount(organizations, given, code))
        expect(addTallies(progress.rows.map(({ tally }) => tally))).toEqual(progress.sum)
        for (const row of progress.rows.filter(({ below }) => below).slice(0, 3)) {
          const inner = await progressOf(ctx, await knownCensus(ctx, census), row.code)
          expect(inner.sum).toEqual(row.tally)
        }
      }),
      { numRuns: 12 },
    )
    expect(organizations.length).toBeGreaterThan(50)
  })
})

describe('The frozen baseline', () => {
  it('is what growth compares with; corrections of the past move the register and not the baseline', async () => {
    const closed = await officer.call(censusApi.close, { params: { id: census }, body: { reason: '试' } })
    expect(closed.status).toBe(200)
    const { body: frozen } = await officer.call(censusApi.baseline, { params: { id: census } })
    const base = (frozen.sum.tier.filed ?? 0) + (frozen.sum.tier.registered ?? 0)
    expect(base).toBeGreaterThan(10)
    expect((await growth())?.detail).toBe(`${base} ÷ ${base}`)

    const { body: page } = await officer.call(organizationsApi.list, {
      query: { tier: ['guided'], limit: 1 },
    })
    const one = page.items[0]
    if (!one) throw new Error('no guided organization')
    const {
      id,
      status,
      areaName,
      areaLevel,
      townshipName,
      countyName,
      demo,
      version,
      updatedAt,
      may,
      ...known
    } = one
    const edited = await officer.call(organizationsApi.edit, {
      params: { id },
      body: {
        version,
        organization: { ...known, tier: 'filed' },
        effect: { kind: 'correction', reason: '一直就是备案的' },
      },
    })
    expect(edited.status).toBe(200)
    expect((await growth())?.detail).toBe(`${base + 1} ÷ ${base}`)
    expect((await officer.call(censusApi.baseline, { params: { id: census } })).body).toEqual(frozen)
  })

  it('of the first census since the start stays the base, whether a second one stands or is withdrawn', async () => {
    const before = (await growth())?.detail
    const draft = { title: '第二次', area: places.inside, orderedBy: '民政局', dueOn: '2023-09-30' }
    const second = { params: { id: (await officer.call(censusApi.create, { body: draft })).body.id } }
    await officer.call(censusApi.open, second)
    expect((await officer.call(censusApi.close, { ...second, body: { reason: '试' } })).status).toBe(200)
    expect((await growth())?.detail).toBe(before)
    const both = await database().one<{ baselines: number }>(
      sql`select count(*)::int as baselines from census_baseline where withdrawn_at is null`,
    )
    expect(both.baselines).toBe(2)
    await officer.call(censusApi.reopen, { ...second, body: { reason: '试' } })
    expect((await growth())?.detail).toBe(before)
  })
})

type Placed = { id: string; area: string; within: string[] }

async function plant(organizations: readonly Placed[], given: readonly (Outcome | null)[]): Promise<void> {
  await database().run(sql`delete from census_answer where census = ${census}`)
  const rows = organizations.flatMap(({ id }, at) => (given[at] ? [{ id, outcome: given[at] }] : []))
  await database().run(sql`
    insert into census_answer (census, organization, area, province, city, county, township, community, outcome, key,
      answered_at)
    select ${census}, o.id, o.area, o.province, o.city, o.county, o.township, o.community, r.outcome, gen_random_uuid(), now()
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, outcome text) join organization o on o.id = r.id`)
}

function recount(
  organizations: readonly Placed[],
  given: readonly (Outcome | null)[],
  code: string,
): Partial<Tally> {
  const sum: Partial<Record<keyof Tally, number>> = { organizations: 0, answered: 0 }
  for (const outcome of Object.keys(outcomes) as Outcome[]) sum[outcome] = 0
  organizations.forEach(({ within }, at) => {
    if (!within.includes(code)) return
    const outcome = given[at]
    sum.organizations = (sum.organizations ?? 0) + 1
    if (!outcome) return
    sum.answered = (sum.answered ?? 0) + 1
    sum[outcome] = (sum[outcome] ?? 0) + 1
  })
  return sum
}
