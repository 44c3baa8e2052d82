// What stands in a queue: exactly what its reader may do, in the order of dates, counted, paged, exported, and no more.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { bookOf, importAll, upload } from '../../../../test/importing.ts'
import { mayAt, mayOwn, type Tree } from '../../../../test/server/access/naive.ts'
import { places, spotsIn, worldContext, worldToday } from '../../../../test/world.ts'
import type { Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import type { Level, Who } from '../../../platform/policy.ts'
import { readWorkbook } from '../../../platform/sheets/index.ts'
import type { WorkSource, WorkSources } from '../../../platform/work-source.ts'
import { workSources } from '../../../server.ts'
import { importsApi } from '../../organizations/imports-api.ts'
import { type Role, roles } from '../../people/roles.ts'
import { queuesApi } from '../queues-api.ts'
import { countCap, listWork, type Side } from './work-store.ts'
import { summaryOf } from './work-views.ts'

const database = useDatabase()

describe('Whatever a person holds, the queue', () => {
  it('lists what a plain look at all waiting things and at the postings would, in both parts, page by page', async () => {
    const { tree, things, people } = await world()
    const lines = { own: 0, overseen: 0 }
    await fc.assert(
      fc.asyncProperty(
        whoAmong(tree, people),
        fc.constantFrom<Side>('own', 'overseen'),
        async (who, side) => {
          for (const [name, source] of Object.entries(sources)) {
            const expected = naive(tree, things[name] ?? [], source, who, side)
            expect((await allPages(who, source, side)).map(({ id }) => id)).toEqual(expected)
            lines[side] += expected.length
          }
          await agreesInSum(tree, things, who)
        },
      ),
      { numRuns: 25 },
    )
    expect(Math.min(lines.own, lines.overseen)).toBeGreaterThan(0)
  })
})

describe('Every kind of work of the product', () => {
  it.each(Object.entries(workSources))('can be asked for, listed and overseen: %s', async (name, source) => {
    const ctx = worldContext(database(), anybody)
    for (const side of ['own', 'overseen'] as const)
      await listWork(ctx, source, { side, area: places.inside, after: null, limit: 5 })
    const summary = await summaryOf(ctx, { [name]: source }, places.inside)
    expect(summary.own.map(({ title }) => title)).toEqual([source.title])
  })

  it('can be asked for together', async () => {
    const summary = await summaryOf(worldContext(database(), anybody), workSources, undefined)
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

/** Made-up steps over the register: one for officers, one seen from above, one for keepers, one for a single person. */
const step = (source: Partial<WorkSource>): WorkSource => ({
  title: '试',
  action: 'organization.edit',
  from: sql`organization w`,
  where: sql`w.status = 'active'`,
  id: sql`w.id::text`,
  label: sql`w.name`,
  note: sql`null::text`,
  link: sql`'/organizations/' || w.id`,
  since: sql`w.founded_on`,
  due: sql`w.founded_on + 900`,
  ...source,
})
const sources: WorkSources = {
  'test.late': step({ oversee: 'programme.judge', action: 'organization.import' }),
  'test.hub': step({ where: sql`w.tier = 'guided' or w.hub`, oversee: 'organization.export' }),
  'test.kept': step({ action: 'organization.see', where: sql`w.keeper is not null`, due: sql`null::date` }),
  'test.mine': step({ person: sql`w.keeper`, where: sql`w.members > 20`, oversee: 'organization.see' }),
}

type Thing = { id: string; area: string; due: Day | null; keeper: string | null }

/** All things that wait, whoever asks; every seventh organization has a keeper. */
async function world() {
  const people = (
    await database().rows<{ id: string }>(sql`select id from person order by login_name limit 6`)
  ).map(({ id }) => id)
  await database().run(sql`update organization set keeper = (${people}::uuid[])[1 + ascii(right(id::text, 1)) % 6]
    where ascii(right(id::text, 2)) % 3 = 0`)
  const things: Record<string, Thing[]> = {}
  for (const [name, source] of Object.entries(sources))
    things[name] = await database().rows<Thing>(sql`
      select w.id::text as id, w.area::text as area, (${source.due})::date as due, w.keeper from ${source.from}
      where ${source.where} order by (${source.due})::date nulls last, w.id`)
  const areas = await database().rows<{ code: string; parent: string | null; level: Level }>(
    sql`select code::text as code, parent::text as parent, level from area`,
  )
  const tree: Tree = new Map(areas.map(({ code, parent }) => [code, parent]))
  levels = new Map(areas.map(({ code, level }) => [code, level]))
  return { tree, things, people }
}
let levels: ReadonlyMap<string, Level> = new Map()

/** Somebody with up to three postings anywhere in the loaded areas. */
function whoAmong(tree: Tree, people: readonly string[]): fc.Arbitrary<Who> {
  const high = [...levels].filter(([, level]) => level !== 'community').map(([code]) => code)
  const area = fc.oneof(fc.constantFrom(...high), fc.constantFrom(...tree.keys()))
  const posting = fc.record({ role: fc.constantFrom(...(Object.keys(roles) as Role[])), area })
  return fc
    .record({ id: fc.constantFrom(...people), postings: fc.array(posting, { maxLength: 3 }) })
    .map(({ id, postings }) => ({
      id,
      name: '某人',
      postings: postings.map((held) => ({ ...held, level: levels.get(held.area) ?? 'community' })),
    }))
}

/** Ids in order of date, by the rules of access said a second time. */
function naive(tree: Tree, things: readonly Thing[], source: WorkSource, who: Who, side: Side): string[] {
  const reaches = (action: string, thing: Thing) =>
    mayAt(tree, who.postings, action, thing.area) || (thing.keeper === who.id && mayOwn(who.postings, action))
  const own = (thing: Thing) =>
    reaches(source.action, thing) && (source.person === undefined || thing.keeper === who.id)
  const seen = (thing: Thing) =>
    source.oversee !== undefined &&
    thing.due !== null &&
    thing.due < worldToday &&
    !own(thing) &&
    reaches(source.oversee, thing)
  return things.filter(side === 'own' ? own : seen).map(({ id }) => id)
}

async function allPages(who: Who, source: WorkSource, side: Side) {
  const ctx = worldContext(database(), who)
  const found: Awaited<ReturnType<typeof listWork>> = []
  for (let after: readonly [string, string] | null = null; ; ) {
    const rows = await listWork(ctx, source, { side, area: undefined, after, limit: 40 })
    found.push(...rows)
    const last = rows.at(-1)
    if (!last || rows.length < 40) return found
    after = [last.key, last.id]
  }
}

async function agreesInSum(tree: Tree, things: Record<string, Thing[]>, who: Who): Promise<void> {
  const summary = await summaryOf(worldContext(database(), who), sources, undefined)
  for (const [name, source] of Object.entries(sources)) {
    const ids = new Set(naive(tree, things[name] ?? [], source, who, 'own'))
    const mine = (things[name] ?? []).filter(({ id }) => ids.has(id))
    const line = summary.own.find((one) => one.source === name)
    expect(line?.count.value ?? 0).toBe(Math.min(mine.length, countCap))
    expect(line?.count.capped ?? false).toBe(mine.length > countCap)
    expect(line?.earliestDue ?? null).toBe(mine[0]?.due ?? null)
    const late = mine.filter(({ due }) => due !== null && due < worldToday).length
    expect(line?.overdue ?? 0).toBe(Math.min(late, countCap))
  }
}
