// Requests for a room: waiting, refused in words, taken back, cancelled, recorded.
import { describe, expect, it } from 'vitest'
import { type Client, clientOf } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { accept, ask, asked, day, makeVenue, useVenueCast } from '../../../../test/venues.ts'
import { sql } from '../../../platform/db.ts'
import { queuesApi } from '../../queues/queues-api.ts'
import { venuesApi } from '../venues-api.ts'

const database = useDatabase()
const cast = useVenueCast(database)
const ofKept = async () =>
  (await cast.leader.call(venuesApi.ofOrganization, { params: { id: cast.kept } })).body.items

describe('a request', () => {
  it('waits for the keeper until it is answered, and is named only to those who may know of it', async () => {
    const id = await asked(cast, { day: day('2023-09-04') })
    const waits = async (by: Client) =>
      (await by.call(queuesApi.list, { params: { source: 'venues.answer' }, query: {} })).body.items
    expect((await waits(cast.worker)).map(({ note }) => note)).toContain('约场舞蹈队约 2023-09-04')
    const seen = async (by: Client) =>
      (
        await by.call(venuesApi.calendar, {
          params: { id: cast.hall },
          query: { from: day('2023-09-04'), days: 1 },
        })
      ).body.days[0]?.taken
    expect(await seen(cast.worker)).toMatchObject([
      { status: 'asked', who: '约场舞蹈队', from: '14:00', to: '16:00' },
    ])
    const neighbour = await clientOf(cast.worker.app, 'partyOfficer.inside')
    expect((await seen(neighbour))?.[0]?.who).toBe('约场舞蹈队')
    await accept(cast, id)
    expect((await ofKept()).find((one) => one.id === id)?.status).toBe('accepted')
    expect((await waits(cast.worker)).map(({ note }) => note)).not.toContain('约场舞蹈队约 2023-09-04')
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
    const { status, body } = await ask(cast, wish)
    expect(status).toBe(422)
    expect(body).toMatchObject({ code, message: expect.stringContaining(words) })
  })

  it('for an organization to which the venue is not open is refused, as is one that the person does not keep', async () => {
    const narrow = await makeVenue(cast, '只对本社区', { openTo: cast.spots.community })
    const [far] = await database().rows<{ id: string }>(sql`
      select id from organization where township = ${cast.spots.township} and community <> ${cast.spots.community} limit 1`)
    if (!far) throw new Error('no neighbour')
    const wish = { room: narrow.rooms[0]?.id ?? '' }
    expect((await ask(cast, wish, { organization: far.id, by: cast.officer })).body).toMatchObject({
      code: 'venue.notForThem',
    })
    expect((await ask(cast, wish, { organization: far.id })).status).toBe(404)
    expect((await ask(cast, {}, { by: cast.stranger })).status).toBe(404)
  })

  it('sent twice is one', async () => {
    await asked(cast, { day: day('2023-09-05') })
    expect((await ask(cast, { day: day('2023-09-05') })).body).toMatchObject({ code: 'venue.alreadyAsked' })
  })

  it('is taken back by the organization, and a refusal leaves it looking for another room', async () => {
    const id = await asked(cast, { day: day('2023-09-06') })
    const back = await cast.leader.call(venuesApi.withdraw, { params: { id }, body: {} })
    expect(back.body.items[0]?.status).toBe('withdrawn')
    const refused = await asked(cast, { day: day('2023-09-07') })
    await cast.worker.call(venuesApi.answer, {
      params: { id: refused },
      body: { answer: 'decline', reason: '当天开会' },
    })
    const waits = await cast.leader.call(queuesApi.list, {
      params: { source: 'venues.rearrange' },
      query: {},
    })
    expect(waits.body.items[0]?.note).toBe('2023-09-07 娄江活动中心 没有同意：当天开会')
    cast.tick()
    await asked(cast, { day: day('2023-09-08') })
    const done = await cast.leader.call(queuesApi.list, { params: { source: 'venues.rearrange' }, query: {} })
    expect(done.body.items).toEqual([])
  })
})

describe('what was accepted', () => {
  it('is cancelled by either side before it begins, later than the notice as a short one', async () => {
    const soon = await asked(
      cast,
      { day: day('2023-08-25'), from: '20:00', to: '21:00' },
      { by: cast.worker },
    )
    const revoked = await cast.worker.call(venuesApi.revoke, {
      params: { id: soon },
      body: { reason: '停电' },
    })
    expect(revoked.body.items[0]).toMatchObject({ status: 'cancelled', endedBy: 'keeper', shortNotice: true })
    const far = await asked(cast, { day: day('2023-09-20') }, { by: cast.worker })
    const back = await cast.leader.call(venuesApi.withdraw, { params: { id: far }, body: {} })
    expect(back.body.items[0]).toMatchObject({ status: 'cancelled', endedBy: 'asker', shortNotice: false })
    expect((await ask(cast, { day: day('2023-09-20') }, { by: cast.worker })).status).toBe(200)
  })

  it('is recorded as used or not when it is over, not before, and put right afterwards', async () => {
    const [used, unused] = [
      await asked(cast, { day: day('2023-09-01'), room: cast.studio }, { by: cast.worker }),
      await asked(
        cast,
        { day: day('2023-09-01'), room: cast.studio, from: '16:00', to: '18:00' },
        { by: cast.worker },
      ),
    ]
    const recordUse = (by: Client, body: { used: string[]; unused: string[] }) =>
      by.call(venuesApi.recordUse, { params: { id: cast.venue.id }, body })
    expect((await recordUse(cast.worker, { used: [used], unused: [] })).body).toMatchObject({
      code: 'venue.tooLate',
    })
    const waits = await cast.later.call(queuesApi.list, { params: { source: 'venues.recordUse' }, query: {} })
    expect(waits.body.items.map(({ note }) => note)).toContain('2023-09-01 有 2 次预约，用了没有')
    expect((await recordUse(cast.later, { used: [used], unused: [unused] })).body).toEqual({ recorded: 2 })
    expect((await recordUse(cast.later, { used: [unused], unused: [] })).status).toBe(200)
    const cancelled = await cast.later.call(venuesApi.revoke, {
      params: { id: used },
      body: { reason: '试' },
    })
    expect(cancelled.status).toBe(409)
  })

  it('whose day passed without an answer waits for nobody, and can no longer be accepted', async () => {
    const id = await asked(cast, { day: day('2023-08-31'), room: cast.studio })
    const past = await cast.later.call(venuesApi.bookings, {
      params: { id: cast.venue.id },
      query: { view: 'past' },
    })
    expect(past.body.items.find((one) => one.id === id)).toMatchObject({ status: 'asked', lapsed: true })
    expect((await accept(cast, id, { by: cast.later })).body).toMatchObject({ code: 'venue.tooLate' })
    const waiting = await cast.later.call(venuesApi.bookings, {
      params: { id: cast.venue.id },
      query: { view: 'waiting' },
    })
    expect(waiting.body.items.map((one) => one.id)).not.toContain(id)
  })
})
