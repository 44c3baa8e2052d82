// What stands in a queue: every kind of work of the product, an import that waits, the exported list.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { bookOf, importAll, upload } from '../../../../test/importing.ts'
import { places, spotsIn, worldContext, worldToday } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import type { Who } from '../../../platform/policy.ts'
import { readWorkbook } from '../../../platform/sheets/index.ts'
import { workSources } from '../../../server.ts'
import { importsApi } from '../../organizations/imports-api.ts'
import { type Role, roles } from '../../people/roles.ts'
import { queuesApi } from '../queues-api.ts'
import { listWork } from './work-store.ts'
import { summaryOf } from './work-views.ts'

const database = useDatabase()

describe('Every kind of work of the product', () => {
  it.each(Object.entries(workSources))('can be asked for, listed and overseen: %s', async (name, source) => {
    const ctx = worldContext(database(), anybody)
    for (const side of ['own', 'overseen'] as const)
      await listWork(ctx, source, { side, area: places.inside, after: null, limit: 5 })
    const summary = await summaryOf(ctx, { relations: { [name]: source }, counted: {} }, places.inside)
    expect(summary.own.map(({ title }) => title)).toEqual([source.title])
  })

  it('can be asked for together', async () => {
    const summary = await summaryOf(
      worldContext(database(), anybody),
      { relations: workSources, counted: {} },
      undefined,
    )
    expect(summary.own.map(({ source }) => source)).toEqual(Object.keys(workSources))
  })
})

/** Holds every role in the whole province. */
const anybody: Who = {
  id: '019893c1-0000-7000-8000-0000000000aa',
  name: '所有岗位',
  postings: (Object.keys(roles) as Role[]).map((role) => ({ role, area: '320000000000', level: 'province' })),
}

describe('An import that nobody has confirmed', () => {
  let app: Awaited<ReturnType<typeof testServer>>
  let officer: Client
  beforeAll(async () => {
    app = await testServer(database())
    officer = await clientOf(app, 'countyOfficer.inside')
  })

  it('waits for the one who uploaded it and for nobody else, until it is decided', async () => {
    const row = ['秋分合唱队', '文化艺术', (await firstCommunity()).name, '', '', '12', '2021-09-01']
    const { body: draft } = await upload(officer, places.inside, bookOf([row]))
    const line = await lineOf(officer)
    expect(line).toMatchObject({ title: '确认导入的表格', count: { value: 1, capped: false }, overdue: 0 })
    expect(line?.first?.link).toBe(`/imports/${draft.id}`)
    const { body } = await officer.call(queuesApi.list, ofImports)
    expect(body.items).toEqual([
      expect.objectContaining({ id: draft.id, since: worldToday, due: null, dueWords: null, overdue: false }),
    ])
    expect((await lineOf(await clientOf(app, 'cityOfficer.inside')))?.count.value).toBe(0)
    expect(await lineOf(await clientOf(app, 'auditor.inside'))).toBeUndefined()

    await officer.call(importsApi.discard, { params: { id: draft.id } })
    expect((await lineOf(officer))?.count.value).toBe(0)
    await importAll(officer, places.inside, bookOf([row]))
    expect((await lineOf(officer))?.count.value).toBe(0)
  })

  it('stands in the exported list, and who took the list is on record', async () => {
    const { body: draft } = await upload(officer, places.inside, bookOf([['甲', '乙', '丙', '', '', '', '']]))
    const reply = await officer.call(queuesApi.export, ofImports)
    const sheet = (await readWorkbook(reply.raw, '待办.xlsx')).sheets[0]
    expect(sheet?.rows[0]).toEqual(['事项', '对象', '说明', '区划', '等候自', '期限', '剩余时间'])
    expect(sheet?.rows[1]?.slice(0, 2)).toEqual(['确认导入的表格', draft.fileName])
    const { taken } = await database().one<{ taken: number }>(
      sql`select count(*)::int as taken from event where action = 'work.export'`,
    )
    expect(taken).toBe(1)
  })

  it('of an unknown kind, and a page that does not exist, are refused in words', async () => {
    const unknown = await officer.call(queuesApi.list, { params: { source: 'toString' } })
    expect(unknown.status).toBe(404)
    const nowhere = await officer.call(queuesApi.list, { ...ofImports, query: { after: 'bm90IGEgcGxhY2U' } })
    expect({ status: nowhere.status, body: nowhere.body }).toMatchObject({
      status: 400,
      body: { code: 'page.malformed' },
    })
  })
})

const ofImports = { params: { source: 'organizations.import' } }

const lineOf = async (client: Client) =>
  (await client.call(queuesApi.summary)).body.own.find(({ source }) => source === 'organizations.import')

const firstCommunity = async () => {
  const { community } = await spotsIn(database(), places.inside)
  return database().one<{ name: string }>(sql`select short_name as name from area where code = ${community}`)
}
