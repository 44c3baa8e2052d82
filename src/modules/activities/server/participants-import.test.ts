// A paper list of who came to an activity: ticked or entered, counted once, taken back whole, and no number is kept.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { phoneOf, planned, published, signUp } from '../../../../test/activities.ts'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { bookOf, commit, previewOf } from '../../../../test/importing.ts'
import { said } from '../../../../test/training.ts'
import { places, spotsIn, worldNow } from '../../../../test/world.ts'
import type { Instant } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { importsApi } from '../../organizations/imports-api.ts'
import { forgetWorkbooks } from '../../organizations/server/index.ts'
import { activitiesApi as api } from '../activities-api.ts'

const database = useDatabase()
let worker: Client
let anybody: Client
let area: string

beforeAll(async () => {
  const app = await testServer(database())
  worker = await clientOf(app, 'communityWorker.inside')
  anybody = await clientOf(app)
  area = (await spotsIn(database(), places.inside)).community
})

const titles = ['序号', '姓名', '电话', '人群']
const upload = (activity: string, rows: string[][], client = worker) =>
  client.upload(
    importsApi.upload,
    { query: { area, kind: 'participants', belongsTo: activity } },
    { name: '签到表.xlsx', bytes: bookOf(rows, titles) },
  )
/** An activity that has begun; some signed up for it. */
const begun = async (...people: number[]) => {
  const { id, code } = await published(worker, { area })
  for (const person of people) await signUp(anybody, code, person)
  await database().run(sql`
    update activity set starts_at = '2023-08-20T06:00:00Z', ends_at = '2023-08-20T08:00:00Z', sign_up_until = null
    where id = ${id}`)
  return id
}
const one = async (id: string) => said(await worker.call(api.one, { params: { id } }))
const imported = async (id: string, rows: string[][]) => {
  const made = said(await upload(id, rows))
  return said(await commit(worker, made.id)).id
}

describe('A paper list', () => {
  it('ticks those who had signed up, enters the others, counts kinds, and keeps no number', async () => {
    const id = await begun(1, 2, 3)
    const made = said(
      await upload(id, [
        ['1', '居民1', '', '空巢老人、残疾人'],
        ['2', '某某', phoneOf(2), ''],
        ['3', '走过来的', '13911112222', '低保'],
        ['4', '没电话的', '', '进城务工人员及随迁子女'],
      ]),
    )
    expect(made.columns.map(({ field }) => field)).toEqual([null, 'name', 'phone', 'kinds'])
    expect((await previewOf(worker, made.id)).map(({ outcome }) => outcome)).toEqual([
      'new',
      'new',
      'new',
      'new',
    ])
    expect((await one(id)).status).toBe('published')
    said(await commit(worker, made.id))
    expect(await one(id)).toMatchObject({
      ...{ status: 'held', attended: 4, served: { emptyNest: 1, disabled: 1, lowIncome: 1, migrant: 1 } },
    })
    const people = said(await worker.call(api.signUps, { params: { id } })).items
    expect(people.map(({ name, came, phone }) => [name, came, phone])).toEqual([
      ...[
        ['居民1', true, null],
        ['居民2', true, null],
        ['居民3', false, null],
      ],
      ...[
        ['走过来的', true, null],
        ['没电话的', true, null],
      ],
    ])
    const again = said(
      await upload(id, [
        ['1', '居民1', '', ''],
        ['2', '后来的', '', ''],
      ]),
    )
    expect((await previewOf(worker, again.id)).map(({ outcome }) => outcome)).toEqual(['same', 'new'])
    said(await commit(worker, again.id))
    expect((await one(id)).attended).toBe(5)
  })

  it('names each bad row by its cell', async () => {
    const id = await begun(1, 2)
    await worker.call(api.addSignUp, { params: { id }, body: { name: '王芳' } })
    await worker.call(api.addSignUp, { params: { id }, body: { name: '王 芳' } })
    const made = said(
      await upload(id, [
        ['1', '', phoneOf(7), ''],
        ['2', '甲', '0512-53530000', ''],
        ['3', '乙', '', '大学生'],
        ['4', '王芳', '', ''],
        ['5', '丙', phoneOf(8), ''],
        ['6', '丁', phoneOf(8), ''],
        ['7', '居民1', '', ''],
        ['8', '居民一', phoneOf(1), ''],
        ['9', '戊', '', ''],
        ['10', '戊', '', ''],
      ]),
    )
    const problems = (await previewOf(worker, made.id)).flatMap((row) => row.problems)
    expect(problems.map(({ cell, message }) => `${cell} ${message.slice(0, 14)}`)).toEqual([
      ...[
        'B2 没有姓名',
        'C3 读到“0512-535300',
        'D4 读到“大学生”，应为低保对象',
        'B5 报名名单里有 2 个“王芳”',
      ],
      ...['C7 这个电话在第 6 行已经有了', 'C9 这个电话在第 8 行已经有了', 'B11 “戊”在第 10 行已经有了'],
    ])
    expect((await commit(worker, made.id, 'all')).status).toBe(422)
    said(await commit(worker, made.id, 'good'))
    expect((await one(id)).attended).toBe(3)
  })

  it('is not counted twice, comes after the beginning, and is for those who hold it', async () => {
    const rows = [['1', '甲', '', '']]
    const { id: coming } = await planned(worker, { area })
    expect((await upload(coming, rows)).body).toMatchObject({ code: 'activity.notBegun' })
    const id = await begun(1)
    const stranger = await clientOf(await testServer(database()), 'communityWorker.outside')
    expect((await upload(id, rows, stranger)).status).toBe(404)
    const leader = await clientOf(await testServer(database()), 'organizationLeader.inside')
    expect((await upload(id, rows, leader)).status).toBe(403)
    said(await worker.call(api.hold, { params: { id }, body: { attendance: { attended: 9 } } }))
    expect((await upload(id, rows)).body).toMatchObject({ code: 'activity.countedAlready' })
    const attendance = { attended: 0 }
    said(await worker.call(api.correct, { params: { id }, body: { attendance, reason: '按名单记' } }))
    await imported(id, rows)
    expect((await one(id)).attended).toBe(1)
  })

  it('is taken back whole, until the count was put right', async () => {
    const id = await begun(1)
    const made = await imported(id, [
      ['1', '居民1', '', '残疾人'],
      ['2', '甲', '', '残疾人'],
    ])
    said(await worker.call(importsApi.undo, { params: { id: made } }))
    expect(await one(id)).toMatchObject({ status: 'held', attended: 0, served: {} })
    expect(said(await worker.call(api.signUps, { params: { id } })).items).toMatchObject([
      { name: '居民1', came: false },
    ])
    const again = await imported(id, [['1', '居民1', '', '']])
    const attendance = { attended: 5 }
    said(await worker.call(api.correct, { params: { id }, body: { attendance, reason: '还有四个' } }))
    expect((await worker.call(importsApi.undo, { params: { id: again } })).body).toMatchObject({
      message: expect.stringContaining('更正'),
    })
  })

  it('however cut into files, counts everybody once, as a naive count does', async () => {
    const person = fc.record({
      who: fc.integer({ min: 1, max: 12 }),
      kinds: fc.uniqueArray(fc.constantFrom('低保', '空巢', '残疾人')),
    })
    const key = ({ who }: { who: number }) => who
    const lists = fc.array(fc.uniqueArray(person, { selector: key, minLength: 1 }), {
      minLength: 1,
      maxLength: 3,
    })
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 12 })), lists, async (signed, files) => {
        const id = await begun(...signed)
        const came = new Set<number>()
        const served: Record<string, number> = {}
        for (const file of files) {
          await imported(
            id,
            file.map(({ who, kinds }) => ['', `居民${who}`, phoneOf(who), kinds.join('、')]),
          )
          for (const { who, kinds } of file) {
            if (!came.has(who)) for (const kind of kinds) served[kind] = (served[kind] ?? 0) + 1
            came.add(who)
          }
        }
        const shown = await one(id)
        expect(shown.attended).toBe(came.size)
        const { 低保: lowIncome, 空巢: emptyNest, 残疾人: disabled } = served
        const known = Object.entries({ lowIncome, emptyNest, disabled }).filter(([, people]) => people)
        expect(shown.served).toEqual(Object.fromEntries(known))
      }),
      { numRuns: 12 },
    )
  })
})

describe('The workbook of a paper list', () => {
  const kept = (id: string) =>
    database().one<{ bytes: number; text: string; status: string }>(sql`
      select octet_length(bytes) as bytes, reading::text as text, status from import where id = ${id}`)
  const daysOn = (days: number) => new Date(Date.parse(worldNow) + days * 86_400_000).toISOString() as Instant
  const forget = (days: number) => forgetWorkbooks(database(), daysOn(days), ['participants'])

  it('goes a day after it was decided on, and thirty days after nobody did', async () => {
    const id = await begun()
    const done = await imported(id, [['1', '甲', '13911113333', '']])
    const draft = said(await upload(id, [['1', '乙', '13911114444', '']])).id
    await forget(0.9)
    expect((await kept(done)).bytes).toBeGreaterThan(0)
    await forget(1.1)
    const gone = await kept(done)
    expect([gone.bytes, gone.text.includes('1391111'), gone.status]).toEqual([0, false, 'committed'])
    expect(said(await worker.call(importsApi.one, { params: { id: done } })).kept).toBe(false)
    expect((await worker.call(importsApi.annotated, { params: { id: done } })).status).toBe(409)
    expect(await kept(draft)).toMatchObject({ status: 'draft', text: expect.stringContaining('1391111') })
    await forget(30.1)
    expect(await kept(draft)).toMatchObject({ status: 'discarded', bytes: 0 })
    expect(await previewOf(worker, draft)).toEqual([])
    said(await worker.call(importsApi.undo, { params: { id: done } }))
  })
})
