// Groups to be merged and split, and the calls that do it, for the tests of reorganizations.
import type { Day } from '../src/kernel/time.ts'
import { changesApi } from '../src/modules/changes/changes-api.ts'
import { organizationsApi } from '../src/modules/organizations/organizations-api.ts'
import { type Db, sql } from '../src/platform/db.ts'
import type { Client } from './client.ts'

/** The day from which every group exists. */
export const start = '2023-01-01' as Day

let counted = 0
function nextName(called: string): string {
  counted += 1
  return `${called}${counted}号合并队`
}

/** A community with its own name, with which the names of its groups begin. */
export type Spot = { area: string; called: string }

export const spotOf = (db: Db, area: string): Promise<Spot> =>
  db.one(sql`select code::text as area, short_name as called from area where code = ${area}`)

/** A new guided group. */
export const draftIn = ({ area, called }: Spot, members: number | null, more = {}) => ({
  ...{
    name: nextName(called),
    area,
    category: 'culture' as const,
    tier: 'guided' as const,
    members,
    ...more,
  },
})

export async function makeIn(client: Client, spot: Spot, members: number | null, more = {}): Promise<string> {
  const body = { ...draftIn(spot, members), foundedOn: start, ...more }
  return (await client.call(organizationsApi.create, { body })).body.id
}

export type Body = {
  others: string[]
  into: { existing: string } | { draft: ReturnType<typeof draftIn> }
  on: Day
  reason: string
  members: number | null
  partyMembers: number | null
  difference?: string | null
}

/** A merger into a new group of the area, as far as nothing else is said. */
export const mergerIn = (spot: Spot, more: Partial<Body>): Body => ({
  ...{ others: [], into: { draft: draftIn(spot, null) }, on: '2023-06-01' as Day, reason: '积沙成塔' },
  ...{ members: null, partyMembers: null, ...more },
})

export const merge = (client: Client, id: string, body: Body) =>
  client.call(changesApi.merge, { params: { id }, body })

export const annul = (client: Client, id: string) =>
  client.call(changesApi.annul, { params: { id }, body: { reason: '选错了组织' } })

export const sorted = (ids: readonly string[]): string[] => [...ids].sort()

/** Those of some organizations that existed on a day. */
export async function livingOn(db: Db, on: string, ids: readonly string[]): Promise<string[]> {
  const found = await db.rows<{ id: string }>(sql`
    select organization as id from organization_period where organization = any(${ids}::uuid[]) and superseded_at is null
      and starts_on <= ${on} and (ends_on is null or ends_on > ${on})`)
  return sorted(found.map(({ id }) => id))
}
