// A certificate of attendance is verified: by its code alone, telling little, and saying when it holds no more.
import { beforeAll, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { picturesOf, qrIn, textsOf } from '../../../../test/pdf.ts'
import { announce, draftFor, said, type TrainingCast, trainingCast } from '../../../../test/training.ts'
import { worldToday } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { askedPerMinute } from '../../../platform/public-answer.ts'
import { trainingApi as api } from '../training-api.ts'

const database = useDatabase()
let cast: TrainingCast
let anybody: Client

beforeAll(async () => {
  cast = await trainingCast(database())
  anybody = await clientOf(await testServer(database()))
})

const held = async (...names: string[]) => {
  const { id } = await announce(cast.officer, cast.area.county, { heldOn: '2023-05-06', title: '能力班' })
  return { id, list: await record(id, names, []) }
}
const record = async (id: string, names: string[], remove: string[]) =>
  said(
    await cast.officer.call(api.record, {
      params: { id },
      body: { add: names.map((name) => ({ name, organization: cast.kept })), remove },
    }),
  ).items
/** By the number printed on it. */
const codeOn = async (pdf: Uint8Array) => {
  const number = /PX\d{8}-\w{8}/.exec((await textsOf(pdf)).join(''))?.[0]
  return (
    await database().one<{ code: string }>(sql`select code from training_paper where number = ${number}`)
  ).code
}
const ofAll = async (id: string) =>
  (await cast.leader.call(api.organizationCertificate, { params: { id, organization: cast.kept } })).raw
const ofOne = async (id = '') => (await cast.leader.call(api.certificate, { params: { id } })).raw
const verify = (code: string) => anybody.call(api.verify, { params: { code } })

it('tells everybody what is on the paper, with names in their first character alone', async () => {
  const { id, list } = await held('欧阳小明', '郑小十')
  const pdf = await ofAll(id)
  const [page] = await picturesOf(pdf, 2.5)
  const told = await verify((page && qrIn(page))?.split('/verify-training/')[1] ?? '')
  expect(said(told)).toMatchObject({
    ...{ state: 'valid', title: '能力班', organizer: '民政局', body: '参训甲队', kind: 'onSite' },
    ...{ startsOn: '2023-05-06', endsOn: '2023-05-06', hours: '09:00–11:30', issuedOn: worldToday },
    ...{ endedOn: null, demo: false },
  })
  expect(said(told).names.toSorted()).toEqual(['欧***', '郑**'])
  expect((await textsOf(pdf)).join('').replaceAll(/\s+/g, '')).toContain(`编号：${said(told).number}`)
  const text = told.raw.toString('utf8')
  for (const secret of ['欧阳', '小十', id, cast.kept, ...list.map(({ id }) => id ?? '?')])
    expect(text).not.toContain(secret)
  expect((await verify('nothing')).body).toMatchObject({ code: 'training.unknownPaper' })
})

it('is one paper however often it is printed with the same words, and another with others', async () => {
  const { id, list } = await held('甲一', '甲二')
  const code = await codeOn(await ofAll(id))
  expect(await codeOn(await ofAll(id))).toBe(code)
  const single = await codeOn(await ofOne(list[0]?.id ?? ''))
  expect(single).not.toBe(code)
  await record(id, ['甲三'], [])
  expect(await codeOn(await ofAll(id))).not.toBe(code)
  // Whoever came besides makes nothing untrue of what was printed before.
  expect(said(await verify(code)).state).toBe('valid')
})

it('says that it was corrected, withdrawn, and that it holds again', async () => {
  const { id, list } = await held('乙一', '乙二')
  const both = await codeOn(await ofAll(id))
  const first = await codeOn(await ofOne(list.find(({ name }) => name === '乙一')?.id ?? ''))
  const states = async () => [said(await verify(both)).state, said(await verify(first)).state]
  expect(await states()).toEqual(['valid', 'valid'])
  await record(id, [], [list.find(({ name }) => name === '乙一')?.id ?? ''])
  expect(await states()).toEqual(['changed', 'withdrawn'])
  expect(said(await verify(first)).endedOn).toBe(worldToday)
  await record(id, ['乙一'], [])
  expect(await states()).toEqual(['valid', 'valid'])
  const { version } = said(await cast.officer.call(api.one, { params: { id } }))
  const training = draftFor(cast.area.county, { heldOn: '2023-05-07', title: '能力班' })
  said(await cast.officer.call(api.edit, { params: { id }, body: { version, training } }))
  expect(await states()).toEqual(['changed', 'changed'])
  const { id: wrong } = await held('丁一', '丁二')
  const code = await codeOn(await ofAll(wrong))
  said(await cast.officer.call(api.cancel, { params: { id: wrong }, body: { reason: '登错了' } }))
  expect(said(await verify(code))).toMatchObject({ state: 'withdrawn', endedOn: worldToday })
})

it('of a course online says the day of one person', async () => {
  const course = { kind: 'online', link: 'https://example.org', startsAt: null, endsAt: null }
  const { id } = await announce(cast.officer, cast.area.county, {
    ...{ ...course, heldOn: '2023-05-01', until: '2023-05-31' },
  })
  const body = { add: [{ name: '丙一', organization: null }], on: '2023-05-20' }
  const { items } = said(await cast.officer.call(api.record, { params: { id }, body }))
  const raw = (await cast.officer.call(api.certificate, { params: { id: items[0]?.id ?? '' } })).raw
  expect(said(await verify(await codeOn(raw)))).toMatchObject({
    ...{ state: 'valid', startsOn: '2023-05-20', endsOn: '2023-05-20', body: null, hours: null },
  })
})

it('is verified by everybody, but not without end', async () => {
  const asking = await clientOf(await testServer(database()))
  const statuses: number[] = []
  for (let asked = 0; asked < askedPerMinute + 2; asked += 10) {
    const some = Array.from({ length: 10 }, () => asking.call(api.verify, { params: { code: 'nothing' } }))
    statuses.push(...(await Promise.all(some)).map(({ status }) => status))
  }
  expect(statuses.filter((status) => status === 404)).toHaveLength(askedPerMinute)
  expect(new Set(statuses)).toEqual(new Set([404, 429]))
})
