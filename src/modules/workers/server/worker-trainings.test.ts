// The trainings of a social worker against a plain walk over lists of names, posts and days; and who is told of them.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { announce, said, type TrainingCast, trainingCast } from '../../../../test/training.ts'
import { places, worldContext } from '../../../../test/world.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { trainingApi } from '../../training/training-api.ts'
import type { WorkerTraining } from '../worker.ts'
import { workersApi as api } from '../workers-api.ts'
import { insertPosts, insertWorkers, settleWorkers } from './worker-writes-store.ts'

const database = useDatabase()
let cast: TrainingCast
let trainings: string[]

beforeAll(async () => {
  cast = await trainingCast(database())
  const dated = (heldOn: string) => announce(cast.officer, cast.area.county, { heldOn })
  trainings = [(await dated('2022-03-01')).id, (await dated('2022-06-01')).id, (await dated('2023-02-01')).id]
})

const spots = ['kept', 'other', 'community', 'township', 'county'] as const
type Spot = (typeof spots)[number]
type Post = { at: Spot; startsOn: Day; endsOn: Day | null }
type Worker = { id: string; name: string; posts: Post[] }
type Attendance = { training: number; name: string; at: Spot | 'outside'; day: Day; isRemoved: boolean }

/** So few that somebody often comes on the very day on which a post begins or ends. */
const aDay = fc.nat(7).map((quarters) => addDays('2021-06-01' as Day, quarters * 91))
const aName = fc.constantFrom('王某', '王 某', '李·某', '李某')
const aWorker = fc.record({
  name: aName,
  // In turn, each until the next one begins; at null there is a gap.
  turns: fc.uniqueArray(fc.tuple(aDay, fc.constantFrom(...spots, null)), {
    ...{ minLength: 1, maxLength: 5, selector: ([day]) => day },
  }),
})
const anAttendance: fc.Arbitrary<Attendance> = fc.record({
  ...{ training: fc.nat(2), name: aName, at: fc.constantFrom(...spots, 'outside' as const) },
  ...{ day: aDay, isRemoved: fc.boolean() },
})

/** A name for an organization stands on a list once. */
const aList = fc.uniqueArray(anAttendance, {
  maxLength: 12,
  selector: ({ training, name, at, isRemoved }) =>
    `${training} ${letters(name)} ${organizationAt(at)} ${isRemoved}`,
})

function workerOf({ name, turns }: { name: string; turns: [Day, Spot | null][] }): Worker {
  const sorted = turns.toSorted(([one], [other]) => one.localeCompare(other))
  const posts = sorted.flatMap(([startsOn, at], n) =>
    at === null ? [] : [{ at, startsOn, endsOn: sorted[n + 1]?.[0] ?? null }],
  )
  return { id: crypto.randomUUID(), name, posts }
}

const organizationAt = (at: Attendance['at']): string | null =>
  at === 'kept' || at === 'other' ? cast[at] : null
const areaAt = (at: Attendance['at']): string =>
  at === 'outside' ? places.outside : at === 'kept' || at === 'other' ? cast.area.community : cast.area[at]

const letters = (name: string): string => name.replace(/[ ·]/g, '')

async function write(workers: readonly Worker[], attendances: readonly Attendance[]): Promise<void> {
  const ctx = worldContext(database())
  await ctx.db.run(sql`delete from training_attendance`)
  await ctx.db.run(sql`delete from social_worker`)
  const ids = workers.map(({ id }) => id)
  await insertWorkers(
    ctx,
    workers.map(({ id, name }) => ({ id, name, area: cast.area.community, demo: false })),
  )
  await insertPosts(
    ctx.db,
    workers.flatMap(({ id, posts }) =>
      posts.map(({ at, startsOn, endsOn }) => ({
        ...{ id: crypto.randomUUID(), worker: id, area: areaAt(at), organization: organizationAt(at) },
        ...{ site: organizationAt(at) ? ('organization' as const) : ('other' as const) },
        ...{ station: null, stationWords: null, employment: 'full' as const, startsOn, endsOn },
      })),
    ),
  )
  await settleWorkers(ctx.db, ids)
  const rows = attendances.map(({ training, name, at, day, isRemoved }, n) => ({
    ...{ training: trainings[training], name, bare: letters(name), day, area: areaAt(at) },
    ...{ organization: organizationAt(at), removed: isRemoved ? `2023-01-01T00:00:${10 + n}Z` : null },
  }))
  await ctx.db.run(sql`
    insert into training_attendance (id, training, organization, area, province, city, county, township, community, audience,
      level, name, bare, leader, attended_on, recorded_at, removed_at)
    select gen_random_uuid(), r.training, r.organization, a.code, a.province, a.city, a.county, a.township, a.community,
      'socialWork', 'county', r.name, r.bare, false, r.day, now(), r.removed
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(training uuid, organization uuid, area bigint, name text,
      bare text, day date, removed timestamptz) join area a on a.code = r.area`)
}

/** From the narrow to the wide: whoever works in one works in all that follow. */
const wider: readonly Attendance['at'][] = ['community', 'township', 'county']

const covers = (at: Attendance['at'], post: Spot): boolean =>
  organizationAt(at)
    ? at === post
    : wider.slice(wider.indexOf(organizationAt(post) ? 'community' : post)).includes(at)

const mayBe = ({ name, posts }: Worker, { day, at, ...one }: Attendance): boolean =>
  letters(one.name) === letters(name) &&
  posts.some((post) => post.startsOn <= day && (post.endsOn ?? '9999') > day && covers(at, post.at))

/** `day training` of each training that is the worker's, the newest first; and how many are nobody's. */
function walk(worker: Worker, workers: readonly Worker[], lists: readonly Attendance[]) {
  const rows = lists.filter((one) => !one.isRemoved && mayBe(worker, one))
  const own = rows.filter((one) => !workers.some((other) => other !== worker && mayBe(other, one)))
  const days = new Map<string, Day>()
  for (const { training, day } of own) {
    const id = trainings[training] ?? ''
    if ((days.get(id) ?? '') < day) days.set(id, day)
  }
  const all = new Set(rows.map(({ training }) => training))
  return {
    items: [...days]
      .map(([id, day]) => `${day} ${id}`)
      .sort()
      .reverse(),
    unassigned: all.size - days.size,
  }
}

async function told(client: Client, id: string) {
  const items: WorkerTraining[] = []
  for (let after: string | undefined; ; ) {
    const page = said(
      await client.call(api.trainings, { ...at(id), query: { limit: 2, ...(after && { after }) } }),
    )
    items.push(...page.items)
    if (!page.next) return { ...page, items }
    after = page.next
  }
}

const at = (id: string) => ({ params: { id } })

describe('The trainings of a social worker', () => {
  it('are those that a plain walk over names, posts and days finds; what fits namesakes is nobody’s', async () => {
    const some = fc.array(aWorker, { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(some, aList, async (made, lists) => {
        const workers = made.map(workerOf).filter(({ posts }) => posts.length > 0)
        await write(workers, lists)
        for (const worker of workers) {
          const { items, years, unassigned } = await told(cast.officer, worker.id)
          const expected = walk(worker, workers, lists)
          expect(items.map(({ attendedOn, id }) => `${attendedOn} ${id}`)).toEqual(expected.items)
          expect(unassigned).toBe(expected.unassigned)
          expect(years.flatMap(({ year, trainings: n }) => Array(n).fill(String(year)))).toEqual(
            items.map(({ attendedOn }) => attendedOn.slice(0, 4)),
          )
        }
      }),
      { numRuns: 60 },
    )
  })

  it('appear by themselves once somebody is ticked, and go when the tick is taken back', async () => {
    const worker = await oneWorker()
    expect(said(await cast.officer.call(api.trainings, at(worker)))).toEqual(none)
    const { id } = await announce(cast.officer, cast.area.county, {
      audience: 'socialWork',
      heldOn: '2023-05-06',
    })
    const people = [
      { name: '王 某', organization: null },
      { name: '赵某', organization: null },
    ]
    const list = said(await cast.officer.call(trainingApi.record, { ...at(id), body: { add: people } }))
    const reply = await cast.officer.call(api.trainings, at(worker))
    expect(said(reply)).toEqual({
      ...{ ...none, years: [{ year: 2023, trainings: 1 }] },
      items: [
        {
          ...{
            id,
            title: '骨干培训',
            level: 'county',
            organizer: '民政局',
            kind: 'onSite',
            attendedOn: '2023-05-06',
          },
          ...{ heldOn: '2023-05-06', until: null, startsAt: '09:00', endsAt: '11:30' },
        },
      ],
    })
    expect(reply.raw.toString()).not.toContain('赵某')
    const remove = list.items.flatMap((one) => one.id ?? [])
    said(await cast.officer.call(trainingApi.record, { ...at(id), body: { add: [], remove } }))
    expect(said(await cast.officer.call(api.trainings, at(worker)))).toEqual(none)
  })

  it('are told to the person, without a way to what the person may not open; to nobody else', async () => {
    const worker = await oneWorker()
    await write(
      [
        {
          id: worker,
          name: '王某',
          posts: [{ at: 'community', startsOn: '2022-01-01' as Day, endsOn: null }],
        },
      ],
      [{ training: 0, name: '王某', at: 'county', day: '2022-03-01' as Day, isRemoved: false }],
    )
    const resident = await clientOf(cast.officer.app, 'resident.inside')
    expect(said(await resident.call(api.ownTrainings, {}))).toEqual(none)
    said(await cast.worker.call(api.setAccount, { ...at(worker), body: { loginName: 'resident.inside' } }))
    expect(said(await resident.call(api.ownTrainings, {})).items).toMatchObject([
      { id: null, title: '骨干培训', attendedOn: '2022-03-01' },
    ])
    expect((await resident.call(api.trainings, at(worker))).status).toBe(403)
    expect((await cast.stranger.call(api.trainings, at(worker))).status).toBe(404)
  })
})

const none = { items: [], next: null, years: [], unassigned: 0 }

/** Alone of that name, at work in the community. */
async function oneWorker(): Promise<string> {
  const id = crypto.randomUUID()
  await write(
    [{ id, name: '王某', posts: [{ at: 'community', startsOn: '2022-01-01' as Day, endsOn: null }] }],
    [],
  )
  return id
}
