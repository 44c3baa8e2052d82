// The figures of titles on any day, against a plain account of the same acts; and what waits for whom.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldContext, worldToday } from '../../../../test/world.ts'
import { addDays, type Day, earlier } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { queuesApi } from '../../queues/queues-api.ts'
import { loadRuleSetText } from '../../rules/server/index.ts'
import { type HonorKind, subjectsOf } from '../honor.ts'
import type { HonorDraft, RecordDraft } from '../honor-drafts.ts'
import { honorsApi } from '../honors-api.ts'
import { honorSources } from './index.ts'

const database = useDatabase()
let county: Client
let township: Client
let groups: string[]
let spots: Awaited<ReturnType<typeof spotsIn>>

beforeAll(async () => {
  const app = await testServer(database())
  county = await clientOf(app, 'countyOfficer.inside')
  township = await clientOf(app, 'townshipOfficer.inside')
  spots = await spotsIn(database(), places.inside)
  const found = await database().rows<{ id: string }>(sql`
    select o.id from organization o join organization_period p on p.organization = o.id
    where o.county = ${places.inside} and o.status = 'active' and o.community is not null and p.superseded_at is null
      and p.ends_on is null group by o.id having min(p.starts_on) <= '2023-01-01' order by o.id limit 8`)
  groups = found.map(({ id }) => id)
})

const sources = {
  brand: 'brands',
  model: 'models',
  pilot: 'pilots',
  observationSite: 'observationSites',
} as const
const first = '2023-02-01' as Day
const days = Array.from({ length: 40 }, (_, at) => addDays(first, at * 5)).filter((day) => day <= worldToday)
const anyDay = fc.constantFrom(...days)

type Act = {
  kind: HonorKind
  ofPlace: boolean
  at: number
  on: Day
  lasts: Day | null
  end: { how: 'withdraw' | 'annul'; on: Day } | null
}

const anyAct: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('brand' as const, 'model' as const, 'pilot' as const, 'observationSite' as const),
  ofPlace: fc.boolean(),
  at: fc.nat({ max: 7 }),
  on: anyDay,
  lasts: fc.option(anyDay),
  end: fc.option(fc.record({ how: fc.constantFrom('withdraw' as const, 'annul' as const), on: anyDay })),
})

type Held = { kind: HonorKind; group: string | null; from: Day; until: Day | null }

/** Does it through the front door; gives what then holds by a plain account, or null when it was refused. */
async function act({ kind, ofPlace, at, on, lasts, end }: Act, year: number): Promise<Held | null> {
  const area = ofPlace && (subjectsOf[kind] as readonly string[]).includes('area')
  const group = groups[at] ?? ''
  const body: RecordDraft = {
    ...{ kind, level: 'county', title: '称号', year, theme: kind === 'pilot' ? 'rural' : null, reason: '试' },
    about: area
      ? { subject: 'area', area: spots.community }
      : { subject: 'organization', organization: group },
    ...{ on, validUntil: lasts, document: '试' },
  }
  const made = await county.call(honorsApi.record, { body })
  expect(made.status === 200).toBe(lasts === null || lasts >= on)
  if (made.status !== 200) return null
  const { id } = made.body
  const until = lasts && addDays(lasts, 1)
  if (end === null) return { kind, group: area ? null : group, from: on, until }
  const params = { id }
  if (end.how === 'annul') {
    await county.call(honorsApi.annul, { params, body: { reason: '试' } })
    return null
  }
  const reply = await county.call(honorsApi.withdraw, { params, body: { on: end.on, reason: '试' } })
  expect(reply.status === 200).toBe(end.on >= on)
  const ended = reply.status === 200 ? (until ? earlier(until, end.on) : end.on) : until
  return { kind, group: area ? null : group, from: on, until: ended }
}

async function counted(kind: HonorKind, day: Day): Promise<number> {
  const source = honorSources[sources[kind]]
  if (!source) throw new Error('no source')
  const { n } = await database().one<{ n: number }>(sql`
    select count(*)::int as n from ${source.from}
    where ${source.where} and m.starts_on <= ${day}::date and (m.ends_on is null or m.ends_on > ${day}::date)`)
  return n
}

async function begun(kind: HonorKind, from: Day, to: Day): Promise<number> {
  const source = honorSources[sources[kind]]
  if (!source?.began) throw new Error('no source')
  const { n } = await database().one<{ n: number }>(sql`
    select count(*)::int as n from ${source.from} where ${source.began(from, to)}`)
  return n
}

describe('The figures of titles', () => {
  it('are on every day those of a plain account, also when an organization leaves the register', async () => {
    const account: Held[] = []
    let year = 2000
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 4, maxLength: 8 }), async (acts) => {
        for (const one of acts) {
          year = year === 2099 ? 2000 : year + 1
          const held = await act(one, year)
          if (held) account.push(held)
        }
      }),
      { numRuns: 6, endOnFailure: true },
    )
    const gone = groups[0] ?? ''
    const leftOn = days[30] ?? worldToday
    const left = await county.call(organizationsApi.end, {
      params: { id: gone },
      body: { on: leftOn, reason: '解散' },
    })
    expect(left.status).toBe(200)
    const until = ({ group, until }: Held) => (group === gone ? earlier(until ?? leftOn, leftOn) : until)
    const live = account.filter((held) => (until(held) ?? '9999') > held.from)
    expect(live.length).toBeGreaterThan(3)
    const holds = (held: Held, day: Day) => held.from <= day && (until(held) ?? '9999') > day
    for (const kind of Object.keys(sources) as HonorKind[]) {
      const own = live.filter((held) => held.kind === kind)
      for (const day of [...days, worldToday])
        expect(await counted(kind, day), `${kind} ${day}`).toBe(own.filter((held) => holds(held, day)).length)
      const [from, to] = [days[5] ?? first, days[20] ?? worldToday]
      expect(await begun(kind, from, to)).toBe(
        own.filter((held) => held.from >= from && held.from <= to).length,
      )
    }
  })
})

describe('What waits', () => {
  const pilots = '选定并报送试点社区'
  const review = '评审品牌、示范、试点的提名'
  const rules = `
id: pilots
title: 试点规则
area: { code: "${places.inside}", name: 太仓市 }
version: 1
values:
  honors.pilotsBy: { value: "2023-08-01", default: true }
`

  /** The titles of what waits, and of what is late below. */
  async function waiting(who: Client) {
    const { own, overseen } = (await who.call(queuesApi.summary, { query: {} })).body
    const some = (lines: typeof own) => lines.filter(({ count }) => count.value > 0).map(({ title }) => title)
    return { own: some(own), overseen: some(overseen) }
  }

  it('is the pilot that a township has not named; the county sees who is late', async () => {
    expect((await waiting(township)).own).not.toContain(pilots)
    await database().transaction((db) => loadRuleSetText(worldContext(db), rules, '试'))
    expect((await waiting(township)).own).toContain(pilots)
    expect((await waiting(county)).overseen).toContain(pilots)
    const body: HonorDraft = {
      ...{ kind: 'pilot', level: 'township', title: '试点社区', year: 2023, reason: '基础好' },
      ...{ theme: 'organizations', about: { subject: 'area', area: spots.community } },
    }
    const { id } = (await township.call(honorsApi.nominate, { body })).body
    const before = await waiting(township)
    expect(before.own).not.toContain(pilots)
    expect(before.own).toContain(review)
    expect((await waiting(county)).own).not.toContain(review)
    await township.call(honorsApi.pass, { params: { id } })
    expect((await waiting(township)).own).not.toContain(review)
  })
})
