// Many organizations at once, likenesses while typing, and two officers at the same thing at the same time.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldToday } from '../../../../test/world.ts'
import type { Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { organizationsApi } from '../organizations-api.ts'

const database = useDatabase()
let officer: Client
let city: Client
let stranger: Client
let community: string
let other: string

beforeAll(async () => {
  const app = await testServer(database())
  officer = await clientOf(app, 'countyOfficer.inside')
  city = await clientOf(app, 'cityOfficer.inside')
  stranger = await clientOf(app, 'countyOfficer.outside')
  community = (await spotsIn(database(), places.inside)).community
  other = (await spotsIn(database(), places.outside)).community
})

const draft = (name: string, area = community) => ({
  ...{ name, area, category: 'culture' as const, tier: 'guided' as const, members: 12 },
  foundedOn: '2022-03-01' as Day,
})

const make = async (name: string, client = officer, area = community) => {
  const reply = await client.call(organizationsApi.create, { body: draft(name, area) })
  expect(reply.status).toBe(200)
  return reply.body
}

describe('a change of many', () => {
  it('answers for every row, once, and changes those that can take it', async () => {
    const [plain, same, gone] = [await make('甲队'), await make('乙队'), await make('丙队')]
    const far = await make('远队', stranger, other)
    await officer.call(organizationsApi.edit, {
      params: { id: same.id },
      body: {
        version: 1,
        organization: { ...draft('乙队'), tier: 'filed' },
        effect: { kind: 'change', from: worldToday },
      },
    })
    await officer.call(organizationsApi.end, {
      params: { id: gone.id },
      body: { on: worldToday, reason: '解散' },
    })
    const nobody = crypto.randomUUID()
    const reply = await officer.call(organizationsApi.bulkChange, {
      body: {
        ids: [plain.id, plain.id, same.id, gone.id, far.id, nobody],
        change: { tier: 'filed' },
        from: '2023-05-01' as Day,
        reason: '备案后未及时登记',
      },
    })
    expect(reply.body.results).toEqual([
      { id: plain.id, name: '甲队', ok: true, message: '已修改' },
      { id: same.id, name: '乙队', ok: false, message: '本来就是这样，没有改动' },
      { id: gone.id, name: '丙队', ok: false, message: '已退出名录，先恢复才能修改' },
      { id: far.id, name: '', ok: false, message: '没有找到，或不在您的管理范围内' },
      { id: nobody, name: '', ok: false, message: '没有找到，或不在您的管理范围内' },
    ])
    expect((await officer.call(organizationsApi.one, { params: { id: plain.id } })).body).toMatchObject({
      tier: 'filed',
      version: 2,
    })
    expect((await stranger.call(organizationsApi.one, { params: { id: far.id } })).body.tier).toBe('guided')
    const timeline = await officer.call(organizationsApi.timeline, { params: { id: plain.id } })
    expect(timeline.body.items[0]).toMatchObject({
      what: '变更',
      effectiveOn: '2023-05-01',
      changes: [{ field: 'tier', from: 'guided', to: 'filed' }],
    })
  })

  it('refuses what would contradict a row, and says how', async () => {
    const { id } = await make('丁队')
    const reply = await officer.call(organizationsApi.bulkChange, {
      body: { ids: [id], change: { tier: 'registered' }, from: worldToday },
    })
    expect(reply.body.results[0]).toMatchObject({ ok: false, message: expect.stringContaining('组织形式') })
  })

  it('refuses a day that has not come, and an empty list', async () => {
    const { id } = await make('戊队')
    const body = { ids: [id], change: { hub: true }, from: '2023-08-26' as Day }
    expect((await officer.call(organizationsApi.bulkChange, { body })).status).toBe(422)
    expect((await officer.call(organizationsApi.bulkChange, { body: { ...body, ids: [] } })).status).toBe(400)
  })
})

describe('while a name is typed', () => {
  const near = async (name: string, client = officer, except?: string) =>
    (await client.call(organizationsApi.nearDuplicates, { query: { name, area: community, except } })).body
      .items

  it('the same, alike and alike sounding names of the county appear, the nearest first', async () => {
    await make('沙溪红梅越剧队')
    await make('沙溪红梅越剧社')
    await make('沙溪鸿美越剧队')
    await make('毫不相干的书法班')
    const found = await near('沙溪红梅越剧队')
    expect(found.map(({ name, why }) => `${name} ${why}`)).toEqual([
      '沙溪红梅越剧队 同名',
      '沙溪鸿美越剧队 读音相同',
      '沙溪红梅越剧社 名称相近',
    ])
    expect(found[0]?.likeness).toBe(1)
  })

  it('the same name of another community is told apart from the same name', async () => {
    const spots = await database().rows<{ code: string; name: string }>(sql`
      select code::text as code, short_name as name from area
      where level = 'community' and not virtual and county = ${places.inside} order by code limit 2`)
    const [here, there] = spots.map(({ code, name }) => ({ code, called: `${name}墨香书画社` }))
    if (!here || !there) throw new Error('the world has communities')
    await make(there.called, officer, there.code)
    const { body } = await officer.call(organizationsApi.nearDuplicates, {
      query: { name: here.called, area: here.code },
    })
    expect(body.items[0]).toMatchObject({ name: there.called, why: '只差区划', likeness: 0.95 })
  })

  it('width, case and brackets make no difference, and the one being edited is left out', async () => {
    const { id } = await make('沙溪ＡＢ乐队（一）')
    expect((await near('沙溪ab乐队(一)')).map(({ name, why }) => `${name} ${why}`)).toEqual([
      '沙溪ＡＢ乐队（一） 同名',
    ])
    expect(await near('沙溪ab乐队(一)', officer, id)).toEqual([])
  })

  it('those of another county and those that have ended stay away', async () => {
    await make('沙溪红梅越剧队', stranger, other)
    const ended = await make('沙溪白鹭摄影社')
    await officer.call(organizationsApi.end, {
      params: { id: ended.id },
      body: { on: worldToday, reason: '解散' },
    })
    expect(await near('沙溪白鹭摄影社')).toEqual([])
    expect((await near('沙溪红梅越剧队', city)).filter(({ why }) => why === '同名')).toHaveLength(1)
    expect(await near('沙溪红梅越剧队', stranger)).toEqual([])
  })
})

describe('two officers at once', () => {
  const edit = (client: Client, id: string, version: number, members: number) =>
    client.call(organizationsApi.edit, {
      params: { id },
      body: {
        version,
        organization: { ...draft('争先队'), members },
        effect: { kind: 'change', from: worldToday },
      },
    })

  it('editing from the same version: one wins, the other is told', async () => {
    const { id } = await make('争先队')
    for (let version = 1; version <= 5; version++) {
      const replies = await Promise.all([
        edit(officer, id, version, 20 + version),
        edit(city, id, version, 40 + version),
      ])
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
      const loser = replies.find(({ status }) => status === 409)
      expect(loser?.body).toMatchObject({ code: 'organization.changedMeanwhile' })
      const now = await officer.call(organizationsApi.one, { params: { id } })
      expect(now.body).toMatchObject({
        version: version + 1,
        members: replies[0]?.status === 200 ? 20 + version : 40 + version,
      })
    }
  })

  it('ending: one ends it, the other is told; ending beside a change loses neither', async () => {
    const { id } = await make('善终队')
    const body = { on: worldToday, reason: '解散' }
    const both = await Promise.all(
      [officer, city].map((one) => one.call(organizationsApi.end, { params: { id }, body })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const second = await make('并行队')
    const [ended, bulk] = await Promise.all([
      officer.call(organizationsApi.end, { params: { id: second.id }, body }),
      city.call(organizationsApi.bulkChange, {
        body: { ids: [second.id], change: { hub: true }, from: worldToday },
      }),
    ])
    expect(ended.status).toBe(200)
    const now = (await officer.call(organizationsApi.one, { params: { id: second.id } })).body
    expect(now).toMatchObject({ status: 'ended', hub: bulk.body.results[0]?.ok })
    expect(await liveOn(second.id, worldToday)).toBe(false)
  })

  it('changing many that overlap: both are done, one after the other', async () => {
    const ids = (await Promise.all(Array.from({ length: 6 }, (_, at) => make(`同行${at}队`)))).map(
      ({ id }) => id,
    )
    const change = (client: Client, hub: boolean, of: string[]) =>
      client.call(organizationsApi.bulkChange, { body: { ids: of, change: { hub }, from: worldToday } })
    const replies = await Promise.all([change(officer, true, ids), change(city, true, [...ids].reverse())])
    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    const done = replies.flatMap(({ body }) => body.results).filter(({ ok }) => ok)
    expect(done).toHaveLength(6)
  })
})

describe('one name in one area', () => {
  it('is taken once, however quickly it is given twice', async () => {
    const body = draft('双击队')
    const replies = await Promise.all([1, 2, 3].map(() => officer.call(organizationsApi.create, { body })))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    const again = await officer.call(organizationsApi.create, { body })
    expect(again.status).toBe(422)
    expect(again.body).toMatchObject({
      code: 'organization.nameTaken',
      message: '新北社区已有“双击队”。',
      mend: expect.stringContaining('请在名称里写明区别'),
      faults: [{ at: 'name' }],
    })
    for (const reply of replies.filter(({ status }) => status !== 200))
      expect(reply.body).toMatchObject({ code: 'organization.nameTaken', faults: [{ at: 'name' }] })
  })

  it('differently typed with blanks is the same name', async () => {
    await make('红枫 诗社')
    const reply = await officer.call(organizationsApi.create, { body: draft(' 红枫诗社 ') })
    expect(reply.body).toMatchObject({ code: 'organization.nameTaken' })
  })

  it('may stand in another area, and again once the first has ended, but then the first cannot return', async () => {
    const first = await make('轮回队')
    await make('轮回队', city, (await spotsIn(database(), places.inside)).township)
    await officer.call(organizationsApi.end, {
      params: { id: first.id },
      body: { on: worldToday, reason: '解散' },
    })
    await make('轮回队')
    const back = await officer.call(organizationsApi.revive, {
      params: { id: first.id },
      body: { on: worldToday, reason: '恢复' },
    })
    expect(back.status).toBe(422)
    expect(back.body).toMatchObject({ code: 'organization.nameTaken' })
  })

  it('is asked about when an organization is renamed or moved as well', async () => {
    await make('守家队')
    const { id } = await make('出门队')
    const renamed = await officer.call(organizationsApi.edit, {
      params: { id },
      body: { version: 1, organization: draft('守家队'), effect: { kind: 'change', from: worldToday } },
    })
    expect(renamed.body).toMatchObject({ code: 'organization.nameTaken' })
  })
})

describe('a telephone number with hidden digits', () => {
  it('leaves the one on record when it fits, and is refused when it does not', async () => {
    const made = await officer.call(organizationsApi.create, {
      body: { ...draft('电话队'), phone: '138 1234 5678' },
    })
    const { id } = made.body
    const save = (phone: string, version: number) =>
      officer.call(organizationsApi.edit, {
        params: { id },
        body: {
          version,
          organization: { ...draft('电话队'), phone, members: 30 + version },
          effect: { kind: 'change', from: worldToday },
        },
      })
    expect((await save('138****5678', 1)).status).toBe(200)
    const looked = await officer.call(organizationsApi.phone, { params: { id } })
    expect(looked.body.phone).toBe('13812345678')
    const refused = await save('139****5678', 2)
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({ faults: [{ at: 'phone' }] })
  })
})

async function liveOn(id: string, day: Day): Promise<boolean> {
  const found = await database().maybe(sql`
    select 1 from organization_period where organization = ${id} and superseded_at is null
      and starts_on <= ${day} and (ends_on is null or ends_on > ${day})`)
  return found !== null
}
