// Support platforms and incubation through the front door: record, apply, answer, enter, stages, money, exit.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn } from '../../../../test/world.ts'
import { addMonths, type Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { workSources } from '../../../server.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { supportApi } from '../support-api.ts'

const database = useDatabase()
let county: Client
let township: Client
let worker: Client
let leader: Client
let stranger: Client
let spots: { township: string; community: string }

beforeAll(async () => {
  const app = await testServer(database())
  county = await clientOf(app, 'countyOfficer.inside')
  township = await clientOf(app, 'townshipOfficer.inside')
  worker = await clientOf(app, 'communityWorker.inside')
  leader = await clientOf(app, 'organizationLeader.inside')
  stranger = await clientOf(app, 'countyOfficer.outside')
  spots = await spotsIn(database(), places.inside)
})

const day = (text: string) => text as Day
let made = 0

async function organization(): Promise<string> {
  const draft = {
    name: `入驻${++made}队`,
    area: spots.community,
    category: 'culture',
    tier: 'guided',
  } as const
  const { body } = await township.call(organizationsApi.create, {
    body: { ...draft, members: 12, foundedOn: '2022-01-01' },
  })
  return body.id
}

async function kept(id: string): Promise<string> {
  await database().run(sql`
    update organization set keeper = (select id from person where login_name = 'organizationLeader.inside') where id = ${id}`)
  return id
}

const platformDraft = (given: object = {}) => ({
  ...{ name: `孵化基地${++made}`, kind: 'incubator' as const, area: spots.township },
  ...{ services: ['incubation', 'training'], openedOn: '2022-01-01' },
  ...given,
})

async function platform(given: object = {}, client = township): Promise<string> {
  const { status, body } = await client.call(supportApi.create, { body: platformDraft(given) })
  expect([status, body]).toMatchObject([200, {}])
  return body.id
}

const applyAt = (id: string, at: string, client = township, on = '2022-06-01') =>
  client.call(supportApi.apply, { params: { id }, body: { platform: at, need: '需要场地和指导', on } })

const accept = (id: string, entersOn: string | null = null, client = township) =>
  client.call(supportApi.decide, { params: { id }, body: { decision: 'accept', entersOn } })

/** An organization that has been in since a day. */
async function stay(at: string, entersOn = '2022-06-10'): Promise<string> {
  const { body } = await applyAt(await organization(), at)
  expect((await accept(body.id, entersOn)).status).toBe(200)
  return body.id
}

describe('a support platform', () => {
  it('is recorded with its operator and services, seen from above and below, and counted at its place', async () => {
    const operator = await organization()
    const id = await platform({ operator: { organization: operator }, place: '浮桥路 1 号' })
    for (const client of [county, township, worker, leader]) {
      const { status, body } = await client.call(supportApi.platform, { params: { id } })
      expect([status, body]).toMatchObject([
        200,
        { level: 'township', services: ['incubation', 'training'], operator: { name: expect.any(String) } },
      ])
      expect(body.may).toEqual(client === county || client === township ? ['support.keep'] : [])
    }
    expect((await leader.call(supportApi.platform, { params: { id } })).body.operator?.id).toBeNull()
    expect((await stranger.call(supportApi.platform, { params: { id } })).status).toBe(404)
    const section = await township.call(supportApi.ofOrganization, { params: { id: operator } })
    expect(section.body.operates).toMatchObject([{ id }])
  })

  it('not from tomorrow, not with a service that nobody knows, not twice by one name, not above oneself', async () => {
    const refused = [
      [{ openedOn: '2023-08-26' }, 'support.inFuture'],
      [{ services: ['magic'] }, 'support.unknownService'],
    ] as const
    for (const [given, code] of refused) {
      const { status, body } = await township.call(supportApi.create, { body: platformDraft(given) })
      expect([status, body]).toMatchObject([422, { code }])
    }
    await platform({ name: '同名基地' })
    const again = await township.call(supportApi.create, { body: platformDraft({ name: '同名基地' }) })
    expect(again.body).toMatchObject({ code: 'support.nameTaken' })
    const above = await worker.call(supportApi.create, { body: platformDraft() })
    expect(above.status).toBe(404)
  })

  it('is put right once by two who read the same version', async () => {
    const id = await platform()
    const edit = (name: string) =>
      township.call(supportApi.edit, {
        params: { id },
        body: { version: 1, platform: platformDraft({ name, services: ['advice'] }) },
      })
    const both = await Promise.all([edit('改名甲'), edit('改名乙')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const { body } = await township.call(supportApi.platform, { params: { id } })
    expect(body.services).toEqual(['advice'])
  })

  it('closes when nobody is left in it, opens again, and is measured as long as it was open', async () => {
    const id = await platform()
    const { body: asked } = await applyAt(await organization(), id)
    const close = (on: string) =>
      township.call(supportApi.close, { params: { id }, body: { on: day(on), reason: '场地收回' } })
    expect((await close('2023-01-01')).body).toMatchObject({ code: 'support.stillIncubating' })
    await township.call(supportApi.withdraw, { params: { id: asked.id }, body: { reason: '不来了' } })
    expect((await close('2022-01-01')).body).toMatchObject({ code: 'support.closesTooEarly' })
    const both = await Promise.all([close('2023-01-01'), close('2023-01-01')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422])
    expect((await applyAt(await organization(), id)).body).toMatchObject({ code: 'incubation.hostClosed' })
    const opened = await township.call(supportApi.reopen, { params: { id } })
    expect(opened.body.closedOn).toBeNull()
  })
})

describe('coverage', () => {
  it('names the places without a platform first, page by page, and adds up', async () => {
    await platform({ kind: 'socialWorkStation' })
    const seen: { code: string; count: number }[] = []
    let after: string | undefined
    do {
      const query = { by: 'township' as const, kind: ['socialWorkStation' as const], limit: 3, after }
      const { body } = await county.call(supportApi.coverage, { query })
      seen.push(...body.items)
      after = body.next ?? undefined
    } while (after)
    const has = seen.map(({ count }) => count > 0)
    expect(has).toEqual([...has].sort())
    expect(seen.filter(({ count }) => count > 0).map(({ code }) => code)).toEqual([spots.township])
    const query = { by: 'township' as const, kind: ['socialWorkStation' as const] }
    const { body: sums } = await county.call(supportApi.sums, { query })
    expect(sums).toEqual({
      units: seen.length,
      without: seen.length - 1,
      platforms: 1,
      having: { socialWorkStation: 1 },
    })
    expect(new Set(seen.map(({ code }) => code)).size).toBe(seen.length)
    const levels = await county.call(supportApi.sums, { query: { ...query, level: ['county'] } })
    expect(levels.body.platforms).toBe(0)
    const book = await county.call(supportApi.coverageExport, { query })
    expect([book.status, book.raw.length > 1000]).toEqual([200, true])
  })
})

describe('an incubation', () => {
  it('is asked for by the leader, answered once, entered, and told in the timeline', async () => {
    const at = await platform()
    const own = await kept(await organization())
    const choices = await leader.call(supportApi.incubators, { params: { id: own } })
    expect(choices.body.items.map(({ id }) => id)).toContain(at)
    const asked = await applyAt(own, at, leader, '2023-08-25')
    expect(asked.body).toMatchObject({ status: 'applied', dueOn: '2023-09-08', may: ['incubation.apply'] })
    const id = asked.body.id
    expect((await applyAt(own, at, leader)).body).toMatchObject({ code: 'incubation.openAlready' })
    expect((await accept(id, null, leader)).status).toBe(403)
    expect((await accept(id, null, worker)).status).toBe(403)
    const both = await Promise.all([accept(id), accept(id, null, county)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const enter = (on: string) => township.call(supportApi.enter, { params: { id }, body: { on: day(on) } })
    expect((await enter('2023-08-24')).body).toMatchObject({ code: 'incubation.beforeItAsked' })
    const { body } = await enter('2023-08-25')
    expect(body).toMatchObject({ status: 'entered', leaveBy: addMonths(day('2023-08-25'), 24) })
    expect(body.before).toMatchObject({ members: 12, tier: 'guided' })
    const timeline = await leader.call(organizationsApi.timeline, { params: { id: own } })
    expect(timeline.body.items.map(({ what }) => what).slice(0, 3)).toEqual([
      '入驻孵化',
      '同意入驻孵化',
      '申请入驻孵化',
    ])
  })

  it('is refused with a reason, or taken back, and may then be asked for anew', async () => {
    const at = await platform()
    const own = await organization()
    const { body } = await applyAt(own, at)
    const refusal = { decision: 'refuse', reason: '名额已满' } as const
    const params = { id: body.id }
    expect((await township.call(supportApi.decide, { params, body: refusal })).body.reason).toBe('名额已满')
    const back = await township.call(supportApi.withdraw, { params, body: { reason: '算了' } })
    expect(back.body).toMatchObject({ code: 'incubation.notFromHere' })
    expect((await applyAt(own, at)).status).toBe(200)
  })

  it('only where the platform takes organizations in, and serves the place', async () => {
    const own = await organization()
    const venue = await platform({ kind: 'venue', services: ['venue'] })
    expect((await applyAt(own, venue)).body).toMatchObject({ code: 'incubation.notIncubator' })
    const elsewhere = await database().one<{ code: string }>(sql`
      select code::text as code from area where county = ${places.inside} and level = 'township' and code <> ${spots.township} limit 1`)
    const far = await platform({ area: elsewhere.code }, county)
    expect((await applyAt(own, far, county)).status).toBe(404)
  })

  it('goes through stages with mentor and goal, stays longer, and leaves with a result', async () => {
    const id = await stay(await platform())
    const params = { id }
    const begin = (stage: string, from: string, finding: string | null = null) =>
      township.call(supportApi.begin, {
        params,
        body: { stage, mentor: '王老师', goal: '独立办活动', from: day(from), finding },
      })
    expect((await begin('magic', '2022-07-01')).body).toMatchObject({ code: 'incubation.unknownStage' })
    expect((await begin('settling', '2022-06-09')).body).toMatchObject({ code: 'incubation.stageTooEarly' })
    await begin('settling', '2022-06-10')
    expect((await begin('growing', '2022-06-10')).body).toMatchObject({ code: 'incubation.stageTooEarly' })
    const { body } = await begin('growing', '2022-12-01', '能按时活动')
    expect(body.stages).toMatchObject([
      { stage: 'settling', endsOn: '2022-12-01', finding: '能按时活动' },
      { stage: 'growing', endsOn: null, mentor: '王老师' },
    ])
    const extend = (until: string) =>
      township.call(supportApi.extend, { params, body: { until: day(until), reason: '项目未完' } })
    expect((await extend('2024-06-10')).body).toMatchObject({ code: 'incubation.notLonger' })
    expect((await extend('2024-12-31')).body.leaveBy).toBe('2024-12-31')
    const exit = (on: string) =>
      township.call(supportApi.exit, {
        params,
        body: { on: day(on), result: 'graduated', conclusion: '能独立运作' },
      })
    expect((await exit('2022-11-30')).body).toMatchObject({ code: 'incubation.exitTooEarly' })
    const both = await Promise.all([exit('2023-07-01'), exit('2023-07-01')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const { body: over } = await township.call(supportApi.incubation, { params })
    expect(over).toMatchObject({ status: 'exited', result: 'graduated', after: { on: '2023-07-01' } })
    expect(over.stages.at(-1)?.endsOn).toBe('2023-07-01')
    expect((await begin('standing', '2023-08-01')).body).toMatchObject({ code: 'incubation.notFromHere' })
  })

  it('not in two incubators on one day', async () => {
    const own = await organization()
    const at = await platform()
    const first = (await applyAt(own, at)).body.id
    await accept(first, '2022-06-10')
    const leaving = { on: day('2022-09-01'), result: 'left' as const, conclusion: '换地方' }
    await township.call(supportApi.exit, { params: { id: first }, body: leaving })
    const second = (await applyAt(own, at)).body.id
    expect((await accept(second, '2022-08-31')).body).toMatchObject({ code: 'incubation.stayedThen' })
    expect((await accept(second, '2022-09-01')).status).toBe(200)
  })
})

describe('a subsidy', () => {
  const grant = (id: string, given: object = {}, client = township) =>
    client.call(supportApi.grant, {
      params: { id },
      body: { amount: 500_000, basis: '孵化补贴办法第六条', decidedOn: day('2022-07-01'), ...given },
    })

  it('is more than nothing, granted once, by officers of the incubator', async () => {
    const id = await stay(await platform())
    for (const amount of [-1, 0, 1.5, 3_000_000_000]) expect((await grant(id, { amount })).status).toBe(400)
    expect((await grant(id, { decidedOn: '2022-06-09' })).body).toMatchObject({
      code: 'incubation.grantTooEarly',
    })
    expect((await grant(id, {}, worker)).status).toBe(403)
    const both = await Promise.all([grant(id), grant(id)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422])
    const { body } = await township.call(supportApi.incubation, { params: { id } })
    expect(body).toMatchObject({ granted: 500_000, paid: 0 })
  })

  it('stands on the payment list until it is paid, once, or revoked', async () => {
    const [one, other] = [await stay(await platform()), await stay(await platform())]
    const bodies = [(await grant(one)).body, (await grant(other, { amount: 12_345 })).body]
    const ids = bodies.map(({ subsidies }) => subsidies[0]?.id ?? '')
    const unpaid = { state: 'unpaid' as const, ids }
    const listed = await township.call(supportApi.payments, { query: unpaid })
    expect(listed.body).toMatchObject({ count: 2, total: 512_345 })
    expect((await worker.call(supportApi.payments, { query: unpaid })).status).toBe(403)
    expect((await stranger.call(supportApi.payments, { query: unpaid })).body.items).toEqual([])
    const book = await township.call(supportApi.paymentExport, { query: unpaid })
    expect(book.status).toBe(200)
    const pay = (on: string, client = township) => client.call(supportApi.pay, { body: { ids, on: day(on) } })
    expect((await pay('2022-06-30')).body).toMatchObject({ code: 'incubation.paidTooEarly' })
    expect((await pay('2022-08-01', stranger)).status).toBe(404)
    const both = await Promise.all([pay('2022-08-01'), pay('2022-08-01', county)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const revoke = (id: string) =>
      township.call(supportApi.revoke, { params: { id }, body: { reason: '重复' } })
    expect((await revoke(ids[0] ?? '')).body).toMatchObject({ code: 'incubation.notUnpaid' })
    const third = (await grant(one, { decidedOn: day('2023-01-01') })).body.subsidies[1]?.id ?? ''
    expect((await revoke(third)).body).toMatchObject({ granted: 500_000, paid: 500_000 })
  })
})

describe('what waits', () => {
  const labels = async (source: string, today = '2023-08-25') => {
    const { from, where, label } = workSources[source] ?? { from: sql``, where: sql``, label: sql`` }
    const rows = await database().rows<{ label: string }>(sql`
      select ${label} as label from ${from} where ${typeof where === 'function' ? where(day(today)) : where}`)
    return rows.map((row) => row.label)
  }
  const nameOf = async (id: string) =>
    (await township.call(supportApi.incubation, { params: { id } })).body.organization.name

  it('is an application, an entry, a stay that ends soon, an organization that is gone, money', async () => {
    const at = await platform()
    const { body: asked } = await applyAt(await organization(), at)
    const name = asked.organization.name
    expect(await labels('incubation.decide')).toContain(name)
    await accept(asked.id)
    expect(await labels('incubation.decide')).not.toContain(name)
    expect(await labels('incubation.enter')).toContain(name)
    const long = await stay(at, '2022-06-10')
    const long_ = await nameOf(long)
    expect(await labels('incubation.tooLong')).not.toContain(long_)
    expect(await labels('incubation.tooLong', '2024-05-20')).toContain(long_)
    const body = { amount: 100, basis: '办法', decidedOn: day('2022-07-01') }
    await township.call(supportApi.grant, { params: { id: long }, body })
    expect(await labels('incubation.pay')).toContain(long_)
    await database().run(sql`
      update organization set status = 'ended' where id = (select organization from incubation where id = ${long})`)
    expect(await labels('incubation.gone')).toContain(long_)
    expect(await labels('incubation.tooLong', '2024-05-20')).not.toContain(long_)
  })
})
