// Signing in by a scan through the front door: opened, scanned, renewed, closed; a full hall; what strangers are told.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { picturesOf, qrIn, textsOf } from '../../../../test/pdf.ts'
import { announce, said, type TrainingCast, trainingCast } from '../../../../test/training.ts'
import { worldToday } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { trainingApi } from '../training-api.ts'

const database = useDatabase()
let cast: TrainingCast
let phone: Client

beforeAll(async () => {
  cast = await trainingCast(database())
  phone = await clientOf(cast.officer.app)
})

const today = (given: object = {}) =>
  announce(cast.officer, cast.area.county, { heldOn: worldToday, place: '三楼会议室', ...given })

const open = async (id: string, former: string | null = null): Promise<string> => {
  const { body } = await cast.officer.call(trainingApi.openCheckIn, { params: { id }, body: { former } })
  return body.open?.code ?? ''
}

const door = (code: string) => phone.call(trainingApi.door, { params: { code } })
const arrive = (code: string, body: { name: string; organization?: string; said?: string }) =>
  phone.call(trainingApi.arrive, { params: { code }, body })
const list = async (id: string) => said(await cast.officer.call(trainingApi.attendance, { params: { id } }))

async function invited(given: object = {}): Promise<{ id: string; code: string; keys: string[] }> {
  const { id } = await today(given)
  const organizations = [cast.kept, cast.other]
  said(await cast.officer.call(trainingApi.invite, { params: { id }, body: { organizations } }))
  const code = await open(id)
  const offered = said(await door(code)).organizations
  const keyOf = (name: string) => offered.find((one) => one.name === name)?.key ?? ''
  return { id, code, keys: ['参训甲队', '参训乙队'].map(keyOf) }
}

describe('Who scans the code', () => {
  it('sees the training and the names of organizations, and no id', async () => {
    const { id, code } = await invited()
    const reply = await door(code)
    expect(said(reply)).toMatchObject({
      ...{ title: '骨干培训', place: '三楼会议室', day: worldToday, whyNot: null },
      organizations: [{ name: '参训乙队', where: null }, { name: '参训甲队' }],
    })
    const text = reply.raw.toString('utf8')
    for (const secret of [id, cast.kept, cast.other]) expect(text).not.toContain(secret)
    expect((await door(`${code}x`)).body).toMatchObject({ code: 'checkIn.unknown' })
    expect((await arrive(`${code}x`, { name: '甲' })).status).toBe(404)
  })

  it('is on the list at once, marked, and counts like a tick', async () => {
    const { id, code, keys } = await invited()
    const enrolment = { organization: cast.kept, people: 1, names: [{ name: '甲负责人', leader: true }] }
    said(await cast.leader.call(trainingApi.enrol, { params: { id }, body: enrolment }))
    const [kept = ''] = keys
    const arrived = said(await arrive(code, { name: '甲负责人', organization: kept }))
    expect(arrived).toEqual({ name: '甲负责人', organization: '参训甲队', again: false })
    said(await arrive(code, { name: '乙', said: '门口合唱队' }))
    said(await arrive(code, { name: '丙' }))
    const { training, items } = await list(id)
    expect(training).toMatchObject({ status: 'held', attended: 3 })
    expect(items).toMatchObject([
      { name: '甲负责人', leader: true, organization: { id: cast.kept }, scan: { said: null } },
      { name: '丙', organization: null, scan: { said: null } },
      { name: '乙', organization: null, scan: { said: '门口合唱队' } },
    ])
    const shown = said(await cast.officer.call(trainingApi.checkIn, { params: { id } }))
    expect(shown).toMatchObject({ arrivals: 3, whyNot: null, open: { code } })
    expect(shown.open?.address).toMatch(new RegExp(`/check-in/${code}$`))
    const events = await database().rows<{ person: string | null; changes: unknown }>(sql`
      select person, changes from event where subject = ${id} and action = 'training.arrive'`)
    expect(events).toHaveLength(3)
    expect(JSON.stringify(events)).not.toContain('负责人')
  })

  it('twice is once, also from two phones in the same second', async () => {
    const { id, code, keys } = await invited()
    const [kept = '', other = ''] = keys
    const both = await Promise.all([
      arrive(code, { name: '王芳', organization: kept }),
      arrive(code, { name: '王 芳', organization: kept }),
    ])
    expect(both.map((reply) => said(reply).again).sort()).toEqual([false, true])
    const others = await Promise.all([
      arrive(code, { name: '王芳（大）', organization: kept }),
      arrive(code, { name: '王芳', organization: other }),
    ])
    expect(others.map((reply) => said(reply).again)).toEqual([false, false])
    expect((await list(id)).items).toHaveLength(3)
  })

  it('stays off the list when the organizer has unticked the name', async () => {
    const { id, code, keys } = await invited()
    const [kept = ''] = keys
    said(await arrive(code, { name: '王芳', organization: kept }))
    const [one] = (await list(id)).items
    said(
      await cast.officer.call(trainingApi.record, {
        params: { id },
        body: { add: [], remove: [one?.id ?? ''] },
      }),
    )
    const again = await arrive(code, { name: '王芳', organization: kept })
    expect(again.body).toMatchObject({ code: 'checkIn.takenOff', mend: '请找现场工作人员登记。' })
    expect((await list(id)).items).toEqual([])
    const back = { add: [{ name: '王芳', organization: cast.kept }] }
    said(await cast.officer.call(trainingApi.record, { params: { id }, body: back }))
    expect(said(await arrive(code, { name: '王芳', organization: kept })).again).toBe(true)
    expect((await list(id)).items).toMatchObject([{ name: '王芳', scan: null }])
  })

  it('is there under the organization to which the organizer has put the name', async () => {
    const { id, code } = await invited()
    said(await arrive(code, { name: '王芳', said: '甲队' }))
    const [one] = (await list(id)).items
    const placed = { add: [{ name: '王芳', organization: cast.kept }], remove: [one?.id ?? ''] }
    said(await cast.officer.call(trainingApi.record, { params: { id }, body: placed }))
    expect(said(await arrive(code, { name: '王芳', said: '甲队' })).again).toBe(true)
    expect((await list(id)).items).toMatchObject([{ name: '王芳', organization: { id: cast.kept } }])
  })

  it('is one of two hundred who arrive together while the organizer goes on editing', async () => {
    const { id, code, keys } = await invited()
    const names = Array.from({ length: 200 }, (_, at) => `学员${at}`)
    const replies = await Promise.all(
      names.map((name, at) => arrive(code, { name, organization: keys[at % 2] ?? '' })),
    )
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
    const { items, training } = await list(id)
    expect(items).toHaveLength(200)
    // Announced, then held by the first: nobody after that makes the organizer's page stale.
    expect(training.version).toBe(2)
  })

  it('is refused in words for a number, no name, or an organization of another code', async () => {
    const first = await invited()
    const second = await invited()
    const [key = ''] = second.keys
    expect((await arrive(first.code, { name: '13900001234' })).body).toMatchObject({ code: 'checkIn.number' })
    expect((await arrive(first.code, { name: '🙂' })).body).toMatchObject({ code: 'checkIn.name' })
    expect((await arrive(first.code, { name: '甲', organization: key })).body).toMatchObject({
      code: 'checkIn.unknownOrganization',
    })
    expect((await arrive(first.code, { name: '甲', organization: cast.kept })).status).toBe(422)
    expect((await list(first.id)).items).toEqual([])
  })
})

describe('The organizer', () => {
  it('renews the code, at once with another: one does, and the former code says so', async () => {
    const { id, code } = await invited()
    const renew = () => cast.officer.call(trainingApi.openCheckIn, { params: { id }, body: { former: code } })
    const both = await Promise.all([renew(), renew()])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(said(await door(code)).whyNot).toContain('换了新的')
    expect(said(await door(code)).organizations).toEqual([])
    expect((await arrive(code, { name: '甲' })).body).toMatchObject({ code: 'checkIn.renewed' })
    const now = both.find(({ status }) => status === 200)?.body.open?.code ?? ''
    expect(said(await arrive(now, { name: '甲' })).again).toBe(false)
  })

  it('closes it; who signed in stays, and it can be opened again', async () => {
    const { id, code } = await invited()
    said(await arrive(code, { name: '甲' }))
    const params = { id }
    expect(said(await cast.officer.call(trainingApi.closeCheckIn, { params })).open).toBeNull()
    expect(said(await cast.officer.call(trainingApi.closeCheckIn, { params })).arrivals).toBe(1)
    expect((await arrive(code, { name: '乙' })).body).toMatchObject({ code: 'checkIn.closed' })
    expect((await cast.officer.call(trainingApi.checkInSheet, { params })).status).toBe(404)
    expect(await open(id)).not.toBe(code)
  })

  it('has it only on the days of a training in a hall, until it is over or cancelled', async () => {
    const coming = await today({ heldOn: '2023-09-10' })
    const online = await today({ kind: 'online', link: 'https://example.com/', startsAt: null, endsAt: null })
    const over = await today({ startsAt: '08:00', endsAt: '09:00' })
    for (const { id } of [coming, online, over]) {
      const reply = await cast.officer.call(trainingApi.openCheckIn, {
        params: { id },
        body: { former: null },
      })
      expect(reply.status).toBe(422)
      expect(said(await cast.officer.call(trainingApi.checkIn, { params: { id } })).whyNot).not.toBeNull()
    }
    const { id, code } = await invited()
    said(await cast.officer.call(trainingApi.cancel, { params: { id }, body: { reason: '停电' } }))
    expect((await arrive(code, { name: '甲' })).body).toMatchObject({ code: 'checkIn.cancelled' })
  })

  it('opens a new one on the next day; that of the day before is refused with its day', async () => {
    const { id } = await today({ heldOn: '2023-08-24', until: '2023-08-26' })
    const code = await open(id)
    await database().run(sql`update training_check_in set day = '2023-08-24' where code = ${code}`)
    expect(said(await cast.officer.call(trainingApi.checkIn, { params: { id } })).open).toBeNull()
    const refused = await arrive(code, { name: '甲' })
    expect(refused.body).toMatchObject({ code: 'checkIn.otherDay' })
    expect(said(await door(code)).whyNot).toContain('8 月 24 日')
    said(await arrive(await open(id), { name: '甲' }))
    expect(said(await door(code)).whyNot).toContain('8 月 24 日')
  })

  it('prints a sheet with the training and the code', async () => {
    const { id, code } = await invited()
    const { raw } = await cast.officer.call(trainingApi.checkInSheet, { params: { id } })
    expect((await textsOf(raw)).join('')).toContain('骨干培训')
    const [page] = await picturesOf(raw, 2)
    expect(page && qrIn(page)).toMatch(new RegExp(`/check-in/${code}$`))
  })
})
