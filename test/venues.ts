// The people, the venue and the organizations of the tests of venues, and the ways in which they ask and answer.
import { beforeAll, expect } from 'vitest'
import type { Given } from '../src/kernel/endpoint.ts'
import type { Day, Instant } from '../src/kernel/time.ts'
import { organizationsApi } from '../src/modules/organizations/organizations-api.ts'
import type { Venue } from '../src/modules/venues/venue.ts'
import { venuesApi } from '../src/modules/venues/venues-api.ts'
import { type Database, sql } from '../src/platform/db.ts'
import { buildServer } from '../src/server.ts'
import { type Client, clientOf } from './client.ts'
import { places, spotsIn, worldNow } from './world.ts'

type Draft = NonNullable<Given<typeof venuesApi.create>['body']>
type Wish = Partial<NonNullable<Given<typeof venuesApi.ask>['body']>>

export type VenueCast = {
  /** Keeps the venue of the community; the officer its township. */
  worker: Client
  officer: Client
  /** Keeps two organizations; the stranger none of here. */
  leader: Client
  stranger: Client
  /** Two weeks on. */
  later: Client
  spots: { township: string; community: string }
  venue: Venue
  hall: string
  studio: string
  kept: string
  other: string
  /** A minute passes. */
  tick: () => void
}

/** Filled before the tests of the file begin. */
export function useVenueCast(database: () => Database): VenueCast {
  const cast = {} as VenueCast
  beforeAll(async () => {
    Object.assign(cast, await peopleOf(database()))
    cast.spots = await spotsIn(database(), places.inside)
    cast.venue = await makeVenue(cast, '娄江活动中心')
    const room = (name: string) => cast.venue.rooms.find((one) => one.name === name)?.id ?? ''
    Object.assign(cast, { hall: room('多功能厅'), studio: room('排练室') })
    cast.kept = await makeOrganization(cast, '约场舞蹈队')
    cast.other = await makeOrganization(cast, '约场合唱队')
    await database().run(sql`
      update organization set keeper = (select id from person where login_name = 'organizationLeader.inside')
      where id in (${cast.kept}, ${cast.other})`)
  })
  return cast
}

async function peopleOf(database: Database): Promise<Partial<VenueCast>> {
  let now: Instant = worldNow
  const serve = (clock: () => Instant) =>
    buildServer(database, { secret: 'a secret of at least thirty-two letters', clock })
  const app = await serve(() => now)
  return {
    worker: await clientOf(app, 'communityWorker.inside'),
    officer: await clientOf(app, 'townshipOfficer.inside'),
    leader: await clientOf(app, 'organizationLeader.inside'),
    stranger: await clientOf(app, 'organizationLeader.outside'),
    later: await clientOf(await serve(() => '2023-09-08T02:00:00.000Z' as Instant), 'communityWorker.inside'),
    tick: () => {
      now = new Date(Date.parse(now) + 60_000).toISOString() as Instant
    },
  }
}

export const day = (text: string) => text as Day

export const venueDraft = ({ spots }: Pick<VenueCast, 'spots'>, name: string): Draft => ({
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

type Keeper = Pick<VenueCast, 'worker' | 'spots'>

export async function makeVenue(cast: Keeper, name: string, more: Partial<Draft> = {}): Promise<Venue> {
  const { status, body } = await cast.worker.call(venuesApi.create, {
    body: { ...venueDraft(cast, name), ...more },
  })
  expect(status).toBe(200)
  return body
}

async function makeOrganization({ officer, spots }: VenueCast, name: string): Promise<string> {
  const organization = { name, area: spots.community, category: 'culture', tier: 'guided' } as const
  return (await officer.call(organizationsApi.create, { body: organization })).body.id
}

/** The leader asks for the hall on 30 August at two, but for what is wished otherwise. */
export const ask = (cast: VenueCast, wish: Wish = {}, how: { organization?: string; by?: Client } = {}) =>
  (how.by ?? cast.leader).call(venuesApi.ask, {
    params: { id: how.organization ?? cast.kept },
    body: {
      ...{
        room: cast.hall,
        day: day('2023-08-30'),
        from: '14:00',
        to: '16:00',
        purpose: '排练',
        people: null,
      },
      ...wish,
    },
  })

/** The same, with success; gives the id of the first. */
export async function asked(...given: Parameters<typeof ask>): Promise<string> {
  const { status, body } = await ask(...given)
  expect(status).toBe(200)
  return body.items[0]?.id ?? ''
}

export const accept = ({ worker }: VenueCast, id: string, { all = false, by = worker } = {}) =>
  by.call(venuesApi.answer, { params: { id }, body: { answer: 'accept', all } })
