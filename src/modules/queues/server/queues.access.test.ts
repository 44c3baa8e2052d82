// Who finds what in a queue: what the rules of access and a plain look at everything that waits would give.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../test/database.ts'
import { mayAt, mayOwn, type Tree } from '../../../../test/server/access/naive.ts'
import { places, worldContext, worldToday } from '../../../../test/world.ts'
import type { Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import type { Level, Who } from '../../../platform/policy.ts'
import type { WorkSource, WorkSources } from '../../../platform/work-source.ts'
import { type Role, roles } from '../../people/roles.ts'
import { countCap, listWork, type Side } from './work-store.ts'
import { summaryOf } from './work-views.ts'

const database = useDatabase()

describe('Whatever a person holds, the queue', () => {
  it('lists what a plain look at all waiting things and at the postings would, in both parts, page by page', async () => {
    const { tree, things, people } = await world()
    const lines = { own: 0, overseen: 0 }
    await fc.assert(
      fc.asyncProperty(whoAmong(tree, people), async (who) => {
        for (const side of ['own', 'overseen'] as const)
          for (const [name, source] of Object.entries(sources)) {
            const expected = naive(tree, things[name] ?? [], source, who, side)
            expect((await allPages(who, source, side)).map(({ id }) => id)).toEqual(expected)
            lines[side] += expected.length
          }
        await agreesInSum(tree, things, who)
      }),
      { numRuns: 20, examples: [[holding('townshipOfficer')], [holding('partyOfficer')]] },
    )
    expect(Math.min(lines.own, lines.overseen)).toBeGreaterThan(0)
  })
})

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

const holding = (role: Role): Who => ({
  id: '019893c1-0000-7000-8000-0000000000bb',
  name: roles[role],
  postings: [{ role, area: places.inside, level: 'county' }],
})

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
  const summary = await summaryOf(
    worldContext(database(), who),
    { relations: sources, counted: {} },
    undefined,
  )
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
