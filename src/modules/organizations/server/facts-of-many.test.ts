// Facts that another module decides on, from a day on: what the register says on every day against a list of days.
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldContext } from '../../../../test/world.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { organizationsApi } from '../organizations-api.ts'
import { changeFactsOfMany } from './index.ts'

const database = useDatabase()
const start = '2023-01-01' as Day
let officer: Client
let area: string

beforeAll(async () => {
  officer = await clientOf(await testServer(database()), 'countyOfficer.inside')
  area = (await spotsIn(database(), places.inside)).community
})

let made = 0
async function make(): Promise<string> {
  made += 1
  const body = {
    ...{ name: `分日${made}号队`, area, category: 'culture' as const, tier: 'filed' as const },
    ...{ members: 20, partyMembers: 2, foundedOn: start },
  }
  return (await officer.call(organizationsApi.create, { body })).body.id
}

const change = (id: string, partyMembers: number | null, from: Day) =>
  database().transaction((db) => changeFactsOfMany(worldContext(db), [{ id, facts: { partyMembers } }], from))

const saidOn = async (id: string, day: Day): Promise<number | null> =>
  (
    await database().one<{ n: number | null }>(sql`
      select party_members as n from organization_period where organization = ${id} and superseded_at is null
        and starts_on <= ${day} and (ends_on is null or ends_on > ${day})`)
  ).n

it('A fact that is so today but was otherwise on the day asked for becomes so from that day', async () => {
  const id = await make()
  await change(id, 4, addDays(start, 100))
  await change(id, 4, addDays(start, 30))
  expect([await saidOn(id, addDays(start, 29)), await saidOn(id, addDays(start, 30))]).toEqual([2, 4])
  const { body } = await officer.call(organizationsApi.timeline, { params: { id } })
  expect(body.items[0]).toMatchObject({ effectiveOn: addDays(start, 30) })
  const told = body.items.length
  await change(id, 4, addDays(start, 60))
  expect((await officer.call(organizationsApi.timeline, { params: { id } })).body.items).toHaveLength(told)
})

it('Random changes leave on every day what the last change from that day or before it said', async () => {
  const one = fc.record({ to: fc.constantFrom(2, 3, 4, null), on: fc.nat(20) })
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 5 }), async (changes) => {
      const id = await make()
      const days = Array.from<number | null>({ length: 22 }).fill(2)
      for (const { to, on } of changes) {
        await change(id, to, addDays(start, on))
        days.fill(to, on)
      }
      for (const [at, expected] of days.entries())
        expect([at, await saidOn(id, addDays(start, at))]).toEqual([at, expected])
    }),
    { numRuns: 15 },
  )
})
