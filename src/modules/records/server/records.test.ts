// Dated records through the front door: entering, who may, correcting, withdrawing, ending, the file, the list, the figure.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldToday } from '../../../../test/world.ts'
import type { Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { readWorkbook } from '../../../platform/sheets/index.ts'
import { programmesApi } from '../../programmes/programmes-api.ts'
import { recordsApi } from '../records-api.ts'

const database = useDatabase()
let county: Client
let township: Client
let worker: Client
let leader: Client
let outside: Client
let spots: { township: string; community: string }

beforeAll(async () => {
  const app = await testServer(database())
  county = await clientOf(app, 'countyOfficer.inside')
  township = await clientOf(app, 'townshipOfficer.inside')
  worker = await clientOf(app, 'communityWorker.inside')
  leader = await clientOf(app, 'organizationLeader.inside')
  outside = await clientOf(app, 'countyOfficer.outside')
  spots = await spotsIn(database(), places.inside)
})

const day = (text: string) => text as Day
const plan = (given: object = {}) => ({
  ...{
    kind: 'documents' as const,
    area: spots.township,
    title: '浮桥镇工作方案',
    startsOn: day('2023-05-04'),
  },
  ...{ doneBy: '浮桥镇人民政府', attributes: { kind: 'list' }, ...given },
})
const enter = (client: Client, given: object = {}) => client.call(recordsApi.enter, { body: plan(given) })
const made = async (given: object = {}) => {
  const { status, body } = await enter(county, given)
  expect(status).toBe(200)
  return body.id
}
const faultsOf = ({ body }: { body: unknown }) =>
  (body as { faults?: { at: string }[] }).faults?.map(({ at }) => at)

describe('A record', () => {
  it('says what was done, by whom, when and where, and is seen by its area alone', async () => {
    const { status, body } = await enter(township, {
      attributes: { kind: 'list', number: '浮政〔2023〕4号' },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      kind: 'documents',
      title: '浮桥镇工作方案',
      startsOn: '2023-05-04',
      doneBy: '浮桥镇人民政府',
      attributes: { kind: 'list', number: '浮政〔2023〕4号' },
      status: 'standing',
      endsOn: null,
      recordedBy: '街镇（测试）',
      may: ['record.correct'],
      versions: [],
    })
    const seen = await worker.call(recordsApi.list, { query: { area: spots.township } })
    expect(seen.body.items.map(({ id }) => id)).not.toContain(body.id)
    expect((await outside.call(recordsApi.one, { params: { id: body.id } })).status).toBe(404)
    expect((await county.call(recordsApi.one, { params: { id: body.id } })).body.id).toBe(body.id)
  })

  it.each([
    ['in the future', { startsOn: '2023-08-26' }, ['startsOn']],
    ['without what its kind needs', { doneBy: null, attributes: {} }, ['doneBy', 'attributes.kind']],
    ['with an answer that its kind does not know', { attributes: { kind: 'list', by: 'x' } }, ['attributes']],
    ['with a choice that nobody offers', { attributes: { kind: 'poem' } }, ['attributes.kind']],
    ['that ends although it happened on a day', { endsOn: '2023-06-01' }, ['endsOn']],
    ['that ends before it began', { kind: 'conventions', attributes: {}, endsOn: '2023-05-04' }, ['endsOn']],
  ])('%s is refused, field by field', async (_, given, at) => {
    const reply = await enter(county, given)
    expect(reply.status).toBe(422)
    expect(faultsOf(reply)).toEqual(at)
  })

  it('about one organization lies where the organization lies, and its keeper reads it', async () => {
    const { id, area } = await database().one<{ id: string; area: string }>(sql`
      update organization set keeper = (select id from person where login_name = 'organizationLeader.inside')
      where id = (select id from organization where community = ${spots.community} order by id limit 1)
      returning id, area::text as area`)
    const appraisal = { kind: 'appraisals', organization: id, attributes: { by: 'residents' } }
    const { status, body } = await enter(worker, { ...appraisal, area: places.inside })
    expect([status, body.area]).toEqual([200, area])
    const read = await leader.call(recordsApi.list, { query: { organization: id } })
    expect(read.body.items.map(({ organization }) => organization?.id)).toEqual([id])
    expect(faultsOf(await enter(worker, { organization: id }))).toEqual(['organization'])
  })
})

describe('A kind that the level above enters', () => {
  const acceptance = { kind: 'acceptances', words: '符合要求', attributes: { result: 'passed' } }

  it('is not entered by the area about itself, nor by one beside', async () => {
    const own = await enter(township, acceptance)
    expect([own.status, own.body]).toMatchObject([403, { code: 'record.fromAbove' }])
    expect((await enter(outside, acceptance)).status).toBe(404)
    const { status, body } = await enter(county, acceptance)
    expect(status).toBe(200)
    const seen = await township.call(recordsApi.one, { params: { id: body.id } })
    expect([seen.status, seen.body.may]).toEqual([200, []])
    const mend = { params: { id: body.id }, body: { reason: '不同意' } }
    expect((await township.call(recordsApi.withdraw, mend)).status).toBe(403)
  })
})

describe('A mistake', () => {
  it('is corrected by a record in its place; both stay on file, one counts', async () => {
    const id = await made({ title: '写错了的' })
    const { kind: _, ...answers } = plan({ title: '写对了的' })
    const body = { ...answers, reason: '名称写错' }
    const mended = await county.call(recordsApi.correct, { params: { id }, body })
    expect(mended.status).toBe(200)
    expect(mended.body).toMatchObject({
      title: '写对了的',
      versions: [{ id, status: 'corrected', title: '写错了的', closedWhy: '名称写错' }],
    })
    const again = await county.call(recordsApi.correct, { params: { id }, body })
    expect([again.status, again.body]).toMatchObject([409, { code: 'record.moved' }])
    const titles = async (show: 'standing' | 'all') => {
      const query = { area: spots.township, q: '写', show }
      return (await county.call(recordsApi.list, { query })).body.items.map(({ title }) => title).sort()
    }
    expect(await titles('standing')).toEqual(['写对了的'])
    expect(await titles('all')).toEqual(['写对了的', '写错了的'])
  })

  it('is withdrawn with a reason by exactly one of two', async () => {
    const id = await made()
    const withdraw = () =>
      county.call(recordsApi.withdraw, { params: { id }, body: { reason: '没有这份文件' } })
    const statuses = (await Promise.all([withdraw(), withdraw()])).map(({ status }) => status)
    expect(statuses.sort()).toEqual([200, 409])
    const { body } = await county.call(recordsApi.one, { params: { id } })
    expect(body).toMatchObject({
      status: 'withdrawn',
      closedWhy: '没有这份文件',
      closedBy: '县区民政（测试）',
    })
  })
})

describe('Something lasting', () => {
  const convention = { kind: 'conventions', attributes: {}, title: '居民公约' }

  it('ends on a day after it began, once', async () => {
    const id = await made(convention)
    const end = (on: string) =>
      county.call(recordsApi.end, { params: { id }, body: { on: day(on), reason: '修订' } })
    expect((await end('2023-05-04')).status).toBe(422)
    expect((await end('2023-09-01')).status).toBe(422)
    expect((await end('2023-08-01')).body.endsOn).toBe('2023-08-01')
    expect((await end('2023-08-02')).body).toMatchObject({ code: 'record.ended' })
    const meeting = await made({ kind: 'jointMeetings', attributes: {} })
    const body = { on: worldToday, reason: '试' }
    expect((await county.call(recordsApi.end, { params: { id: meeting }, body })).body).toMatchObject({
      code: 'record.noEnd',
    })
  })

  it('that was found is ended by the next finding, and stands again when that is withdrawn', async () => {
    const found = (result: string, on: string) =>
      made({
        ...{ kind: 'determinations', area: spots.community, startsOn: day(on), words: '现场看过' },
        attributes: { condition: 'venue', result },
      })
    const until = async (id: string) => (await county.call(recordsApi.one, { params: { id } })).body.endsOn
    const first = await found('met', '2022-03-01')
    const second = await found('notMet', '2023-02-01')
    expect([await until(first), await until(second)]).toEqual(['2023-02-01', null])
    const twice = await enter(county, {
      ...{ kind: 'determinations', area: spots.community, startsOn: day('2023-02-01'), words: '再看' },
      attributes: { condition: 'venue', result: 'met' },
    })
    expect([twice.status, twice.body]).toMatchObject([409, { code: 'record.determined' }])
    await county.call(recordsApi.withdraw, { params: { id: second }, body: { reason: '看错了地方' } })
    expect(await until(first)).toBe(null)
  })
})

describe('The file of a record', () => {
  const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
  const attach = (id: string, client = county) =>
    client.upload(recordsApi.attach, { params: { id } }, { name: '方案.pdf', bytes: pdf })

  it('is handed in once, sent back to those who may see the record, and kept by a correction', async () => {
    const id = await made()
    expect((await county.call(recordsApi.file, { params: { id } })).status).toBe(404)
    expect((await attach(id)).body.file).toMatchObject({ fileName: '方案.pdf', kind: 'pdf' })
    expect((await attach(id)).body).toMatchObject({ code: 'record.hasFile' })
    const sent = await township.call(recordsApi.file, { params: { id } })
    expect([sent.status, sent.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect((await outside.call(recordsApi.file, { params: { id } })).status).toBe(404)
    const { kind: _, ...answers } = plan()
    const body = { ...answers, reason: '文号' }
    const mended = await county.call(recordsApi.correct, { params: { id }, body })
    expect(mended.body.file?.fileName).toBe('方案.pdf')
    const without = { ...body, keepFile: false }
    const bare = await county.call(recordsApi.correct, { params: { id: mended.body.id }, body: without })
    expect(bare.body.file).toBe(null)
  })
})

describe('The list', () => {
  it('is cut by kind, year and area, pages without gap or double, counts and exports the same', async () => {
    for (const month of [1, 2, 3])
      await made({ kind: 'surveys', attributes: {}, startsOn: day(`2021-0${month}-15`) })
    const query = { kind: ['surveys' as const], year: 2021, area: places.inside }
    const first = await county.call(recordsApi.list, { query: { ...query, limit: 2 } })
    const rest = await county.call(recordsApi.list, {
      query: { ...query, limit: 2, after: first.body.next ?? '' },
    })
    const days = [...first.body.items, ...rest.body.items].map(({ startsOn }) => startsOn)
    expect(days).toEqual(['2021-03-15', '2021-02-15', '2021-01-15'])
    expect((await county.call(recordsApi.count, { query })).body).toEqual({ value: 3, capped: false })
    const { raw } = await county.call(recordsApi.export, { query })
    const rows = (await readWorkbook(raw, '记录.xlsx')).sheets[0]?.rows ?? []
    expect(rows.map((row) => row[0])).toEqual(['种类', '居民调查', '居民调查', '居民调查'])
    const broken = await county.call(recordsApi.list, { query: { after: 'nonsense' } })
    expect(broken.status).toBe(400)
  })
})

describe('A target that counts records', () => {
  it('is met from the day of the record on, shows it behind the figure, and offers the form filled in', async () => {
    const { body: listed } = await county.call(programmesApi.list)
    const params = { id: listed.items[0]?.id ?? '', target: 'assessment' }
    const asOf = async (on: string) => {
      const { body } = await county.call(programmesApi.breakdown, { params, query: { asOf: day(on) } })
      return body
    }
    const before = await asOf('2023-08-25')
    expect(before.row.state).not.toBe('met')
    expect(before.entries).toMatchObject([
      { path: '/records/new?kind=documents&area=320585000000&a.kind=assessment' },
    ])
    const id = await made({ area: places.inside, attributes: { kind: 'assessment' }, title: '绩效考评办法' })
    expect([(await asOf('2023-05-03')).row.state, (await asOf('2023-05-04')).row.state]).toEqual([
      before.row.state,
      'met',
    ])
    const { body } = await county.call(programmesApi.records, { params })
    expect(body.items).toMatchObject([{ id, label: '绩效考评办法', link: `/records/${id}` }])
    await county.call(recordsApi.withdraw, { params: { id }, body: { reason: '作废' } })
    expect((await asOf('2023-08-25')).row.state).toBe(before.row.state)
  })
})
