// Changes through the front door: who asks, who decides, what the register says afterwards.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { spotOf } from '../../../../test/reorganizing.ts'
import { places, spotsIn, worldToday } from '../../../../test/world.ts'
import type { ProblemBody } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { isLawful } from '../../naming/name-parts.ts'
import { checkName } from '../../naming/server/index.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import type { Asked, ChangeDraft } from '../change.ts'
import { changesApi } from '../changes-api.ts'

const database = useDatabase()
let worker: Client
let leader: Client
let township: Client
let county: Client
let city: Client
let stranger: Client
/** How the community is called. */
let home: string
let spots: { county: string; township: string; community: string }
/** Another community of the same township, one of another township, one of another county. */
let beside: Record<'near' | 'far' | 'abroad', string>

beforeAll(async () => {
  const app = await testServer(database())
  const as = (name: string) => clientOf(app, name)
  worker = await as('communityWorker.inside')
  leader = await as('organizationLeader.inside')
  township = await as('townshipOfficer.inside')
  county = await as('countyOfficer.inside')
  city = await as('cityOfficer.inside')
  stranger = await as('countyOfficer.outside')
  spots = await spotsIn(database(), places.inside)
  home = (await spotOf(database(), spots.community)).called
  beside = await database().one(sql`
    select (select code::text from area where township = ${spots.township} and level = 'community' and not virtual
        and code <> ${spots.community} limit 1) as near,
      (select code::text from area where county = ${places.inside} and township <> ${spots.township}
        and level = 'community' and not virtual limit 1) as far,
      (select code::text from area where county = ${places.outside} and level = 'community' and not virtual limit 1) as abroad`)
})

/** A lawful name: it begins with the community's own. */
const called = (name: string) => `${home}${name}`

let made = 0
async function make(tier: 'filed' | 'guided' = 'filed', more = {}): Promise<string> {
  made += 1
  const { body } = await county.call(organizationsApi.create, {
    body: {
      ...{
        name: `变更${made}号队`,
        area: spots.community,
        category: 'culture',
        tier,
        leader: '甲',
        place: '老年活动室',
      },
      ...{ members: 20, foundedOn: '2022-01-01' as Day, phone: '13812345678', ...more },
    },
  })
  await database().run(sql`update organization set keeper = (select id from person where login_name = 'organizationLeader.inside')
    where id = ${body.id}`)
  return body.id
}

const rename = (name: string, from = worldToday): ChangeDraft => ({
  ...{ kind: 'details', asked: { name: called(name) }, from, reason: '成员商定' },
})
const ask = (client: Client, id: string, change: ChangeDraft, directly = false) =>
  client.call(changesApi.request, { params: { id }, body: { change, directly } })
const decide = (
  client: Client,
  id: string,
  decision: 'approve' | 'return' | 'refuse',
  said: string | null = '请补正',
) => client.call(changesApi.decide, { params: { id }, body: { decision, said } })
const one = async (id: string) => (await city.call(organizationsApi.one, { params: { id } })).body

describe('a change that the leader asks for', () => {
  it('waits for the township, and holds from its day with the same identity when it is approved', async () => {
    const id = await make()
    const asked = await ask(leader, id, {
      kind: 'details',
      from: '2023-06-01' as Day,
      reason: '换届',
      asked: { leader: '乙', phone: '13900001111' },
    })
    expect(asked.body).toMatchObject({
      status: 'submitted',
      onBehalf: false,
      may: ['change.request'],
      asked: { phone: '139****1111' },
    })
    expect((await decide(worker, asked.body.id, 'approve')).status).toBe(403)
    expect((await decide(stranger, asked.body.id, 'approve')).status).toBe(404)
    expect((await one(id)).leader).toBe('甲')
    const decided = await decide(township, asked.body.id, 'approve', null)
    expect(decided.body).toMatchObject({ status: 'approved' })
    expect(await one(id)).toMatchObject({ leader: '乙', phone: '139****1111' })
    const timeline = await leader.call(organizationsApi.timeline, { params: { id } })
    expect(timeline.body.items[0]).toMatchObject({ what: '变更', effectiveOn: '2023-06-01', reason: '换届' })
  })

  it('of a guided group is confirmed by the community worker', async () => {
    const id = await make('guided')
    const asked = await ask(leader, id, rename('改名的指导队'))
    expect((await decide(worker, asked.body.id, 'approve', null)).status).toBe(200)
    expect((await one(id)).name).toBe(called('改名的指导队'))
  })

  it('comes back with words, and keeps its thread and its number when it is asked again', async () => {
    const id = await make()
    const { body } = await ask(worker, id, {
      kind: 'details',
      from: worldToday,
      reason: '电话换了',
      asked: { phone: '13700002222', leader: '丙' },
    })
    expect(body.onBehalf).toBe(true)
    expect((await decide(township, body.id, 'return', null)).body).toMatchObject({ code: 'change.sayWhy' })
    await decide(township, body.id, 'return', '请写全姓名')
    const again = await worker.call(changesApi.resubmit, {
      params: { id: body.id },
      body: {
        change: {
          kind: 'details',
          from: worldToday,
          reason: '已写全',
          asked: { leader: '丙丁', phone: '137****2222' },
        },
      },
    })
    expect(again.body.steps.map(({ kind }) => kind)).toEqual(['submit', 'return', 'resubmit'])
    await decide(township, body.id, 'approve', null)
    const phone = await county.call(organizationsApi.phone, { params: { id } })
    expect(phone.body.phone).toBe('13700002222')
  })

  it('is refused where nothing differs, where one is open already, and on a day that has not come', async () => {
    const id = await make()
    expect(
      (
        await ask(leader, id, {
          kind: 'details',
          asked: { name: (await one(id)).name },
          from: worldToday,
          reason: '成员商定',
        })
      ).body,
    ).toMatchObject({
      code: 'change.nothing',
    })
    expect((await ask(leader, id, rename('未来队', '2023-08-26' as Day))).body).toMatchObject({
      code: 'change.inFuture',
    })
    expect((await ask(leader, id, rename('先到队'))).status).toBe(200)
    expect((await ask(leader, id, rename('后到队'))).body).toMatchObject({ code: 'change.alreadyAsked' })
  })

  it('to a name that breaks the rule is refused with the words of filing; a name that stays may be as it is', async () => {
    const id = await make()
    const asked = (facts: Asked) =>
      ask(leader, id, { kind: 'details', asked: facts, from: worldToday, reason: '成员商定' })
    const { name } = await one(id)
    const refused = await asked({ name: '天下第一的队' })
    expect(refused).toMatchObject({ status: 422, body: { code: 'name.unlawful' } })
    const { faults, mend } = refused.body as unknown as ProblemBody
    const reading = await checkName(database(), spots.community, 'group', '天下第一的队')
    expect(faults).toEqual(
      reading.faults.flatMap((fault) =>
        fault.severity === 'fault' ? [{ at: 'asked.name', message: fault.message }] : [],
      ),
    )
    expect(faults?.length).toBeGreaterThan(1)
    expect(mend).toContain(home)
    const own = await checkName(database(), spots.community, 'group', name)
    expect(isLawful(own)).toBe(false)
    const same = await asked({ name, leader: '乙' })
    expect(same.status).toBe(200)
    await decide(township, same.body.id, 'return', '再想想')
    const again = await leader.call(changesApi.resubmit, {
      params: { id: same.body.id },
      body: { change: { kind: 'details', asked: { name: '第一队' }, from: worldToday, reason: '想好了' } },
    })
    expect(again.body).toMatchObject({ code: 'name.unlawful' })
  })

  it('to a name that was lawful when it was asked for and is not when it is decided changes nothing', async () => {
    const id = await make()
    const { name } = await one(id)
    const { body } = await ask(leader, id, rename('等规矩变的队'))
    await database().run(sql`
      update change_request set asked = jsonb_set(asked, '{name}', '"天下第一的队"') where id = ${body.id}`)
    expect(await decide(township, body.id, 'approve')).toMatchObject({
      status: 422,
      body: { code: 'name.unlawful' },
    })
    expect((await one(id)).name).toBe(name)
    expect((await decide(township, body.id, 'return', '名称不合现在的规定')).status).toBe(200)
  })

  it('is decided once, however many decide at the same time', async () => {
    const id = await make()
    const { body } = await ask(leader, id, rename('抢着办的队'))
    const replies = await Promise.all([
      decide(township, body.id, 'approve'),
      decide(county, body.id, 'refuse'),
      decide(city, body.id, 'approve'),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })

  it('can be taken back until it is decided', async () => {
    const id = await make()
    const { body } = await ask(leader, id, rename('撤回的队'))
    const back = () =>
      leader.call(changesApi.withdraw, { params: { id: body.id }, body: { reason: '不改了' } })
    expect((await back()).body.status).toBe('withdrawn')
    expect((await back()).status).toBe(409)
    expect((await decide(township, body.id, 'approve')).status).toBe(409)
  })
})

describe('a move', () => {
  const move = (to: string, from = '2023-08-01' as Day): ChangeDraft => ({
    kind: 'move',
    to,
    from,
    reason: '场地搬迁',
  })

  it('within a township is decided there, and counts in the new community from its day', async () => {
    const id = await make()
    const { body } = await ask(township, id, move(beside.near), true)
    expect(body.status).toBe('approved')
    expect(await areaOn(id, '2023-07-31')).toBe(spots.community)
    expect(await areaOn(id, '2023-08-01')).toBe(beside.near)
  })

  it('between townships waits for the county, and shows at both ends', async () => {
    const id = await make()
    const { body } = await ask(township, id, move(beside.far), true)
    expect(body.status).toBe('submitted')
    expect((await decide(township, body.id, 'approve')).status).toBe(403)
    const listed = await county.call(changesApi.list, { query: { area: beside.far } })
    expect(listed.body.items.map((line) => line.id)).toContain(body.id)
    expect((await decide(county, body.id, 'approve')).body.status).toBe('approved')
  })

  it('between counties waits for the city; the receiving county sees it and cannot decide it', async () => {
    const id = await make()
    const { body } = await ask(county, id, move(beside.abroad), true)
    expect(body.status).toBe('submitted')
    expect((await decide(county, body.id, 'approve')).status).toBe(403)
    expect((await stranger.call(changesApi.one, { params: { id: body.id } })).body).toMatchObject({
      kind: 'move',
    })
    expect((await decide(stranger, body.id, 'approve')).status).toBe(403)
    expect((await decide(city, body.id, 'approve')).body.status).toBe('approved')
  })

  it('is offered by name, the nearest first', async () => {
    const id = await make()
    const { name } = await database().one<{ name: string }>(
      sql`select short_name as name from area where code = ${beside.near}`,
    )
    const found = await leader.call(changesApi.moveTargets, {
      params: { id },
      query: { q: name.slice(0, 2) },
    })
    expect(found.body.items.map(({ code }) => code)).toContain(beside.near)
    expect(
      (await leader.call(changesApi.moveTargets, { params: { id }, query: { q: '%' } })).body.items,
    ).toEqual([])
  })
})

async function areaOn(id: string, day: string): Promise<string | null> {
  const row = await database().maybe<{ area: string }>(sql`
    select area::text as area from organization_period where organization = ${id} and superseded_at is null
      and starts_on <= ${day} and (ends_on is null or ends_on > ${day})`)
  return row?.area ?? null
}
