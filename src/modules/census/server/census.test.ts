// A campaign through the front door: opened, walked through on a bad network, closed with a baseline, opened again.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldToday } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { readWorkbook } from '../../../platform/sheets/index.ts'
import type { Organization } from '../../organizations/organization.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { queuesApi } from '../../queues/queues-api.ts'
import type { Saying, WalkItem } from '../census.ts'
import { censusApi } from '../census-api.ts'

const database = useDatabase()
let app: Awaited<ReturnType<typeof testServer>>
let officer: Client
let worker: Client
let community: string
let township: string
let census: string

beforeAll(async () => {
  app = await testServer(database())
  officer = await clientOf(app, 'countyOfficer.inside')
  worker = await clientOf(app, 'communityWorker.inside')
  const spots = await spotsIn(database(), places.inside)
  community = spots.community
  township = spots.township
  for (const name of ['白露合唱队', '寒露书画社', '霜降棋社'])
    expect((await worker.call(organizationsApi.create, { body: newGroup(name) })).status).toBe(200)
})

const draft = (area: string) => ({
  ...{ title: '2023 年摸底排查', area, orderedBy: '太仓市民政局', repeats: 'yearly' as const },
  ...{ dueOn: '2023-09-15', note: null },
})
const onCensus = () => ({ params: { id: census } })
const here = () => ({ params: { id: census, area: community } })
const walk = async () => (await worker.call(censusApi.walk, here())).body

/** One that was on the register before and is still there. */
async function known(): Promise<WalkItem> {
  const found = (await walk()).items.find(
    ({ organization, answer }) => organization.status === 'active' && answer?.outcome !== 'added',
  )
  if (!found) throw new Error('nothing on the list')
  return found
}

const say = (item: WalkItem, saying: Saying, key = crypto.randomUUID(), by = worker) =>
  by.call(censusApi.answer, {
    ...onCensus(),
    body: {
      key,
      organization: item.organization.id,
      version: item.organization.version,
      seen: item.answer?.key ?? null,
      saying,
    },
  })

describe('A campaign', () => {
  it('is drafted unseen, changed, and opened once, with a list for every community', async () => {
    const made = await officer.call(censusApi.create, { body: draft(places.inside) })
    census = made.body.id
    expect(made.body).toMatchObject({ status: 'draft', places: { finished: 0, total: 0 } })
    expect((await worker.call(censusApi.list)).body.items).toEqual([])
    expect((await worker.call(censusApi.one, onCensus())).status).toBe(404)
    const late = { ...draft(places.inside), dueOn: '2023-08-01' }
    expect(await officer.call(censusApi.edit, { ...onCensus(), body: late })).toMatchObject({ status: 422 })
    const changed = { ...draft(places.inside), dueOn: '2023-09-10' }
    expect((await officer.call(censusApi.edit, { ...onCensus(), body: changed })).body.dueOn).toBe(
      '2023-09-10',
    )

    const both = await Promise.all([
      officer.call(censusApi.open, onCensus()),
      officer.call(censusApi.open, onCensus()),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const { communities } = await database().one<{ communities: number }>(sql`
      select count(*)::int as communities from area
      where county = ${places.inside} and level = 'community' and not virtual`)
    const { total } = (await officer.call(censusApi.one, onCensus())).body.places
    expect(total).toBeGreaterThanOrEqual(communities)
  })

  it('reaches the worker of one community, who sees only that', async () => {
    const [mine] = (await worker.call(censusApi.list)).body.items
    expect(mine).toMatchObject({ id: census, start: { code: community }, places: { total: 1 }, may: [] })
    const { body } = await worker.call(censusApi.progress, onCensus())
    expect(body).toMatchObject({ area: { code: community }, ancestors: [], sum: { places: 1, answered: 0 } })
    const above = { ...onCensus(), query: { area: township } }
    expect((await worker.call(censusApi.progress, above)).status).toBe(404)
    const { body: work } = await worker.call(queuesApi.summary)
    expect(work.own.find(({ source }) => source === 'census.walk')).toMatchObject({
      count: { value: 1 },
      dueWords: '还剩 10 个工作日',
      first: { link: `/censuses/${census}/walk?area=${community}` },
    })
  })

  it('over the same place is refused while another is open', async () => {
    const second = await officer.call(censusApi.create, { body: draft(community) })
    const refused = await officer.call(censusApi.open, { params: { id: second.body.id } })
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({
      code: 'census.alreadyOpen',
      message: expect.stringContaining('太仓市正在进行“2023 年摸底排查”'),
    })
    expect((await officer.call(censusApi.discard, { params: { id: second.body.id } })).body.status).toBe(
      'discarded',
    )
  })
})

describe('A place', () => {
  it('is walked through: confirmed, corrected, resting, gone, not known; and added to, each as the register says', async () => {
    const [first, second, third, fourth] = (await walk()).items
    if (!first || !second || !third || !fourth) throw new Error('the community has fewer than four')
    expect((await say(first, { kind: 'confirmed' })).body.answer).toMatchObject({
      outcome: 'confirmed',
      note: null,
    })
    const corrected = { ...draftOf(second.organization), members: 33 }
    const effect = { kind: 'correction' as const, reason: '人数记错了' }
    expect((await say(second, { kind: 'corrected', draft: corrected, effect })).body).toMatchObject({
      organization: { members: 33 },
      answer: { outcome: 'corrected' },
    })
    const rest = { kind: 'dormant' as const, on: worldToday, reason: '半年没有活动' }
    expect((await say(third, rest)).body.organization.status).toBe('dormant')
    const gone = { kind: 'gone' as const, on: worldToday, reason: '成员都搬走了' }
    expect((await say(fourth, gone)).body).toMatchObject({
      organization: { status: 'ended' },
      answer: { outcome: 'gone', note: '成员都搬走了' },
    })
    expect((await worker.call(censusApi.finish, here())).body).toMatchObject({
      code: 'census.notAllAnswered',
    })
    for (const item of (await walk()).items.filter(({ answer }) => !answer))
      expect((await say(item, { kind: 'unsure', note: null })).status).toBe(200)
    const told = await worker.call(organizationsApi.timeline, { params: { id: first.organization.id } })
    expect(told.body.items[0]?.what).toBe('摸底核对：情况属实')
  })

  it('takes the same answer twice as one, and an addition sent by two at once as one organization', async () => {
    const item = await known()
    const key = crypto.randomUUID()
    const once = await say(item, { kind: 'confirmed' }, key)
    const again = await say(item, { kind: 'confirmed' }, key)
    expect(again).toMatchObject({ status: 200, body: once.body })

    const added = { key: crypto.randomUUID(), draft: newGroup('秋分读书会') }
    const add = () => worker.call(censusApi.add, { ...onCensus(), body: added })
    const replies = [...(await Promise.all([add(), add()])), await add()]
    expect(replies.at(-1)?.body).toMatchObject({ answer: { outcome: 'added' } })
    expect(replies.every(({ status }) => status === 200 || status === 409)).toBe(true)
    const named = (await walk()).items.filter(({ organization }) => organization.name === '秋分读书会')
    expect(named).toHaveLength(1)
  })

  it('shows the newer state to whoever was slower, whatever they answer', async () => {
    const item = await known()
    const [one, two] = await Promise.all([
      say(item, { kind: 'unsure', note: '负责人不在' }),
      say(item, { kind: 'confirmed' }, undefined, officer),
    ])
    expect([one.status, two.status].sort()).toEqual([200, 409])
    const lost = one.status === 409 ? one : two
    expect(lost.body).toMatchObject({ code: 'census.answeredMeanwhile' })

    const fresh = await known()
    const version = fresh.organization.version
    await officer.call(organizationsApi.edit, {
      params: { id: fresh.organization.id },
      body: {
        version,
        organization: { ...draftOf(fresh.organization), members: 44 },
        effect: { kind: 'change', from: worldToday },
      },
    })
    expect((await say(fresh, { kind: 'confirmed' })).body).toMatchObject({ code: 'census.changedMeanwhile' })
    expect((await say(await known(), { kind: 'confirmed' })).status).toBe(200)
  })

  it('takes a mistake back: one that was said to be gone is there after all', async () => {
    const gone = (await walk()).items.find(({ answer }) => answer?.outcome === 'gone') as WalkItem
    const back = await say(gone, { kind: 'revived', on: worldToday, reason: '点错了' })
    expect(back.body).toMatchObject({ organization: { status: 'active' }, answer: { outcome: 'corrected' } })
  })

  it('is finished and taken up again, and leaves the queue in between', async () => {
    expect((await worker.call(censusApi.finish, here())).body.finished).toMatchObject({
      by: expect.any(String),
    })
    expect((await waiting())?.count.value).toBe(0)
    expect((await officer.call(censusApi.progress, onCensus())).body.sum.finished).toBe(1)
    expect((await worker.call(censusApi.resume, here())).body.finished).toBeNull()
    expect((await waiting())?.count.value).toBe(1)
    await worker.call(censusApi.finish, here())
  })
})

describe('Closing', () => {
  it('with unfinished places needs a reason, freezes the day, and lets no answer in any more', async () => {
    const bare = await officer.call(censusApi.close, { ...onCensus(), body: { reason: null } })
    expect(bare).toMatchObject({ status: 422, body: { code: 'census.unfinished' } })
    const closing = { ...onCensus(), body: { reason: '其余社区下月再走' } }
    const both = await Promise.all([
      officer.call(censusApi.close, closing),
      officer.call(censusApi.close, closing),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const [item] = (await walk()).items
    expect((await say(item as WalkItem, { kind: 'confirmed' })).body).toMatchObject({
      code: 'census.notOpen',
    })
  })

  it('leaves a baseline that equals a plain recount of the day, and that no later correction moves', async () => {
    const { body: before } = await officer.call(censusApi.baseline, onCensus())
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
    const edited = await officer.call(organizationsApi.edit, {
      params: { id: one.organization.id },
      body: {
        version: one.organization.version,
        organization: { ...draftOf(one.organization), tier: 'filed', legalForm: 'none', category: 'other' },
        effect: { kind: 'correction', reason: '一直就是备案的' },
      },
    })
    expect(edited.status).toBe(200)
    expect((await officer.call(censusApi.baseline, onCensus())).body).toEqual(before)
  })

  it('is exported with the progress of every place and every answer', async () => {
    const { raw } = await officer.call(censusApi.export, { ...onCensus(), query: { area: township } })
    const { sheets } = await readWorkbook(raw, '摸底.xlsx')
    expect(sheets.map(({ name }) => name)).toEqual([`进度 ${worldToday}`, '核对结果'])
    expect(sheets[0]?.rows.at(-1)?.[0]).toMatch(/合计$/)
    const answers = sheets[1]?.rows.map((row) => row[3]) ?? []
    expect(answers).toEqual(expect.arrayContaining(['情况属实', '已更正', '新增', '不活跃', '暂时说不清']))
  })

  it('can be taken back with a reason; the baseline is withdrawn and stays on record', async () => {
    const opened = await officer.call(censusApi.reopen, { ...onCensus(), body: { reason: '漏了两个社区' } })
    expect(opened.body).toMatchObject({ status: 'open', closedOn: null })
    expect((await officer.call(censusApi.baseline, onCensus())).status).toBe(404)
    const kept = await database().rows<{ total: number }>(sql`
      select count(*)::int as total from census_baseline b join baseline_entry e on e.baseline = b.id
      where b.withdrawn_at is not null`)
    expect(kept[0]?.total).toBeGreaterThan(10)
    expect((await officer.call(censusApi.close, { ...onCensus(), body: { reason: '补好了' } })).status).toBe(
      200,
    )
  })
})

const waiting = async () =>
  said(await worker.call(queuesApi.summary)).own.find(({ source }) => source === 'census.walk')

function said<T>({ status, body, raw }: { status: number; body: T; raw: Buffer }): T {
  if (status !== 200) throw new Error(raw.toString('utf8'))
  return body
}

type Frozen = { category: string; tier: string; status: string; township: string }

const counts = (rows: readonly Frozen[], by: keyof Frozen): Record<string, number> => {
  const found: Record<string, number> = {}
  for (const row of rows) found[row[by]] = (found[row[by]] ?? 0) + 1
  return found
}

const newGroup = (name: string) => ({
  name,
  area: community,
  category: 'science' as const,
  tier: 'guided' as const,
})

/** What a form sends: the editable part of what is known. */
function draftOf(organization: Organization) {
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
    ...rest
  } = organization
  return rest
}
