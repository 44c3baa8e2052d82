// Where social workers work, as others see it: a station among the platforms, an organization and its leader.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, type Reply, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { bookOf } from '../../../../test/importing.ts'
import { places, spotsIn, worldToday } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { importsApi } from '../../organizations/imports-api.ts'
import { keepersApi } from '../../organizations/keepers-api.ts'
import { supportApi } from '../../support/support-api.ts'
import { workersApi as api } from '../workers-api.ts'

const database = useDatabase()
let community: Client
let township: Client
let leader: Client
let spots: { township: string; community: string }
let organization: string
let station: string

const ok = <T>({ status, body }: Reply<T>): T => {
  expect([status, body]).toEqual([200, body])
  return body
}
const at = (id: string) => ({ params: { id } })

beforeAll(async () => {
  const app = await testServer(database())
  spots = await spotsIn(database(), places.inside)
  community = await clientOf(app, 'communityWorker.inside')
  township = await clientOf(app, 'townshipOfficer.inside')
  leader = await clientOf(app, 'organizationLeader.inside')
  organization = (
    await database().one<{ id: string }>(
      sql`select id from organization where community = ${spots.community} and status = 'active' order by id limit 1`,
    )
  ).id
  station = await newStation('甲镇社会工作服务站')
})

const newStation = async (name: string) =>
  ok(
    await township.call(supportApi.create, {
      body: { name, kind: 'socialWorkStation', area: spots.township, openedOn: '2022-01-01' },
    }),
  ).id

const post = (given: object) => ({
  ...{ site: 'station' as const, area: spots.community, employment: 'full' as const, from: '2022-03-01' },
  ...given,
})
const create = (name: string, given: object, client = township) =>
  client.call(api.create, { body: { name, post: post(given) } })

describe('A station', () => {
  it('is one of the platforms, whose area goes before what was written, or a name that is not among them', async () => {
    const one = ok(await create('吴某', { station }))
    expect(one.post).toMatchObject({
      ...{ site: 'station', area: spots.township },
      station: { id: station, name: '甲镇社会工作服务站' },
    })
    const other = ok(await create('郑某', { stationWords: '乙社区社工点' }, community))
    expect(other.post).toMatchObject({ area: spots.community, station: { id: null, name: '乙社区社工点' } })
    expect(ok(await create('冯某', {}, community)).post.station).toBeNull()
  })

  it('is not chosen for another kind of place, when it is none, closed, or out of reach', async () => {
    const faulty = await create('陈某', { station, site: 'community' })
    expect([faulty.status, faulty.body]).toMatchObject([400, { faults: [{ at: 'post.station' }] }])
    expect((await create('陈某', { station, stationWords: '也写了' })).status).toBe(400)
    expect((await create('陈某', { station: organization })).status).toBe(404)
    expect((await create('陈某', { station }, community)).status).toBe(404)
    const closed = await newStation('已关的服务站')
    ok(await township.call(supportApi.close, { ...at(closed), body: { on: worldToday, reason: '合并' } }))
    expect((await create('陈某', { station: closed, from: worldToday })).status).toBe(404)
    ok(await create('褚某', { station: closed }))
  })

  it('tells its workers by name to those who may see people there, and to others how many', async () => {
    const seen = ok(await township.call(api.ofStation, at(station)))
    expect(seen).toMatchObject({
      working: 1,
      certified: 0,
      mayKeep: true,
      items: [{ name: '吴某', grade: 'none' }],
    })
    for (const client of [community, leader])
      expect(ok(await client.call(api.ofStation, at(station)))).toEqual({
        ...{ working: 1, certified: 0, mayKeep: false, items: null },
      })
    const stranger = await clientOf(community.app, 'townshipOfficer.outside')
    expect((await stranger.call(api.ofStation, at(station))).status).toBe(404)
  })

  it('stays with a worker who is certified, moved within it, exported and imported again', async () => {
    const found = ok(await township.call(api.list, { query: { q: '吴某' } })).items[0]
    const certificate = { grade: 'assistant' as const, number: 'SG20230101', obtainedOn: '2023-01-01' }
    const page = ok(await township.call(api.certify, { ...at(found?.id ?? ''), body: certificate }))
    expect(page.post.station?.id).toBe(station)
    const { place } = await database().one<{ place: string }>(
      sql`select short_name as place from area where code = ${spots.community}`,
    )
    const titles = ['姓名', '所在社区', '所在组织', '单位类型', '专职或兼职', '到岗日期']
    const rows = [
      ['吴某', null, '甲镇社会工作服务站', '服务站', '专职', null],
      ['郑某', place, '乙社区社工点', '服务站', '专职', null],
      ['卫某', null, '甲镇社会工作服务站', '服务站', '专职', '2023-01-01'],
      ['蒋某', place, '丙社区社工点', '服务站', '专职', '2023-01-01'],
    ]
    const query = { area: spots.township, kind: 'workers' }
    const file = { name: '社工.xlsx', bytes: bookOf(rows, titles) }
    const { id, counts } = ok(await township.upload(importsApi.upload, { query }, file))
    expect(counts).toEqual({ new: 2, same: 2, changed: 0, problem: 0 })
    ok(await township.call(importsApi.commit, { ...at(id), body: { rows: 'all' } }))
    expect(ok(await township.call(api.ofStation, at(station))).items?.map(({ name }) => name)).toEqual([
      '卫某',
      '吴某',
    ])
    const named = ok(await township.call(api.list, { query: { q: '蒋某' } })).items[0]
    expect(named?.post).toMatchObject({ area: spots.community, station: { id: null, name: '丙社区社工点' } })
  })
})

describe('An organization', () => {
  it('shows its leader who works there, by name and grade, without numbers and ways into the records', async () => {
    const certificate = { grade: 'senior' as const, number: 'SG20210077', obtainedOn: '2021-05-01' }
    const place = { site: 'organization' as const, organization, area: spots.community }
    const { id } = ok(
      await community.call(api.create, {
        body: { name: '沈某', post: { ...place, employment: 'part', from: '2022-03-01' }, certificate },
      }),
    )
    expect((await leader.call(api.ofOrganization, at(organization))).status).toBe(404)
    const account = await database().one<{ id: string }>(
      sql`select id from person where login_name = 'organizationLeader.inside'`,
    )
    ok(await community.call(keepersApi.set, { ...at(organization), body: { person: account.id } }))
    const colleague = { name: '沈某', grade: 'senior', employment: 'part', since: '2022-03-01' }
    expect(ok(await leader.call(api.ofOrganization, at(organization)))).toEqual({
      items: [{ ...colleague, id: null }],
      mayKeep: false,
    })
    expect(ok(await community.call(api.ofOrganization, at(organization)))).toEqual({
      items: [{ ...colleague, id }],
      mayKeep: true,
    })
    expect((await leader.call(api.one, at(id))).status).toBe(403)
  })
})
