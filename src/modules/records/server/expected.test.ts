// What a programme expects waits for whoever enters it, until it is on record; the level above sees what is overdue.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldContext } from '../../../../test/world.ts'
import type { Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { queuesApi } from '../../queues/queues-api.ts'
import type { Expected } from '../expected.ts'
import { recordsApi } from '../records-api.ts'
import { expectRecords } from './index.ts'

const database = useDatabase()
const clients: Record<string, Client> = {}
let spots: { township: string; community: string }
let programme: string

const day = (text: string) => text as Day
const plan: Expected = {
  ...{ target: 'plan', part: 0, title: '工作方案', kind: 'documents', answers: { kind: 'workPlan' } },
  ...{ units: 'township', zones: true, countsFrom: null, countsTo: null },
  ...{ startsOn: day('2023-05-01'), dueOn: day('2023-05-07') },
}
const expected = [
  plan,
  { ...plan, target: 'city', units: 'county', answers: { kind: 'workPlan', level: 'city' } },
  { ...plan, target: 'own', units: 'county', answers: { kind: 'report', level: 'county' } },
  { ...plan, target: 'accepted', title: '验收', kind: 'acceptances', answers: {} },
  {
    ...{ ...plan, target: 'year', title: '联席会议', kind: 'jointMeetings', answers: {}, units: 'community' },
    ...{ countsFrom: day('2023-01-01'), countsTo: day('2023-12-31'), dueOn: day('2023-12-31') },
  },
  { ...plan, target: 'later', title: '明年的', startsOn: day('2024-01-01'), dueOn: day('2024-12-31') },
] as const satisfies Expected[]

beforeAll(async () => {
  const app = await testServer(database())
  for (const role of ['countyOfficer', 'townshipOfficer', 'communityWorker'])
    clients[role] = await clientOf(app, `${role}.inside`)
  spots = await spotsIn(database(), places.inside)
  programme = (await database().one<{ id: string }>(sql`select id from programme limit 1`)).id
  await expectRecords(worldContext(database()), programme, expected)
})

const as = (role: string): Client => {
  const client = clients[role]
  if (!client) throw new Error(`nobody is signed in as ${role}`)
  return client
}
const waiting = async (role: string, source: string, overseen = false) => {
  const { body } = await as(role).call(queuesApi.list, {
    params: { source },
    query: { limit: 200, ...(overseen && { overseen: 'true' as const }) },
  })
  return body.items.map(({ label, link }) => `${label} ${link}`)
}

describe('An expected record', () => {
  it('waits for the level that enters it, from its day on, with the form filled in', async () => {
    expect(await waiting('communityWorker', 'records.community')).toEqual([
      `联席会议 /records/new?kind=jointMeetings&area=${spots.community}`,
    ])
    expect(await waiting('townshipOfficer', 'records.township')).toEqual([
      `工作方案 /records/new?kind=documents&a.kind=workPlan&area=${spots.township}`,
    ])
    const county = await waiting('countyOfficer', 'records.county')
    const { townships } = await database().one<{ townships: number }>(sql`
      select count(*)::int as townships from area where county = ${places.inside} and level = 'township'`)
    expect(county.filter((line) => line.startsWith('验收'))).toHaveLength(townships)
    expect(county).toContain(`工作方案 /records/new?kind=documents&a.kind=report&area=${places.inside}`)
    expect(county).toHaveLength(townships + 1)
  })

  it('is overseen by the level above once it is late', async () => {
    const late = await waiting('countyOfficer', 'records.township', true)
    expect(late).toContain(`工作方案 /records/new?kind=documents&a.kind=workPlan&area=${spots.township}`)
    expect(await waiting('countyOfficer', 'records.community', true)).toEqual([])
  })

  it('waits no more once it is on record, and again when that is withdrawn', async () => {
    const draft = { area: spots.township, title: '方案', startsOn: day('2023-06-01'), doneBy: '镇政府' }
    const enter = (kind: string) =>
      as('townshipOfficer').call(recordsApi.enter, {
        body: { ...draft, kind: 'documents', attributes: { kind } },
      })
    await enter('report')
    expect(await waiting('townshipOfficer', 'records.township')).toHaveLength(1)
    const { id } = (await enter('workPlan')).body
    expect(await waiting('townshipOfficer', 'records.township')).toEqual([])
    await as('townshipOfficer').call(recordsApi.withdraw, { params: { id }, body: { reason: '错' } })
    expect(await waiting('townshipOfficer', 'records.township')).toHaveLength(1)
  })

  it('of a year is not fulfilled by a record of another year', async () => {
    const meet = (on: string) =>
      as('communityWorker').call(recordsApi.enter, {
        body: { kind: 'jointMeetings', area: spots.community, title: '议题', startsOn: day(on) },
      })
    await meet('2022-12-31')
    expect(await waiting('communityWorker', 'records.community')).toHaveLength(1)
    await meet('2023-01-01')
    expect(await waiting('communityWorker', 'records.community')).toEqual([])
  })
})
