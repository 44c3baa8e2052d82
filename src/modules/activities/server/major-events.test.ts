// Major events: reported in time or late, answered, changed, summarized; and what waits for whom.
import { beforeAll, describe, expect, it } from 'vitest'
import { activityPlan, planned } from '../../../../test/activities.ts'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { queuesApi } from '../../queues/queues-api.ts'
import { activitiesApi } from '../activities-api.ts'
import { activitySources } from './index.ts'

const database = useDatabase()
let worker: Client
let township: Client
let county: Client
let area: string

beforeAll(async () => {
  const app = await testServer(database())
  worker = await clientOf(app, 'communityWorker.inside')
  township = await clientOf(app, 'townshipOfficer.inside')
  county = await clientOf(app, 'countyOfficer.inside')
  area = (await spotsIn(database(), places.inside)).community
})

const report = {
  ...{ content: '灯会和歌舞', form: '广场演出', participants: '居民和演员' },
  ...{ fundSource: '社区经费', safetyPlan: '四名安全员，备有灭火器' },
}
/** A lantern fair of 300 people, a month ahead unless said otherwise. */
const fair = (given: object = {}) =>
  planned(worker, {
    ...{ area, title: '灯会', kind: 'festival', expected: 300, place: '广场' },
    ...{ from: '2023-09-29T18:00', to: '2023-09-29T21:00' },
    ...given,
  })
const send = (id: string) => worker.call(activitiesApi.report, { params: { id }, body: report })

const waiting = async (client: Client, source: string, overseen = false) => {
  const { body } = await client.call(queuesApi.list, {
    params: { source },
    query: { overseen: String(overseen) as 'true' },
  })
  return body.items.map((item) => item.id)
}

describe('A major event', () => {
  it('is seen as such from its plan on, and waits to be reported until it is', async () => {
    const { id, majorEvent } = await fair()
    expect(majorEvent).toMatchObject({
      recipient: 'township',
      dueOn: '2023-09-22',
      permit: null,
      report: null,
    })
    expect(majorEvent.reasons.length).toBe(2)
    expect(await waiting(worker, 'activities.report')).toContain(id)
    const { body } = await send(id)
    expect(body.majorEvent.report).toMatchObject({
      status: 'reported',
      late: 0,
      covers: true,
      on: '2023-08-25',
    })
    expect(await waiting(worker, 'activities.report')).not.toContain(id)
    expect((await send(id)).status).toBe(409)
  })

  it('is answered once by where it was sent, with conditions in words', async () => {
    const { id } = await fair()
    const { body } = await send(id)
    const item = body.majorEvent.report?.id ?? ''
    const { body: queue } = await township.call(queuesApi.list, { params: { source: 'activities.answer' } })
    expect(queue.items.some((one) => one.id === id)).toBe(true)
    const answer = (words: string | null) =>
      township.call(activitiesApi.answer, { params: { id }, body: { answer: 'conditional', words } })
    expect((await answer(null)).status).toBe(400)
    expect(
      (await county.call(activitiesApi.answerInCounty, { params: { id }, body: { answer: 'approved' } }))
        .status,
    ).toBe(409)
    const both = await Promise.all([answer('限流 250 人'), answer('不设灯谜')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(item).not.toBe('')
  })

  it('goes to the county when many are expected', async () => {
    const { id } = await fair({ expected: 600 })
    await send(id)
    expect(await waiting(county, 'activities.answerInCounty')).toContain(id)
    const { body } = await county.call(activitiesApi.answerInCounty, {
      params: { id },
      body: { answer: 'approved' },
    })
    expect(body.majorEvent.report).toMatchObject({ status: 'approved', recipient: 'county' })
  })

  it('is not published against an objection, and may be reported anew once it is changed', async () => {
    const plan = await fair()
    const { id } = plan
    await send(id)
    await township.call(activitiesApi.answer, {
      params: { id },
      body: { answer: 'objected', words: '场地不安全' },
    })
    const refused = await worker.call(activitiesApi.publish, { params: { id } })
    expect(refused).toMatchObject({ status: 409, body: { code: 'activity.objected' } })
    const draft = activityPlan({ area, title: '灯会', kind: 'festival', expected: 300, place: '学校操场' })
    const changed = { version: plan.version, activity: { ...draft, from: plan.from, to: plan.to } as never }
    await worker.call(activitiesApi.edit, { params: { id }, body: changed })
    expect((await send(id)).body.majorEvent.report).toMatchObject({ status: 'reported', place: '学校操场' })
    expect((await worker.call(activitiesApi.publish, { params: { id } })).status).toBe(200)
  })

  it('whose plan changed after the answer must be reported again; the report before it is withdrawn', async () => {
    const plan = await fair()
    const { id } = plan
    await send(id)
    await township.call(activitiesApi.answer, { params: { id }, body: { answer: 'approved' } })
    const edit = (expected: number, version: number) =>
      worker.call(activitiesApi.edit, {
        params: { id },
        body: {
          version,
          activity: {
            ...activityPlan({ area, kind: 'festival', place: '广场' }),
            from: plan.from,
            to: plan.to,
            expected,
          } as never,
        },
      })
    const fewer = await edit(260, plan.version)
    expect(fewer.body.majorEvent.report?.covers).toBe(true)
    const more = await edit(400, fewer.body.version)
    expect(more.body.majorEvent.report?.covers).toBe(false)
    expect(await waiting(worker, 'activities.report')).toContain(id)
    expect((await send(id)).status).toBe(200)
    const reports = await database().rows<{ status: string }>(
      sql`select status from major_event_report where activity = ${id} order by reported_at, status`,
    )
    expect(reports.map(({ status }) => status).sort()).toEqual(['reported', 'withdrawn'])
  })
})

describe('A report that is late', () => {
  it('is seen by the level above while it is missing, and its days late stay on record', async () => {
    const { id } = await fair({ from: '2023-08-28T18:00', to: '2023-08-28T21:00' })
    expect(await waiting(county, 'activities.report', true)).toContain(id)
    const { body: events } = await township.call(activitiesApi.majorEvents, {
      query: { area, state: 'missing' },
    })
    expect(events.items.find((one) => one.id === id)).toMatchObject({
      state: 'missing',
      dueOn: '2023-08-21',
      late: 4,
    })
    const { body } = await send(id)
    expect(body.majorEvent.report).toMatchObject({ dueOn: '2023-08-21', late: 4 })
    expect(await waiting(county, 'activities.report', true)).not.toContain(id)
    const source = activitySources.majorEventReports
    if (!source) throw new Error('no source')
    const rows = await database().rows<{ inTime: boolean }>(sql`
      select ${source.attributes.inTime ?? sql`null`} as "inTime" from ${source.from} where m.activity = ${id}`)
    expect(rows).toEqual([{ inTime: false }])
  })

  it('can be made up for after the event, and is summarized then', async () => {
    const { id } = await fair()
    await database().run(sql`
      update activity set starts_at = '2023-08-20T10:00Z', ends_at = '2023-08-20T13:00Z', report_due = '2023-08-13'
      where id = ${id}`)
    const body = { result: '顺利，三百人参加', spent: 300_000 }
    const summarize = () => worker.call(activitiesApi.summarize, { params: { id }, body })
    expect((await summarize()).status).toBe(409)
    await send(id)
    expect(await waiting(worker, 'activities.summary')).toContain(id)
    expect((await summarize()).body.majorEvent.report?.summary).toEqual({
      ...{ result: '顺利，三百人参加', problems: null, spent: 300_000, on: '2023-08-25' },
    })
    expect(await waiting(worker, 'activities.summary')).not.toContain(id)
    expect((await summarize()).status).toBe(409)
  })
})

describe('From 1,000 people on', () => {
  it('a permit of public security waits to be recorded, twenty days before', async () => {
    const { id, majorEvent } = await fair({ expected: 1200 })
    expect(majorEvent.permit).toEqual({ dueOn: '2023-09-09', from: 1000, police: 'county' })
    expect(await waiting(worker, 'activities.permit')).toContain(id)
    const permit = (on: string) =>
      worker.call(activitiesApi.permit, {
        params: { id },
        body: { number: '太公治许〔2023〕1 号', on: on as never },
      })
    expect((await permit('2023-09-01')).status).toBe(422)
    expect((await permit('2023-08-24')).body.majorEvent.permitNumber).toBe('太公治许〔2023〕1 号')
    expect(await waiting(worker, 'activities.permit')).not.toContain(id)
  })
})

it('An activity that is cancelled needs no report, and takes what was reported back', async () => {
  const { id } = await fair()
  await send(id)
  await worker.call(activitiesApi.cancel, { params: { id }, body: { reason: '下雨' } })
  expect(await waiting(township, 'activities.answer')).not.toContain(id)
  const { body } = await township.call(activitiesApi.majorEvents, { query: { area } })
  expect(body.items.some((one) => one.id === id)).toBe(false)
})
