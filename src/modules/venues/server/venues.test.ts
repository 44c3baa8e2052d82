// Venues through the front door: entering, finding, changing, closing.
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../test/database.ts'
import { ask, asked, day, makeVenue, useVenueCast, venueDraft } from '../../../../test/venues.ts'
import { places } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { venuesApi } from '../venues-api.ts'

const database = useDatabase()
const cast = useVenueCast(database)

describe('a venue', () => {
  it('is on record once: it counts among the support platforms, and one that is there already is opened for booking', async () => {
    const platform = await database().one<{ kind: string; name: string }>(
      sql`select kind, name from support_platform where id = ${cast.venue.id}`,
    )
    expect(platform).toEqual({ kind: 'venue', name: '娄江活动中心' })
    await database().run(sql`
      insert into support_platform (id, name, kind, area, province, county, township, community, opened_on)
      select gen_random_uuid(), '老活动室', 'venue', code, province, county, township, community, '2021-03-01'
      from area where code = ${cast.spots.community}`)
    const { id } = await makeVenue(cast, '老活动室')
    const { count } = await database().one<{ count: number }>(
      sql`select count(*)::int as count from support_platform where name = '老活动室' and id = ${id}`,
    )
    expect(count).toBe(1)
  })

  it('is seen where it is open to, also in a neighbouring community, and nowhere else', async () => {
    const shown = await cast.officer.call(venuesApi.list, { query: { area: cast.spots.township } })
    expect(shown.body.items.map(({ name }) => name)).toContain('娄江活动中心')
    expect((await cast.leader.call(venuesApi.one, { params: { id: cast.venue.id } })).body.may).toEqual([])
    expect((await cast.stranger.call(venuesApi.one, { params: { id: cast.venue.id } })).status).toBe(404)
  })

  it('is changed by one at a time, with rooms added and closed', async () => {
    const own = await makeVenue(cast, '可改的场地')
    const [first, second] = own.rooms
    if (!first || !second) throw new Error('two rooms')
    const body = {
      ...venueDraft(cast, '改过的场地'),
      version: own.version,
      rooms: [
        { id: second.id, name: second.name, capacity: 10, equipment: null, closed: true },
        { name: '会议室', capacity: 8, equipment: null, closed: false },
      ],
    }
    const edited = await cast.worker.call(venuesApi.edit, { params: { id: own.id }, body })
    expect(edited.body).toMatchObject({ name: '改过的场地', version: own.version + 1 })
    expect(edited.body.rooms.map(({ name, closed }) => [name, closed])).toEqual(
      expect.arrayContaining([
        [first.name, false],
        [second.name, true],
        ['会议室', false],
      ]),
    )
    const again = await cast.worker.call(venuesApi.edit, { params: { id: own.id }, body })
    expect(again.status).toBe(409)
    const sameNames = {
      ...body,
      version: own.version + 1,
      rooms: [{ name: first.name, capacity: null, equipment: null, closed: false }],
    }
    expect(
      (await cast.worker.call(venuesApi.edit, { params: { id: own.id }, body: sameNames })).body,
    ).toMatchObject({
      code: 'venue.sameRoomName',
    })
  })

  it('is open to its own area or one above it only, and says what a discount is', async () => {
    const elsewhere = await cast.worker.call(venuesApi.create, {
      body: { ...venueDraft(cast, '外地'), openTo: places.outside },
    })
    expect(elsewhere.body).toMatchObject({ code: 'venue.openElsewhere' })
    const vague = await cast.worker.call(venuesApi.create, {
      body: { ...venueDraft(cast, '优惠'), terms: 'discounted' },
    })
    expect(vague.status).toBe(400)
  })

  it('closes only when nothing is accepted from then on', async () => {
    const own = await makeVenue(cast, '要关的场地')
    const id = await asked(cast, { room: own.rooms[0]?.id ?? '' }, { by: cast.worker })
    const close = () =>
      cast.worker.call(venuesApi.close, {
        params: { id: own.id },
        body: { on: day('2023-08-25'), reason: '收回' },
      })
    expect((await close()).body).toMatchObject({ code: 'venue.stillBooked' })
    await cast.worker.call(venuesApi.revoke, { params: { id }, body: { reason: '场地收回' } })
    expect((await close()).body.closedOn).toBe('2023-08-25')
    expect((await ask(cast, { room: own.rooms[0]?.id ?? '' })).body).toMatchObject({ code: 'venue.notFree' })
  })
})
