// What branches owe, as the queue asks the database, is what the pure rule says.
import { beforeAll, describe, expect, it } from 'vitest'
import { clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldContext, worldToday } from '../../../../test/world.ts'
import { chanceFrom } from '../../../demo/random.ts'
import { addDays, type Day, later } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Sql, sql } from '../../../platform/db.ts'
import { rulesApi } from '../../rules/rules-api.ts'
import { rulesFor } from '../../rules/server/index.ts'
import { expectedKinds, nextExpected, owedOn } from '../life-rules.ts'
import { type ActivityKind, activityKinds } from '../party.ts'
import {
  type BranchPage,
  insertActivity,
  insertBranch,
  listBranches,
  type NewBranch,
  updateBranch,
} from './branch-store.ts'
import { nextOf } from './owed-store.ts'

const database = useDatabase()
const chance = chanceFrom(7)
const someDay = () => addDays(worldToday, -chance.whole(0, 700))
const kinds = Object.keys(activityKinds) as ActivityKind[]

type Made = {
  id: string
  committee: number | null
  start: Day
  lastHeld: Partial<Record<ActivityKind, Day>>
}
const made: Made[] = []
let community: string

beforeAll(async () => {
  community = (await spotsIn(database(), places.inside)).community
  await database().transaction(async (db) => {
    for (let at = 0; at < 60; at++) made.push(await addBranch(worldContext(db)))
  })
})

async function addBranch(ctx: ReturnType<typeof worldContext>): Promise<Made> {
  const branch: NewBranch = {
    ...{ id: ctx.newId(), committee: chance.yes(0.5) ? 3 : null, foundedOn: someDay() },
    ...({ name: '测试支部', kind: 'own', nature: 'regular', area: community, secretary: null } as const),
  }
  await insertBranch({ ...ctx, today: someDay() }, branch)
  const lastHeld: Made['lastHeld'] = {}
  for (let at = 0; at < chance.whole(0, 9); at++) {
    const [kind, on] = [chance.pick(kinds), someDay()]
    lastHeld[kind] = later(lastHeld[kind] ?? on, on)
    await insertActivity(ctx, branch.id, { kind, on, subject: '测试', attended: null, note: null })
  }
  const { recorded } = await ctx.db.one<{ recorded: Day }>(
    sql`select recorded_on as recorded from party_branch where id = ${branch.id}`,
  )
  return { id: branch.id, committee: branch.committee, start: later(branch.foundedOn, recorded), lastHeld }
}

describe('What branches owe', () => {
  it('is the same in SQL and in the rule', async () => {
    const rules = await rulesFor(database(), community)
    const found = await database().rows<{ id: string; kind: string; due: Day }>(sql`
      select b.id, n.kind, n.due from party_branch b cross join lateral ${nextOf('b')} n
      where n.since <= ${worldToday}::date`)
    const inSql = found.map(({ id, kind, due }) => `${id} ${kind} ${due}`).sort()
    const inRule = made.flatMap(({ id, ...branch }) =>
      owedOn(worldToday, rules, branch).flatMap(({ kind, due }) => (due ? [`${id} ${kind} ${due}`] : [])),
    )
    expect(inRule.length).toBeGreaterThan(100)
    expect(inSql).toEqual(inRule.sort())
  })

  it('is written down beside each branch, after every meeting, every change of committee and of the rules', async () => {
    await expectDuesAsRuled()
    await database().transaction(async (db) => {
      const ctx = worldContext(db)
      for (const branch of made.slice(0, 20)) {
        const on = someDay()
        await insertActivity(ctx, branch.id, {
          kind: 'themeDay',
          on,
          subject: '测试',
          attended: null,
          note: null,
        })
        branch.lastHeld.themeDay = later(branch.lastHeld.themeDay ?? on, on)
      }
      for (const branch of made.slice(20, 40)) {
        branch.committee = branch.committee === null ? 3 : null
        await updateBranch(ctx, branch.id, { name: '测试支部', secretary: null, committee: branch.committee })
      }
    })
    await expectDuesAsRuled()
    const value = { membersMeeting: 'halfYear', themeDay: 'quarter', lecture: 'never' }
    const lifeEvery = { committeeMeeting: 'never', lifeMeeting: 'year', appraisal: 'never', ...value }
    const rules = await database().one<{ county: string }>(
      sql`select county::text as county from area where code = ${community}`,
    )
    const body = { version: 0, reason: '试', set: { 'party.lifeEvery': { value: lifeEvery } }, inherit: [] }
    const officer = await clientOf(await testServer(database()), 'countyOfficer.inside')
    const changed = await officer.call(rulesApi.change, { params: { area: rules.county }, body })
    expect(changed.status).toBe(200)
    await expectDuesAsRuled()
  })
})

/** Of all that is asked: the nearest last day, whether its period has begun or not. */
async function expectDuesAsRuled(): Promise<void> {
  const rules = await rulesFor(database(), community)
  const nearest = ({ committee, start, lastHeld }: Made) =>
    expectedKinds(rules, { committee })
      .map(({ kind, every }) => nextExpected(every, start, lastHeld[kind] ?? null).to)
      .sort()[0] ?? 'infinity'
  const rows = await database().rows<{ id: string; due: string }>(
    sql`select id, due_on::text as due from party_branch where name = '测试支部'`,
  )
  expect(new Map(rows.map(({ id, due }) => [id, due]))).toEqual(
    new Map(made.map((one) => [one.id, nearest(one)])),
  )
}

describe('A list of tens of thousands of branches', () => {
  beforeAll(async () => {
    await database().run(sql`
      insert into party_branch (id, name, kind, nature, area, province, city, county, township, community, founded_on,
        recorded_on, due_on)
      select gen_random_uuid(), '多', 'own', 'regular', a.code, a.province, a.city, a.county, a.township, a.community,
        '2022-01-01', '2022-01-01', '2022-01-01'::date + n % 900
      from generate_series(1, 20000) n
      join (select *, row_number() over (order by code) as at, count(*) over () as many from area where level = 'community') a
        on a.at = 1 + n % a.many`)
    await database().run(sql`vacuum analyze party_branch`)
  })

  it.each(['city', 'county', 'township'] as const)(
    'reads one page of a %s, not all of them',
    async (level) => {
      const { codes } = await database().one<{ codes: Record<string, string> }>(sql`
      select json_build_object('city', city::text, 'county', county::text, 'township', township::text) as codes
      from area where code = ${community}`)
      const area = codes[level] ?? ''
      const who = { id: null, name: '测试', postings: [{ role: 'partyOfficer', area, level }] }
      const after = ['2022-06-01', '019893c1-0000-7000-8000-000000000000'] as const
      for (const page of [
        { overdue: false, after: null },
        { overdue: true, after },
      ]) {
        const read = await rowsRead(worldContext(database(), who), {
          condition: sql`true`,
          limit: 50,
          ...page,
        })
        expect(read).toBeGreaterThanOrEqual(50)
        expect(read).toBeLessThanOrEqual(60)
      }
    },
  )
})

it('The list of overdue branches goes on where a page ended, and stops where nothing is late', async () => {
  const ctx = worldContext(database())
  const all = { condition: sql`b.name = '测试支部'`, overdue: true, after: null, limit: 200 }
  const late = await listBranches(ctx, all)
  const { counted } = await database().one<{ counted: number }>(sql`
    select count(*)::int as counted from party_branch where name = '测试支部' and due_on < ${worldToday}::date`)
  expect(late).toHaveLength(counted)
  expect(counted).toBeGreaterThan(5)
  const last = late[3]
  const rest = await listBranches(ctx, { ...all, after: [last?.key ?? '', last?.view.id ?? ''] })
  expect(rest.map(({ view }) => view.id)).toEqual(late.slice(4).map(({ view }) => view.id))
})

type Node = Partial<Record<'Actual Rows' | 'Actual Loops' | 'Rows Removed by Filter', number>> & {
  'Relation Name'?: string
  Plans?: Node[]
}

/** How many branches the very statement of the list takes from the table, those that it drops among them. */
async function rowsRead(ctx: Context, page: BranchPage): Promise<number> {
  const asked: Sql[] = []
  const listen = <T>(statement: Sql): Promise<T[]> => {
    asked.push(statement)
    return Promise.resolve([])
  }
  await listBranches({ ...ctx, db: { ...ctx.db, rows: listen } }, page)
  const [statement = sql``] = asked
  const [row] = await database().rows<{ 'QUERY PLAN': [{ Plan: Node }] }>(
    sql`explain (analyze, format json) ${statement}`,
  )
  return row ? branchesIn(row['QUERY PLAN'][0].Plan) : Number.POSITIVE_INFINITY
}

const branchesIn = (node: Node): number =>
  (node['Relation Name'] === 'party_branch'
    ? ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)) * (node['Actual Loops'] ?? 1)
    : 0) + (node.Plans ?? []).reduce((sum, inner) => sum + branchesIn(inner), 0)
