// The three tiers through the front door: hints say what the rule says, a decision holds until a fact changes.

import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldContext } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { queuesApi } from '../../queues/queues-api.ts'
import type { Rules } from '../../rules/rule-keys.ts'
import { loadRuleSetText, rulesFor } from '../../rules/server/index.ts'
import type { OrganizationDraft } from '../organization.ts'
import { organizationsApi } from '../organizations-api.ts'
import type { TierFacts } from '../tier-forms.ts'
import { proposeTier, tierHint } from '../tier-rules.ts'
import { tiersApi } from '../tiers-api.ts'
import { allHints } from './tier-store.ts'

const database = useDatabase()
let app: FastifyInstance
let officer: Client
let spots: Awaited<ReturnType<typeof spotsIn>>

beforeAll(async () => {
  app = await testServer(database())
  officer = await clientOf(app, 'townshipOfficer.inside')
  spots = await spotsIn(database(), places.inside)
})

async function add(name: string, more: Partial<OrganizationDraft>): Promise<string> {
  const made = await officer.call(organizationsApi.create, {
    body: { name, area: spots.community, category: 'culture', tier: 'guided', ...more },
  })
  expect(made.status).toBe(200)
  return made.body.id
}

const look = async (id: string) => (await officer.call(tiersApi.one, { params: { id } })).body

describe('A guided group that has grown', () => {
  it('is hinted at on the officer’s queue, kept with a reason, and hinted at again when a fact changes', async () => {
    const id = await add('白露合唱队', { members: 12, place: '活动室', scope: '合唱' })
    expect((await look(id)).hint).toEqual({
      kind: 'up',
      toward: 'filed',
      words: '规模已达到备案条件，可以申请备案',
    })
    expect(await queued()).toContain(id)

    const keep = { decision: 'keep', toward: 'filed', reason: '成员多为临时参加' } as const
    const answers = await Promise.all(
      [officer, await clientOf(app, 'countyOfficer.inside')].map((one) =>
        one.call(tiersApi.decide, { params: { id }, body: keep }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const kept = await look(id)
    expect([kept.hint, kept.decisions.map(({ holds, reason }) => [holds, reason])]).toEqual([
      null,
      [[true, '成员多为临时参加']],
    ])
    expect(await queued()).not.toContain(id)

    const founders = { units: null, founders: 5, foundingUnits: null, staff: null, money: null }
    const { body } = await officer.call(tiersApi.record, { params: { id }, body: founders })
    expect(body.proposal.tier).toBe('filed')
    expect([body.hint?.toward, body.decisions[0]?.holds]).toEqual(['filed', false])
    expect(await queued()).toContain(id)
  })

  it('shows each condition with the clause of the number', async () => {
    const { body } = await officer.call(tiersApi.propose, { query: { area: spots.community, people: 12 } })
    const [association] = body.forms
    expect(association?.conditions[0]).toMatchObject({
      label: '会员',
      met: 'unknown',
      clause: '《社会团体登记管理条例》第十条第一款第一项',
    })
    expect(body.forms[3]?.conditions[0]).toMatchObject({ met: true, clause: '默认，可修改' })
  })
})

describe('Many that are hinted at', () => {
  it('are kept at once, with a result per row, and are on record one by one', async () => {
    const ids = [
      await add('霜降门球队', { members: 15 }),
      await add('立冬棋社', { members: 3 }),
      await add('小雪鼓队', { members: 20 }),
    ]
    const hints = await officer.call(tiersApi.hints, { query: { ids } })
    expect(hints.body.items.map(({ name }) => name).sort()).toEqual(['小雪鼓队', '霜降门球队'])
    const { body } = await officer.call(tiersApi.keepMany, {
      body: { ids: [...ids, ids[0] ?? ''], reason: '先观察' },
    })
    expect(body.results.map(({ ok, name }) => [ok, name])).toEqual([
      [true, '霜降门球队'],
      [false, ''],
      [true, '小雪鼓队'],
    ])
    expect((await officer.call(tiersApi.hints, { query: { ids } })).body.items).toEqual([])
    expect((await look(ids[0] ?? '')).decisions).toMatchObject([
      { decision: 'keep', reason: '先观察', holds: true },
    ])
    const { recorded } = await database().one<{ recorded: number }>(sql`
      select count(*)::int as recorded from event where action = 'tier.keep' and subject = any(${ids})`)
    expect(recorded).toBe(2)
  })
})

describe('A filed organization that no longer has what filing asks for', () => {
  it('becomes guided from today when the officer follows the hint', async () => {
    const id = await add('寒露读书会', { tier: 'filed', members: 4 })
    await officer.call(tiersApi.record, {
      params: { id },
      body: { units: 0, founders: 3, foundingUnits: 0, staff: 0, money: 0 },
    })
    const body = { decision: 'follow', toward: 'guided', reason: '只剩 4 人' } as const
    const wrong = { ...body, toward: 'registered' } as const
    expect((await officer.call(tiersApi.decide, { params: { id }, body: wrong })).status).toBe(409)
    expect((await officer.call(tiersApi.decide, { params: { id }, body })).body).toMatchObject({
      tier: 'guided',
      hint: null,
    })
    const periods = await database().rows<{ tier: string; starts: string | null }>(sql`
      select tier, starts_on as starts from organization_period
      where organization = ${id} and superseded_at is null order by starts_on`)
    expect(periods.at(-1)?.tier).toBe('guided')
  })
})

describe('The hints', () => {
  it('are those of the rule, whatever the facts and whatever the place decides', async () => {
    await decideRules()
    const ids = await database().rows<{ id: string }>(sql`
      select id from organization where status <> 'ended' order by id limit 20`)
    await fc.assert(
      fc.asyncProperty(fc.array(anyFacts, { minLength: 20, maxLength: 20 }), async (all) => {
        await writeFacts(ids.map(({ id }, at) => ({ id, ...all[at] })))
        const hinted = new Map((await allHints(database())).map(({ id, toward }) => [id, toward]))
        for (const { id } of ids) expect(hinted.get(id) ?? null).toBe(await naiveHint(id))
      }),
      { numRuns: 12 },
    )
  })
})

const queued = async (): Promise<string[]> =>
  (
    await officer.call(queuesApi.list, {
      params: { source: 'organizations.tierHint' },
      query: { limit: 200 },
    })
  ).body.items.map(({ id }) => id)

/** A county that lowers what an association needs, and a township that asks for no place. */
async function decideRules(): Promise<void> {
  const set = (area: string, values: string) =>
    `id: trial\ntitle: 试\nversion: 1\narea: { code: "${area}", name: 某地 }\nvalues:\n${values}`
  const county = set(
    spots.county,
    `  tiering.association.people: { value: 20, default: true }
  tiering.filedGroup.members: { value: 6, default: true, locked: true }\n`,
  )
  const township = set(
    spots.township,
    `  tiering.filedGroup.place: { value: false, default: true }
  tiering.filedGroup.members: { value: 40, default: true }\n`,
  )
  await database().transaction(async (db) => {
    await loadRuleSetText(worldContext(db), county, '试')
    await loadRuleSetText(worldContext(db), township, '试')
  })
}

const some = (max: number) => fc.option(fc.nat({ max }), { nil: null })
const anyFacts = fc.record({
  tier: fc.constantFrom('registered', 'filed', 'guided'),
  members: some(60),
  units: some(40),
  founders: some(4),
  staff: some(3),
  money: fc.option(fc.constantFrom(0, 3_000_000, 200_000_000), { nil: null }),
  place: fc.option(fc.constant('一室'), { nil: null }),
})

async function writeFacts(rows: object[]): Promise<void> {
  await database().transaction(async (db) => {
    const given = sql`json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id uuid, tier text, members int, units int, founders int, staff int, money bigint, place text)`
    await db.run(sql`delete from organization_standing`)
    await db.run(sql`
      update organization o set tier = r.tier, members = r.members, party_members = null, place = r.place
      from ${given} where o.id = r.id`)
    await db.run(sql`
      insert into organization_standing (id, organization, units, founders, staff, money, recorded_on, recorded_at)
      select gen_random_uuid(), r.id, r.units, r.founders, r.staff, r.money, '2023-08-25', now() from ${given}`)
  })
}

/** The rule of one organization, from its facts read one by one. */
async function naiveHint(id: string): Promise<string | null> {
  type Row = TierFacts & { tier: 'registered' | 'filed' | 'guided'; area: string }
  const row = await database().one<Row>(sql`
    select o.tier, o.area::text, o.members as people, s.units, s.founders, s.founding_units as "foundingUnits", s.staff,
      s.money::float8 as money, case when o.place is null then null else true end as place,
      case when o.scope is null then null else true end as scope
    from organization o left join organization_standing s on s.organization = o.id where o.id = ${id}`)
  return tierHint(row.tier, proposeTier(row, await rulesAt(row.area)))?.toward ?? null
}

const known = new Map<string, Rules>()
async function rulesAt(area: string): Promise<Rules> {
  const rules = known.get(area) ?? (await rulesFor(database(), area))
  known.set(area, rules)
  return rules
}
