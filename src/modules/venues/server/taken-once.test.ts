// No room is given twice, whoever asks at the same moment; series name their clashes.
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../test/database.ts'
import { accept, ask, asked, day, useVenueCast } from '../../../../test/venues.ts'
import { worldNow } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { venuesApi } from '../venues-api.ts'

const database = useDatabase()
const cast = useVenueCast(database)

describe('no room is given twice', () => {
  it('of many requests accepted at the same moment exactly one is', async () => {
    const ids = [
      await asked(cast, { day: day('2023-09-11'), from: '14:00', to: '16:00' }),
      await asked(cast, { day: day('2023-09-11'), from: '15:00', to: '17:00' }, { organization: cast.other }),
      await asked(cast, { day: day('2023-09-11'), from: '15:30', to: '16:00' }, { organization: cast.other }),
    ]
    const replies = await Promise.all(ids.map((id) => accept(cast, id)))
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const refused = replies.find(({ status }) => status === 409)
    expect(refused?.body).toMatchObject({
      code: 'venue.taken',
      message: '2023-09-11 的这个时间已经约给别人。',
    })
  })

  it('of many keepers who book at once exactly one does', async () => {
    const wish = { day: day('2023-09-12'), room: cast.studio }
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        ask(cast, wish, {
          by: at % 2 ? cast.worker : cast.officer,
          organization: at % 2 ? cast.kept : cast.other,
        }),
      ),
    )
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(replies.filter(({ status }) => status >= 500)).toEqual([])
  })

  it('the database itself refuses it, and what ends when the next begins it takes', async () => {
    const put = (from: string, to: string) =>
      database().run(sql`
        insert into venue_booking (id, venue_room, organization, starts_at, ends_at, purpose, status, asked_at, due_on)
        values (gen_random_uuid(), ${cast.studio}, ${cast.kept}, ${`2023-09-13T${from}:00+08:00`}, ${`2023-09-13T${to}:00+08:00`},
          '试', 'accepted', ${worldNow}, '2023-09-13')`)
    await put('09:00', '10:00')
    await put('10:00', '11:00')
    await expect(put('09:30', '10:30')).rejects.toThrow('venue_booking_room_taken_once')
    await expect(put('22:00', '23:00')).resolves.toBe(1)
  })

  it('nor does it hold what goes past midnight', async () => {
    const across = database().run(sql`
      insert into venue_booking (id, venue_room, organization, starts_at, ends_at, purpose, status, asked_at, due_on)
      values (gen_random_uuid(), ${cast.studio}, ${cast.kept}, '2023-12-31T22:00+08:00', '2024-01-01T01:00+08:00', '试', 'asked',
        ${worldNow}, '2023-12-31')`)
    await expect(across).rejects.toThrow('venue_booking_within_a_day')
  })
})

describe('a series', () => {
  it('names every clash before it is asked for, goes over the change of year, and is answered as one', async () => {
    await asked(
      cast,
      { day: day('2023-12-11'), room: cast.studio },
      { by: cast.worker, organization: cast.other },
    )
    const wish = { day: day('2023-12-04'), until: day('2024-01-15'), room: cast.studio }
    const { day: first, until } = wish
    const before = await cast.leader.call(venuesApi.occurrences, {
      params: { id: cast.studio },
      query: { day: first, from: '14:00', to: '16:00', until },
    })
    expect(before.body.items.filter(({ why }) => why)).toEqual([
      { day: '2023-12-11', why: '已经被约', note: null },
      { day: '2024-01-01', why: '元旦放假，不开放', note: null },
    ])
    const refused = await ask(cast, wish)
    expect(refused.body).toMatchObject({
      code: 'venue.notFree',
      message: '有 2 天不能预约：2023-12-11 已经被约；2024-01-01 元旦放假，不开放。',
    })
    const { body } = await ask(cast, { ...wish, skip: [day('2023-12-11'), day('2024-01-01')] })
    expect(body.items.map((one) => one.day)).toEqual([
      ...['2023-12-04', '2023-12-18', '2023-12-25', '2024-01-08', '2024-01-15'],
    ])
    const [one] = body.items
    if (!one) throw new Error('nothing asked')
    expect((await accept(cast, one.id, { all: true })).body.items.map(({ status }) => status)).toEqual(
      Array(5).fill('accepted'),
    )
    const back = await cast.leader.call(venuesApi.withdraw, { params: { id: one.id }, body: { all: true } })
    expect(back.body.items.map(({ status }) => status)).toEqual(Array(5).fill('cancelled'))
  })

  it('of which one day was given away meanwhile says which, and can be answered day by day', async () => {
    const { body } = await ask(cast, { day: day('2023-11-06'), until: day('2023-11-13'), room: cast.studio })
    await asked(
      cast,
      { day: day('2023-11-13'), room: cast.studio },
      { by: cast.worker, organization: cast.other },
    )
    const [first, second] = body.items
    expect((await accept(cast, first?.id ?? '', { all: true })).body).toMatchObject({
      code: 'venue.taken',
      message: expect.stringContaining('2023-11-13'),
    })
    expect((await accept(cast, first?.id ?? '')).status).toBe(200)
    expect((await accept(cast, second?.id ?? '')).status).toBe(409)
  })

  it('that ends too late, or before it begins, is refused', async () => {
    expect((await ask(cast, { until: day('2023-08-01') })).body).toMatchObject({ code: 'venue.untilBefore' })
    expect((await ask(cast, { until: day('2025-08-01') })).body).toMatchObject({ code: 'venue.tooFar' })
  })
})
