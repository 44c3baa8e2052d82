// A campaign through the front door: drafted, opened, closed with a baseline, opened again.
import { beforeAll, describe, expect, it } from 'vitest'
import { type CensusCast, castOf, draftFor, draftOf, said, sayOf } from '../../../../test/census.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, worldToday } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { readWorkbook } from '../../../platform/sheets/index.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { queuesApi } from '../../queues/queues-api.ts'
import type { WalkItem } from '../census.ts'
import { censusApi } from '../census-api.ts'

const database = useDatabase()
let cast: CensusCast
let census: string

beforeAll(async () => {
  cast = await castOf(database())
})

const onCensus = () => ({ params: { id: census } })
const here = () => ({ params: { id: census, area: cast.community } })
const walk = async () => said(await cast.worker.call(censusApi.walk, here()))

describe('A campaign', () => {
  it('is drafted unseen, changed, and opened once, with a list for every community', async () => {
    const made = await cast.officer.call(censusApi.create, { body: draftFor(places.inside) })
    census = made.body.id
    expect(made.body).toMatchObject({ status: 'draft', places: { finished: 0, total: 0 } })
    expect((await cast.worker.call(censusApi.list)).body.items).toEqual([])
    expect((await cast.worker.call(censusApi.one, onCensus())).status).toBe(404)
    const late = { ...draftFor(places.inside), dueOn: '2023-08-01' }
    expect(await cast.officer.call(censusApi.edit, { ...onCensus(), body: late })).toMatchObject({
      status: 422,
    })
    const changed = { ...draftFor(places.inside), dueOn: '2023-09-10' }
    expect((await cast.officer.call(censusApi.edit, { ...onCensus(), body: changed })).body.dueOn).toBe(
      '2023-09-10',
    )

    const both = await Promise.all([
      cast.officer.call(censusApi.open, onCensus()),
      cast.officer.call(censusApi.open, onCensus()),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const { communities } = await database().one<{ communities: number }>(sql`
      select count(*)::int as communities from area
      where county = ${places.inside} and level = 'community' and not virtual`)
    const { total } = (await cast.officer.call(censusApi.one, onCensus())).body.places
    expect(total).toBeGreaterThanOrEqual(communities)
  })

  it('reaches the worker of one cast.community, who sees only that', async () => {
    const [mine] = (await cast.worker.call(censusApi.list)).body.items
    expect(mine).toMatchObject({ id: census, start: { code: cast.community }, places: { total: 1 }, may: [] })
    const { body } = await cast.worker.call(censusApi.progress, onCensus())
    expect(body).toMatchObject({
      area: { code: cast.community },
      ancestors: [],
      sum: { places: 1, answered: 0 },
    })
    const above = { ...onCensus(), query: { area: cast.township } }
    expect((await cast.worker.call(censusApi.progress, above)).status).toBe(404)
    const { body: work } = await cast.worker.call(queuesApi.summary)
    expect(work.own.find(({ source }) => source === 'census.walk')).toMatchObject({
      count: { value: 1 },
      dueWords: '还剩 10 个工作日',
      first: { link: `/censuses/${census}/walk?area=${cast.community}` },
    })
  })

  it('over the same place is refused while another is open', async () => {
    const second = await cast.officer.call(censusApi.create, { body: draftFor(cast.community) })
    const refused = await cast.officer.call(censusApi.open, { params: { id: second.body.id } })
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({
      code: 'census.alreadyOpen',
      message: expect.stringContaining('太仓市正在进行“2023 年摸底排查”'),
    })
    expect((await cast.officer.call(censusApi.discard, { params: { id: second.body.id } })).body.status).toBe(
      'discarded',
    )
  })
})

describe('Closing', () => {
  it('with unfinished places needs a reason, freezes the day, and lets no answer in any more', async () => {
    for (const [at, item] of (await walk()).items.slice(0, 2).entries())
      said(
        await sayOf(cast.worker, census, item, at ? { kind: 'unsure', note: null } : { kind: 'confirmed' }),
      )
    const bare = await cast.officer.call(censusApi.close, { ...onCensus(), body: { reason: null } })
    expect(bare).toMatchObject({ status: 422, body: { code: 'census.unfinished' } })
    const closing = { ...onCensus(), body: { reason: '其余社区下月再走' } }
    const both = await Promise.all([
      cast.officer.call(censusApi.close, closing),
      cast.officer.call(censusApi.close, closing),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const [item] = (await walk()).items
    expect((await sayOf(cast.worker, census, item as WalkItem, { kind: 'confirmed' })).body).toMatchObject({
      code: 'census.notOpen',
    })
  })

  it('leaves a baseline that equals a plain recount of the day, and that no later correction moves', async () => {
    const { body: before } = await cast.officer.call(censusApi.baseline, onCensus())
    expect(before.asOf).toBe(worldToday)
    const rows = await database().rows<Frozen>(sql`
      select o.category, o.tier, o.status, o.township::text as township from organization o
      where o.county = ${places.inside} and o.status <> 'ended'`)
    expect(before.sum).toMatchObject({
      total: rows.length,
      tier: counts(rows, 'tier'),
      status: counts(rows, 'status'),
      category: counts(rows, 'category'),
    })
    const byTownship = Object.fromEntries(before.rows.map(({ code, total }) => [code, total]))
    expect(byTownship).toEqual(counts(rows, 'township'))

    const one = (await walk()).items.find(({ organization }) => organization.tier !== 'filed') as WalkItem
    const edited = await cast.officer.call(organizationsApi.edit, {
      params: { id: one.organization.id },
      body: {
        version: one.organization.version,
        organization: { ...draftOf(one.organization), tier: 'filed', legalForm: 'none', category: 'other' },
        effect: { kind: 'correction', reason: '一直就是备案的' },
      },
    })
    expect(edited.status).toBe(200)
    expect((await cast.officer.call(censusApi.baseline, onCensus())).body).toEqual(before)
  })

  it('is exported with the progress of every place and every answer', async () => {
    const { raw } = await cast.officer.call(censusApi.export, {
      ...onCensus(),
      query: { area: cast.township },
    })
    const { sheets } = await readWorkbook(raw, '摸底.xlsx')
    expect(sheets.map(({ name }) => name)).toEqual([`进度 ${worldToday}`, '核对结果'])
    expect(sheets[0]?.rows.at(-1)?.[0]).toMatch(/合计$/)
    const answers = sheets[1]?.rows.map((row) => row[3]) ?? []
    expect(answers).toEqual(expect.arrayContaining(['情况属实', '暂时说不清']))
  })

  it('can be taken back with a reason; the baseline is withdrawn and stays on record', async () => {
    const opened = await cast.officer.call(censusApi.reopen, {
      ...onCensus(),
      body: { reason: '漏了两个社区' },
    })
    expect(opened.body).toMatchObject({ status: 'open', closedOn: null })
    expect((await cast.officer.call(censusApi.baseline, onCensus())).status).toBe(404)
    const kept = await database().rows<{ total: number }>(sql`
      select count(*)::int as total from census_baseline b join baseline_entry e on e.baseline = b.id
      where b.withdrawn_at is not null`)
    expect(kept[0]?.total).toBeGreaterThan(10)
    expect(
      (await cast.officer.call(censusApi.close, { ...onCensus(), body: { reason: '补好了' } })).status,
    ).toBe(200)
  })
})

type Frozen = { category: string; tier: string; status: string; township: string }

const counts = (rows: readonly Frozen[], by: keyof Frozen): Record<string, number> => {
  const found: Record<string, number> = {}
  for (const row of rows) found[row[by]] = (found[row[by]] ?? 0) + 1
  return found
}
