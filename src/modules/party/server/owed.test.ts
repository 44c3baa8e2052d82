// What branches owe, as the queue asks the database, is what the pure rule says.
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldContext, worldToday } from '../../../../test/world.ts'
import { chanceFrom } from '../../../demo/random.ts'
import { addDays, type Day, later } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { rulesFor } from '../../rules/server/index.ts'
import { owedOn } from '../life-rules.ts'
import { type ActivityKind, activityKinds } from '../party.ts'
import { insertActivity, insertBranch, type NewBranch } from './branch-store.ts'
import { duesOf, nextOf } from './owed-store.ts'

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
    const dues = await database().rows<{ id: string; due: Day | null }>(
      sql`select id, due from ${duesOf(sql`select * from party_branch`, worldToday)} d`,
    )
    for (const { id, due } of dues) {
      const own = found.filter((one) => one.id === id).map((one) => one.due)
      expect(due).toBe([...own].sort()[0] ?? null)
    }
    expect(inSql).toEqual(inRule.sort())
  })
})
