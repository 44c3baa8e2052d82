// From an uploaded workbook to its preview, through the front door: reading, matching, communities, outcomes.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { bookOf, headings, importAll, previewOf, upload } from '../../../../test/importing.ts'
import { asCsv, asXls } from '../../../../test/workbooks/as-others.ts'
import { asXlsx } from '../../../../test/workbooks/as-xlsx.ts'
import type { MadeCell, MadeSheet } from '../../../../test/workbooks/made-sheet.ts'
import { dictionary } from '../../../../test/workbooks/registers.ts'
import { places, spotsIn } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { importsApi } from '../imports-api.ts'
import { organizationsApi } from '../organizations-api.ts'

const database = useDatabase()
let officer: Client
let township: Client
let stranger: Client
let townshipCode: string

beforeAll(async () => {
  const app = await testServer(database())
  officer = await clientOf(app, 'countyOfficer.inside')
  township = await clientOf(app, 'townshipOfficer.inside')
  stranger = await clientOf(app, 'countyOfficer.outside')
  townshipCode = (await spotsIn(database(), places.inside)).township
})

const row = (
  name: string,
  community = '新北社区',
  more: MadeCell[] = ['张三', '13800001111', 20, '2021-9-1'],
) => [name, '文化艺术', community, ...more]

/** Title, 统计单位, two rows of merged headings, a code row, a total row. */
const messy: MadeSheet = {
  name: '2023年汇总',
  merges: ['A1:H1', 'A2:H2', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:F3', 'G3:G4', 'H3:H4', 'D6:D7'],
  rows: [
    ['沙溪镇社区社会组织摸底排查统计表'],
    ['统计单位：沙溪镇社会事务科'],
    ['序\n号', '队伍名称*', '性质', '社区\n（村）', '负责人', null, '成员\n人数（人）', '成立\n时间'],
    [null, null, null, null, '姓名', '联系\n电话'],
    [null, 'A', 'B', 'C', 'D1', 'D2', 'E', 'F'],
    [1, '爱乐社', '文体类', '新北社区居委会', '张　三', '138 0000 1111', '３５人', '2021.9'],
    [2, '夏洲瑜伽队', '文体', null, '李四', '０５１２－５３５３００００', '约20', '二〇二一年九月一日'],
    [
      3,
      '“小蚂蚁”环保志愿者协会',
      '环保',
      '涂松村',
      '王五',
      '13900001111',
      '三十五',
      { serial: 44_440, format: 'yyyy/m/d' },
    ],
    ['合计', '3个', null, null, null, null, 90],
  ],
}

describe('an uploaded workbook', () => {
  it.each([
    ['名录.xlsx', () => asXlsx([dictionary, messy])],
    ['名录.xls', () => asXls([dictionary, messy])],
  ])('is read with its titles, merged headings, codes and totals: %s', async (name, bytes) => {
    const { status, body } = await upload(township, townshipCode, bytes(), name)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      status: 'draft',
      headerRows: [3, 4],
      counts: { new: 3, same: 0, changed: 0, problem: 0 },
    })
    expect(body.sheets.find((sheet) => sheet.chosen)?.name).toBe('2023年汇总')
    expect(body.columns.map(({ field }) => field).filter(Boolean)).toEqual([
      ...['name', 'category', 'community', 'leader', 'phone', 'members', 'foundedOn'],
    ])
    expect(body.remarks.join()).toMatch(/标题.*合计行/s)
    const rows = await previewOf(township, body.id)
    expect(rows.map((one) => [one.name, one.areaName, one.outcome])).toEqual([
      ['爱乐社', '新北社区', 'new'],
      ['夏洲瑜伽队', '新北社区', 'new'],
      ['“小蚂蚁”环保志愿者协会', '涂松村', 'new'],
    ])
  })

  it('in GBK without a header mark is read like one in UTF-8', async () => {
    const sheet = { name: 'x', rows: [[...headings], row('百灵合唱队'), row('晨光健身队', '涂松村')] }
    const read = await Promise.all(
      [asCsv(sheet, { encoding: 'gbk' }), asCsv(sheet, { encoding: 'utf8', bom: true })].map(async (bytes) =>
        previewOf(officer, (await upload(officer, places.inside, bytes, '名录.csv')).body.id),
      ),
    )
    expect(read[0]?.map(({ name, areaName }) => [name, areaName])).toEqual([
      ['百灵合唱队', '新北社区'],
      ['晨光健身队', '涂松村'],
    ])
    expect(read[1]).toEqual(read[0])
  })

  it('that is no table is refused with a sentence and leaves nothing', async () => {
    const before = await database().one(sql`select count(*) from import`)
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('%PDF-1.7'), asXlsx([])]) {
      const { status, body } = await upload(officer, places.inside, bytes, '名录.xlsx')
      expect([400, 413, 422]).toContain(status)
      expect(body).toMatchObject({ message: expect.stringMatching(/[一-龥]/), mend: expect.any(String) })
    }
    expect(await database().one(sql`select count(*) from import`)).toEqual(before)
  })

  it('is taken only for an area of the uploader, and is invisible to another county', async () => {
    expect((await upload(stranger, places.inside, bookOf([row('甲队')]))).status).toBe(404)
    expect((await upload(township, places.inside, bookOf([row('甲队')]))).status).toBeGreaterThanOrEqual(403)
    const { body } = await upload(officer, places.inside, bookOf([row('甲队')]))
    const params = { id: body.id }
    expect((await stranger.call(importsApi.one, { params })).status).toBe(404)
    expect((await stranger.call(importsApi.rows, { params })).status).toBe(404)
    expect((await stranger.call(importsApi.rowCount, { params })).status).toBe(404)
    expect((await stranger.call(importsApi.annotated, { params })).status).toBe(404)
    expect((await stranger.call(importsApi.match, { params, body: {} })).status).toBe(404)
    expect((await stranger.call(importsApi.commit, { params, body: { rows: 'good' } })).status).toBe(404)
    const list = await stranger.call(importsApi.list)
    expect(list.body.items.map(({ id }) => id)).not.toContain(body.id)
  })
})

describe('the matching', () => {
  const odd = ['组织名称', '类别', '所在社区（村）', '老书记', '甲乙']
  const odds = [row('红枫社', '新北社区', ['赵六', 7])]

  it('can be changed, and is remembered for the uploader and for nobody else', async () => {
    const first = (await upload(officer, places.inside, bookOf(odds, odd))).body
    expect(first.columns.map(({ field }) => field)).toEqual(['name', 'category', 'community', null, null])
    const changed = await officer.call(importsApi.match, {
      params: { id: first.id },
      body: { columns: { 3: 'leader', 4: 'members' } },
    })
    expect(changed.body.columns.map(({ field }) => field)).toEqual([
      ...['name', 'category', 'community', 'leader', 'members'],
    ])
    const again = (await upload(officer, places.inside, bookOf(odds, odd))).body
    expect(again.columns.map(({ field }) => field)).toEqual(changed.body.columns.map(({ field }) => field))
    expect(again.columns[3]?.why).toBeTruthy()
    const other = (await upload(township, townshipCode, bookOf(odds, odd))).body
    expect(other.columns.map(({ field }) => field)).toEqual(first.columns.map(({ field }) => field))
  })

  it('takes another sheet and other header rows', async () => {
    const second = { name: '第二批', rows: [['名录'], [...headings], row('乙队')] }
    const bytes = asXlsx([{ name: '第一批', rows: [[...headings], row('甲队'), row('丙队')] }, second])
    const { id } = (await upload(officer, places.inside, bytes)).body
    const other = await officer.call(importsApi.match, { params: { id }, body: { sheet: '第二批' } })
    expect(other.body.sheets.find(({ chosen }) => chosen)?.name).toBe('第二批')
    expect((await previewOf(officer, id)).map(({ name }) => name)).toEqual(['乙队'])
    const rows = await officer.call(importsApi.match, { params: { id }, body: { headerRows: [2, 2] } })
    expect(rows.body.headerRows).toEqual([2, 2])
  })

  it.each([
    ['a sheet that is not there', { sheet: '没有' }],
    ['header rows below the end', { headerRows: [90, 91] as [number, number] }],
    ['header rows upside down', { headerRows: [3, 1] as [number, number] }],
    ['a field that is not there', { columns: { 3: 'password' } }],
    ['a field of every object', { columns: { 3: 'constructor' } }],
    ['a column that is none', { columns: { x: 'leader' } }],
    ['two columns for one field', { columns: { 3: 'name' } }],
  ])('refuses %s in words', async (_, body) => {
    const { id } = (await upload(officer, places.inside, bookOf(odds, odd))).body
    const reply = await officer.call(importsApi.match, { params: { id }, body })
    expect(reply.status).toBe(422)
    expect(reply.body).toMatchObject({ code: 'import.matching', mend: expect.stringMatching(/[一-龥]/) })
  })
})

describe('communities', () => {
  it('of the same name are asked about once and then meant by the person', async () => {
    const rows = [row('浪花队', '新塘'), row('海燕队', '新塘'), row('晨曦队', '新北社区')]
    const { body } = await upload(officer, places.inside, bookOf(rows))
    expect(body.counts).toMatchObject({ new: 1, problem: 2 })
    expect(body.ambiguities).toHaveLength(1)
    const [question] = body.ambiguities
    expect(question).toMatchObject({ text: '新塘', rows: 2 })
    expect(question?.candidates.map(({ name, where }) => `${where} ${name}`)).toEqual([
      '浏河镇 新塘社区居委会',
      '浏河镇 新塘村委会',
    ])
    const code = question?.candidates[1]?.code ?? ''
    const answered = await officer.call(importsApi.match, {
      params: { id: body.id },
      body: { communities: { 新塘: code } },
    })
    expect(answered.body).toMatchObject({ counts: { new: 3, problem: 0 }, ambiguities: [] })
    expect((await previewOf(officer, body.id))[0]?.areaName).toBe('新塘村')
  })

  it('cannot be answered with a place that was not among the candidates', async () => {
    const { body } = await upload(officer, places.inside, bookOf([row('浪花队', '新塘')]))
    const answered = await officer.call(importsApi.match, {
      params: { id: body.id },
      body: { communities: { 新塘: places.outside } },
    })
    expect(answered.body.counts).toMatchObject({ new: 0, problem: 1 })
  })

  it('outside the area of the import are problems at their cell, with what may be meant', async () => {
    const elsewhere = await database().one<{ name: string }>(sql`
      select short_name as name from area where county = ${places.outside} and level = 'community'
        and short_name not in (select short_name from area where county = ${places.inside}) order by code limit 1`)
    const rows = [row('浪花队', elsewhere.name), row('海燕队', '新北小区'), row('晨曦队', '')]
    const { body } = await upload(officer, places.inside, bookOf(rows))
    const [far, alike, none] = await previewOf(officer, body.id)
    expect(far?.problems).toEqual([
      { cell: 'C2', message: expect.stringContaining(`没有叫“${elsewhere.name}”的社区（村）`) },
    ])
    expect(alike?.problems[0]?.message).toContain('新北社区')
    expect(none?.problems).toEqual([{ cell: 'C4', message: '没有写所在社区（村）' }])
  })

  it('of another township are unknown to an import of one township', async () => {
    const { body } = await upload(township, townshipCode, bookOf([row('浪花队', '牌楼社区'), row('甲队')]))
    expect((await previewOf(township, body.id)).map(({ outcome }) => outcome)).toEqual(['problem', 'new'])
  })
})

describe('the preview', () => {
  const titles = [...headings, '统一社会信用代码', '状态', '管理方式', '组织形式']
  const codeOf = (at: number) => `${'513205850000000'}${String(at).padStart(3, '0')}`
  const coded = (name: string, code: string | null, community = '新北社区', status: string | null = null) => [
    ...row(name, community),
    code,
    status,
    '登记',
    '社会团体',
  ]

  beforeAll(async () => {
    await importAll(
      officer,
      places.inside,
      bookOf([coded('松涛社', codeOf(1)), coded('竹影社', codeOf(2)), coded('梅香社', null)], titles),
    )
    const outside = await database().one<{ name: string }>(sql`
      select short_name as name from area where county = ${places.outside} and level = 'community' order by code limit 1`)
    await importAll(stranger, places.outside, bookOf([coded('远方社', codeOf(9), outside.name)], titles))
  })

  const judge = async (rows: MadeCell[][]) => {
    const { body } = await upload(officer, places.inside, bookOf(rows, titles))
    return previewOf(officer, body.id)
  }

  it('tells new, same and changed apart, field by field and with labels', async () => {
    const [same, changed, fresh] = await judge([
      coded('松涛社', codeOf(1)),
      [
        ...row('竹影社', '新北社区', ['李四', '138****1111', 26, '2021.9']),
        codeOf(2),
        '正常',
        '登记',
        '社会团体',
      ],
      coded('兰韵社', null),
    ])
    expect([same?.outcome, changed?.outcome, fresh?.outcome]).toEqual(['same', 'changed', 'new'])
    expect(changed?.changes).toEqual([
      { field: 'leader', label: '负责人', from: '张三', to: '李四' },
      { field: 'members', label: '成员人数', from: '20', to: '26' },
    ])
    expect(changed?.match?.name).toBe('竹影社')
  })

  it('knows an organization by its code under a new name and in a new community', async () => {
    const [moved] = await judge([coded('松涛诗社', codeOf(1), '涂松村')])
    expect(moved?.outcome).toBe('changed')
    expect(moved?.changes).toEqual([
      { field: 'name', label: '组织名称', from: '松涛社', to: '松涛诗社' },
      { field: 'area', label: '所属区域', from: '新北社区', to: '涂松村' },
    ])
  })

  it('names what a code or a name clashes with', async () => {
    const rows = await judge([
      coded('远方社', codeOf(9)),
      coded('松涛社', codeOf(2)),
      coded('菊展社', codeOf(5)),
      coded('荷风社', codeOf(5)),
      coded('菊展社', null),
    ])
    expect(rows.map(({ problems }) => problems.map(({ cell, message }) => `${cell} ${message}`))).toEqual([
      [`H2 代码 ${codeOf(9)} 已属于名录中别处的一个组织`],
      ['A3 名称是新北社区的“松涛社”，代码却属于“竹影社”，请核对'],
      [],
      ['A5 与第 4 行是同一个组织'],
      ['A6 与第 4 行是同一个组织'],
    ])
  })

  it('does not let a table end, rest or revive what the register knows', async () => {
    const [rests, ends, newly] = await judge([
      coded('松涛社', codeOf(1), '新北社区', '不活跃'),
      coded('竹影社', codeOf(2), '新北社区', '已注销'),
      coded('旧友社', null, '新北社区', '不活跃'),
    ])
    for (const one of [rests, ends])
      expect(one?.problems).toEqual([
        { cell: `I${one?.row}`, message: expect.stringContaining('名录中的状态不同') },
      ])
    expect(newly?.outcome).toBe('new')
  })

  it('says at which cell a value cannot be read, and takes what it can guess with a warning', async () => {
    const [bad, odd] = await judge([
      [...row('菊展社', '新北社区', ['张三', '123', '很多', '2023-02-30']), null, null, null, null],
      [...row('荷风社', '新北社区', ['张三', '139****0000', '约20', '2021.1']), null, null, null, null],
    ])
    expect(bad?.problems.map(({ cell }) => cell)).toEqual(['E2', 'F2', 'G2'])
    expect(odd?.outcome).toBe('new')
    expect(odd?.warnings.map(({ cell }) => cell)).toEqual(expect.arrayContaining(['F3', 'E3']))
  })

  it('takes a township without a community for the one organization of that name below it', async () => {
    const { body } = await upload(
      officer,
      places.inside,
      bookOf([['梅香社', '文化艺术', '沙溪镇', 30]], ['组织名称', '类别', '所在街道（镇）', '成员人数']),
    )
    const [found] = await previewOf(officer, body.id)
    expect(found).toMatchObject({ outcome: 'changed', areaName: '新北社区', match: { name: '梅香社' } })
    expect(found?.changes.map(({ field }) => field)).toEqual(['members'])
  })

  it('treats one that has ended as ended, not as a new one', async () => {
    const found = await officer.call(organizationsApi.list, { query: { q: '梅香社' } })
    const id = found.body.items[0]?.id ?? ''
    await officer.call(organizationsApi.end, {
      params: { id },
      body: { on: '2023-08-01' as never, reason: '解散' },
    })
    const [silent, said] = await judge([coded('梅香社', null), coded('梅香社', null, '新北社区', '已退出')])
    expect(silent?.problems[0]?.message).toContain('已退出名录')
    expect(said).toMatchObject({ outcome: 'same', match: { id } })
  })
})
