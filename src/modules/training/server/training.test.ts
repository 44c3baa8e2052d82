// A training through the front door: announced, answered, held, corrected, certified; and who is told names.
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../test/database.ts'
import { textsOf } from '../../../../test/pdf.ts'
import { announce, draftFor, said, type TrainingCast, trainingCast } from '../../../../test/training.ts'
import { sql } from '../../../platform/db.ts'
import { queuesApi } from '../../queues/queues-api.ts'
import type { AttendanceList } from '../training.ts'
import { trainingApi } from '../training-api.ts'

const database = useDatabase()
let cast: TrainingCast

beforeAll(async () => {
  cast = await trainingCast(database())
})

const work = async (client: TrainingCast['leader'], source: string) =>
  said(await client.call(queuesApi.summary)).own.find((one) => one.source === source)

describe('A training', () => {
  it('is refused with every fault at its place', async () => {
    const wrong = draftFor(cast.area.county, {
      ...{ kind: 'online', heldOn: '2023-09-10', until: '2023-09-01', link: null },
    })
    const refused = await cast.officer.call(trainingApi.create, { body: wrong })
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({
      faults: [{ at: 'until' }, { at: 'link' }, { at: 'startsAt' }],
    })
    const script = draftFor(cast.area.county, { link: 'javascript:alert(1)' })
    expect((await cast.officer.call(trainingApi.create, { body: script })).status).toBe(400)
  })

  it('of the county is seen by all below it, that of a township by no other', async () => {
    const county = await announce(cast.officer, cast.area.county)
    const township = await announce(cast.township, cast.area.township)
    expect(county.level).toBe('county')
    for (const client of [cast.worker, cast.leader, cast.township])
      for (const { id } of [county, township])
        expect((await client.call(trainingApi.one, { params: { id } })).status).toBe(200)
    for (const { id } of [county, township])
      expect((await cast.stranger.call(trainingApi.one, { params: { id } })).status).toBe(404)
    const body = { version: 1, training: draftFor(cast.area.county) }
    expect((await cast.worker.call(trainingApi.edit, { params: { id: county.id }, body })).status).toBe(404)
  })

  it('is changed by one of two who change it at once', async () => {
    const { id, version } = await announce(cast.officer, cast.area.county)
    const change = (title: string) => ({
      params: { id },
      body: { version, training: draftFor(cast.area.county, { title }) },
    })
    const both = await Promise.all([
      cast.officer.call(trainingApi.edit, change('甲班')),
      cast.officer.call(trainingApi.edit, change('乙班')),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('keeps its materials for those who see it', async () => {
    const { id } = await announce(cast.officer, cast.area.county)
    const file = { name: '讲义.pdf', bytes: new TextEncoder().encode('%PDF-1.4\n%%EOF\n') }
    const { materials } = said(await cast.officer.upload(trainingApi.addMaterial, { params: { id } }, file))
    const params = { id, file: materials[0]?.id ?? '' }
    expect((await cast.leader.call(trainingApi.material, { params })).status).toBe(200)
    expect((await cast.stranger.call(trainingApi.material, { params })).status).toBe(404)
    expect(said(await cast.officer.call(trainingApi.dropMaterial, { params })).materials).toEqual([])
  })
})

describe('An invitation', () => {
  it('waits for the leader and the community, and is answered once', async () => {
    const { id } = await announce(cast.officer, cast.area.county, { title: '秋季培训' })
    const asked = { params: { id }, body: { organizations: [cast.kept, cast.other] } }
    expect(said(await cast.officer.call(trainingApi.invite, asked))).toEqual({ invited: 2 })
    expect(said(await cast.officer.call(trainingApi.invite, asked))).toEqual({ invited: 0 })
    expect(await work(cast.leader, 'training.invited')).toMatchObject({
      count: { value: 1 },
      first: { label: '参训甲队', link: `/trainings/${id}` },
    })
    expect((await work(cast.worker, 'training.invited'))?.count.value).toBe(2)
    expect(await work(cast.officer, 'training.invited')).toBeUndefined()

    const body = { organization: cast.kept, people: 2, names: [{ name: '甲负责人', leader: true }] }
    const mine = said(await cast.leader.call(trainingApi.enrol, { params: { id }, body })).enrolments
    expect(mine).toMatchObject([{ status: 'enrolled', people: 2, names: [{ name: '甲负责人' }] }])
    expect((await work(cast.leader, 'training.invited'))?.count.value).toBe(0)
    const all = said(await cast.worker.call(trainingApi.one, { params: { id } })).enrolments
    const other = all.find(({ organization }) => organization.id === cast.other)
    const no = { params: { id: other?.id ?? '' }, body: { reason: '当天有演出' } }
    expect((await cast.leader.call(trainingApi.decline, no)).status).toBe(404)
    const both = await Promise.all([
      cast.worker.call(trainingApi.decline, no),
      cast.worker.call(trainingApi.decline, no),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('goes to all who lack the training, at one click', async () => {
    const { id } = await announce(cast.officer, cast.area.county, { title: '补训' })
    const query = { area: cast.area.community, year: 2023, limit: 200 }
    const lacking = said(await cast.officer.call(trainingApi.lacking, { query })).items
    expect(lacking.length).toBeGreaterThan(3)
    const body = { lackingIn: cast.area.community }
    const { invited } = said(await cast.officer.call(trainingApi.invite, { params: { id }, body }))
    expect(invited).toBe(lacking.length)
    expect((await cast.stranger.call(trainingApi.invite, { params: { id }, body })).status).toBe(404)
  })
})

describe('Enrolment', () => {
  it('takes the last seats once, however many ask in the same second', async () => {
    const { id } = await announce(cast.officer, cast.area.county, { seats: 3 })
    const ask = (organization: string) =>
      cast.worker.call(trainingApi.enrol, { params: { id }, body: { organization, people: 2 } })
    const both = await Promise.all([ask(cast.kept), ask(cast.other)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422])
    const full = both.find(({ status }) => status === 422)
    expect(full?.body).toMatchObject({ code: 'training.full', message: '名额只剩 1 个。' })
  })

  it('is refused for names that are there twice, for more names than people, and after the day', async () => {
    const { id } = await announce(cast.officer, cast.area.county)
    const names = [{ name: '王芳' }, { name: '王 芳' }]
    const enrol = (body: object) =>
      cast.worker.call(trainingApi.enrol, {
        params: { id },
        body: { organization: cast.kept, people: 2, ...body },
      })
    expect((await enrol({ names })).body).toMatchObject({
      code: 'training.twice',
      faults: [{ at: 'names.1.name' }],
    })
    expect((await enrol({ people: 1, names: [{ name: '甲' }, { name: '乙' }] })).status).toBe(422)
    const past = await announce(cast.officer, cast.area.county, { heldOn: '2023-08-01' })
    const body = { organization: cast.kept, people: 1 }
    const late = await cast.worker.call(trainingApi.enrol, { params: { id: past.id }, body })
    expect(late.body).toMatchObject({ code: 'training.over' })
  })
})

describe('Attendance', () => {
  it('is ticked from the names of the enrolment, which are told to the organizer and to their own alone', async () => {
    const { id } = await announce(cast.township, cast.area.township)
    const names = [{ name: '甲一', leader: true }, { name: '甲二' }]
    await cast.leader.call(trainingApi.enrol, {
      params: { id },
      body: { organization: cast.kept, people: 3, names },
    })
    const early = { params: { id }, body: { add: [] } }
    expect((await cast.township.call(trainingApi.record, early)).body).toMatchObject({
      code: 'training.notYet',
    })
    await heldOn(id, '2023-08-20')
    expect(await work(cast.township, 'training.recordTownship')).toMatchObject({
      first: { link: `/trainings/${id}#attendance` },
    })
    const list = said(await cast.township.call(trainingApi.attendance, { params: { id } }))
    expect(list.items).toMatchObject([
      { id: null, name: '甲一', leader: true },
      { id: null, name: '甲二', leader: false },
    ])
    expect(list.unnamed).toMatchObject([{ people: 1 }])
    const add = [{ name: '甲一', leader: true, organization: cast.kept }]
    const after = said(await cast.township.call(trainingApi.record, { params: { id }, body: { add } }))
    expect(after.training).toMatchObject({ status: 'held', attended: 1 })
    expect((await work(cast.township, 'training.recordTownship'))?.count.value).toBe(0)
    expect((await cast.leader.call(trainingApi.attendance, { params: { id } })).status).toBe(404)
    const of = async (client: TrainingCast['leader']) =>
      said(await client.call(trainingApi.ofOrganization, { params: { id: cast.kept } }))
    const item = (await of(cast.leader)).items.find((one) => one.training === id)
    expect(item).toMatchObject({ people: 1, leaders: 1, names: ['甲一'] })
    const seen = (await of(cast.worker)).items.find((one) => one.training === id)
    expect(seen).toMatchObject({ people: 1, names: null })
    expect((await of(cast.leader)).lacking).toBe(false)
  })

  it('names a stranger, and refuses the same person twice in one list and an organization from elsewhere', async () => {
    const { id } = await announce(cast.officer, cast.area.county, { heldOn: '2023-08-10' })
    const record = (add: object[]) =>
      cast.officer.call(trainingApi.record, { params: { id }, body: { add: add as never } })
    const twice = await record([
      { name: '李明', organization: cast.kept },
      { name: '李明', organization: cast.other },
      { name: '李 明', organization: cast.kept },
    ])
    expect(twice.body).toMatchObject({
      code: 'training.twice',
      faults: [{ at: 'add.2.name', message: '“李 明”在第 1 行已经有了' }],
    })
    const { id: far } = await database().one<{ id: string }>(
      sql`select id from organization where county = '320583000000' order by id limit 1`,
    )
    expect((await record([{ name: '张三', organization: far }])).body).toMatchObject({
      code: 'training.outside',
    })
    const { items } = said(await record([{ name: '路过的人', organization: null }]))
    expect(items).toMatchObject([{ name: '路过的人', organization: null }])
    const again = said(await record([{ name: '路过的人', organization: null }]))
    expect(again.training.attended).toBe(1)
  })

  it('is corrected on record; a cancelled training counts no more', async () => {
    const { id, version } = await announce(cast.officer, cast.area.county, { heldOn: '2023-07-10' })
    const params = { id }
    const add = [
      { name: '甲', organization: cast.kept },
      { name: '乙', organization: cast.other },
    ]
    const { items } = said(await cast.officer.call(trainingApi.record, { params, body: { add } }))
    const remove = items.filter(({ name }) => name === '乙').flatMap(({ id }) => id ?? [])
    const less = said(await cast.officer.call(trainingApi.record, { params, body: { add: [], remove } }))
    expect(less.training.attended).toBe(1)
    const training = draftFor(cast.area.county, { heldOn: '2022-07-10', audience: 'socialWork' })
    said(await cast.officer.call(trainingApi.edit, { params, body: { version: version + 2, training } }))
    const rows = await database().rows(sql`
      select name, audience, attended_on as day, removed_at is null as counts from training_attendance
      where training = ${id} order by name`)
    expect(rows).toEqual([
      { name: '乙', audience: 'keyMembers', day: '2023-07-10', counts: false },
      { name: '甲', audience: 'socialWork', day: '2022-07-10', counts: true },
    ])
    const cancelling = { params, body: { reason: '登重了' } }
    expect(said(await cast.officer.call(trainingApi.cancel, cancelling))).toMatchObject({
      status: 'cancelled',
      attended: 0,
    })
    expect((await cast.officer.call(trainingApi.record, { params, body: { add } })).status).toBe(409)
  })

  it('in two trainings of the same hour is pointed at, until somebody says that they are two people', async () => {
    const attend = async (given: object, name: string): Promise<AttendanceList> => {
      const { id } = await announce(cast.officer, cast.area.county, given)
      const add = [{ name, organization: cast.kept }]
      return said(await cast.officer.call(trainingApi.record, { params: { id }, body: { add } }))
    }
    const morning = { heldOn: '2023-06-01', startsAt: '09:00', endsAt: '11:00' }
    const first = await attend(morning, '赵敏')
    expect(
      (await attend({ ...morning, startsAt: '11:00', endsAt: '12:00' }, '赵敏')).items[0]?.elsewhere,
    ).toBeNull()
    const second = await attend({ ...morning, startsAt: '10:00', endsAt: '12:00' }, '赵敏')
    const [one] = second.items
    expect(one?.elsewhere).not.toBeNull()
    const params = { id: first.training.id }
    const shown = said(await cast.officer.call(trainingApi.attendance, { params }))
    expect(shown.items[0]?.elsewhere?.id).toBe(one?.id)
    const body = { attendance: shown.items[0]?.id ?? '', other: one?.id ?? '' }
    const after = said(await cast.officer.call(trainingApi.sayApart, { params, body }))
    expect(after.items[0]?.elsewhere).toBeNull()
  })

  it('is certified on paper for an organization and for one person', async () => {
    const { id } = await announce(cast.officer, cast.area.county, {
      heldOn: '2023-05-06',
      title: '能力提升班',
    })
    const add = [
      { name: '甲三', organization: cast.kept },
      { name: '甲四', organization: cast.kept },
    ]
    const { items } = said(await cast.officer.call(trainingApi.record, { params: { id }, body: { add } }))
    const all = await cast.leader.call(trainingApi.organizationCertificate, {
      params: { id, organization: cast.kept },
    })
    const [text = ''] = await textsOf(all.raw)
    for (const word of ['培训证明', '参训甲队', '能力提升班', '甲三', '甲四', '2023 年 5 月 6 日'])
      expect(text.replaceAll(/\s+/g, '')).toContain(word.replaceAll(' ', ''))
    const params = { id: items[0]?.id ?? '' }
    const [single = ''] = await textsOf((await cast.leader.call(trainingApi.certificate, { params })).raw)
    expect(single).toContain('甲三')
    expect(single).not.toContain('甲四')
    expect((await cast.stranger.call(trainingApi.certificate, { params })).status).toBe(404)
  })
})

/** As if it had been announced for a day that has come. */
const heldOn = (id: string, day: string) =>
  database().run(sql`
    update training set held_on = ${day}, until = ${day}, starts_at = null, ends_at = null where id = ${id}`)
