// Venues through the front door: entering, asking, answering, two at once, series, cancelling, use, the calendar's address.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldNow } from '../../../../test/world.ts'
import type { Given } from '../../../kernel/endpoint.ts'
import type { Day, Instant } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { buildServer } from '../../../server.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { queuesApi } from '../../queues/queues-api.ts'
import type { Venue } from '../venue.ts'
import { venuesApi } from '../venues-api.ts'

const database = useDatabase()
let worker: Client
let officer: Client
let leader: Client
let stranger: Client
let later: Client
let spots: { township: string; community: string }
let venue: Venue
let kept: string
let other: string

beforeAll(async () => {
  const app = await testServer(database())
  worker = await clientOf(app, 'communityWorker.inside')
  officer = await clientOf(app, 'townshipOfficer.inside')
  leader = await clientOf(app, 'organizationLeader.inside')
  stranger = await clientOf(app, 'organizationLeader.outside')
  spots = await spotsIn(database(), places.inside)
  venue = await makeVenue('娄江活动中心')
  kept = await makeOrganization('约场舞蹈队')
  other = await makeOrganization('约场合唱队')
  await database().run(sql`
    update organization set keeper = (select id from person where login_name = 'organizationLeader.inside')
    where id in (${kept}, ${other})`)
  // The same product some days on.
  const clock = () => '2023-09-08T02:00:00.000Z' as Instant
  const afterwards = await buildServer(database(), {
    secret: 'a secret of at least thirty-two letters',
    clock,
  })
  later = await clientOf(afterwards, 'communityWorker.inside')
})

const day = (text: string) => text as Day
type Draft = NonNullable<Given<typeof venuesApi.create>['body']>

const draft = (name: string): Draft => ({
  ...{ name, area: spots.community, openTo: spots.township, address: '娄江路 8 号', contact: null },
  ...{ terms: 'free', termsNote: null, forWhom: null, closedOnHolidays: true, openedOn: day('2022-01-01') },
  hours: [
    { days: [1, 2, 3, 4, 5], from: '08:00', to: '12:00' },
    { days: [1, 2, 3, 4, 5, 6], from: '13:00', to: '21:00' },
  ],
  rooms: [
    { name: '多功能厅', capacity: 40, equipment: '音响', closed: false },
    { name: '排练室', capacity: null, equipment: null, closed: false },
  ],
})

async function makeVenue(name: string, more: Partial<Draft> = {}): Promise<Venue> {
  const { status, body } = await worker.call(venuesApi.create, { body: { ...draft(name), ...more } })
  expect(status).toBe(200)
  return body
}

async function makeOrganization(name: string): Promise<string> {
  const organization = { name, area: spots.community, category: 'culture', tier: 'guided' } as const
  return (await officer.call(organizationsApi.create, { body: organization })).body.id
}

const hall = () => venue.rooms.find(({ name }) => name === '多功能厅')?.id ?? ''
const studio = () => venue.rooms.find(({ name }) => name === '排练室')?.id ?? ''

type Wish = Partial<NonNullable<Given<typeof venuesApi.ask>['body']>>
const ask = (wish: Wish = {}, { organization = kept, by = leader } = {}) =>
  by.call(venuesApi.ask, {
    params: { id: organization },
    body: {
      ...{ room: hall(), day: day('2023-08-30'), from: '14:00', to: '16:00', purpose: '排练', people: null },
      ...wish,
    },
  })
const asked = async (wish: Wish = {}, how: Parameters<typeof ask>[1] = {}): Promise<string> => {
  const { status, body } = await ask(wish, how)
  expect(status).toBe(200)
  return body.items[0]?.id ?? ''
}
const answer = (id: string, all = false, by = worker) =>
  by.call(venuesApi.answer, { params: { id }, body: { answer: 'accept', all } })
const ofKept = async () => (await leader.call(venuesApi.ofOrganization, { params: { id: kept } })).body.items

describe('a venue', () => {
  it('is on record once: it counts among the support platforms, and one that is there already is opened for booking', async () => {
    const platform = await database().one<{ kind: string; name: string }>(
      sql`select kind, name from support_platform where id = ${venue.id}`,
    )
    expect(platform).toEqual({ kind: 'venue', name: '娄江活动中心' })
    await database().run(sql`
      insert into support_platform (id, name, kind, area, province, county, township, community, opened_on)
      select gen_random_uuid(), '老活动室', 'venue', code, province, county, township, community, '2021-03-01'
      from area where code = ${spots.community}`)
    const { id } = await makeVenue('老活动室')
    const { count } = await database().one<{ count: number }>(
      sql`select count(*)::int as count from support_platform where name = '老活动室' and id = ${id}`,
    )
    expect(count).toBe(1)
  })

  it('is seen where it is open to, also in a neighbouring community, and nowhere else', async () => {
    const shown = await officer.call(venuesApi.list, { query: { area: spots.township } })
    expect(shown.body.items.map(({ name }) => name)).toContain('娄江活动中心')
    expect((await leader.call(venuesApi.one, { params: { id: venue.id } })).body.may).toEqual([])
    expect((await stranger.call(venuesApi.one, { params: { id: venue.id } })).status).toBe(404)
  })

  it('is changed by one at a time, with rooms added and closed', async () => {
    const own = await makeVenue('可改的场地')
    const [first, second] = own.rooms
    if (!first || !second) throw new Error('two rooms')
    const body = {
      ...draft('改过的场地'),
      version: own.version,
      rooms: [
        { id: second.id, name: second.name, capacity: 10, equipment: null, closed: true },
        { name: '会议室', capacity: 8, equipment: null, closed: false },
      ],
    }
    const edited = await worker.call(venuesApi.edit, { params: { id: own.id }, body })
    expect(edited.body).toMatchObject({ name: '改过的场地', version: own.version + 1 })
    expect(edited.body.rooms.map(({ name, closed }) => [name, closed])).toEqual(
      expect.arrayContaining([
        [first.name, false],
        [second.name, true],
        ['会议室', false],
      ]),
    )
    const again = await worker.call(venuesApi.edit, { params: { id: own.id }, body })
    expect(again.status).toBe(409)
    const sameNames = { ...body, version: own.version + 1, rooms: [{ ...newRoom, name: first.name }] }
    expect(
      (await worker.call(venuesApi.edit, { params: { id: own.id }, body: sameNames })).body,
    ).toMatchObject({
      code: 'venue.sameRoomName',
    })
  })

  it('is open to its own area or one above it only, and says what a discount is', async () => {
    const elsewhere = await worker.call(venuesApi.create, {
      body: { ...draft('外地'), openTo: places.outside },
    })
    expect(elsewhere.body).toMatchObject({ code: 'venue.openElsewhere' })
    const vague = await worker.call(venuesApi.create, { body: { ...draft('优惠'), terms: 'discounted' } })
    expect(vague.status).toBe(400)
  })

  it('closes only when nothing is accepted from then on', async () => {
    const own = await makeVenue('要关的场地')
    const id = await asked({ room: own.rooms[0]?.id ?? '' }, { by: worker })
    const close = () =>
      worker.call(venuesApi.close, {
        params: { id: own.id },
        body: { on: day('2023-08-25'), reason: '收回' },
      })
    expect((await close()).body).toMatchObject({ code: 'venue.stillBooked' })
    await worker.call(venuesApi.revoke, { params: { id }, body: { reason: '场地收回' } })
    expect((await close()).body.closedOn).toBe('2023-08-25')
    expect((await ask({ room: own.rooms[0]?.id ?? '' })).body).toMatchObject({ code: 'venue.notFree' })
  })
})

const newRoom = { name: '', capacity: null, equipment: null, closed: false }

describe('a request', () => {
  it('waits for the keeper until it is answered, and is named only to those who may know of it', async () => {
    const id = await asked({ day: day('2023-09-04') })
    const waits = async (by: Client) =>
      (await by.call(queuesApi.list, { params: { source: 'venues.answer' }, query: {} })).body.items
    expect((await waits(worker)).map(({ note }) => note)).toContain('约场舞蹈队约 2023-09-04')
    const seen = async (by: Client) =>
      (
        await by.call(venuesApi.calendar, {
          params: { id: hall() },
          query: { from: day('2023-09-04'), days: 1 },
        })
      ).body.days[0]?.taken
    expect(await seen(worker)).toMatchObject([
      { status: 'asked', who: '约场舞蹈队', from: '14:00', to: '16:00' },
    ])
    const neighbour = await clientOf(worker.app, 'partyOfficer.inside')
    expect((await seen(neighbour))?.[0]?.who).toBe('约场舞蹈队')
    await answer(id)
    expect((await ofKept()).find((one) => one.id === id)?.status).toBe('accepted')
    expect((await waits(worker)).map(({ note }) => note)).not.toContain('约场舞蹈队约 2023-09-04')
  })

  it.each([
    ['across midnight', { from: '20:00', to: '02:00' }, 'venue.acrossMidnight', '跨过午夜'],
    ['of no length', { from: '14:00', to: '14:00' }, 'venue.noTime', '晚于开始'],
    [
      'outside the opening hours',
      { from: '11:00', to: '14:00' },
      'venue.notFree',
      '只开放 08:00–12:00、13:00–21:00',
    ],
    ['on a closed weekday', { day: day('2023-09-03') }, 'venue.notFree', '周日不开放'],
    ['on a public holiday', { day: day('2023-10-02') }, 'venue.notFree', '国庆节放假'],
    ['in the past', { day: day('2023-08-24') }, 'venue.notFree', '已经过去'],
    ['too far ahead', { day: day('2024-08-30') }, 'venue.notFree', '最多约到 2024-02-21'],
    ['for more people than the room holds', { people: 41 }, 'venue.tooMany', '最多 40 人'],
  ])('%s is refused in words', async (_, wish, code, words) => {
    const { status, body } = await ask(wish)
    expect(status).toBe(422)
    expect(body).toMatchObject({ code, message: expect.stringContaining(words) })
  })

  it('for an organization to which the venue is not open is refused, as is one that the person does not keep', async () => {
    const narrow = await makeVenue('只对本社区', { openTo: spots.community })
    const [far] = await database().rows<{ id: string }>(sql`
      select id from organization where township = ${spots.township} and community <> ${spots.community} limit 1`)
    if (!far) throw new Error('no neighbour')
    const wish = { room: narrow.rooms[0]?.id ?? '' }
    expect((await ask(wish, { organization: far.id, by: officer })).body).toMatchObject({
      code: 'venue.notForThem',
    })
    expect((await ask(wish, { organization: far.id })).status).toBe(404)
    expect((await ask({}, { by: stranger })).status).toBe(404)
  })

  it('sent twice is one', async () => {
    await asked({ day: day('2023-09-05') })
    expect((await ask({ day: day('2023-09-05') })).body).toMatchObject({ code: 'venue.alreadyAsked' })
  })

  it('is taken back by the organization, and a refusal leaves it looking for another room', async () => {
    const id = await asked({ day: day('2023-09-06') })
    const back = await leader.call(venuesApi.withdraw, { params: { id }, body: {} })
    expect(back.body.items[0]?.status).toBe('withdrawn')
    const refused = await asked({ day: day('2023-09-07') })
    await worker.call(venuesApi.answer, {
      params: { id: refused },
      body: { answer: 'decline', reason: '当天开会' },
    })
    const waits = await leader.call(queuesApi.list, { params: { source: 'venues.rearrange' }, query: {} })
    expect(waits.body.items[0]?.note).toBe('2023-09-07 娄江活动中心 没有同意：当天开会')
    await asked({ day: day('2023-09-08') })
    const done = await leader.call(queuesApi.list, { params: { source: 'venues.rearrange' }, query: {} })
    expect(done.body.items).toEqual([])
  })
})

describe('no room is given twice', () => {
  it('of many requests accepted at the same moment exactly one is', async () => {
    const ids = [
      await asked({ day: day('2023-09-11'), from: '14:00', to: '16:00' }),
      await asked({ day: day('2023-09-11'), from: '15:00', to: '17:00' }, { organization: other }),
      await asked({ day: day('2023-09-11'), from: '15:30', to: '16:00' }, { organization: other }),
    ]
    const replies = await Promise.all(ids.map((id) => answer(id)))
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const refused = replies.find(({ status }) => status === 409)
    expect(refused?.body).toMatchObject({
      code: 'venue.taken',
      message: '2023-09-11 的这个时间已经约给别人。',
    })
  })

  it('of many keepers who book at once exactly one does', async () => {
    const wish = { day: day('2023-09-12'), room: studio() }
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        ask(wish, { by: at % 2 ? worker : officer, organization: at % 2 ? kept : other }),
      ),
    )
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(replies.filter(({ status }) => status >= 500)).toEqual([])
  })

  it('the database itself refuses it, and what ends when the next begins it takes', async () => {
    const put = (from: string, to: string) =>
      database().run(sql`
        insert into venue_booking (id, venue_room, organization, starts_at, ends_at, purpose, status, asked_at, due_on)
        values (gen_random_uuid(), ${studio()}, ${kept}, ${`2023-09-13T${from}:00+08:00`}, ${`2023-09-13T${to}:00+08:00`},
          '试', 'accepted', ${worldNow}, '2023-09-13')`)
    await put('09:00', '10:00')
    await put('10:00', '11:00')
    await expect(put('09:30', '10:30')).rejects.toThrow('venue_booking_room_taken_once')
    await expect(put('22:00', '23:00')).resolves.toBe(1)
  })

  it('nor does it hold what goes past midnight', async () => {
    const across = database().run(sql`
      insert into venue_booking (id, venue_room, organization, starts_at, ends_at, purpose, status, asked_at, due_on)
      values (gen_random_uuid(), ${studio()}, ${kept}, '2023-12-31T22:00+08:00', '2024-01-01T01:00+08:00', '试', 'asked',
        ${worldNow}, '2023-12-31')`)
    await expect(across).rejects.toThrow('venue_booking_within_a_day')
  })
})

describe('a series', () => {
  it('names every clash before it is asked for, goes over the change of year, and is answered as one', async () => {
    await asked({ day: day('2023-12-11'), room: studio() }, { by: worker, organization: other })
    const wish = { day: day('2023-12-04'), until: day('2024-01-15'), room: studio() }
    const { day: first, until } = wish
    const before = await leader.call(venuesApi.occurrences, {
      params: { id: studio() },
      query: { day: first, from: '14:00', to: '16:00', until },
    })
    expect(before.body.items.filter(({ why }) => why)).toEqual([
      { day: '2023-12-11', why: '已经被约', note: null },
      { day: '2024-01-01', why: '元旦放假，不开放', note: null },
    ])
    const refused = await ask(wish)
    expect(refused.body).toMatchObject({
      code: 'venue.notFree',
      message: '有 2 天不能预约：2023-12-11 已经被约；2024-01-01 元旦放假，不开放。',
    })
    const { body } = await ask({ ...wish, skip: [day('2023-12-11'), day('2024-01-01')] })
    expect(body.items.map((one) => one.day)).toEqual([
      ...['2023-12-04', '2023-12-18', '2023-12-25', '2024-01-08', '2024-01-15'],
    ])
    const [one] = body.items
    if (!one) throw new Error('nothing asked')
    expect((await answer(one.id, true)).body.items.map(({ status }) => status)).toEqual(
      Array(5).fill('accepted'),
    )
    const back = await leader.call(venuesApi.withdraw, { params: { id: one.id }, body: { all: true } })
    expect(back.body.items.map(({ status }) => status)).toEqual(Array(5).fill('cancelled'))
  })

  it('of which one day was given away meanwhile says which, and can be answered day by day', async () => {
    const { body } = await ask({ day: day('2023-11-06'), until: day('2023-11-13'), room: studio() })
    await asked({ day: day('2023-11-13'), room: studio() }, { by: worker, organization: other })
    const [first, second] = body.items
    expect((await answer(first?.id ?? '', true)).body).toMatchObject({
      code: 'venue.taken',
      message: expect.stringContaining('2023-11-13'),
    })
    expect((await answer(first?.id ?? '')).status).toBe(200)
    expect((await answer(second?.id ?? '')).status).toBe(409)
  })

  it('that ends too late, or before it begins, is refused', async () => {
    expect((await ask({ until: day('2023-08-01') })).body).toMatchObject({ code: 'venue.untilBefore' })
    expect((await ask({ until: day('2025-08-01') })).body).toMatchObject({ code: 'venue.tooFar' })
  })
})

describe('what was accepted', () => {
  it('is cancelled by either side before it begins, later than the notice as a short one', async () => {
    const soon = await asked({ day: day('2023-08-25'), from: '20:00', to: '21:00' }, { by: worker })
    const revoked = await worker.call(venuesApi.revoke, { params: { id: soon }, body: { reason: '停电' } })
    expect(revoked.body.items[0]).toMatchObject({ status: 'cancelled', endedBy: 'keeper', shortNotice: true })
    const far = await asked({ day: day('2023-09-20') }, { by: worker })
    const back = await leader.call(venuesApi.withdraw, { params: { id: far }, body: {} })
    expect(back.body.items[0]).toMatchObject({ status: 'cancelled', endedBy: 'asker', shortNotice: false })
    expect((await ask({ day: day('2023-09-20') }, { by: worker })).status).toBe(200)
  })

  it('is recorded as used or not when it is over, not before, and put right afterwards', async () => {
    const [used, unused] = [
      await asked({ day: day('2023-09-01'), room: studio() }, { by: worker }),
      await asked({ day: day('2023-09-01'), room: studio(), from: '16:00', to: '18:00' }, { by: worker }),
    ]
    const recordUse = (by: Client, body: { used: string[]; unused: string[] }) =>
      by.call(venuesApi.recordUse, { params: { id: venue.id }, body })
    expect((await recordUse(worker, { used: [used], unused: [] })).body).toMatchObject({
      code: 'venue.tooLate',
    })
    const waits = await later.call(queuesApi.list, { params: { source: 'venues.recordUse' }, query: {} })
    expect(waits.body.items.map(({ note }) => note)).toContain('2023-09-01 有 2 次预约，用了没有')
    expect((await recordUse(later, { used: [used], unused: [unused] })).body).toEqual({ recorded: 2 })
    expect((await recordUse(later, { used: [unused], unused: [] })).status).toBe(200)
    const cancelled = await later.call(venuesApi.revoke, { params: { id: used }, body: { reason: '试' } })
    expect(cancelled.status).toBe(409)
  })

  it('whose day passed without an answer waits for nobody, and can no longer be accepted', async () => {
    const id = await asked({ day: day('2023-08-31'), room: studio() })
    const past = await later.call(venuesApi.bookings, { params: { id: venue.id }, query: { view: 'past' } })
    expect(past.body.items.find((one) => one.id === id)).toMatchObject({ status: 'asked', lapsed: true })
    expect((await answer(id, false, later)).body).toMatchObject({ code: 'venue.tooLate' })
    const waiting = await later.call(venuesApi.bookings, {
      params: { id: venue.id },
      query: { view: 'waiting' },
    })
    expect(waiting.body.items.map((one) => one.id)).not.toContain(id)
  })
})
