// A place through the front door: answers on a bad network, by two at once, taken back; finished and taken up again.
import { beforeAll, describe, expect, it } from 'vitest'
import { type CensusCast, castOf, draftFor, draftOf, newGroup, said, sayOf } from '../../../../test/census.ts'
import { clientOf } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, worldToday } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { queuesApi } from '../../queues/queues-api.ts'
import type { Saying, WalkItem } from '../census.ts'
import { censusApi } from '../census-api.ts'

const database = useDatabase()
let cast: CensusCast
let census: string

beforeAll(async () => {
  cast = await castOf(database())
  const { officer } = cast
  census = said(await officer.call(censusApi.create, { body: draftFor(places.inside) })).id
  said(await officer.call(censusApi.open, { params: { id: census } }))
})

const onCensus = () => ({ params: { id: census } })
const here = () => ({ params: { id: census, area: cast.community } })
const walk = async () => said(await cast.worker.call(censusApi.walk, here()))

/** One that was on the register before and is still there. */
async function known(): Promise<WalkItem> {
  const found = (await walk()).items.find(
    ({ organization, answer }) => organization.status === 'active' && answer?.outcome !== 'added',
  )
  if (!found) throw new Error('nothing on the list')
  return found
}

const say = (item: WalkItem, saying: Saying, key = crypto.randomUUID(), by = cast.worker) =>
  sayOf(by, census, item, saying, key)

describe('A place', () => {
  it('is walked through: confirmed, corrected, resting, gone, not known; and added to, each as the register says', async () => {
    const [first, second, third, fourth] = (await walk()).items
    if (!first || !second || !third || !fourth) throw new Error('the community has fewer than four')
    expect((await say(first, { kind: 'confirmed' })).body.answer).toMatchObject({
      outcome: 'confirmed',
      note: null,
    })
    const corrected = { ...draftOf(second.organization), members: 33 }
    const effect = { kind: 'correction' as const, reason: '人数记错了' }
    expect((await say(second, { kind: 'corrected', draft: corrected, effect })).body).toMatchObject({
      organization: { members: 33 },
      answer: { outcome: 'corrected' },
    })
    const rest = { kind: 'dormant' as const, on: worldToday, reason: '半年没有活动' }
    expect((await say(third, rest)).body.organization.status).toBe('dormant')
    const gone = { kind: 'gone' as const, on: worldToday, reason: '成员都搬走了' }
    expect((await say(fourth, gone)).body).toMatchObject({
      organization: { status: 'ended' },
      answer: { outcome: 'gone', note: '成员都搬走了' },
    })
    expect((await cast.worker.call(censusApi.finish, here())).body).toMatchObject({
      code: 'census.notAllAnswered',
    })
    for (const item of (await walk()).items.filter(({ answer }) => !answer))
      expect((await say(item, { kind: 'unsure', note: null })).status).toBe(200)
    const told = await cast.worker.call(organizationsApi.timeline, { params: { id: first.organization.id } })
    expect(told.body.items[0]?.what).toBe('摸底核对：情况属实')
  })

  it('takes the same answer twice as one, and an addition sent by two at once as one organization', async () => {
    const item = await known()
    const key = crypto.randomUUID()
    const once = await say(item, { kind: 'confirmed' }, key)
    const again = await say(item, { kind: 'confirmed' }, key)
    expect(again).toMatchObject({ status: 200, body: once.body })

    const added = { key: crypto.randomUUID(), draft: newGroup('秋分读书会', cast.community) }
    const add = () => cast.worker.call(censusApi.add, { ...onCensus(), body: added })
    const replies = [...(await Promise.all([add(), add()])), await add()]
    expect(replies.at(-1)?.body).toMatchObject({ answer: { outcome: 'added' } })
    expect(replies.every(({ status }) => status === 200 || status === 409)).toBe(true)
    const named = (await walk()).items.filter(({ organization }) => organization.name === '秋分读书会')
    expect(named).toHaveLength(1)
  })

  it('shows the newer state to whoever was slower, whatever they answer', async () => {
    const item = await known()
    const [one, two] = await Promise.all([
      say(item, { kind: 'unsure', note: '负责人不在' }),
      say(item, { kind: 'confirmed' }, undefined, cast.officer),
    ])
    expect([one.status, two.status].sort()).toEqual([200, 409])
    const lost = one.status === 409 ? one : two
    expect(lost.body).toMatchObject({ code: 'census.answeredMeanwhile' })

    const fresh = await known()
    const version = fresh.organization.version
    await cast.officer.call(organizationsApi.edit, {
      params: { id: fresh.organization.id },
      body: {
        version,
        organization: { ...draftOf(fresh.organization), members: 44 },
        effect: { kind: 'change', from: worldToday },
      },
    })
    expect((await say(fresh, { kind: 'confirmed' })).body).toMatchObject({ code: 'census.changedMeanwhile' })
    expect((await say(await known(), { kind: 'confirmed' })).status).toBe(200)
  })

  it('takes a mistake back: one that was said to be gone is there after all', async () => {
    const gone = (await walk()).items.find(({ answer }) => answer?.outcome === 'gone') as WalkItem
    const back = await say(gone, { kind: 'revived', on: worldToday, reason: '点错了' })
    expect(back.body).toMatchObject({ organization: { status: 'active' }, answer: { outcome: 'corrected' } })
  })

  it('is finished and taken up again, and leaves the queue in between', async () => {
    expect((await cast.worker.call(censusApi.finish, here())).body.finished).toMatchObject({
      by: expect.any(String),
    })
    expect((await waiting())?.count.value).toBe(0)
    expect((await cast.officer.call(censusApi.progress, onCensus())).body.sum.finished).toBe(1)
    expect((await cast.worker.call(censusApi.resume, here())).body.finished).toBeNull()
    expect((await waiting())?.count.value).toBe(1)
    await cast.worker.call(censusApi.finish, here())
  })
})

describe('After the deadline', () => {
  it('an unfinished place is seen by the township and the county above, and by no other', async () => {
    said(await cast.worker.call(censusApi.resume, here()))
    await database().run(sql`update census set due_on = '2023-08-22' where id = ${census}`)
    expect(await waiting()).toMatchObject({ count: { value: 1 }, overdue: 1, dueWords: '已逾期 3 天' })
    const township = await overseenBy('townshipOfficer.inside')
    expect(township?.count.value).toBeGreaterThan(1)
    const { items } = said(
      await (await clientOf(cast.app, 'townshipOfficer.inside')).call(queuesApi.list, {
        params: { source: 'census.walk' },
        query: { overseen: 'true', area: cast.community },
      }),
    )
    expect(items).toMatchObject([
      { area: cast.community, overdue: true, note: '每个组织都核对过了，还没有点“走完了”' },
    ])
    expect((await overseenBy('countyOfficer.inside'))?.count.value).toBeGreaterThan(
      township?.count.value ?? 0,
    )
    expect(await overseenBy('countyOfficer.outside')).toBeUndefined()
    expect(await overseenBy('communityWorker.inside')).toBeUndefined()
  })
})

const overseenBy = async (loginName: string) =>
  said(await (await clientOf(cast.app, loginName)).call(queuesApi.summary)).overseen.find(
    ({ source }) => source === 'census.walk',
  )

const waiting = async () =>
  said(await cast.worker.call(queuesApi.summary)).own.find(({ source }) => source === 'census.walk')
