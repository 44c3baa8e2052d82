// Random worlds of mergers, splits and annulments against a notebook that counts day by day.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import {
  annul,
  type Body,
  draftIn,
  livingOn,
  makeIn,
  merge,
  mergerIn,
  type Spot,
  sorted,
  spotOf,
  start,
} from '../../../../test/reorganizing.ts'
import { places, spotsIn, worldToday } from '../../../../test/world.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { changesApi } from '../changes-api.ts'

const database = useDatabase()
let county: Client
let community: Spot

beforeAll(async () => {
  county = await clientOf(await testServer(database()), 'countyOfficer.inside')
  community = await spotOf(database(), (await spotsIn(database(), places.inside)).community)
})

const draft = (members: number | null) => draftIn(community, members)
const make = (members: number | null) => makeIn(county, community, members)
const merger = (more: Partial<Body>) => mergerIn(community, more)
const one = async (id: string) => (await county.call(organizationsApi.one, { params: { id } })).body

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
        for (const on of interestingDays(world))
          expect(await livingOn(database(), on, ids)).toEqual(alive(world, on))
        expect(await totalMembers(ids)).toBe(
          world.notes.filter(isAlive).reduce((sum, { members }) => sum + members, 0),
        )
        expect(await bothAliveAndMerged(ids)).toEqual([])
      }),
      { numRuns: 12, examples: [[sameDay]] },
    )
  })
})

/** One that took others in is split on the very day. */
const sameDay = [
  { kind: 'merge', of: [1, 0], anew: false, on: addDays(start, 100), lost: 0 },
  { kind: 'split', of: 1, into: [1, 1], on: addDays(start, 100) },
] as never

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
  expect((await annul(county, act.id)).status).toBe(may ? 200 : 409)
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
