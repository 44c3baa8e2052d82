// Social workers through the front door: on record, moved, certified, corrected; and the figure of any day.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldToday } from '../../../../test/world.ts'
import type { Given } from '../../../kernel/endpoint.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import type { WorkerPage } from '../worker.ts'
import { gradeOn } from '../worker-rules.ts'
import { workersApi } from '../workers-api.ts'
import { workerSources, workersWork } from './index.ts'

const database = useDatabase()
let worker: Client
let officer: Client
let spots: { township: string; community: string }
let organization: string

beforeAll(async () => {
  const app = await testServer(database())
  worker = await clientOf(app, 'communityWorker.inside')
  officer = await clientOf(app, 'countyOfficer.inside')
  spots = await spotsIn(database(), places.inside)
  const row = await database().one<{ id: string }>(
    sql`select id from organization where community = ${spots.community} and status = 'active' order by id limit 1`,
  )
  organization = row.id
})

type Draft = NonNullable<Given<typeof workersApi.create>['body']>

const at = (from: string) => ({
  ...({ site: 'community', area: spots.community, employment: 'full', from } as const),
})
const create = (name: string, given: Partial<Draft> = {}, client = worker) =>
  client.call(workersApi.create, { body: { name, post: at('2022-03-01'), ...given } })
const made = async (name: string, given: Partial<Draft> = {}): Promise<WorkerPage> => {
  const { status, body } = await create(name, given)
  expect(status).toBe(200)
  return body
}
const params = ({ id }: { id: string }) => ({ params: { id } })

describe('a social worker', () => {
  it('is put on record once, with place and certificate; a namesake is confirmed', async () => {
    const certificate = { grade: 'assistant', number: 'sg 2021-0001', obtainedOn: '2021-11-01' } as const
    const page = await made('甲一', { certificate })
    expect(page).toMatchObject({
      grade: 'assistant',
      certificate: { number: 'SG2021-0001', validUntil: null },
      post: { site: 'community', startsOn: '2022-03-01', endsOn: null },
      may: ['worker.keep', 'worker.setAccount'],
    })
    expect((await create('甲一')).body).toMatchObject({ code: 'worker.sameName' })
    expect((await create('甲一', { another: true, certificate })).body).toMatchObject({
      code: 'worker.numberTaken',
      faults: [{ at: 'number' }],
    })
    expect((await create('甲一', { another: true })).status).toBe(200)
  })

  it('moves from a day on: one post ends and the next begins; he comes back after leaving', async () => {
    const page = await made('乙一')
    const next = {
      ...at('2023-02-01'),
      site: 'organization' as const,
      organization,
      employment: 'part' as const,
    }
    const moved = await worker.call(workersApi.move, { ...params(page), body: next })
    expect(moved.body.posts.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
      ['2023-02-01', null],
      ['2022-03-01', '2023-02-01'],
    ])
    const of = await worker.call(workersApi.ofOrganization, { params: { id: organization } })
    expect(of.body).toMatchObject({ mayKeep: true, items: [{ id: page.id }] })
    const early = await worker.call(workersApi.move, { ...params(page), body: at('2022-04-01') })
    expect([early.status, early.body]).toMatchObject([422, { code: 'worker.day', faults: [{ at: 'from' }] }])
    const left = await worker.call(workersApi.leave, {
      ...params(page),
      body: { on: '2023-05-01', reason: '换了工作' },
    })
    expect(left.body.post.endsOn).toBe('2023-05-01')
    const twice = await worker.call(workersApi.leave, {
      ...params(page),
      body: { on: '2023-06-01', reason: '又走' },
    })
    expect(twice.body).toMatchObject({ code: 'worker.hasLeft' })
    expect((await worker.call(workersApi.move, { ...params(page), body: at('2023-07-01') })).status).toBe(200)
  })

  it('is corrected with a reason, and two posts at a time are refused', async () => {
    const page = await made('丙一')
    const moved = await worker.call(workersApi.move, { ...params(page), body: at('2023-02-01') })
    const [, firstPost] = moved.body.posts
    const correct = (body: object) =>
      worker.call(workersApi.correctPost, {
        params: { id: page.id, post: firstPost?.id ?? '' },
        body: { ...at('2022-03-01'), until: '2023-02-01', reason: '抄错', ...body },
      })
    expect((await correct({ until: '2023-03-01' })).body).toMatchObject({ code: 'worker.postsOverlap' })
    expect((await correct({ until: null })).body).toMatchObject({ code: 'worker.postsOverlap' })
    const right = await correct({ from: '2022-01-15', employment: 'part' })
    expect(right.body.posts[1]).toMatchObject({ startsOn: '2022-01-15', employment: 'part' })
    const renamed = await worker.call(workersApi.rename, {
      ...params(page),
      body: { name: '丙壹', reason: '错字' },
    })
    expect(renamed.body.name).toBe('丙壹')
    const event = await database().one<{ reason: string; changes: unknown }>(
      sql`select reason, changes from event where subject = ${page.id} and action = 'worker.rename'`,
    )
    expect(event).toEqual({ reason: '错字', changes: [{ field: 'name', from: '丙一', to: '丙壹' }] })
  })

  it('waits among the work when a certificate comes to its end, until it is renewed', async () => {
    const certificate = { grade: 'qualified', number: 'SG0700001', obtainedOn: '2020-09-30' } as const
    const page = await made('丁一', { certificate: { ...certificate, validUntil: '2023-09-30' } })
    const { from, where, label, due } = workersWork['workers.expiring'] as (typeof workersWork)[string]
    const waiting = () =>
      database().rows(sql`select ${label} as name, ${due}::text as due from ${from}
        where ${typeof where === 'function' ? where(worldToday, null) : where} and w.worker = ${page.id}`)
    expect(await waiting()).toEqual([{ name: '丁一', due: '2023-09-30' }])
    const listed = await officer.call(workersApi.list, { query: { area: places.inside, expiring: 'true' } })
    expect(listed.body.items.map(({ id }) => id)).toEqual([page.id])
    const renewed = await worker.call(workersApi.correctCertificate, {
      params: { id: page.id, certificate: page.certificate?.id ?? '' },
      body: { ...certificate, validUntil: '2026-09-30', reason: '继续登记' },
    })
    expect(renewed.body.certificate).toMatchObject({ validUntil: '2026-09-30', renewFrom: '2026-07-02' })
    expect(await waiting()).toEqual([])
  })
})

describe('the list', () => {
  it('finds by name, number, grade and state, page by page, and exports the same', async () => {
    const all = await officer.call(workersApi.list, {
      query: { area: places.inside, state: 'all', limit: 200 },
    })
    const ids = all.body.items.map(({ id }) => id)
    const paged: string[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof officer.call<typeof workersApi.list>>> = await officer.call(
        workersApi.list,
        { query: { area: places.inside, state: 'all', limit: 2, ...(after && { after }) } },
      )
      paged.push(...page.body.items.map(({ id }) => id))
      after = page.body.next
    } while (after)
    expect(paged).toEqual(ids)
    const count = await officer.call(workersApi.count, { query: { area: places.inside, state: 'all' } })
    expect(count.body).toEqual({ value: ids.length, capped: false })
    const found = await officer.call(workersApi.list, { query: { q: 'sg2021' } })
    expect(found.body.items.map(({ name }) => name)).toEqual(['甲一'])
    const none = await officer.call(workersApi.list, { query: { grade: ['none'], q: '甲' } })
    expect(none.body.items).toHaveLength(1)
    const sheet = await officer.call(workersApi.export, { query: { area: places.inside } })
    expect([sheet.status, sheet.headers['content-type']]).toMatchObject([200, /spreadsheetml/])
  })

  it('sums up the day: as many as the list shows', async () => {
    const { body } = await officer.call(workersApi.sums, { query: { area: places.inside } })
    const working = await officer.call(workersApi.count, { query: { area: places.inside } })
    expect(body.working).toBe(working.body.value)
    expect(Object.values(body.grades).reduce((sum, count) => sum + count, 0)).toBe(body.working)
    expect(body.certifiedCommunities).toBe(1)
    expect(body.communities).toBeGreaterThan(1)
  })
})

describe('the measure', () => {
  it('counts on any day who held a post that day, with the grade of that day', async () => {
    await grow()
    const pages = await Promise.all(
      (
        await officer.call(workersApi.list, { query: { area: places.inside, state: 'all', limit: 200 } })
      ).body.items.map(async ({ id }) => (await officer.call(workersApi.one, { params: { id } })).body),
    )
    const { from, where, attributes } = workerSources.socialWorkers as (typeof workerSources)[string]
    for (const day of [
      '2021-12-31',
      '2022-06-30',
      '2023-01-31',
      '2023-02-01',
      '2023-05-01',
      worldToday,
    ] as Day[]) {
      const counted = await database().rows<{ key: string }>(sql`
        select concat_ws(' ', ${attributes.grade}, ${attributes.employment}, m.community, m.organization) as key
        from ${from} where (${where}) and m.county = ${places.inside}
          and m.starts_on <= ${day} and coalesce(m.ends_on, 'infinity') > ${day}::date`)
      expect(counted.map(({ key }) => key).sort()).toEqual(pages.flatMap((page) => keyOn(page, day)).sort())
    }
    const [since, until] = ['2022-03-02', '2023-02-01'] as [Day, Day]
    const began = await database().rows(sql`
      select m.social_worker from ${from} where ${workerSources.socialWorkers?.began?.(since, until) ?? sql`false`}
        and m.county = ${places.inside}`)
    expect(began).toHaveLength(
      pages.filter((page) => firstDay(page) >= since && firstDay(page) <= until).length,
    )
  })
})

/** The first day of anything that is known of a worker. */
const firstDay = ({ posts }: WorkerPage): string => posts.at(-1)?.startsOn ?? ''

/** What a page says of a day. */
function keyOn({ posts, certificates }: WorkerPage, day: Day): string[] {
  const held = certificates as unknown as Parameters<typeof gradeOn>[0]
  return posts
    .filter(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day < endsOn))
    .map(({ area, employment, organization: of }) =>
      [gradeOn(held, day), employment, area, of?.id].filter(Boolean).join(' '),
    )
}

/** More workers, drawn at random but the same every time. */
async function grow(): Promise<void> {
  const days = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2022-01-01' as Day, n))
  const drawn = fc.sample(fc.tuple(days, fc.option(days), fc.option(days)), { numRuns: 12, seed: 7 })
  for (const [n, [from, obtainedOn, until]] of drawn.entries()) {
    const page = await made(`随机${n}`, {
      post: at(from),
      certificate: obtainedOn && {
        grade: n % 2 ? 'assistant' : 'senior',
        number: `R-${1000 + n}`,
        obtainedOn,
      },
    })
    if (until && until > from) {
      await worker.call(workersApi.leave, { ...params(page), body: { on: until, reason: '离开' } })
    }
  }
}
