// The life of a title through the front door: nominated, reviewed, shown to everybody, objected to, given, ended.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldNow } from '../../../../test/world.ts'
import type { Day, Instant } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { buildServer } from '../../../server.ts'
import type { HonorDraft, RecordDraft, SubjectDraft } from '../honors-api.ts'
import { honorsApi } from '../honors-api.ts'

const database = useDatabase()
let now = worldNow
let worker: Client
let township: Client
let county: Client
let city: Client
let stranger: Client
let groups: string[]
let spots: Awaited<ReturnType<typeof spotsIn>>

beforeAll(async () => {
  const app = await buildServer(database(), {
    secret: 'a secret of at least thirty-two letters',
    clock: () => now,
  })
  worker = await clientOf(app, 'communityWorker.inside')
  township = await clientOf(app, 'townshipOfficer.inside')
  county = await clientOf(app, 'countyOfficer.inside')
  city = await clientOf(app, 'cityOfficer.inside')
  stranger = await clientOf(app)
  spots = await spotsIn(database(), places.inside)
  groups = (
    await database().rows<{ id: string }>(sql`
      select id from organization where community = ${spots.community} and status = 'active' order by id limit 4`)
  ).map(({ id }) => id)
})

const group = (at: number): SubjectDraft => ({ subject: 'organization', organization: groups[at] ?? '' })
const draft = (about: SubjectDraft, more: Partial<HonorDraft> = {}) => ({
  ...{ kind: 'brand', level: 'county', title: '品牌社区社会组织', year: 2023, reason: '常年义务服务', about },
  ...more,
})
const nominate = (by: Client, body: ReturnType<typeof draft>) =>
  by.call(honorsApi.nominate, { body: body as HonorDraft })
const made = async (by: Client, body: ReturnType<typeof draft>) => {
  const reply = await nominate(by, body)
  expect(reply.raw.toString()).toContain('"status":"nominated"')
  return { params: { id: reply.body.id } }
}
const goTo = (day: string) => {
  now = `${day}T02:00:00.000Z` as Instant
}

describe('A title', () => {
  it('is nominated by a worker, reviewed by the county, shown to everybody and given after its notice', async () => {
    const one = await made(worker, draft(group(0)))
    expect((await township.call(honorsApi.pass, one)).status).toBe(403)
    const passed = (await county.call(honorsApi.pass, one)).body
    // 25 August 2023 is a Friday: five working days end on the Friday after.
    expect(passed).toMatchObject({ state: 'noticed', noticeFrom: '2023-08-25', noticeUntil: '2023-09-01' })
    expect((await county.call(honorsApi.pass, one)).status).toBe(409)
    const shown = (await stranger.call(honorsApi.notices)).body.items
    expect(shown).toMatchObject([{ id: one.params.id, until: '2023-09-01', reason: '常年义务服务' }])
    expect(Object.keys(shown[0] ?? {})).not.toContain('organization')
    const award = { ...one, body: { on: '2023-08-25' } }
    expect((await county.call(honorsApi.award, award)).body).toMatchObject({ code: 'honor.noticeRuns' })
    goTo('2023-09-02')
    expect((await stranger.call(honorsApi.notices)).body.items).toEqual([])
    expect((await county.call(honorsApi.one, one)).body.state).toBe('noticeOver')
    expect((await county.call(honorsApi.award, award)).body).toMatchObject({ code: 'honor.tooEarly' })
    const body = { on: '2023-09-02', validUntil: '2025-09-01', document: '太民发〔2023〕1号' }
    const given = (await county.call(honorsApi.award, { ...one, body })).body
    expect(given).toMatchObject({ state: 'awarded', awardedOn: '2023-09-02', document: '太民发〔2023〕1号' })
    expect(given.steps.map(({ kind }) => kind)).toEqual(['nominate', 'publish', 'award'])
    goTo('2023-08-25')
  })

  it('is not given while an objection is open, and never when one was upheld', async () => {
    const one = await made(worker, draft(group(1)))
    await county.call(honorsApi.pass, one)
    const said = { receivedOn: '2023-08-25', said: '材料里的活动没有办过' }
    expect((await worker.call(honorsApi.object, { ...one, body: said })).status).toBe(403)
    const [objection] = (await county.call(honorsApi.object, { ...one, body: said })).body.objected
    expect((await worker.call(honorsApi.one, one)).body).toMatchObject({
      objected: [],
      objections: { open: 1, upheld: 0 },
    })
    goTo('2023-09-04')
    const award = { ...one, body: { on: '2023-09-04' } }
    expect((await county.call(honorsApi.award, award)).body).toMatchObject({ code: 'honor.objectionOpen' })
    const settle = {
      params: { ...one.params, objection: objection?.id ?? '' },
      body: { outcome: 'upheld' as const, said: '核实属实' },
    }
    expect((await county.call(honorsApi.settle, settle)).body.objections).toEqual({ open: 0, upheld: 1 })
    expect((await county.call(honorsApi.settle, settle)).status).toBe(409)
    expect((await county.call(honorsApi.award, award)).body).toMatchObject({ code: 'honor.objectionUpheld' })
    const refused = await county.call(honorsApi.refuse, { ...one, body: { reason: '异议成立' } })
    expect(refused.body).toMatchObject({ state: 'refused' })
    goTo('2023-08-25')
  })

  it('is held once: the same again is refused, also when two ask at once', async () => {
    const replies = await Promise.all([nominate(worker, draft(group(2))), nominate(worker, draft(group(2)))])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await nominate(worker, draft(group(2), { year: 2022 }))).status).toBe(200)
  })

  it('that two publish at once is published by one', async () => {
    const one = await made(worker, draft(group(3), { kind: 'model', title: '示范社区社会组织' }))
    const replies = await Promise.all([county.call(honorsApi.pass, one), county.call(honorsApi.pass, one)])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('comes from above its subject, fits it, and is not the province’s to give here', async () => {
    const area: SubjectDraft = { subject: 'area', area: spots.community }
    const refusal = async (by: Client, body: ReturnType<typeof draft>) => {
      const { status, body: problem } = await nominate(by, body)
      return `${status} ${(problem as unknown as { code: string }).code}`
    }
    expect(await refusal(worker, draft(area))).toBe('422 honor.otherSubject')
    expect(await refusal(worker, draft(area, { kind: 'pilot' }))).toBe('422 honor.themeMissing')
    expect(await refusal(worker, draft(group(0), { level: 'province' }))).toBe('422 honor.provincial')
    const itself: SubjectDraft = { subject: 'area', area: spots.township }
    const pilot = { kind: 'pilot', level: 'township', theme: 'organizations' } as const
    expect(await refusal(township, draft(itself, pilot))).toBe('422 honor.levelTooLow')
    expect(await refusal(worker, draft(itself, pilot))).toBe('404 notFound')
  })
})

describe('A pilot', () => {
  it('is named by its township in two steps without a public notice', async () => {
    const about: SubjectDraft = { subject: 'area', area: spots.community }
    const body = draft(about, { kind: 'pilot', level: 'township', theme: 'organizations', title: '试点社区' })
    const one = await made(township, body)
    expect((await township.call(honorsApi.pass, one)).body).toMatchObject({
      state: 'awarded',
      awardedOn: '2023-08-25',
      validUntil: null,
    })
  })
})

describe('A nomination', () => {
  it('may be changed and taken back until it is reviewed, and not after', async () => {
    const one = await made(worker, draft(group(3)))
    const words = { title: '品牌“红色社区社会组织”', year: 2023, reason: '改好的理由' }
    expect((await worker.call(honorsApi.edit, { ...one, body: words })).body).toMatchObject(words)
    const paper = { name: '事迹.pdf', bytes: new TextEncoder().encode('%PDF-1.4\n%%EOF\n') }
    const file = (await worker.upload(honorsApi.addFile, one, paper)).body
    expect((await county.call(honorsApi.file, { params: { ...one.params, file: file.id } })).status).toBe(200)
    await county.call(honorsApi.pass, one)
    expect((await worker.call(honorsApi.edit, { ...one, body: words })).status).toBe(409)
    const drop = { params: { ...one.params, file: file.id } }
    expect((await worker.call(honorsApi.dropFile, drop)).status).toBe(409)
    const back = { ...one, body: { reason: '重复' } }
    expect((await worker.call(honorsApi.retract, back)).status).toBe(409)
    const other = await made(worker, draft(group(3), { kind: 'observationSite', title: '观察点' }))
    expect(
      (await worker.call(honorsApi.retract, { ...other, ...back, params: other.params })).body.state,
    ).toBe('retracted')
  })
})

describe('A title that was published before', () => {
  const award = { on: '2022-12-01', document: '苏民发〔2022〕9号' }

  it('is entered at one’s own level, and what the province gave by the city', async () => {
    const own = { ...draft(group(0), { year: 2022 }), ...award } as RecordDraft
    expect((await township.call(honorsApi.record, { body: own })).status).toBe(403)
    expect((await county.call(honorsApi.record, { body: own })).body).toMatchObject({
      state: 'awarded',
      recorded: true,
      awardedOn: '2022-12-01',
    })
    const provincial = { ...own, level: 'province' as const }
    expect((await county.call(honorsApi.record, { body: provincial })).status).toBe(403)
    expect((await city.call(honorsApi.record, { body: provincial })).body).toMatchObject({
      level: 'province',
    })
    const later = { ...own, kind: 'model' as const, on: '2024-01-01' as Day }
    expect((await county.call(honorsApi.record, { body: later })).body).toMatchObject({
      code: 'honor.inFuture',
    })
  })

  it('expires on its last day, is withdrawn from a day on, and is annulled as a mistake', async () => {
    const body = {
      ...draft(group(1), { year: 2021 }),
      ...award,
      ...{ on: '2022-01-01', validUntil: '2023-08-24' },
    }
    const { id } = (await county.call(honorsApi.record, { body: body as never })).body
    const one = { params: { id } }
    expect((await county.call(honorsApi.one, one)).body.state).toBe('expired')
    const early = { ...one, body: { on: '2021-12-31', reason: '严重失信' } }
    expect((await county.call(honorsApi.withdraw, early)).body).toMatchObject({ code: 'honor.tooEarly' })
    const withdrawn = await county.call(honorsApi.withdraw, {
      ...one,
      body: { ...early.body, on: '2023-01-01' },
    })
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', withdrawnOn: '2023-01-01' })
    const again = (await county.call(honorsApi.record, { body: body as never })).body
    const annul = { params: { id: again.id }, body: { reason: '录重了' } }
    expect((await county.call(honorsApi.annul, annul)).body.state).toBe('annulled')
  })
})

describe('The list', () => {
  it('finds by kind, level, state, year and words, pages, counts and is exported', async () => {
    const query = { kind: ['brand' as const], year: 2023, area: places.inside }
    const all = (await county.call(honorsApi.list, { query })).body.items
    expect(all.length).toBeGreaterThan(3)
    expect((await county.call(honorsApi.count, { query })).body.value).toBe(all.length)
    const first = (await county.call(honorsApi.list, { query: { ...query, limit: 2 } })).body
    const rest = (await county.call(honorsApi.list, { query: { ...query, after: first.next ?? '' } })).body
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(all.map(({ id }) => id))
    const refused = (await county.call(honorsApi.list, { query: { state: ['refused'], level: ['county'] } }))
      .body
    expect(refused.items.map(({ state }) => state)).toEqual(['refused'])
    const words = (await county.call(honorsApi.list, { query: { q: '红色' } })).body.items
    expect(words.map(({ title }) => title)).toEqual(['品牌“红色社区社会组织”'])
    expect((await county.call(honorsApi.export, { query })).status).toBe(200)
    const outside = await clientOf(county.app, 'countyOfficer.outside')
    expect((await outside.call(honorsApi.list, { query: {} })).body.items).toEqual([])
  })

  it('of one organization stands on its page', async () => {
    const { items, mayNominate } = (
      await worker.call(honorsApi.ofOrganization, { params: { id: groups[0] ?? '' } })
    ).body
    expect(items.length).toBeGreaterThan(1)
    expect(mayNominate).toBe(true)
  })
})
