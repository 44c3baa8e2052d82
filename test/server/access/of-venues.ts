// Calls of every endpoint of venues, for the access matrix, and the venue and bookings that they are made on.
import type { Day } from '../../../src/kernel/time.ts'
import { OrganizationDraft } from '../../../src/modules/organizations/organization.ts'
import { enterOrganization } from '../../../src/modules/organizations/server/index.ts'
import { VenueDraft } from '../../../src/modules/venues/venue.ts'
import type { venuesApi } from '../../../src/modules/venues/venues-api.ts'
import { type Database, type Db, sql } from '../../../src/platform/db.ts'
import { worldContext, worldToday } from '../../world.ts'
import type { SamplesOf } from './samples.ts'
import type { Place } from './scene.ts'

const inArea = { lies: (at: Place) => at.area }
/** A venue that is open to its own community: whoever works there or above sees it. */
const ofVenue = { kind: 'thing', see: 'venue.see', ...inArea } as const
const ofAsker = { kind: 'thing', see: 'venue.bookings', kept: true, ...inArea } as const
const byVenue = (at: Place) => ({ params: { id: at.venue } })
const byRoom = (at: Place) => ({ params: { id: at.venueRoom } })
const byAsked = (at: Place) => ({ params: { id: at.venueAsked } })
const byBooker = (at: Place) => ({ params: { id: at.venueBooker } })
const slot = { day: '2023-08-30' as Day, from: '14:00', to: '16:00' }

export const venuesSamples: SamplesOf<typeof venuesApi> = {
  list: {
    ...{ kind: 'list', ...inArea, given: () => ({ query: { limit: 200 } }) },
    found: ({ body }, at) => body.items.some(({ id }) => id === at.venue),
  },
  create: { kind: 'thing', see: 'area.see', ...inArea, given: (at) => ({ body: draftOf(at) }) },
  one: { ...ofVenue, given: byVenue },
  edit: { ...ofVenue, given: (at) => ({ ...byVenue(at), body: { ...draftOf(at), version: 1 } }) },
  close: {
    ...ofVenue,
    given: (at) => ({ params: { id: at.venueIdle }, body: { on: worldToday, reason: '试' } }),
  },
  calendar: { ...ofVenue, given: (at) => ({ ...byRoom(at), query: { from: worldToday } }) },
  occurrences: { ...ofVenue, given: (at) => ({ ...byRoom(at), query: slot }) },
  makeFeed: { ...ofVenue, given: byRoom },
  // Whoever knows the address reads it.
  feed: {
    ...{ kind: 'own', answers: 200, shipped: true },
    given: (at) => ({ params: { code: `feed-${at.venueRoom}` } }),
  },
  bookers: {
    ...{ kind: 'list', kept: true, ...inArea },
    given: (at) => ({ ...byVenue(at), query: { q: `${at.mark}约场` } }),
    found: ({ body }, at) => body.items.some(({ id }) => id === at.venueBooker),
  },
  ask: {
    ...ofAsker,
    given: (at) => ({ ...byBooker(at), body: { ...slot, room: at.venueRoom, purpose: '试', people: null } }),
  },
  ofOrganization: { ...ofAsker, given: byBooker },
  bookings: { ...ofVenue, given: (at) => ({ ...byVenue(at), query: { view: 'waiting' } }) },
  answer: { ...ofVenue, given: (at) => ({ ...byAsked(at), body: { answer: 'accept' } }) },
  withdraw: { ...ofAsker, given: (at) => ({ ...byAsked(at), body: {} }) },
  revoke: {
    ...ofVenue,
    given: (at) => ({ params: { id: at.venueAccepted }, body: { reason: '试' } }),
  },
  recordUse: {
    ...ofVenue,
    given: (at) => ({ ...byVenue(at), body: { used: [at.venuePast], unused: [] } }),
  },
}

const draftOf = ({ mark, area }: Pick<Place, 'mark' | 'area'>) => ({
  ...{ name: `${mark}试馆`, area, openTo: area, address: `${mark}路`, contact: null, terms: 'free' as const },
  ...{ termsNote: null, forWhom: null, hours: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '20:00' }] },
  ...{ closedOnHolidays: true, openedOn: '2022-01-01' as Day },
  rooms: [{ name: `${mark}间`, capacity: 30, equipment: null, closed: false }],
})

/** A venue with one room, an organization that books, and its bookings: one that waits, one accepted, one past. */
export type PlaceVenues = {
  venue: string
  /** One that nobody has booked. */
  venueIdle: string
  venueRoom: string
  venueBooker: string
  venueAsked: string
  venueAccepted: string
  venuePast: string
}

export const noVenues: PlaceVenues = {
  venue: '019893c1-0000-7000-8000-000000000211',
  venueIdle: '019893c1-0000-7000-8000-000000000217',
  venueRoom: '019893c1-0000-7000-8000-000000000212',
  venueBooker: '019893c1-0000-7000-8000-000000000213',
  venueAsked: '019893c1-0000-7000-8000-000000000214',
  venueAccepted: '019893c1-0000-7000-8000-000000000215',
  venuePast: '019893c1-0000-7000-8000-000000000216',
}

type Bare = Pick<Place, 'mark' | 'area' | 'keptBy'>

export const addVenues = (database: Database, at: Bare): Promise<PlaceVenues> =>
  database.transaction(async (db) => {
    const venue = await addVenue(db, at, '场馆')
    const room = crypto.randomUUID()
    await db.run(sql`
      insert into venue_room (id, venue, name, feed_code) values (${room}, ${venue}, ${`${at.mark}厅`}, ${`feed-${room}`})`)
    const venueBooker = await enter(db, at)
    const add = (status: string, day: string) =>
      addBooking(db, { room, organization: venueBooker, status, day })
    return {
      ...{ venue, venueRoom: room, venueBooker, venueIdle: await addVenue(db, at, '闲馆') },
      venueAsked: await add('asked', '2023-08-28'),
      venueAccepted: await add('accepted', '2023-08-29'),
      venuePast: await add('accepted', '2023-08-24'),
    }
  })

async function addVenue(db: Db, at: Bare, name: string): Promise<string> {
  const { openedOn, hours } = VenueDraft.parse(draftOf(at))
  const { id } = await db.one<{ id: string }>(sql`
    insert into support_platform (id, name, kind, area, province, city, county, township, community, place, opened_on)
    select gen_random_uuid(), ${at.mark + name}, 'venue', a.code, a.province, a.city, a.county, a.township, a.community,
      ${`${at.mark}路`}, ${openedOn} from area a where a.code = ${at.area} returning id`)
  await db.run(sql`
    insert into venue (id, open_to, terms, hours, closed_on_holidays)
    values (${id}, ${at.area}, 'free', ${JSON.stringify(hours)}::jsonb, true)`)
  return id
}

function enter(db: Db, { mark, area, keptBy }: Bare): Promise<string> {
  const draft = OrganizationDraft.parse({ name: `${mark}约场社`, area, category: 'service', tier: 'filed' })
  const act = { action: 'organization.create', on: worldToday, reason: null, keeper: keptBy }
  return enterOrganization(worldContext(db), draft, act)
}

type Planned = { room: string; organization: string; status: string; day: string }

async function addBooking(db: Db, { room, organization, status, day }: Planned): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    insert into venue_booking (id, venue_room, organization, starts_at, ends_at, purpose, status, asked_at, due_on)
    values (gen_random_uuid(), ${room}, ${organization}, ${`${day}T09:00:00+08:00`}, ${`${day}T11:00:00+08:00`}, '试',
      ${status}, now(), ${day}) returning id`)
  return id
}
