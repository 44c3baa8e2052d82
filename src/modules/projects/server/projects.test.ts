// Projects through the front door: planned, begun, finished, stopped, corrected; who has none; what is counted.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, type Reply, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldToday } from '../../../../test/world.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { readWorkbook } from '../../../platform/sheets/index.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { queuesApi } from '../../queues/queues-api.ts'
import { projectsApi as api } from '../projects-api.ts'
import { projectSources } from './index.ts'

const database = useDatabase()
let worker: Client
let leader: Client
let officer: Client
let stranger: Client
let community: string

beforeAll(async () => {
  const app = await testServer(database())
  worker = await clientOf(app, 'communityWorker.inside')
  leader = await clientOf(app, 'organizationLeader.inside')
  officer = await clientOf(app, 'townshipOfficer.inside')
  stranger = await clientOf(app, 'countyOfficer.outside')
  community = (await spotsIn(database(), places.inside)).community
})

const day = (text: string) => text as Day
const at = (id: string) => ({ params: { id } })

async function group(name: string): Promise<string> {
  const draft = {
    name,
    area: community,
    category: 'charity',
    tier: 'filed',
    foundedOn: '2020-01-01',
  } as const
  const { id } = ok(await officer.call(organizationsApi.create, { body: draft }))
  await database().run(sql`update organization o set keeper = p.id from person p
    where o.id = ${id} and p.login_name = 'organizationLeader.inside'`)
  return id
}

const plan = (organization: string, given: object = {}, client = leader) =>
  client.call(api.plan, {
    ...at(organization),
    body: { title: '暖心午餐', need: '独居老人吃饭难', startsOn: day('2023-03-01'), ...given },
  })

const planned = async (organization: string, given: object = {}) => ok(await plan(organization, given))
const begun = async (organization: string, on = '2023-03-06') => {
  const { id } = await planned(organization)
  return ok(await leader.call(api.begin, { ...at(id), body: { on: day(on) } }))
}

function ok<T>(reply: Reply<T>): T {
  if (reply.status !== 200) throw new Error(`${reply.status} ${reply.raw.toString('utf8')}`)
  return reply.body
}

const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code

describe('A project', () => {
  it('is planned by the leader, begun, finished with people and cost, and corrected on record', async () => {
    const organization = await group('午餐一队')
    const made = await planned(organization, {
      ...{ budget: 500_000, budgetSource: 'grant', endsOn: day('2023-06-30') },
      beneficiaries: { elderly: 40, disabled: null },
    })
    expect(made).toMatchObject({ status: 'planned', year: 2023, onBehalf: false, reached: null })
    const running = ok(await leader.call(api.begin, { ...at(made.id), body: { on: day('2023-03-06') } }))
    expect(running).toMatchObject({ status: 'running', startsOn: '2023-03-06', endsOn: '2023-06-30' })
    const body = {
      on: day('2023-07-02'),
      result: '送餐 120 次',
      cost: 480_000,
      reached: { elderly: 38, residents: 5 },
    }
    const done = ok(await worker.call(api.finish, { ...at(made.id), body }))
    expect(done).toMatchObject({ status: 'finished', endsOn: '2023-07-02', cost: 480_000, reached: 43 })
    expect(done.beneficiaries).toEqual([
      { kind: 'disabled', planned: null, reached: null },
      { kind: 'elderly', planned: 40, reached: 38 },
      { kind: 'residents', planned: null, reached: 5 },
    ])
    const mended = ok(
      await worker.call(api.correct, {
        ...at(made.id),
        body: { ...body, reached: { elderly: 36 }, reason: '两人重复计了' },
      }),
    )
    expect(mended.reached).toBe(36)
    expect(mended.happenings.map(({ action, reason }) => [action, reason])).toEqual([
      ['project.correct', '两人重复计了'],
      ['project.finish', null],
      ['project.begin', null],
      ['project.plan', null],
    ])
    const kept = await database().one<{ from: object }>(sql`
      select (select c -> 'from' from jsonb_array_elements(changes) c where c ->> 'field' = 'reached') as from from event
      where subject = ${made.id} and action = 'project.correct'`)
    expect(kept.from).toBe(43)
  })

  it('repeats one of last year, of the same organization only', async () => {
    const [organization, other] = [await group('午餐二队'), await group('午餐三队')]
    const old = await planned(organization, { startsOn: day('2022-03-01') })
    const next = await planned(organization, { follows: old.id })
    expect(next.follows).toEqual({ id: old.id, title: '暖心午餐', year: 2022 })
    expect(codeOf(await plan(other, { follows: old.id }))).toBe('project.otherFollows')
  })

  it('is refused where its days or its organization make no sense', async () => {
    const organization = await group('午餐四队')
    const running = await begun(organization)
    const again = await planned(organization)
    const endsOn = day('2023-02-01')
    const tomorrow = addDays(worldToday, 1)
    const result = { result: '有结果' }
    const refusals: [Reply<unknown>, string][] = [
      [await plan(organization, { endsOn }), 'project.endsBefore'],
      [await plan(organization, { budget: -1 }), 'malformed'],
      [await plan(organization, { budget: 1.5 }), 'malformed'],
      [await plan(organization, { beneficiaries: { strangers: 3 } }), 'malformed'],
      [await leader.call(api.begin, { ...at(again.id), body: { on: tomorrow } }), 'project.inFuture'],
      [await leader.call(api.begin, { ...at(running.id), body: { on: worldToday } }), 'project.notFromHere'],
      [
        await leader.call(api.finish, { ...at(running.id), body: { on: endsOn, ...result } }),
        'project.beforeItBegan',
      ],
      [
        await leader.call(api.finish, { ...at(again.id), body: { on: worldToday, ...result } }),
        'project.notFromHere',
      ],
      [await stranger.call(api.one, at(running.id)), 'notFound'],
    ]
    expect(refusals.map(([reply]) => codeOf(reply))).toEqual(refusals.map(([, code]) => code))
    await officer.call(organizationsApi.end, {
      ...at(organization),
      body: { on: worldToday, reason: '解散' },
    })
    expect(codeOf(await plan(organization))).toBe('project.ended')
    expect(codeOf(await leader.call(api.begin, { ...at(again.id), body: { on: worldToday } }))).toBe(
      'project.ended',
    )
    const last = await leader.call(api.finish, { ...at(running.id), body: { on: worldToday, ...result } })
    expect(ok(last).status).toBe('finished')
    const { items, whyNotPlan } = ok(await worker.call(api.ofOrganization, at(organization)))
    expect([items.length, whyNotPlan]).toEqual([2, '“午餐四队”已退出名录，不能再开展项目。'])
  })

  it('keeps the plan of whoever was quicker, and takes each step once', async () => {
    const organization = await group('午餐五队')
    const { id, version } = await planned(organization)
    const project = { title: '改名', need: '照旧', startsOn: day('2023-03-01') }
    const edits = await Promise.all(
      [leader, worker].map((client) => client.call(api.edit, { ...at(id), body: { version, ...project } })),
    )
    expect(edits.map(({ status }) => status).sort()).toEqual([200, 409])
    const begins = await Promise.all(
      [leader, worker].map((client) => client.call(api.begin, { ...at(id), body: { on: worldToday } })),
    )
    expect(begins.map(({ status }) => status).sort()).toEqual([200, 409])
    const moved = await leader.call(api.edit, { ...at(id), body: { version: version + 2, ...project } })
    expect(codeOf(moved)).toBe('project.begun')
  })
})

describe('An organization without a project this year', () => {
  it('is listed, waits for its leader until the end of the year, is reminded once a day, and leaves when it plans one', async () => {
    const organization = await group('午餐六队')
    const old = await planned(organization, { startsOn: day('2022-05-01'), title: '去年的' })
    const line = async () =>
      ok(await officer.call(api.without, { query: { area: community, limit: 200 } })).items.find(
        ({ id }) => id === organization,
      )
    expect(await line()).toMatchObject({ last: { title: '去年的', year: 2022 }, remindedOn: null })
    const remind = () => officer.call(api.remind, { body: { ids: [organization] } })
    expect([ok(await remind()).reminded, ok(await remind()).reminded]).toEqual([1, 0])
    expect(await line()).toMatchObject({ remindedOn: worldToday })
    const waits = async () =>
      ok(await leader.call(queuesApi.list, { params: { source: 'projects.plan' }, query: {} })).items.find(
        ({ label }) => label === '午餐六队',
      )
    expect(await waits()).toMatchObject({
      due: '2023-12-31',
      since: '2023-01-01',
      note: `${worldToday} 提醒过`,
    })
    const { id } = await planned(organization, { follows: old.id })
    expect([await line(), await waits()]).toEqual([undefined, undefined])
    const stopped = { on: worldToday, reason: '没有人手' }
    await leader.call(api.stop, { ...at(id), body: stopped })
    expect(await line()).toBeDefined()
  })

  it('narrows the list and the workbook to what is asked for', async () => {
    const organization = await group('午餐七队')
    await begun(organization)
    const query = { area: community, year: 2023, status: ['running' as const], q: '七队' }
    const { items } = ok(await officer.call(api.list, { query }))
    expect(items.map(({ organizationName }) => organizationName)).toEqual(['午餐七队'])
    expect(ok(await officer.call(api.count, { query })).value).toBe(1)
    const { raw } = await officer.call(api.export, { query })
    const [sheet] = (await readWorkbook(raw, 'x.xlsx')).sheets
    expect(JSON.stringify(sheet)).toContain('暖心午餐')
    expect(ok(await officer.call(api.list, { query: { ...query, year: 2022 } })).items).toEqual([])
  })
})

describe('The measure', () => {
  it('equals a naive count over the rows in any span of days, finished or not', async () => {
    await scatter()
    const rows = await database().rows<Row>(sql`
      select starts_on as "startsOn", ends_on as "endsOn", status from project where title like '散%'`)
    expect(rows).toHaveLength(60)
    const { from, began, attributes } = projectSources.serviceProjects ?? {}
    if (!from || !began || !attributes?.finished) throw new Error('no source')
    const days = fc.integer({ min: 0, max: 1300 }).map((after) => addDays(day('2020-06-01'), after))
    await fc.assert(
      fc.asyncProperty(fc.option(days), days, async (since, until) => {
        const counted = await database().one<{ all: number; finished: number }>(sql`
          select count(*)::int as all, (count(*) filter (where ${attributes.finished}))::int as finished
          from ${from} where ${began(since, until)} and m.title like '散%'`)
        expect(counted).toEqual(naive(rows, since, until))
      }),
      { numRuns: 40 },
    )
  })
})

type Row = { startsOn: Day; endsOn: Day | null; status: string }

function naive(rows: readonly Row[], since: Day | null, until: Day) {
  const begun = rows.filter(
    ({ status, startsOn }) =>
      status !== 'planned' && startsOn <= until && (since === null || startsOn >= since),
  )
  const over = ({ endsOn }: Row) => endsOn !== null && endsOn <= until
  const all = begun.filter((row) => row.status !== 'stopped' || !over(row))
  return { all: all.length, finished: all.filter((row) => row.status === 'finished' && over(row)).length }
}

/** Sixty projects of every state over three years. */
const scatter = () =>
  database().run(sql`
    insert into project (id, organization, area, province, city, county, township, community, title, need, starts_on, ends_on,
      status, result, reason, on_behalf, recorded_at)
    select gen_random_uuid(), o.id, o.area, o.province, o.city, o.county, o.township, o.community, '散' || n, '需要',
      k.starts_on, case when k.status in ('finished', 'stopped') or n % 3 = 0 then k.starts_on + (n * 7) % 200 end, k.status,
      case k.status when 'finished' then '完成' end, case k.status when 'stopped' then '停' end, false, now()
    from generate_series(1, 60) n
    cross join lateral (select '2020-06-01'::date + (n * 37) % 1100 as starts_on,
      (array['planned', 'running', 'finished', 'stopped', 'finished'])[1 + n % 5] as status) k
    cross join lateral (select * from organization where community = ${community} order by id offset n % 3 limit 1) o`)
