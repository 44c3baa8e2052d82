// A paper attendance list as a workbook: strangers are named and left out or let in on purpose, nobody twice, taken back whole.
import { beforeAll, expect, it } from 'vitest'
import { useDatabase } from '../../../../test/database.ts'
import { bookOf, commit, previewOf } from '../../../../test/importing.ts'
import { announce, enter, said, type TrainingCast, trainingCast } from '../../../../test/training.ts'
import { sql } from '../../../platform/db.ts'
import { readWorkbook } from '../../../platform/sheets/index.ts'
import { importsApi } from '../../organizations/imports-api.ts'
import { trainingApi } from '../training-api.ts'

const database = useDatabase()
let cast: TrainingCast
let training: string

beforeAll(async () => {
  cast = await trainingCast(database())
  training = (await announce(cast.officer, cast.area.county, { heldOn: '2023-08-12' })).id
})

const titles = ['序号', '姓名', '所在组织', '是否负责人']
const upload = (rows: string[][], client = cast.officer, belongsTo = training) =>
  client.upload(
    importsApi.upload,
    { query: { area: cast.area.county, kind: 'attendance', belongsTo } },
    { name: '签到表.xlsx', bytes: bookOf(rows, titles) },
  )
const listed = async () =>
  said(await cast.officer.call(trainingApi.attendance, { params: { id: training } })).items.map(
    ({ name, leader, organization }) => [name, leader, organization?.name ?? null],
  )

it('names each bad row by its cell, writes the good ones, and takes them back', async () => {
  const { id } = said(
    await upload([
      ['1', '甲一', '参训甲队', '是'],
      ['2', '甲二', '参训甲队', ''],
      ['3', '路人', '没有这个队', ''],
      ['4', '乙一', '参训乙队', '否'],
      ['5', '甲二', '参训甲队', ''],
      ['6', '客人', '无', ''],
      ['7', '丙', '', ''],
      ['8', '甲 一', '参训乙队', '也许'],
    ]),
  )
  const rows = await previewOf(cast.officer, id)
  expect(rows.map(({ outcome }) => outcome)).toEqual([
    ...['new', 'new', 'problem', 'new'],
    ...['problem', 'new', 'problem', 'problem'],
  ])
  expect(rows.flatMap(({ problems }) => problems).map(({ cell, message }) => `${cell} ${message}`)).toEqual([
    'C4 太仓市的名录里没有叫“没有这个队”的组织；是名录外的人，请把组织改为“无”',
    'B6 “甲二”在第 3 行已经有了；同名的两个人请注明，例如“王芳（大）”',
    'C8 没有写组织；不代表任何组织来的，请写“无”',
    'D9 读到“也许”，应为“是”或“否”',
  ])
  expect((await commit(cast.officer, id, 'all')).status).toBe(422)
  expect(await listed()).toEqual([])
  said(await commit(cast.officer, id, 'good'))
  expect(await listed()).toEqual([
    ['乙一', false, '参训乙队'],
    ['甲一', true, '参训甲队'],
    ['甲二', false, '参训甲队'],
    ['客人', false, null],
  ])

  const again = said(await upload([['1', '甲一', '参训甲队', '是']]))
  expect((await previewOf(cast.officer, again.id)).map(({ outcome }) => outcome)).toEqual(['same'])
  said(await cast.officer.call(importsApi.undo, { params: { id } }))
  expect(await listed()).toEqual([])
})

it('is for those who run the training, once its day has come', async () => {
  const coming = await announce(cast.officer, cast.area.county, { heldOn: '2023-09-12' })
  const row = [['1', '甲一', '参训甲队', '']]
  expect((await upload(row, cast.officer, coming.id)).body).toMatchObject({ code: 'training.notYet' })
  expect((await upload(row, cast.stranger)).status).toBe(404)
  expect((await upload(row, cast.worker)).status).toBe(404)
})

it('takes five thousand names in one list and refuses the one who is there twice', async () => {
  const { id } = await announce(cast.officer, cast.area.county, { heldOn: '2023-08-13' })
  const rows = Array.from({ length: 5_000 }, (_, at) => [String(at), `学员${at % 4_999}`, '参训甲队', ''])
  const made = said(await upload(rows, cast.officer, id))
  const problems = (await previewOf(cast.officer, made.id)).flatMap((row) => row.problems)
  expect(problems.map(({ cell }) => cell)).toEqual(['B5001'])
  said(await commit(cast.officer, made.id, 'good'))
  const { attended } = said(await cast.officer.call(trainingApi.one, { params: { id } }))
  expect(attended).toBe(4_999)
})

it('exports a list that, imported again, changes nothing', async () => {
  const { id } = await announce(cast.officer, cast.area.county, { heldOn: '2023-08-14', title: '往返' })
  const second = await database().one<{ code: string }>(sql`
    select code::text as code from area where county = ${cast.area.county} and level = 'community' and not virtual
      and code <> ${cast.area.community} order by code limit 1`)
  const namesake = await enter(cast.officer, second.code, '参训甲队')
  const add = [
    { name: '甲一', leader: true, organization: cast.kept },
    { name: '甲一', organization: namesake },
    { name: '=1+1', organization: cast.other },
    { name: '客人', organization: null },
  ]
  said(await cast.officer.call(trainingApi.record, { params: { id }, body: { add } }))
  expect((await cast.stranger.call(trainingApi.exportAttendance, { params: { id } })).status).toBe(404)
  const { raw } = await cast.officer.call(trainingApi.exportAttendance, { params: { id } })
  const made = said(
    await cast.officer.upload(
      importsApi.upload,
      { query: { area: cast.area.county, kind: 'attendance', belongsTo: id } },
      { name: '签到表.xlsx', bytes: raw },
    ),
  )
  expect(made.columns.map(({ field }) => field)).toEqual([
    ...['name', 'organization', 'leader', 'township', 'community'],
  ])
  const rows = await previewOf(cast.officer, made.id)
  expect(rows.map(({ outcome, problems }) => [outcome, problems])).toEqual(add.map(() => ['same', []]))
})

it('exports the trainings under their filters', async () => {
  await announce(cast.officer, cast.area.county, { heldOn: '2022-03-01', title: '去年的', seats: 30 })
  const { raw } = await cast.officer.call(trainingApi.export, {
    query: { year: 2022, area: cast.area.county },
  })
  const [sheet] = (await readWorkbook(raw, 'x.xlsx')).sheets
  const text = sheet?.rows.map((row) => row.slice(0, 5).join('|')).join('\n') ?? ''
  expect(text).toContain('去年的|民政局|太仓市|组织骨干|现场')
  expect(text).not.toContain('往返')
  expect((await cast.leader.call(trainingApi.export, {})).status).toBe(403)
})
