// Figures of random worlds in a real database, asked at the front door, against a naive recount of the rows.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import {
  addOfficer,
  factsIn,
  grow,
  type Planted,
  plantedWorlds,
  storyOf,
  tell,
} from '../../../../test/naive/planted.ts'
import { numbersOf, onlyRises, recordsIn, recounted, said, targetIn } from '../../../../test/naive/recount.ts'
import { worldToday } from '../../../../test/world.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { type FigureRecord, programmesApi, type TargetRow } from '../programmes-api.ts'

const database = useDatabase('empty')
let client: Client
let officer: string
let version = 0

beforeAll(async () => {
  officer = await addOfficer(database())
})

const check = (runs: number, property: (world: Planted, programme: string) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(plantedWorlds, async (world) => {
      version += 1
      const programme = await grow(database(), world, officer, version)
      client ??= await clientOf(await testServer(database()), 'officer')
      await property(world, programme)
    }),
    { numRuns: runs, endOnFailure: true },
  )

describe('figures at the front door', () => {
  it('of an area and of everything below it, on any day, are those of a naive recount of the rows', async () => {
    await check(4, async (world, programme) => {
      const facts = await factsIn(database())
      for (const asOf of [...world.days, worldToday])
        for (const { code } of world.areas)
          for (const row of await figures(programme, code, asOf))
            expect(said(row)).toEqual(recounted(world, facts, row, code, asOf))
    })
  })

  it('of a plain count add up from the areas below, and what is recorded above them', async () => {
    await check(2, async (world, programme) => {
      const facts = await factsIn(database())
      for (const { code } of world.areas) {
        const below = world.areas.filter(({ parent }) => parent === code)
        const rows = await Promise.all(below.map((child) => figures(programme, child.code, worldToday)))
        for (const [at, row] of (await figures(programme, code, worldToday)).entries()) {
          const target = targetIn(world, row.target)
          // Beginnings count once an organization, wherever it went later: they add up by organization, not by area.
          if (target.judge !== 'total' || target.every || target.distinct || target.window !== 'asOf')
            continue
          const sum = rows.reduce((total, of) => total + numbersOf(of[at] as TargetRow)[0], 0)
          expect(numbersOf(row)[0]).toBe(
            sum +
              recordsIn(
                world,
                facts.filter(({ area }) => area === code),
                target,
                { area: code, asOf: worldToday },
              ),
          )
        }
      }
    })
  })

  it('never fall when an organization is added', async () => {
    await check(2, async (world, programme) => {
      const days = [...world.days, worldToday]
      const before = await all(world, programme, days)
      const [story] = fc.sample(storyOf(world.areas), 1)
      await tell(database(), { draft: (story ?? world.stories[0])?.draft as never, turns: [] }, '新来的')
      const after = await all(world, programme, days)
      for (const [at, row] of after.entries()) {
        const was = before[at] as TargetRow
        if (row.state === 'notApplicable' || was.state === 'notApplicable') continue
        if (!onlyRises(targetIn(world, row.target))) continue
        expect(numbersOf(row)[0]).toBeGreaterThanOrEqual(numbersOf(was)[0])
      }
    })
  })

  it('of past days stay as they were, whatever changes from today', async () => {
    await check(2, async (world, programme) => {
      const days = [...world.days, addDays(worldToday, -1)].filter((day) => day < worldToday)
      const before = await all(world, programme, days)
      for (const story of world.stories)
        await retell(story.turns.length % 3 === 0 ? 'end' : 'change', story.draft, world)
      expect(await all(world, programme, days)).toEqual(before)
    })
  })
})

describe('the records behind a figure', () => {
  it('are exactly those that were counted, each once, page by page', async () => {
    await check(2, async (world, programme) => {
      const facts = await factsIn(database())
      const [asOf = worldToday] = world.days
      for (const { code } of world.areas)
        for (const row of await figures(programme, code, asOf)) {
          const target = targetIn(world, row.target)
          if (target.distinct || 'parts' in target) continue
          const { items, total } = await records(programme, row.target, code, asOf)
          expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
          expect(total).toEqual({ value: items.length, capped: false })
          const units = target.every ? await unitsOf(programme, row.target, code, asOf) : [code]
          const expected = units.map((unit) => recordsIn(world, facts, target, { area: unit, asOf }))
          expect(items.length).toBe(expected.reduce((sum, some) => sum + some, 0))
        }
    })
  })
})

async function figures(programme: string, area: string, asOf: Day): Promise<TargetRow[]> {
  const reply = await client.call(programmesApi.figures, { params: { id: programme }, query: { area, asOf } })
  expect(reply.status).toBe(200)
  return reply.body.rows
}

/** Every row of every area on these days, in one order. */
async function all({ areas }: Planted, programme: string, days: readonly Day[]): Promise<TargetRow[]> {
  const rows: TargetRow[] = []
  for (const asOf of days) for (const { code } of areas) rows.push(...(await figures(programme, code, asOf)))
  return rows
}

async function records(programme: string, target: string, area: string, asOf: Day) {
  const items: FigureRecord[] = []
  let after: string | undefined
  for (;;) {
    const page = await client.call(programmesApi.records, {
      params: { id: programme, target },
      query: { area, asOf, limit: 2, after },
    })
    expect(page.status).toBe(200)
    items.push(...page.body.items)
    if (!page.body.next) return { items, total: page.body.total }
    after = page.body.next
  }
}

async function unitsOf(programme: string, target: string, area: string, asOf: Day): Promise<string[]> {
  const params = { id: programme, target }
  const { body } = await client.call(programmesApi.breakdown, { params, query: { area, asOf } })
  return (body.units ?? []).map(({ code }) => code)
}

/** Changes every field of some organization that lives, or ends it, from today. */
async function retell(kind: 'change' | 'end', draft: object, world: Planted): Promise<void> {
  const found = await client.call(organizationsApi.list, {
    query: { limit: 200, status: ['active', 'dormant'] },
  })
  const one = found.body.items[Math.floor(found.body.items.length / 2)]
  if (!one) return
  const params = { id: one.id }
  const body = {
    version: one.version,
    organization: { ...one, ...draft, name: one.name, area: world.areas.at(-1)?.code ?? one.area },
    effect: { kind: 'change' as const, from: worldToday },
  }
  const { status } =
    kind === 'change'
      ? await client.call(organizationsApi.edit, { params, body })
      : await client.call(organizationsApi.end, { params, body: { on: worldToday, reason: '解散' } })
  expect(status).toBe(200)
}
