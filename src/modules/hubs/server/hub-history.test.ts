// What a hub did for an organization on each day, against a second, plain account of the same acts.
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn } from '../../../../test/world.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { hubsApi } from '../hubs-api.ts'
import { hubSources } from './index.ts'

const database = useDatabase()
let officer: Client
let community: string
let hub: string
let made = 0

const first = '2023-03-01' as Day
const days = Array.from({ length: 12 }, (_, index) => addDays(first, index))
const services = ['training', 'venue', 'advice']

beforeAll(async () => {
  const app = await testServer(database())
  officer = await clientOf(app, 'townshipOfficer.inside')
  const spots = await spotsIn(database(), places.inside)
  community = spots.community
  // Of the made-up hubs, some are younger than the first day.
  await database().run(sql`
    update organization_period set starts_on = '2020-01-01'
    where organization in (select id from organization where hub) and superseded_at is null`)
  hub = await oldHub(spots.township)
})

/** One that has been a hub since before the first day. */
const oldHub = async (township: string): Promise<string> =>
  (
    await database().one<{ id: string }>(sql`
      select o.id from organization o join organization_period p on p.organization = o.id and p.starts_on <= ${first}
      where o.hub and o.township = ${township} order by o.id limit 1`)
  ).id

type Act = { kind: 'tie' | 'change'; on: Day; services: string[] } | { kind: 'end'; on: Day }

const anyDay = fc.constantFrom(...days)
const some = fc.uniqueArray(fc.constantFrom(...services), { minLength: 1 })
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constantFrom('tie' as const, 'change' as const), on: anyDay, services: some }),
  fc.record({ kind: fc.constant('end' as const), on: anyDay }),
)

/** A plain account: for each tie its services day by day. */
type Account = { from: Day; until: Day | null; byDay: Map<Day, string[]> }[]

function accept(account: Account, act: Act): boolean {
  const open = account.find(({ until }) => until === null)
  if (act.kind === 'tie') {
    const clashes = account.some(({ from, until }) => until === null || (until > act.on && until > from))
    if (clashes) return false
    account.push({
      from: act.on,
      until: null,
      byDay: new Map(after(act.on).map((day) => [day, act.services])),
    })
    return true
  }
  if (!open || act.on < open.from) return false
  for (const day of after(act.on)) {
    if (act.kind === 'end') open.byDay.delete(day)
    else open.byDay.set(day, act.services)
  }
  if (act.kind === 'end') open.until = act.on
  return true
}

const after = (from: Day): Day[] => days.filter((day) => day >= from)

async function take(served: string, act: Act): Promise<number> {
  if (act.kind === 'tie') {
    const body = { hub, services: act.services, from: act.on }
    return (await officer.call(hubsApi.tie, { params: { id: served }, body })).status
  }
  const view = await officer.call(hubsApi.ofOrganization, { params: { id: served } })
  const id = view.body.servedBy.find(({ status }) => status === 'active')?.id
  if (!id) return 409
  if (act.kind === 'change') {
    const body = { services: act.services, from: act.on }
    return (await officer.call(hubsApi.changeServices, { params: { id }, body })).status
  }
  return (await officer.call(hubsApi.end, { params: { id }, body: { on: act.on, reason: '试' } })).status
}

async function recorded(served: string, day: Day): Promise<string[]> {
  const source = hubSources.hubServices
  if (!source) throw new Error('no source')
  const rows = await database().rows<{ service: string }>(sql`
    select ${source.attributes.kind ?? sql`null`} as service from ${source.from}
    where m.served = ${served} and m.starts_on <= ${day} and (m.ends_on is null or m.ends_on > ${day}) order by 1`)
  return rows.map(({ service }) => service)
}

it('is the same whatever was tied, changed and ended, in whichever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { maxLength: 6 }), async (acts) => {
      const organization = {
        name: `历史${++made}队`,
        area: community,
        category: 'culture',
        tier: 'guided',
      } as const
      const { body } = await officer.call(organizationsApi.create, {
        body: { ...organization, foundedOn: '2022-01-01' },
      })
      const account: Account = []
      for (const act of acts) expect((await take(body.id, act)) === 200).toBe(accept(account, act))
      for (const day of days) {
        const held = account.flatMap(({ byDay }) => byDay.get(day) ?? [])
        expect([day, await recorded(body.id, day)]).toEqual([day, [...held].sort()])
      }
    }),
    {
      numRuns: 25,
      // A tie that ends as of a day before one of its services began.
      examples: [
        [
          [
            { kind: 'tie', on: days[0] as Day, services: ['training'] },
            { kind: 'change', on: days.at(-1) as Day, services: ['advice'] },
            { kind: 'end', on: days[0] as Day },
          ],
        ],
      ],
    },
  )
})
