// An activity from its plan to its result, what becomes of those who signed up, and what is counted of it.
import { beforeAll, describe, expect, it } from 'vitest'
import { activityPlan, planned, published, signUp } from '../../../../test/activities.ts'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { activitiesApi } from '../activities-api.ts'
import { activitySources } from './index.ts'

const database = useDatabase()
let worker: Client
let leader: Client
let officer: Client
let anybody: Client
let area: string
let organization: string

beforeAll(async () => {
  const app = await testServer(database())
  worker = await clientOf(app, 'communityWorker.inside')
  leader = await clientOf(app, 'organizationLeader.inside')
  officer = await clientOf(app, 'countyOfficer.inside')
  anybody = await clientOf(app)
  area = (await spotsIn(database(), places.inside)).community
  const kept = await database().one<{ id: string }>(sql`
    update organization set keeper = (select id from person where login_name = 'organizationLeader.inside')
    where id = (select id from organization where community = ${area} and status = 'active' order by id limit 1)
    returning id`)
  organization = kept.id
})

/** Lets it begin before the world's day. */
const begin = (id: string, day = '2023-08-20') =>
  database().run(sql`
    update activity set starts_at = ${day}::date + interval '6 hours', ends_at = ${day}::date + interval '8 hours',
      sign_up_until = null where id = ${id}`)

describe('The leader of an organization', () => {
  it('plans, publishes, records and concludes its activity; nobody else’s', async () => {
    const own = await published(leader, { area, organization, series: 'culture', partners: [organization] })
    expect(own).toMatchObject({ status: 'published', seriesTitle: '促进社区文化发展', partners: [] })
    await begin(own.id)
    const attendance = { attended: 18, served: { elderly: 12, disabled: 0 } }
    const held = await leader.call(activitiesApi.hold, { params: { id: own.id }, body: { attendance } })
    expect(held.body).toMatchObject({ status: 'held', attended: 18, served: { elderly: 12 } })
    const done = await leader.call(activitiesApi.conclude, {
      params: { id: own.id },
      body: { result: '读完一本书' },
    })
    expect(done.body).toMatchObject({ status: 'concluded', result: '读完一本书' })
    const mended = await leader.call(activitiesApi.correct, {
      params: { id: own.id },
      body: { attendance: { attended: 20 }, reason: '漏数两人' },
    })
    expect(mended.body).toMatchObject({ status: 'concluded', attended: 20, served: {} })
    const other = await leader.call(activitiesApi.create, { body: activityPlan({ area }) as never })
    expect(other.status).toBe(403)
    const section = await leader.call(activitiesApi.ofOrganization, { params: { id: organization } })
    expect(section.body).toMatchObject({ held: { thisYear: 1, lastYear: 0 }, mayPlan: true })
  })

  it('chooses among the series of the programme in force', async () => {
    const { body } = await leader.call(activitiesApi.series, { query: { area } })
    expect(body.items.map(({ id }) => id)).toEqual(['service', 'consultation', 'culture', 'points'])
    const unknown = await leader.call(activitiesApi.create, {
      body: activityPlan({ area, organization, series: 'nothing' }) as never,
    })
    expect(unknown).toMatchObject({ status: 422, body: { code: 'activity.unknownSeries' } })
  })
})

describe('A step', () => {
  it('that two take at once is taken once', async () => {
    const { id } = await planned(worker, { area })
    const publish = () => worker.call(activitiesApi.publish, { params: { id } })
    const both = await Promise.all([publish(), publish()])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('is refused where the plan has been changed by somebody else meanwhile', async () => {
    const plan = await planned(worker, { area })
    const body = { version: plan.version, activity: activityPlan({ area, title: '改名' }) as never }
    const edit = () => worker.call(activitiesApi.edit, { params: { id: plan.id }, body })
    expect([(await edit()).status, (await edit()).status]).toEqual([200, 409])
  })

  it('tells everybody that it is cancelled, and why', async () => {
    const { id, code } = await published(worker, { area })
    await worker.call(activitiesApi.cancel, { params: { id }, body: { reason: '台风' } })
    const { body } = await anybody.call(activitiesApi.shown, { params: { code } })
    expect(body).toMatchObject({ status: 'cancelled', cancelReason: '台风', whyNot: '活动取消了。' })
  })
})

describe('Those who came', () => {
  it('are ticked on the list, lose their numbers, and are known again by a hash alone', async () => {
    for (const people of [
      [1, 2, 3],
      [2, 3, 4],
      [3, 9],
    ])
      await heldWith(people)
    const { body } = await worker.call(activitiesApi.counts, { query: { area, ...year } })
    expect(body.returning).toEqual({ people: 5, again: 2 })
    const { kept } = await database().one<{ kept: number }>(sql`
      select count(*)::int as kept from activity_sign_up s join activity v on v.id = s.activity
      where s.phone is not null and v.status = 'held'`)
    expect(kept).toBe(0)
  })

  it('are never more than came in all', async () => {
    const { id, code } = await published(worker, { area })
    for (const person of [1, 2]) await signUp(anybody, code, person)
    await begin(id)
    const came = (await worker.call(activitiesApi.signUps, { params: { id } })).body.items.map(
      (one) => one.id,
    )
    const reply = await worker.call(activitiesApi.hold, {
      params: { id },
      body: { attendance: { attended: 1 }, came },
    })
    expect(reply).toMatchObject({ status: 422, body: { code: 'activity.moreTicked' } })
  })
})

const year = { from: '2023-01-01', to: '2023-12-31' } as const

async function heldWith(people: readonly number[]): Promise<void> {
  const { id, code } = await published(worker, { area })
  for (const person of people) await signUp(anybody, code, person)
  await begin(id)
  const came = (await worker.call(activitiesApi.signUps, { params: { id } })).body.items.map((one) => one.id)
  const body = { attendance: { attended: people.length + 1 }, came }
  expect((await worker.call(activitiesApi.hold, { params: { id }, body })).status).toBe(200)
}

describe('Counts', () => {
  it('by series, by area and in all are the rows counted one by one, and the measures say the same', async () => {
    const rows = await database().rows<{ series: string | null; attended: number }>(sql`
      select series, attended from activity where county = ${places.inside} and status in ('held', 'concluded')`)
    const { body } = await officer.call(activitiesApi.counts, { query: { area: places.inside, ...year } })
    const attended = rows.reduce((sum, row) => sum + row.attended, 0)
    expect(body.sum).toEqual({ activities: rows.length, attended })
    expect(rows.length).toBeGreaterThan(3)
    for (const { series, activities } of body.bySeries)
      expect(activities).toBe(rows.filter((row) => row.series === series).length)
    expect(body.byArea.reduce((sum, row) => sum + row.attended, 0)).toBe(attended)
    expect(await measured('activities')).toBe(rows.length)
    expect(await measured('activityAttendance')).toBe(attended)
  })

  it('of another county are nothing to this one’s officer', async () => {
    const { body } = await officer.call(activitiesApi.counts, { query: { area: places.outside, ...year } })
    expect(body.sum).toEqual({ activities: 0, attended: 0 })
  })
})

async function measured(name: string): Promise<number> {
  const source = activitySources[name]
  if (!source) throw new Error(`no source ${name}`)
  const { value } = await database().one<{ value: number }>(sql`
    select coalesce(sum(${source.quantity}), 0)::int as value from ${source.from}
    where ${source.where} and m.county = ${places.inside}`)
  return value
}

describe('The calendar', () => {
  it('shows what touches its days, across midnight too, and nothing beyond', async () => {
    const night = await planned(worker, {
      area,
      title: '守岁',
      from: '2023-12-31T22:00',
      to: '2024-01-01T01:00',
    })
    const titles = async (from: string, to: string) => {
      const query = { area, from: from as never, to: to as never }
      return (await worker.call(activitiesApi.calendar, { query })).body.items.map((one) => one.id)
    }
    expect(await titles('2023-12-31', '2023-12-31')).toEqual([night.id])
    expect(await titles('2024-01-01', '2024-01-07')).toEqual([night.id])
    expect(await titles('2024-01-02', '2024-01-07')).toEqual([])
  })
})
