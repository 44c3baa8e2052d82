// What was so on which day: any sequence of changes, corrections, endings and revivals equals a day-by-day model.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import {
  born,
  changed,
  type DayFacts,
  dayAt,
  ended,
  type Life,
  length,
  revived,
  startedOn,
} from '../../../../test/naive/life.ts'
import { places, spotsIn, worldToday } from '../../../../test/world.ts'
import type { Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import type { OrganizationDraft } from '../organization.ts'
import { organizationsApi } from '../organizations-api.ts'

const database = useDatabase()
let officer: Client
let spots: string[]

beforeAll(async () => {
  officer = await clientOf(await testServer(database()), 'countyOfficer.inside')
  const { county, township, community } = await spotsIn(database(), places.inside)
  spots = [community, township, county]
})

type Step =
  | { kind: 'edit'; values: Partial<OrganizationDraft>; from: Day | null }
  | { kind: 'bulk'; values: { tier?: 'filed' | 'guided'; hub?: boolean }; from: Day }
  | { kind: 'rest' | 'end' | 'revive'; on: Day }

const day = fc.integer({ min: 0, max: length - 1 }).map(dayAt)
const values = fc.record(
  {
    area: fc.nat(2),
    category: fc.constantFrom('culture', 'sports', 'charity'),
    tier: fc.constantFrom('filed', 'guided'),
    hub: fc.boolean(),
    charter: fc.constantFrom(true, false, null),
    members: fc.constantFrom(5, 10, 20, null),
    leader: fc.constantFrom('甲', '乙'),
    foundedOn: fc.constantFrom('2022-12-10', '2023-02-01', '2023-05-05', null),
  },
  { requiredKeys: [] },
)
const bulkValues = fc.oneof(
  fc.constantFrom('filed', 'guided').map((tier) => ({ tier })),
  fc.boolean().map((hub) => ({ hub })),
)
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('edit'), values, from: fc.option(day, { nil: null }) }),
  },
  {
    weight: 2,
    arbitrary: values.map(({ foundedOn = '2023-03-03' }) => ({
      kind: 'edit',
      values: { foundedOn },
      from: null,
    })),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('bulk'), values: bulkValues, from: day }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('rest', 'end', 'revive', 'revive'), on: day }) },
)
const steps = fc.array(step, { minLength: 1, maxLength: 9 })

describe('the periods of an organization', () => {
  it('say of every day what a model says that keeps one entry a day', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (drawn) => {
        const taken = await live(drawn as unknown as Step[])
        expect(await daysOf(taken.id)).toEqual(taken.life.days.map(counted))
      }),
      { numRuns: 25 },
    )
  })

  it('never overlap, and keep every superseded fact with the act that superseded it', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (drawn) => {
        const kept = new Map<string, unknown>()
        const { id } = await live(drawn as unknown as Step[], async (at) => {
          for (const row of await periodsOf(at)) kept.set(row.id, row.facts)
        })
        const now = await periodsOf(id)
        for (const [period, facts] of kept) expect(now.find((row) => row.id === period)?.facts).toEqual(facts)
        const inForce = now.filter((row) => !row.superseded)
        for (const [at, row] of inForce.slice(1).entries())
          expect(row.starts >= (inForce[at]?.ends ?? '9999')).toBe(true)
      }),
      { numRuns: 6 },
    )
  })

  it('of one that has ended keep their length when the record is corrected', async () => {
    const { id, version } = await make({ foundedOn: '2023-01-01' })
    await officer.call(organizationsApi.end, {
      params: { id },
      body: { on: '2023-06-01' as Day, reason: '解散' },
    })
    const reply = await officer.call(organizationsApi.edit, {
      params: { id },
      body: {
        version: version + 1,
        organization: { ...draftOf(id), foundedOn: '2023-01-01', category: 'sports' },
        effect: { kind: 'correction', reason: '录入错误' },
      },
    })
    expect(reply.status).toBe(200)
    const days = await daysOf(id)
    expect(days.filter(Boolean)).toHaveLength(151)
    expect(new Set(days.filter(Boolean).map((facts) => facts?.category))).toEqual(new Set(['sports']))
  })
})

/** Takes the steps at the front door and in the model; steps that the register refuses leave both as they were. */
async function live(drawn: readonly Step[], look?: (id: string) => Promise<void>) {
  const made = await make({ foundedOn: '2023-01-15' })
  let life = born(factsIn({ ...draftOf(made.id), status: 'active' }), '2023-01-15' as Day)
  let draft = { ...draftOf(made.id), foundedOn: '2023-01-15' as Day | null } as OrganizationDraft
  let { version } = made
  for (const one of drawn) {
    const done = await take(made.id, version, draft, one)
    if (done) {
      life = after(life, draft, one)
      if ('values' in one) draft = { ...draft, ...concrete(one.values) }
      version += 1
    }
    await look?.(made.id)
  }
  return { id: made.id, life }
}

async function take(id: string, version: number, draft: OrganizationDraft, one: Step): Promise<boolean> {
  const params = { id }
  if (one.kind === 'edit') {
    const organization = { ...draft, ...concrete(one.values) }
    const effect = one.from
      ? { kind: 'change' as const, from: one.from, reason: '补记' }
      : { kind: 'correction' as const, reason: '更正' }
    const reply = await officer.call(organizationsApi.edit, {
      params,
      body: { version, organization, effect },
    })
    expect(reply.status).toBe(200)
    return reply.body.version > version
  }
  if (one.kind === 'bulk') {
    const body = { ids: [id], change: one.values, from: one.from, reason: '补记' }
    return (await officer.call(organizationsApi.bulkChange, { body })).body.results[0]?.ok ?? false
  }
  const reply = await officer.call(organizationsApi[one.kind], {
    params,
    body: { on: one.on, reason: '测试' },
  })
  expect([200, 409]).toContain(reply.status)
  return reply.status === 200
}

function after(life: Life, draft: OrganizationDraft, one: Step): Life {
  switch (one.kind) {
    case 'edit': {
      const said = concrete(one.values)
      const news = Object.fromEntries(
        Object.entries(said).filter(([key, value]) => value !== draft[key as keyof OrganizationDraft]),
      )
      const rewritten = changed(life, factsIn(news), one.from)
      const moved = one.from === null && 'foundedOn' in news && news.foundedOn !== null
      return moved ? startedOn(rewritten, news.foundedOn as Day) : rewritten
    }
    case 'bulk':
      return changed(life, one.values, one.from)
    case 'rest':
      return changed(life, { status: 'dormant' }, one.on)
    case 'end':
      return ended(life, one.on)
    case 'revive':
      return life.now.ended ? revived(life, one.on) : changed(life, { status: 'active' }, one.on)
  }
}

/** Areas are drawn as places in `spots`. */
const concrete = (given: Partial<OrganizationDraft>): Partial<OrganizationDraft> =>
  given.area === undefined ? given : { ...given, area: spots[Number(given.area)] as string }

const factNames = ['area', 'category', 'tier', 'hub', 'charter', 'members', 'status'] as const
const factsIn = (given: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(given).filter(([key]) => (factNames as readonly string[]).includes(key)))
const counted = (facts: DayFacts): Record<string, unknown> | null => facts && factsIn(facts)

let made = 0
const draftOf = (id: string) => ({ ...drafts.get(id) }) as OrganizationDraft
const drafts = new Map<string, OrganizationDraft>()

async function make(more: { foundedOn: string }): Promise<{ id: string; version: number }> {
  made += 1
  const body = {
    name: `第${made}号测试队`,
    area: spots[0] as string,
    category: 'culture' as const,
    tier: 'guided' as const,
    hub: false,
    charter: null,
    members: 7,
    ...more,
  }
  const reply = await officer.call(organizationsApi.create, { body })
  expect(reply.status).toBe(200)
  drafts.set(reply.body.id, body as unknown as OrganizationDraft)
  return { id: reply.body.id, version: 1 }
}

async function daysOf(id: string): Promise<(Record<string, unknown> | null)[]> {
  const found = await database().rows<{ facts: Record<string, unknown> | null }>(sql`
    select case when p.id is not null then json_build_object('area', p.area::text, 'category', p.category,
      'tier', p.tier, 'hub', p.hub, 'charter', p.charter, 'members', p.members, 'status', p.status) end as facts
    from generate_series(${dayAt(0)}::date, ${worldToday}::date, '1 day') day
    left join organization_period p on p.organization = ${id} and p.superseded_at is null
      and p.starts_on <= day and (p.ends_on is null or p.ends_on > day)
    order by day`)
  return found.map(({ facts }) => facts)
}

const periodsOf = (id: string) =>
  database().rows<{
    id: string
    facts: unknown
    starts: string
    ends: string | null
    superseded: boolean
  }>(sql`
    select p.id, to_jsonb(p) - 'superseded_at' - 'superseded_in' as facts, p.starts_on as starts, p.ends_on as ends,
      p.superseded_at is not null as superseded
    from organization_period p where p.organization = ${id} order by p.starts_on, p.ends_on`)
