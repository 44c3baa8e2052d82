// Hours in bulk: five thousand from a spreadsheet, and figures over many against a naive sum, read from indexes alone.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, type Reply, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { bookOf, commit, previewOf } from '../../../../test/importing.ts'
import { places, spotsIn } from '../../../../test/world.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { type Sql, sql } from '../../../platform/db.ts'
import { within } from '../../areas/server/index.ts'
import { importsApi } from '../../organizations/imports-api.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { volunteersApi as api } from '../volunteers-api.ts'
import { volunteerSources } from './index.ts'

const database = useDatabase()
let worker: Client
let community: string
let team: string

beforeAll(async () => {
  const app = await testServer(database())
  worker = await clientOf(app, 'communityWorker.inside')
  community = (await spotsIn(database(), places.inside)).community
  team = await makeTeam('时长队')
})

const day = (text: string) => text as Day

function ok<T>(reply: Reply<T>): T {
  if (reply.status !== 200) throw new Error(`${reply.status} ${reply.raw.toString('utf8')}`)
  return reply.body
}

async function makeTeam(name: string): Promise<string> {
  const draft = {
    name: `${name}社`,
    area: community,
    category: 'charity',
    tier: 'filed',
    foundedOn: '2020-01-01',
  } as const
  const { id } = ok(await worker.call(organizationsApi.create, { body: draft }))
  const made = await worker.call(api.found, { params: { id }, body: { name, startsOn: day('2022-01-01') } })
  return ok(made).id
}

/** Twenty people; the first two have the same name. */
const addPeople = () =>
  database().run(sql`
    with made as (
      insert into volunteer (id, name, phone, recorded_at)
      select gen_random_uuid(), case when n < 2 then '同名' else '志愿者' || n end, '1380001' || lpad(n::text, 4, '0'), now()
      from generate_series(0, 19) n returning id)
    insert into team_member (id, volunteer_team, volunteer, starts_on)
    select gen_random_uuid(), ${team}, id, '2022-01-01' from made`)

const titles = [
  '姓名',
  '联系方式',
  '服务日期',
  '开始时间',
  '结束时间',
  '时长',
  '服务类别',
  '服务内容',
  '确认',
]
const upload = (rows: (string | number)[][]) =>
  worker.upload(
    importsApi.upload,
    { query: { area: community, kind: 'hours', belongsTo: team } },
    { name: '时长.xlsx', bytes: bookOf(rows, titles) },
  )

describe('A table of hours', () => {
  it('of five thousand rows is judged row by row, written, found the same again, and taken back', async () => {
    await addPeople()
    const rows = Array.from({ length: 5000 }, (_, n) => {
      const date = addDays(day('2022-01-03'), Math.floor(n / 18))
      return [
        `志愿者${2 + (n % 18)}`,
        '',
        date,
        '8:00',
        '10:30',
        '',
        '环境保护',
        '护河',
        n % 2 === 0 ? '是' : '',
      ]
    })
    const odd = [
      ['志愿者2', '', '2022-01-03', '10:00', '11:00', '', '', '巡逻', ''],
      ['志愿者3', '', '2022-01-03', '8:00', '10:30', '', '环境保护', '护河', ''],
      ['没有这个人', '', '2022-01-03', '', '', 2, '', '护河', ''],
      ['同名', '', '2022-01-03', '', '', 2, '', '护河', ''],
      ['同名', '13800010001', '2022-01-03', '', '', 2, '', '护河', ''],
      ['志愿者4', '', '2022年1月', '', '', 2, '', '护河', ''],
      ['志愿者4', '', '2021-12-31', '', '', 2, '', '护河', ''],
      ['志愿者5', '', '2022-01-03', '', '', 23, '', '值守', ''],
    ]
    const draft = ok(await upload([...rows, ...odd]))
    expect(draft.counts).toMatchObject({ new: 5001, problem: 7 })
    const problems = (await previewOf(worker, draft.id)).filter(({ outcome }) => outcome === 'problem')
    expect(problems.map(({ row, problems }) => `${row} ${problems[0]?.message}`)).toEqual([
      '5002 “志愿者2”在 1 月 3 日（周一）08:00–10:30 已有记录：第 2 行的“护河”，时间重叠；请核对两条记录的时间，错的一条先更正或撤回',
      expect.stringMatching(/^5003 “志愿者3”.*第 3 行/),
      '5004 队里没有叫“没有这个人”的志愿者；请先加入队里，再导入',
      '5005 队里有几个“同名”；请加一列联系电话来区分',
      expect.stringMatching(/^5007 读到“2022/),
      expect.stringMatching(/^5008 2021-12-31 “志愿者4”不在这支队里/),
      expect.stringMatching(/^5009 “志愿者5”2022-01-03 的时长加起来超过 24 小时/),
    ])
    expect((await commit(worker, draft.id, 'all')).status).toBe(422)
    ok(await commit(worker, draft.id, 'good'))
    const { counted, minutes } = await database().one<{ counted: number; minutes: number }>(sql`
      select count(*)::int as counted, sum(minutes) filter (where status = 'confirmed')::int as minutes
      from service_entry where import = ${draft.id}`)
    expect([counted, minutes]).toEqual([5001, 2500 * 150])
    const again = ok(await upload(rows.slice(0, 100)))
    expect(again.counts).toMatchObject({ same: 100 })
    ok(await worker.call(importsApi.undo, { params: { id: draft.id } }))
    expect(
      (
        await database().one<{ left: number }>(sql`
      select count(*)::int as left from service_entry where import = ${draft.id} and status <> 'withdrawn'`)
      ).left,
    ).toBe(0)
  })
})

describe('The measures', () => {
  it('give the hours and the teams of an area as a naive sum over the rows does', async () => {
    await scatter(900)
    const rows = await database().rows<{ on: Day; minutes: number; township: string; status: string }>(sql`
      select served_on as on, minutes, township::text, status from service_entry where content like '散%'`)
    const { from, quantity } = source('serviceHours')
    const days = fc.integer({ min: 0, max: 420 }).map((after) => addDays(day('2022-05-01'), after))
    const township = `${community.slice(0, 9)}000`
    await fc.assert(
      fc.asyncProperty(days, days, async (since, until) => {
        const { hours } = await database().one<{ hours: number }>(sql`
          select coalesce(sum(${quantity}), 0) as hours from ${from}
          where m.starts_on between ${since} and ${until} and m.content like '散%' and ${within(township, 'township', 'm')}`)
        const counted = rows.filter(
          (row) =>
            row.status === 'confirmed' && row.township === township && row.on >= since && row.on <= until,
        )
        expect(hours).toBeCloseTo(counted.reduce((sum, { minutes }) => sum + minutes, 0) / 60, 6)
      }),
      { numRuns: 30 },
    )
    const teams = source('volunteerTeams')
    const on = (when: string) =>
      database().one<{ counted: number }>(sql`
        select count(*)::int as counted from ${teams.from}
        where m.id = ${team} and m.starts_on <= ${when} and (m.ends_on is null or m.ends_on > ${when})`)
    expect([(await on('2021-12-31')).counted, (await on('2022-01-01')).counted]).toEqual([0, 1])
  })

  it.each(['province', 'city', 'county', 'township'] as const)(
    'read the hours of a %s from an index, not from all the rows',
    async (level) => {
      await scatter(1)
      const area = {
        province: '320000000000',
        city: places.city,
        county: places.outside,
        township: '320583100000',
      }[level]
      const { from, quantity } = source('serviceHours')
      await database().run(sql`vacuum analyze service_entry`)
      const plan = await planOf(sql`
        select m.area::text, sum(${quantity}) from ${from}
        where m.starts_on between '2023-08-01' and '2023-08-31' and ${within(area, level, 'm')} group by m.area`)
      expect(plan).not.toContain('Seq Scan on service_entry')
      expect(plan).toContain(`service_entry_hours_${level}`)
    },
  )
})

function source(name: string) {
  const found = volunteerSources[name]
  if (!found) throw new Error(`no source ${name}`)
  return found
}

async function planOf(statement: Sql): Promise<string> {
  const rows = await database().rows<Record<string, string>>(sql`explain ${statement}`)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

/** So many entries of a member of the team, over a year and all communities, most of them confirmed. */
const scatter = (count: number) =>
  database().run(sql`
    insert into service_entry (id, team_member, volunteer, organization, area, province, city, county, township, community, kind,
      content, served_on, minutes, status, due_on, recorded_at)
    select gen_random_uuid(), m.id, m.volunteer, t.organization, a.code, a.province, a.city, a.county, a.township, a.community,
      'other', '散' || gen_random_uuid(), '2022-06-01'::date + n * 7 % 400, 1 + n * 13 % 300,
      case when n % 5 = 0 then 'waiting' else 'confirmed' end, '2023-12-31', now()
    from generate_series(1, ${count}::int) n
    cross join lateral (select * from team_member where volunteer_team = ${team} order by id offset n % 20 limit 1) m
    join volunteer_team t on t.id = m.volunteer_team
    cross join lateral (select * from area where county in (${places.inside}, ${places.outside}) and level = 'community'
      order by code = ${community} and n % 3 = 0 desc, hashtext(code::text || n) limit 1) a`)
