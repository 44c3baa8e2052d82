// 积沙成塔 through the front door: what merging and splitting do to the register, and a day-by-day recount of random worlds.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldToday } from '../../../../test/world.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { changesApi } from '../changes-api.ts'

const database = useDatabase()
let township: Client
let county: Client
let city: Client
let stranger: Client
let community: string
let abroad: string

beforeAll(async () => {
  const app = await testServer(database())
  township = await clientOf(app, 'townshipOfficer.inside')
  county = await clientOf(app, 'countyOfficer.inside')
  city = await clientOf(app, 'cityOfficer.inside')
  stranger = await clientOf(app, 'countyOfficer.outside')
  community = (await spotsIn(database(), places.inside)).community
  abroad = (await spotsIn(database(), places.outside)).community
})

const start = '2023-01-01' as Day
let counted = 0
function nextName(): string {
  counted += 1
  return `第${counted}支合并队`
}
const draft = (members: number | null, more = {}) => ({
  ...{
    name: nextName(),
    area: community,
    category: 'culture' as const,
    tier: 'guided' as const,
    members,
    ...more,
  },
})
async function make(members: number | null, more = {}, client = county): Promise<string> {
  const body = { ...draft(members), foundedOn: start, ...more }
  return (await client.call(organizationsApi.create, { body })).body.id
}

type Body = {
  others: string[]
  into: { existing: string } | { draft: ReturnType<typeof draft> }
  on: Day
  reason: string
  members: number | null
  partyMembers: number | null
  difference?: string | null
}
const merger = (more: Partial<Body>): Body => ({
  ...{ others: [], into: { draft: draft(null) }, on: '2023-06-01' as Day, reason: '积沙成塔' },
  ...{ members: null, partyMembers: null, ...more },
})
const merge = (client: Client, id: string, body: Body) =>
  client.call(changesApi.merge, { params: { id }, body })
const annul = (id: string) =>
  county.call(changesApi.annul, { params: { id }, body: { reason: '选错了组织' } })
const one = async (id: string) => (await city.call(organizationsApi.one, { params: { id } })).body
const standing = async (id: string) => (await city.call(changesApi.standing, { params: { id } })).body

describe('a merger', () => {
  it('ends the parts on the day, begins the whole, and can be followed both ways', async () => {
    const [a, b] = [await make(12), await make(8)]
    const { status, body } = await merge(township, a, merger({ others: [b], members: 20 }))
    expect(status).toBe(200)
    const whole = body.successors[0]?.id ?? ''
    expect(await livingOn('2023-05-31', [a, b, whole])).toEqual(sorted([a, b]))
    expect(await livingOn('2023-06-01', [a, b, whole])).toEqual([whole])
    expect(await one(whole)).toMatchObject({ members: 20, foundedOn: '2023-06-01', status: 'active' })
    expect((await standing(a)).reorganizations[0]?.successors[0]?.id).toBe(whole)
    expect((await standing(whole)).reorganizations[0]?.predecessors.map(({ id }) => id).sort()).toEqual(
      sorted([a, b]),
    )
    const back = await county.call(organizationsApi.revive, {
      params: { id: a },
      body: { on: worldToday, reason: '试' },
    })
    expect(back.body).toMatchObject({ code: 'organization.hasSuccessor' })
  })

  it('into one that goes on keeps its identity and declares its numbers; a difference is explained', async () => {
    const [a, b] = [await make(12), await make(8)]
    const body = merger({ others: [a], into: { existing: b }, members: 18 })
    expect((await merge(township, b, body)).body).toMatchObject({ code: 'reorganization.unexplained' })
    const done = await merge(township, b, { ...body, difference: '两人同在两队' })
    expect(done.body).toMatchObject({ membersSummed: 20, members: 18, difference: '两人同在两队' })
    expect(await membersOn(b, '2023-05-31')).toBe(8)
    expect(await membersOn(b, '2023-06-01')).toBe(18)
  })

  it('takes others into a registered one, which goes on', async () => {
    const group = await make(5)
    const registered = await make(50, { tier: 'registered', legalForm: 'association' })
    const body = merger({ others: [registered], into: { existing: registered }, members: 55 })
    expect((await merge(county, group, body)).status).toBe(200)
    expect(await one(registered)).toMatchObject({ members: 55, tier: 'registered', status: 'active' })
    expect((await one(group)).status).toBe('ended')
  })

  it('is refused where it would be nonsense, and says why', async () => {
    const [a, b] = [await make(5), await make(5)]
    const registered = await make(50, { tier: 'registered', legalForm: 'association' })
    const filed = await make(5, { tier: 'filed' })
    const late = await make(5, { foundedOn: '2023-06-01' })
    const ended = await make(5)
    await county.call(organizationsApi.end, {
      params: { id: ended },
      body: { on: worldToday, reason: '解散' },
    })
    const refusal = async (body: Partial<Body>) => {
      const reply = await merge(county, a, merger({ members: 10, ...body }))
      return [reply.status, (reply.body as unknown as { message: string }).message]
    }
    expect(await refusal({ others: [a] })).toEqual([422, expect.stringContaining('至少要有两个')])
    expect(await refusal({ others: [registered] })).toEqual([422, expect.stringContaining('依法清算')])
    expect(await refusal({ others: [filed] })).toEqual([422, expect.stringContaining('不能降为')])
    expect(await refusal({ others: [b], into: { draft: draft(null, { tier: 'filed' }) } })).toEqual([
      422,
      expect.stringContaining('不能代替备案'),
    ])
    expect(await refusal({ others: [late] })).toEqual([422, expect.stringContaining('前后不在名录中')])
    expect(await refusal({ others: [ended] })).toEqual([409, expect.stringContaining('已退出名录')])
    expect(await refusal({ others: [b], on: '2023-08-26' as Day })).toEqual([
      422,
      expect.stringContaining('还没有到'),
    ])
    expect((await one(a)).status).toBe('active')
  })

  it('of two counties is refused to each of them without naming the other, and done by whoever reaches both', async () => {
    const [here, there] = [await make(5), await make(5, { area: abroad }, stranger)]
    const body = merger({ others: [there], into: { existing: here }, members: 10 })
    const refused = await merge(county, here, body)
    expect(refused.body).toMatchObject({ code: 'reorganization.outOfReach' })
    expect((await merge(city, here, body)).status).toBe(200)
    const seen = await county.call(changesApi.standing, { params: { id: here } })
    expect(seen.body.reorganizations[0]?.predecessors).toEqual([{ id: null, name: null }])
  })

  it('pressed twice, or by two at once, is done once', async () => {
    const [a, b, c] = [await make(5), await make(5), await make(5)]
    const replies = await Promise.all([
      merge(township, a, merger({ others: [b], members: 10 })),
      merge(county, c, merger({ others: [b], members: 10 })),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await database().rows(sql`select 1 from succession where predecessor = ${b}`)).toHaveLength(1)
  })
})

describe('a split', () => {
  it('ends the whole, begins the parts, and conserves the members or explains them', async () => {
    const whole = await make(20)
    const body = { into: [draft(12), draft(7)], on: '2023-06-01' as Day, reason: '人多了，分队活动' }
    const call = (more = {}) =>
      county.call(changesApi.split, { params: { id: whole }, body: { ...body, ...more } })
    expect((await call()).body).toMatchObject({ code: 'reorganization.unexplained' })
    expect((await call({ into: [draft(13, { name: '同名队' }), draft(7, { name: '同名队' })] })).status).toBe(
      422,
    )
    expect((await call({ into: [draft(13, { tier: 'filed' }), draft(7)] })).status).toBe(422)
    const done = await call({ difference: '一人退出' })
    expect(done.body).toMatchObject({ kind: 'split', membersSummed: 19, members: 20 })
    expect((await one(whole)).status).toBe('ended')
  })
})

describe('a merger that was a mistake', () => {
  it('is taken back: what was before goes on as if it had never been, once', async () => {
    const [a, b] = [await make(12), await make(8)]
    const { body } = await merge(county, a, merger({ others: [b], members: 20 }))
    const whole = body.successors[0]?.id ?? ''
    expect((await annul(body.id)).body.annulled).toMatchObject({ reason: '选错了组织' })
    expect(await livingOn('2023-06-01', [a, b, whole])).toEqual(sorted([a, b]))
    expect((await one(whole)).status).toBe('ended')
    expect((await annul(body.id)).status).toBe(409)
    expect(
      (await stranger.call(changesApi.annul, { params: { id: body.id }, body: { reason: '试' } })).status,
    ).toBe(404)
  })
})

const day = fc.integer({ min: 1, max: 200 }).map((days) => addDays(start, days))
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('merge'),
      of: fc.array(fc.nat(30), { minLength: 2, maxLength: 4 }),
      anew: fc.boolean(),
      on: day,
      lost: fc.nat(2),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('split'),
      of: fc.nat(30),
      into: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 3 }),
      on: day,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('annul'), of: fc.nat(10) }) },
)
type Step =
  | { kind: 'merge'; of: number[]; anew: boolean; on: Day; lost: number }
  | { kind: 'split'; of: number; into: number[]; on: Day }
  | { kind: 'annul'; of: number }

/** One organization as a person would keep it in a notebook. */
type Noted = { id: string; from: Day; until: Day | null; members: number }
type Act = {
  id: string
  on: Day
  fresh: Noted[]
  ended: Noted[]
  grown: { one: Noted; by: number } | null
  annulled: boolean
}

describe('random mergers, splits and annulments', () => {
  it('leave on every day the organizations that a notebook counts, and the members that were declared', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const world = await plant(5)
        for (const one of steps as unknown as Step[]) await take(world, one)
        const ids = world.notes.map(({ id }) => id)
        for (const on of interestingDays(world)) expect(await livingOn(on, ids)).toEqual(alive(world, on))
        expect(await totalMembers(ids)).toBe(
          world.notes.filter(isAlive).reduce((sum, { members }) => sum + members, 0),
        )
        expect(await bothAliveAndMerged(ids)).toEqual([])
      }),
      { numRuns: 12 },
    )
  })
})

type World = { notes: Noted[]; acts: Act[] }
async function plant(size: number): Promise<World> {
  const notes: Noted[] = []
  for (let at = 0; at < size; at++) notes.push({ id: await make(10), from: start, until: null, members: 10 })
  return { notes, acts: [] }
}

const isAlive = ({ until }: Noted) => until === null
const livedAround = ({ from }: Noted, on: Day) => from < on
const pick = (world: World, at: number): Noted => world.notes[at % world.notes.length] as Noted

async function take(world: World, one: Step): Promise<void> {
  if (one.kind === 'merge') return takeMerger(world, one)
  if (one.kind === 'split') return takeSplit(world, one)
  const act = world.acts[one.of % Math.max(1, world.acts.length)]
  if (act) await takeAnnulment(world, act)
}

async function takeMerger(world: World, { of, anew, on, lost }: Step & { kind: 'merge' }): Promise<void> {
  const parts = [...new Set(of.map((at) => pick(world, at)))]
  const [first, ...others] = parts
  if (!first) return
  const whole = anew ? null : first
  const summed = parts.reduce((sum, { members }) => sum + members, 0)
  const members = summed - lost
  const reply = await merge(
    county,
    first.id,
    merger({
      ...{
        others: others.map(({ id }) => id),
        into: whole ? { existing: whole.id } : { draft: draft(null) },
        on,
        members,
      },
      difference: lost > 0 ? '重复' : null,
    }),
  )
  if (others.length === 0) return expect(reply.status).toBe(400)
  const may = parts.every(
    (part) => isAlive(part) && (part === whole ? part.from <= on : livedAround(part, on)),
  )
  expect(reply.status === 200).toBe(may)
  if (!may) return
  const ended = parts.filter((part) => part !== whole)
  for (const part of ended) part.until = on
  const fresh = whole ? [] : [{ id: reply.body.successors[0]?.id ?? '', from: on, until: null, members }]
  const grown = whole ? { one: whole, by: members - whole.members } : null
  if (whole) whole.members = members
  world.notes.push(...fresh)
  world.acts.push({ id: reply.body.id, on, fresh, ended, grown, annulled: false })
}

async function takeSplit(world: World, { of, into, on }: Step & { kind: 'split' }): Promise<void> {
  const whole = pick(world, of)
  const drafts = into.map((members) => draft(members))
  const reply = await county.call(changesApi.split, {
    params: { id: whole.id },
    body: { into: drafts, on, reason: '分队', difference: '重新统计' },
  })
  const may = isAlive(whole) && livedAround(whole, on)
  expect(reply.status === 200).toBe(may)
  if (!may) return
  whole.until = on
  const fresh: Noted[] = []
  for (const { id } of reply.body.successors) {
    const members = (await one(id ?? '')).members ?? 0
    fresh.push({ id: id ?? '', from: on, until: null, members })
  }
  world.notes.push(...fresh)
  world.acts.push({ id: reply.body.id, on, fresh, ended: [whole], grown: null, annulled: false })
}

async function takeAnnulment(world: World, act: Act): Promise<void> {
  const out = [...act.fresh, ...(act.grown ? [act.grown.one] : [])]
  const later = world.acts.slice(world.acts.indexOf(act) + 1).filter(({ annulled }) => !annulled)
  const wentOn = later.some(({ ended, grown }) =>
    out.some((one) => ended.includes(one) || grown?.one === one),
  )
  const may = !act.annulled && !wentOn && out.every(isAlive)
  expect((await annul(act.id)).status).toBe(may ? 200 : 409)
  if (!may) return
  act.annulled = true
  for (const one of act.ended) one.until = null
  for (const one of act.fresh) one.until = one.from
  if (act.grown) act.grown.one.members -= act.grown.by
}

const interestingDays = ({ acts }: World): Day[] => [
  ...new Set([start, worldToday, ...acts.flatMap(({ on }) => [addDays(on, -1), on, addDays(on, 1)])]),
]
const alive = ({ notes }: World, on: Day): string[] =>
  sorted(notes.filter(({ from, until }) => from <= on && (until === null || until > on)).map(({ id }) => id))

const sorted = (ids: readonly string[]): string[] => [...ids].sort()

async function livingOn(on: string, ids: readonly string[]): Promise<string[]> {
  const found = await database().rows<{ id: string }>(sql`
    select organization as id from organization_period where organization = any(${ids}::uuid[]) and superseded_at is null
      and starts_on <= ${on} and (ends_on is null or ends_on > ${on})`)
  return sorted(found.map(({ id }) => id))
}

async function membersOn(id: string, on: string): Promise<number | null> {
  const row = await database().maybe<{ members: number }>(sql`
    select members from organization_period where organization = ${id} and superseded_at is null
      and starts_on <= ${on} and (ends_on is null or ends_on > ${on})`)
  return row?.members ?? null
}

const totalMembers = async (ids: readonly string[]): Promise<number> =>
  (
    await database().one<{ total: number }>(sql`
      select coalesce(sum(members), 0)::int as total from organization where id = any(${ids}::uuid[]) and status <> 'ended'`)
  ).total

const bothAliveAndMerged = (ids: readonly string[]) =>
  database().rows(sql`
    select o.id from organization o join succession s on s.predecessor = o.id
    join reorganization r on r.id = s.reorganization and r.annulled_at is null
    where o.id = any(${ids}::uuid[]) and o.status <> 'ended'`)
