// 积沙成塔 through the front door: what merging and splitting do to the register, and how it is taken back.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import {
  annul,
  type Body,
  draftIn,
  livingOn,
  makeIn,
  merge,
  mergerIn,
  type Spot,
  sorted,
  spotOf,
} from '../../../../test/reorganizing.ts'
import { places, spotsIn, worldToday } from '../../../../test/world.ts'
import type { ProblemBody } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { changesApi } from '../changes-api.ts'

const database = useDatabase()
let township: Client
let county: Client
let city: Client
let stranger: Client
let community: Spot
let abroad: string

beforeAll(async () => {
  const app = await testServer(database())
  township = await clientOf(app, 'townshipOfficer.inside')
  county = await clientOf(app, 'countyOfficer.inside')
  city = await clientOf(app, 'cityOfficer.inside')
  stranger = await clientOf(app, 'countyOfficer.outside')
  community = await spotOf(database(), (await spotsIn(database(), places.inside)).community)
  abroad = (await spotsIn(database(), places.outside)).community
})

const draft = (members: number | null, more = {}) => draftIn(community, members, more)
const make = (members: number | null, more = {}, client = county) => makeIn(client, community, members, more)
const merger = (more: Partial<Body>) => mergerIn(community, more)
const one = async (id: string) => (await city.call(organizationsApi.one, { params: { id } })).body
const standing = async (id: string) => (await city.call(changesApi.standing, { params: { id } })).body

describe('a merger', () => {
  it('ends the parts on the day, begins the whole, and can be followed both ways', async () => {
    const [a, b] = [await make(12), await make(8)]
    const { status, body } = await merge(township, a, merger({ others: [b], members: 20 }))
    expect(status).toBe(200)
    const whole = body.successors[0]?.id ?? ''
    expect(await livingOn(database(), '2023-05-31', [a, b, whole])).toEqual(sorted([a, b]))
    expect(await livingOn(database(), '2023-06-01', [a, b, whole])).toEqual([whole])
    expect(await one(whole)).toMatchObject({ members: 20, foundedOn: '2023-06-01', status: 'active' })
    expect((await standing(a)).reorganizations[0]?.successors[0]?.id).toBe(whole)
    expect((await standing(whole)).reorganizations[0]?.predecessors.map(({ id }) => id).sort()).toEqual(
      sorted([a, b]),
    )
    const back = await county.call(organizationsApi.revive, {
      params: { id: a },
      body: { on: worldToday, reason: '试' },
    })
    expect(back.body).toMatchObject({ code: 'organization.hasSuccessor' })
  })

  it('into one that goes on keeps its identity and declares its numbers; a difference is explained', async () => {
    const [a, b] = [await make(12), await make(8)]
    const body = merger({ others: [a], into: { existing: b }, members: 18 })
    expect((await merge(township, b, body)).body).toMatchObject({ code: 'reorganization.unexplained' })
    const done = await merge(township, b, { ...body, difference: '两人同在两队' })
    expect(done.body).toMatchObject({ membersSummed: 20, members: 18, difference: '两人同在两队' })
    expect(await membersOn(b, '2023-05-31')).toBe(8)
    expect(await membersOn(b, '2023-06-01')).toBe(18)
  })

  it('takes others into a registered one, which goes on', async () => {
    const group = await make(5)
    const registered = await make(50, { tier: 'registered', legalForm: 'association' })
    const body = merger({ others: [registered], into: { existing: registered }, members: 55 })
    expect((await merge(county, group, body)).status).toBe(200)
    expect(await one(registered)).toMatchObject({ members: 55, tier: 'registered', status: 'active' })
    expect((await one(group)).status).toBe('ended')
  })

  it('gives a lawful name, or one that a part had, however it reads', async () => {
    const [a, b] = [await make(12, { name: '老早就叫这个的歌友' }), await make(8)]
    const into = (name: string) =>
      merger({ others: [b], into: { draft: draft(null, { name }) }, members: 20 })
    const refused = await merge(county, a, into('别处社区合唱队'))
    expect(refused.body).toMatchObject({ code: 'name.unlawful', faults: [{ at: 'into.draft.name' }] })
    expect((await one(a)).status).toBe('active')
    expect((await merge(county, a, into('老早就叫这个的歌友'))).status).toBe(200)
  })

  it('is refused where it would be nonsense, and says why', async () => {
    const [a, b] = [await make(5), await make(5)]
    const registered = await make(50, { tier: 'registered', legalForm: 'association' })
    const filed = await make(5, { tier: 'filed' })
    const late = await make(5, { foundedOn: '2023-06-01' })
    const ended = await make(5)
    await county.call(organizationsApi.end, {
      params: { id: ended },
      body: { on: worldToday, reason: '解散' },
    })
    const refusal = async (body: Partial<Body>) => {
      const reply = await merge(county, a, merger({ members: 10, ...body }))
      return [reply.status, (reply.body as unknown as { message: string }).message]
    }
    expect(await refusal({ others: [a] })).toEqual([422, expect.stringContaining('至少要有两个')])
    expect(await refusal({ others: [registered] })).toEqual([422, expect.stringContaining('依法清算')])
    expect(await refusal({ others: [filed] })).toEqual([422, expect.stringContaining('不能降为')])
    expect(await refusal({ others: [b], into: { draft: draft(null, { tier: 'filed' }) } })).toEqual([
      422,
      expect.stringContaining('不能代替备案'),
    ])
    expect(await refusal({ others: [late] })).toEqual([422, expect.stringContaining('前后不在名录中')])
    expect(await refusal({ others: [ended] })).toEqual([409, expect.stringContaining('已退出名录')])
    expect(await refusal({ others: [b], on: '2023-08-26' as Day })).toEqual([
      422,
      expect.stringContaining('还没有到'),
    ])
    expect((await one(a)).status).toBe('active')
  })

  it('of two counties is refused to each of them without naming the other, and done by whoever reaches both', async () => {
    const [here, there] = [await make(5), await make(5, { area: abroad }, stranger)]
    const body = merger({ others: [there], into: { existing: here }, members: 10 })
    const refused = await merge(county, here, body)
    expect(refused.body).toMatchObject({ code: 'reorganization.outOfReach' })
    expect((await merge(city, here, body)).status).toBe(200)
    const seen = await county.call(changesApi.standing, { params: { id: here } })
    expect(seen.body.reorganizations[0]?.predecessors).toEqual([{ id: null, name: null }])
  })

  it('pressed twice, or by two at once, is done once', async () => {
    const [a, b, c] = [await make(5), await make(5), await make(5)]
    const replies = await Promise.all([
      merge(township, a, merger({ others: [b], members: 10 })),
      merge(county, c, merger({ others: [b], members: 10 })),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await database().rows(sql`select 1 from succession where predecessor = ${b}`)).toHaveLength(1)
  })
})

describe('a split', () => {
  it('ends the whole, begins the parts, and conserves the members or explains them', async () => {
    const whole = await make(20)
    const body = { into: [draft(12), draft(7)], on: '2023-06-01' as Day, reason: '人多了，分队活动' }
    const call = (more = {}) =>
      county.call(changesApi.split, { params: { id: whole }, body: { ...body, ...more } })
    expect((await call()).body).toMatchObject({ code: 'reorganization.unexplained' })
    expect((await call({ into: [draft(13, { name: '同名队' }), draft(7, { name: '同名队' })] })).status).toBe(
      422,
    )
    expect((await call({ into: [draft(13, { tier: 'filed' }), draft(7)] })).status).toBe(422)
    const misnamed = await call({ into: [draft(13), draft(7, { name: '第一的队' })] })
    expect(misnamed).toMatchObject({ status: 422, body: { code: 'name.unlawful' } })
    expect(new Set((misnamed.body as unknown as ProblemBody).faults?.map(({ at }) => at))).toEqual(
      new Set(['into.1.name']),
    )
    const done = await call({ difference: '一人退出' })
    expect(done.body).toMatchObject({ kind: 'split', membersSummed: 19, members: 20 })
    expect((await one(whole)).status).toBe('ended')
  })
})

describe('a merger that was a mistake', () => {
  it('is taken back: what was before goes on as if it had never been, once', async () => {
    const [a, b] = [await make(12), await make(8)]
    const { body } = await merge(county, a, merger({ others: [b], members: 20 }))
    const whole = body.successors[0]?.id ?? ''
    expect((await annul(county, body.id)).body.annulled).toMatchObject({ reason: '选错了组织' })
    expect(await livingOn(database(), '2023-06-01', [a, b, whole])).toEqual(sorted([a, b]))
    expect((await one(whole)).status).toBe('ended')
    expect((await annul(county, body.id)).status).toBe(409)
    expect(
      (await stranger.call(changesApi.annul, { params: { id: body.id }, body: { reason: '试' } })).status,
    ).toBe(404)
  })
})

async function membersOn(id: string, on: string): Promise<number | null> {
  const row = await database().maybe<{ members: number }>(sql`
    select members from organization_period where organization = ${id} and superseded_at is null
      and starts_on <= ${on} and (ends_on is null or ends_on > ${on})`)
  return row?.members ?? null
}
