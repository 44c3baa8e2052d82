// Hubs through the front door: marking, tying, proposing, deciding, ending, and the townships that have none.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldContext, worldToday } from '../../../../test/world.ts'
import type { Answer } from '../../../kernel/endpoint.ts'
import type { Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { workSources } from '../../../server.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { hubsApi } from '../hubs-api.ts'
import { endHubTies, hubSources } from './index.ts'

const database = useDatabase()
let officer: Client
let worker: Client
let leader: Client
let stranger: Client
let spots: { township: string; community: string }
let hub: string

beforeAll(async () => {
  const app = await testServer(database())
  officer = await clientOf(app, 'townshipOfficer.inside')
  worker = await clientOf(app, 'communityWorker.inside')
  leader = await clientOf(app, 'organizationLeader.inside')
  stranger = await clientOf(app, 'countyOfficer.outside')
  spots = await spotsIn(database(), places.inside)
  const row = await database().one<{ id: string }>(
    sql`select id from organization where hub and township = ${spots.township} order by id limit 1`,
  )
  hub = row.id
  await database().run(sql`
    update organization set keeper = (select id from person where login_name = 'organizationLeader.inside')
    where id = ${hub}`)
})

const day = (text: string) => text as Day
const make = async (name: string): Promise<string> => {
  const organization = { name, area: spots.community, category: 'culture', tier: 'guided' } as const
  const { status, body } = await officer.call(organizationsApi.create, { body: organization })
  expect(status).toBe(200)
  return body.id
}
const tie = (served: string, given: object = {}, client = worker) =>
  client.call(hubsApi.tie, {
    params: { id: served },
    body: { hub, services: ['training', 'custody'], from: day('2023-03-01'), ...given },
  })
const view = async (id: string, client = officer) =>
  (await client.call(hubsApi.ofOrganization, { params: { id } })).body
const onlyTie = ({ servedBy }: Answer<typeof hubsApi.ofOrganization>) => {
  const [first] = servedBy
  if (!first) throw new Error('no tie')
  return first
}

describe('a hub serves an organization', () => {
  it('from a day on, with services of the rules, seen from both sides and told in both timelines', async () => {
    const served = await make('被服务一队')
    const { status, body } = await tie(served)
    expect(status).toBe(200)
    expect(onlyTie(body)).toMatchObject({
      status: 'active',
      startsOn: '2023-03-01',
      services: ['custody', 'training'],
      partner: { id: hub },
    })
    expect(body.offered.training).toBe('人员培训')
    const other = await view(hub)
    expect(other.serves.map(({ partner }) => partner.id)).toContain(served)
    expect(other.servesCount).toBe(1)
    const timeline = await officer.call(organizationsApi.timeline, { params: { id: hub } })
    expect(timeline.body.items[0]).toMatchObject({
      what: '枢纽型组织联系服务',
      effectiveOn: '2023-03-01',
      changes: [
        { field: 'partner', to: '被服务一队' },
        { field: 'services', to: '人员培训、资金代管' },
      ],
    })
  })

  it('not itself, not twice at a time, not from tomorrow, not with a service that nobody knows', async () => {
    const served = await make('被服务二队')
    await tie(served)
    const refusals = [
      [await tie(served, { from: day('2023-05-01') }), 'hub.already'],
      [await tie(hub, {}, officer), 'hub.itself'],
      [await tie(served, { from: day('2023-08-26') }), 'hub.inFuture'],
      [await tie(served, { services: ['magic'] }), 'hub.unknownService'],
      [await tie(hub, { hub: served }, officer), 'hub.notOne'],
    ] as const
    for (const [{ status, body }, code] of refusals) expect([status, body]).toMatchObject([422, { code }])
    expect((await view(served)).servedBy).toHaveLength(1)
  })

  it('nor one that has left the register', async () => {
    const gone = await make('已退出的队')
    await officer.call(organizationsApi.end, {
      params: { id: gone },
      body: { on: worldToday, reason: '解散' },
    })
    expect((await tie(gone)).body).toMatchObject({ code: 'hub.ended' })
  })

  it('of two who tie the same pair at once exactly one succeeds', async () => {
    const served = await make('被服务三队')
    const replies = await Promise.all([tie(served), tie(served, {}, officer), tie(served)])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 422, 422])
  })

  it('with other services from a day on, until it ends; then anew', async () => {
    const served = await make('被服务四队')
    const { id } = onlyTie((await tie(served)).body)
    const change = { services: ['training', 'venue'], from: day('2023-06-01') }
    expect((await worker.call(hubsApi.changeServices, { params: { id }, body: change })).status).toBe(200)
    const on = (when: string) =>
      database().rows<{ kind: string }>(sql`
        select ${hubSources.hubServices?.attributes.kind ?? sql`null`} as kind from ${hubSources.hubServices?.from ?? sql`(select) m`}
        where m.served = ${served} and m.starts_on <= ${when} and (m.ends_on is null or m.ends_on > ${when}) order by 1`)
    expect(await on('2023-05-31')).toEqual([{ kind: 'custody' }, { kind: 'training' }])
    expect(await on('2023-06-01')).toEqual([{ kind: 'training' }, { kind: 'venue' }])
    const end = (client: Client, when: string) =>
      client.call(hubsApi.end, { params: { id }, body: { on: day(when), reason: '服务到期' } })
    expect((await end(worker, '2023-02-01')).body).toMatchObject({ code: 'hub.beforeItBegan' })
    const both = await Promise.all([end(worker, '2023-07-01'), end(officer, '2023-07-01')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await on('2023-07-01')).toEqual([])
    expect(onlyTie(await view(served))).toMatchObject({ status: 'ended', endsOn: '2023-07-01' })
    expect((await tie(served, { from: day('2023-06-15') })).body).toMatchObject({ code: 'hub.already' })
    expect((await tie(served, { from: day('2023-07-01') })).status).toBe(200)
  })

  it('not for those who neither keep it nor may see it', async () => {
    const served = await make('被服务五队')
    expect((await tie(served, {}, stranger)).status).toBe(404)
    expect((await tie(served, {}, leader)).status).toBe(403)
    expect((await stranger.call(hubsApi.ofOrganization, { params: { id: served } })).status).toBe(404)
  })
})

describe('a hub’s leader proposes', () => {
  const propose = (served: string) =>
    leader.call(hubsApi.propose, {
      params: { id: hub },
      body: { served, services: ['advice'], from: day('2023-08-01') },
    })

  it('an organization named in full; the community confirms, once, and meanwhile it waits as work', async () => {
    const served = await make('提议一队')
    expect((await propose('没有这个队')).body).toMatchObject({ code: 'hub.noSuchName' })
    const { status, body } = await propose('提议一队')
    expect(status).toBe(200)
    const proposal = body.serves.find(({ partner }) => partner.id === served)
    expect(proposal).toMatchObject({ status: 'proposed', dueOn: '2023-09-08' })
    expect((await propose('提议一队')).body).toMatchObject({ code: 'hub.alreadyProposed' })
    const source = workSources['hubs.decide']
    const waiting = await database().rows(sql`
      select ${source?.label ?? sql`null`} as label from ${source?.from ?? sql`(select) w`} where w.served = ${served}`)
    expect(waiting).toEqual([{ label: '提议一队' }])
    const { id } = onlyTie(await view(served, worker))
    const decide = (client: Client) =>
      client.call(hubsApi.decide, { params: { id }, body: { decision: 'confirm' } })
    expect((await decide(leader)).status).toBe(403)
    const both = await Promise.all([decide(worker), decide(officer)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(onlyTie(await view(served)).status).toBe('active')
  })

  it('and may be declined with a reason, or take it back', async () => {
    const served = await make('提议二队')
    await propose('提议二队')
    const { id } = onlyTie(await view(served))
    const declined = { decision: 'decline', reason: '已有别的枢纽' } as const
    expect((await worker.call(hubsApi.decide, { params: { id }, body: declined })).body.servedBy).toEqual([])
    expect((await leader.call(hubsApi.withdraw, { params: { id } })).body).toMatchObject({
      code: 'hub.notFromHere',
    })
    const again = (await propose('提议二队')).body.serves.find(({ partner }) => partner.id === served)
    const taken = await leader.call(hubsApi.withdraw, { params: { id: again?.id ?? '' } })
    expect(taken.body.serves.map(({ partner }) => partner.id)).not.toContain(served)
  })

  it('which nobody else may', async () => {
    const body = { served: '提议一队', services: ['advice'], from: worldToday }
    expect((await officer.call(hubsApi.propose, { params: { id: hub }, body })).status).toBe(403)
  })
})

describe('being a hub', () => {
  it('begins and ends on a day; the ties end with it', async () => {
    const [own, served] = [await make('新枢纽'), await make('新枢纽服务的队')]
    const mark = (marked: boolean, from: string) =>
      worker.call(hubsApi.mark, {
        params: { id: own },
        body: { hub: marked, from: day(from), reason: '街镇认定' },
      })
    expect((await mark(true, '2023-02-01')).body.isHub).toBe(true)
    expect((await mark(true, '2023-02-01')).body).toMatchObject({ code: 'hub.sameAlready' })
    await tie(served, { hub: own })
    expect((await mark(false, '2023-07-01')).body).toMatchObject({ isHub: false, servesCount: 0 })
    expect(onlyTie(await view(served))).toMatchObject({ status: 'ended', endsOn: '2023-07-01' })
  })

  it('ends with the organization, on either side', async () => {
    const [one, other] = [await make('要退出的队'), await make('提议三队')]
    await tie(one)
    await leader.call(hubsApi.propose, {
      params: { id: hub },
      body: { served: '提议三队', services: ['advice'], from: worldToday },
    })
    for (const id of [one, other])
      await database().transaction((db) => endHubTies(worldContext(db), id, day('2023-08-01')))
    expect(onlyTie(await view(one))).toMatchObject({ status: 'ended', endsOn: '2023-08-01' })
    expect((await view(other)).servedBy).toEqual([])
  })
})

describe('the townships', () => {
  it('without a hub come first, page by page, and add up to the sums', async () => {
    const county = await clientOf(officer.app, 'countyOfficer.inside')
    const seen: { code: string; hubs: unknown[]; served: number; organizations: number }[] = []
    let after: string | undefined
    do {
      const { body } = await county.call(hubsApi.townships, { query: { limit: 3, after } })
      seen.push(...body.items)
      after = body.next ?? undefined
    } while (after)
    const has = seen.map(({ hubs }) => hubs.length > 0)
    expect(has).toEqual([...has].sort())
    expect(new Set(seen.map(({ code }) => code)).size).toBe(seen.length)
    const { body: sums } = await county.call(hubsApi.sums, { query: {} })
    const total = (key: 'served' | 'organizations') => seen.reduce((sum, one) => sum + one[key], 0)
    expect(sums).toMatchObject({
      ...{ townships: seen.length, without: has.filter((one) => !one).length },
      ...{ served: total('served'), organizations: total('organizations') },
    })
    expect(sums.served).toBeGreaterThan(0)
  })

  it('are filtered by hub and service; a community worker sees the own one, an officer elsewhere none', async () => {
    const codes = async (client: Client, query: object) =>
      (await client.call(hubsApi.townships, { query })).body.items.map(({ code }) => code)
    expect(await codes(officer, { without: 'true' })).toEqual([])
    expect(await codes(worker, {})).toEqual([spots.township])
    expect(await codes(officer, { service: ['training'] })).toEqual([spots.township])
    expect(await codes(officer, { service: ['incubation'] })).toEqual([])
    expect(await codes(stranger, { area: spots.township })).toEqual([])
    expect((await leader.call(hubsApi.townships, { query: {} })).status).toBe(403)
    const bad = await officer.call(hubsApi.townships, { query: { after: 'x' } })
    expect(bad.status).toBe(400)
  })

  it('go into a workbook', async () => {
    const { status, raw } = await officer.call(hubsApi.export, { query: {} })
    expect(status).toBe(200)
    expect(raw.length).toBeGreaterThan(1000)
  })
})
