// A list of social workers from a workbook: read, judged, committed, imported again, taken back.
import { beforeAll, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { bookOf, commit, previewOf } from '../../../../test/importing.ts'
import type { MadeCell } from '../../../../test/workbooks/made-sheet.ts'
import { places, spotsIn, worldToday } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { importsApi } from '../../organizations/imports-api.ts'
import { workersApi } from '../workers-api.ts'

const database = useDatabase()
let officer: Client
let community: string
let organization: string
let area: string

const titles = [
  '序号',
  '姓名',
  '所属社区',
  '工作单位',
  '专兼职',
  '入职时间',
  '证书等级',
  '证书号',
  '取证时间',
  '有效期至',
]

beforeAll(async () => {
  const app = await testServer(database())
  officer = await clientOf(app, 'townshipOfficer.inside')
  const spots = await spotsIn(database(), places.inside)
  area = spots.township
  const row = await database().one<{ community: string; organization: string }>(sql`
    select a.short_name as community, o.name as organization from organization o join area a on a.code = o.area
    where o.community = ${spots.community} and o.status = 'active' order by o.id limit 1`)
  community = row.community
  organization = row.organization
})

const upload = (rows: MadeCell[][], name = '社工.xlsx') =>
  officer.upload(
    importsApi.upload,
    { query: { area, kind: 'workers' } },
    { name, bytes: bookOf(rows, titles) },
  )

const list = (): MadeCell[][] => [
  [1, '陈某', community, null, '专职', '2021.9', '助理社会工作师', 'sg20210001', '2021年10月', '2024-10-31'],
  [2, '李某', null, organization, '兼职', '2022-03-01', '中级社工师', null, null, '长期'],
  [3, '赵某', community, null, null, null, '无证', null, null, null],
]

it('brings new workers in, with what was assumed said aloud', async () => {
  const { status, body } = await upload(list())
  expect(status).toBe(200)
  expect([body.kind, body.words.book, body.counts]).toEqual([
    'workers',
    '社工名册',
    { new: 3, same: 0, changed: 0, problem: 0 },
  ])
  expect(body.columns.map(({ field }) => field)).toEqual([
    ...[
      null,
      'name',
      'community',
      'organization',
      'employment',
      'from',
      'grade',
      'number',
      'obtainedOn',
      'validUntil',
    ],
  ])
  const rows = await previewOf(officer, body.id)
  expect(rows[2]?.warnings.map(({ message }) => message)).toEqual([
    '没有写到岗日期，按今天登记',
    '没有写专职或兼职，按专职登记',
  ])
  expect((await commit(officer, body.id)).body.result).toEqual({ added: 3, changed: 0, same: 0, left: 0 })
  const found = await officer.call(workersApi.list, { query: { area } })
  expect(
    found.body.items.map(({ name, grade, post, certificate }) => [
      ...[
        name,
        grade,
        post.employment,
        post.organization?.name ?? null,
        post.startsOn,
        certificate?.number ?? null,
      ],
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['李某', 'qualified', 'part', organization, '2022-03-01', null],
      ['赵某', 'none', 'full', null, worldToday, null],
      ['陈某', 'assistant', 'full', null, '2021-09-01', 'SG20210001'],
    ]),
  )
  expect(found.body.items).toHaveLength(3)
})

it('imported again changes nothing; renewed, certified and moved workers are changes, undone whole', async () => {
  expect((await upload(list())).body.counts).toEqual({ new: 0, same: 3, changed: 0, problem: 0 })
  const { body } = await upload([
    [
      1,
      '陈某',
      community,
      null,
      '专职',
      '2021.9',
      '助理社会工作师',
      'SG20210001',
      '2021年10月',
      '2027-10-31',
    ],
    [2, '李某', null, organization, '专职', '2023-06-01', '社会工作师', 'SG20220009', null, null],
    [3, '赵某', community, null, '专职', null, '助理社会工作师', 'SG20230003', '2023-05-01', null],
  ])
  expect(body.counts).toEqual({ new: 0, same: 0, changed: 3, problem: 0 })
  const rows = await previewOf(officer, body.id)
  expect(rows.flatMap(({ changes }) => changes.map(({ label, to }) => `${label}：${to}`))).toEqual([
    '登记有效期至：2027-10-31',
    '任职：社会组织专职（2023-06-01 起）',
    '证书编号：SG20220009',
    '职业资格等级：助理社会工作师',
  ])
  const before = await everything()
  expect((await commit(officer, body.id)).status).toBe(200)
  expect(await everything()).not.toEqual(before)
  const undone = await officer.call(importsApi.undo, { params: { id: body.id } })
  expect(undone.status).toBe(200)
  expect(await everything()).toEqual(before)
})

/** Posts, certificates and periods as they stand, without ids and versions. */
const everything = () =>
  database().rows(sql`
    select w.name, f.starts_on, f.ends_on, f.area, f.organization, f.employment, f.grade,
      (select json_agg(json_build_array(c.grade, c.number, c.obtained_on, c.valid_until) order by c.grade)
        from worker_certificate c where c.social_worker = w.id) as certificates
    from social_worker w join worker_period f on f.social_worker = w.id order by w.name, f.starts_on`)

it('names problems by cell: strangers, doubles, numbers of others, unknown places', async () => {
  const { body } = await upload([
    [1, '孙某', community, null, '专职', '2022-01-01', '高级', 'SG20180001', null, null],
    [2, '孙某', community, null, '专职', '2022-01-01', '高级', 'SG20180001', null, null],
    [3, '周某', null, '没有这个组织', '专职', null, null, null, null, null],
    [4, '吴某', '没有这个社区', null, '专职', null, null, null, null, null],
    [5, '郑某', community, null, '有时', null, null, 'SG1', null, null],
    [6, '王某', null, null, '专职', null, null, null, null, null],
  ])
  const rows = await previewOf(officer, body.id)
  expect(rows.map(({ outcome, problems }) => [outcome, ...problems.map(({ cell }) => cell)])).toEqual([
    ['new'],
    ['problem', 'B3'],
    ['problem', 'D4'],
    ['problem', 'C5'],
    ['problem', 'E6', 'H6'],
    ['problem', 'C7'],
  ])
  expect(rows[1]?.problems[0]?.message).toBe('与第 2 行是同一个人')
  const annotated = await officer.call(importsApi.annotated, { params: { id: body.id } })
  expect(annotated.status).toBe(200)
})

it('is taken back only while nothing later depends on it, and by nobody of elsewhere', async () => {
  const { body } = await upload([[1, '钱某', community, null, '专职', '2022-01-01', null, null, null, null]])
  const stranger = await clientOf(officer.app, 'townshipOfficer.outside')
  expect((await stranger.call(importsApi.one, { params: { id: body.id } })).status).toBe(404)
  await commit(officer, body.id)
  const found = await officer.call(workersApi.list, { query: { q: '钱某' } })
  await officer.call(workersApi.leave, {
    params: { id: found.body.items[0]?.id ?? '' },
    body: { on: '2023-01-01', reason: '离开' },
  })
  const undone = await officer.call(importsApi.undo, { params: { id: body.id } })
  expect([undone.status, undone.body]).toMatchObject([
    409,
    { code: 'import.dependedOn', message: '导入之后“钱某”的记录又有变动，整次导入不能再撤销。' },
  ])
})

it('refuses a kind that nobody declares', async () => {
  const file = { name: 'x.xlsx', bytes: bookOf(list(), titles) }
  const reply = await officer.upload(importsApi.upload, { query: { area, kind: 'sorcerers' } }, file)
  expect([reply.status, reply.body]).toMatchObject([422, { code: 'import.kind' }])
})
