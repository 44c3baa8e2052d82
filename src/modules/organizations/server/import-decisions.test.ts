// What an uploader decides, through the front door: all or the good rows, once, taken back, or given up.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { bookOf, commit, headings, importAll, previewOf, upload } from '../../../../test/importing.ts'
import { asXlsx } from '../../../../test/workbooks/as-xlsx.ts'
import type { MadeCell } from '../../../../test/workbooks/made-sheet.ts'
import { places, worldToday } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { readWorkbook } from '../../../platform/sheets/index.ts'
import { importsApi } from '../imports-api.ts'
import { organizationsApi } from '../organizations-api.ts'

const database = useDatabase()
let officer: Client
let colleague: Client

beforeAll(async () => {
  const app = await testServer(database())
  officer = await clientOf(app, 'countyOfficer.inside')
  colleague = await clientOf(app, 'cityOfficer.inside')
})

const row = (
  name: string,
  community = '新北社区',
  members: MadeCell = 20,
  foundedOn: MadeCell = '2021-9-1',
) => [...[name, '文化艺术', community, '张三', '13800001111'], ...[members, foundedOn]]
const good = (name: string, members = 20) => row(name, '新北社区', members)
const bad = (name: string) => row(name, '新北社区', '很多')

describe('committing', () => {
  it('all rows is refused while one has a problem, and writes nothing', async () => {
    const { id } = (await upload(officer, places.inside, bookOf([good('春晖社'), bad('夏荷社')]))).body
    const before = await wholeRegister()
    const reply = await commit(officer, id, 'all')
    expect(reply.status).toBe(422)
    expect(reply.body).toMatchObject({
      code: 'import.hasProblems',
      message: '还有 1 行有问题，不能全部导入。',
    })
    expect((await officer.call(importsApi.one, { params: { id } })).body.status).toBe('draft')
    expect(await wholeRegister()).toEqual(before)
  })

  it('the good rows writes them, says what was left, and leaves it in the timeline', async () => {
    const { id } = (await upload(officer, places.inside, bookOf([good('春晖社'), bad('夏荷社')]))).body
    const reply = await commit(officer, id, 'good')
    expect(reply.body).toMatchObject({
      status: 'committed',
      result: { added: 1, changed: 0, same: 0, left: 1 },
      progress: null,
      whyNotUndo: null,
    })
    const [found] = await called('春晖社')
    expect(found).toMatchObject({ members: 20, foundedOn: '2021-09-01', status: 'active', tier: 'guided' })
    const timeline = await officer.call(organizationsApi.timeline, { params: { id: found?.id ?? '' } })
    expect(timeline.body.items).toMatchObject([{ what: '表格导入', reason: '导入表格“名录.xlsx”' }])
    expect(await called('夏荷社')).toEqual([])
  })

  it('counts new ones from their founding, and changes from the day of the import', async () => {
    await importAll(officer, places.inside, bookOf([good('秋实社', 8)]))
    await importAll(officer, places.inside, bookOf([good('秋实社', 15)]))
    const periods = await database().rows(sql`
      select p.starts_on as starts, p.ends_on as ends, p.members from organization_period p
      join organization o on o.id = p.organization
      where o.name = '秋实社' and p.superseded_at is null order by 1`)
    expect(periods).toEqual([
      { starts: '2021-09-01', ends: worldToday, members: 8 },
      { starts: worldToday, ends: null, members: 15 },
    ])
  })

  it('twice at once happens once', async () => {
    const { id } = (await upload(officer, places.inside, bookOf([good('冬青社'), good('腊梅社')]))).body
    const replies = await Promise.all([
      commit(officer, id),
      commit(colleague, id),
      commit(officer, id, 'good'),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(await called('冬青社')).toHaveLength(1)
  })

  it('beside a change of the matching decides one way', async () => {
    const { id } = (await upload(officer, places.inside, bookOf([good('迎春社'), good('海棠社')]))).body
    const [done, changed] = await Promise.all([
      commit(officer, id),
      officer.call(importsApi.match, { params: { id }, body: { columns: { 5: null } } }),
    ])
    expect([200, 409]).toContain(changed.status)
    expect(done.status).toBe(200)
    const [found] = await called('迎春社')
    const rows = await previewOf(officer, id)
    expect(rows.map(({ match }) => match?.id)).toContain(found?.id)
  })

  it('is refused when the register moved on after the preview', async () => {
    await importAll(officer, places.inside, bookOf([good('石榴社', 8)]))
    const changes = (await upload(officer, places.inside, bookOf([good('石榴社', 15)]))).body
    const adds = (await upload(officer, places.inside, bookOf([good('玉兰社')]))).body
    await importAll(colleague, places.inside, bookOf([good('石榴社', 9), good('玉兰社')]))
    for (const { id } of [changes, adds]) {
      const reply = await commit(officer, id)
      expect(reply.status).toBe(409)
      expect(reply.body).toMatchObject({ code: 'import.registerMoved' })
      const again = await officer.call(importsApi.match, { params: { id }, body: {} })
      expect(again.status).toBe(200)
      expect((await commit(officer, id)).status).toBe(200)
    }
    expect((await called('石榴社'))[0]).toMatchObject({ members: 15 })
  })

  it('cannot be done again, nor after giving up', async () => {
    const { id } = (await upload(officer, places.inside, bookOf([good('紫藤社')]))).body
    const given = await officer.call(importsApi.discard, { params: { id } })
    expect(given.body.status).toBe('discarded')
    for (const reply of [
      await commit(officer, id),
      await officer.call(importsApi.undo, { params: { id } }),
      await officer.call(importsApi.discard, { params: { id } }),
      await officer.call(importsApi.match, { params: { id }, body: {} }),
    ])
      expect([reply.status, (reply.body as unknown as { code: string }).code]).toEqual([
        409,
        'import.movedOn',
      ])
    expect(await called('紫藤社')).toEqual([])
  })

  it('tells how many rows are done while it runs', async () => {
    const rows = Array.from({ length: 3_500 }, (_, at) => good(`第${at}号楼组`))
    const { id } = (await upload(officer, places.inside, bookOf(rows))).body
    const seen = new Set<number>()
    let running = true
    const watch = async () => {
      while (running) {
        const { progress } = (await officer.call(importsApi.one, { params: { id } })).body
        if (progress) {
          expect(progress.total).toBe(3_500)
          seen.add(progress.done)
        }
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    }
    const watching = watch()
    const done = await commit(officer, id)
    running = false
    await watching
    expect(done.body.result?.added).toBe(3_500)
    expect([...seen].some((count) => count > 0 && count < 3_500)).toBe(true)
    await officer.call(importsApi.undo, { params: { id } })
  })
})

describe('the annotated workbook', () => {
  it('holds the headings and the bad rows only, each with its problems, and opens again', async () => {
    const sheet = {
      name: '名录',
      rows: [['太仓市名录'], [...headings], good('甲社'), bad('乙社'), row('丙社', '没有村')],
    }
    const { id } = (await upload(officer, places.inside, asXlsx([sheet]))).body
    await commit(officer, id, 'good')
    const file = await officer.call(importsApi.annotated, { params: { id } })
    expect(file.status).toBe(200)
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain('名录（标注问题）.xlsx')
    const [read] = (await readWorkbook(new Uint8Array(file.raw), 'x.xlsx')).sheets
    const texts = (read?.rows ?? []).map((cells) =>
      cells.map((cell) => (typeof cell === 'string' ? cell : null)),
    )
    expect(texts.map((cells) => cells[0])).toEqual(['太仓市名录', '组织名称', '乙社', '丙社'])
    expect(texts[2]?.join()).toContain('应为整数')
    expect(texts[3]?.join()).toContain('没有叫“没有村”的社区（村）')
  })

  it('can be mended and imported again', async () => {
    const { id } = (await upload(officer, places.inside, bookOf([good('丁社'), bad('戊社')]))).body
    const file = await officer.call(importsApi.annotated, { params: { id } })
    const again = await upload(officer, places.inside, new Uint8Array(file.raw))
    expect(again.status).toBe(200)
    const rows = await previewOf(officer, again.body.id)
    expect(rows.map(({ name, outcome }) => [name, outcome])).toEqual([['戊社', 'problem']])
    expect(again.body.columns.filter(({ field }) => field).map(({ field }) => field)).toContain('members')
  })
})

describe('undoing', () => {
  it('leaves organizations and periods exactly as they were', async () => {
    await importAll(officer, places.inside, bookOf([good('荷花社', 8), good('兰花社', 8)]))
    const before = [await wholeRegister(), await periods()]
    const rows = [
      good('荷花社', 30),
      row('兰花社', '新北社区', 9, '2020-1-1'),
      good('菊花社'),
      good('梅花社'),
    ]
    const { id } = await importAll(officer, places.inside, bookOf(rows))
    expect(await periods()).not.toEqual(before[1])
    const undone = await officer.call(importsApi.undo, { params: { id } })
    expect(undone.body).toMatchObject({ status: 'undone', whyNotUndo: '只有已导入的才能撤销' })
    expect([await wholeRegister(), await periods()]).toEqual(before)
    const [lotus] = await called('荷花社')
    const timeline = await officer.call(organizationsApi.timeline, { params: { id: lotus?.id ?? '' } })
    expect(timeline.body.items.map(({ what }) => what)).toEqual(['撤销导入', '表格导入', '表格导入'])
  })

  it('twice at once happens once', async () => {
    const { id } = await importAll(officer, places.inside, bookOf([good('桂花社')]))
    const params = { id }
    const replies = await Promise.all([
      officer.call(importsApi.undo, { params }),
      officer.call(importsApi.undo, { params }),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it.each([
    ['an edit', (id: string, members: number) => editMembers(id, members)],
    [
      'a rest',
      (id: string) =>
        officer.call(organizationsApi.rest, { params: { id }, body: { on: worldToday, reason: '休整' } }),
    ],
    ['a later import', () => importAll(officer, places.inside, bookOf([good('杏花社', 33)]))],
  ])('is refused after %s, naming the organization', async (_, change) => {
    const { id } = await importAll(
      officer,
      places.inside,
      bookOf([good('杏花社', 21 + undone++), good('桃花社', 50 + undone)]),
    )
    const [changed] = await called('杏花社')
    await change(changed?.id ?? '', 77 + undone)
    const view = await officer.call(importsApi.one, { params: { id } })
    expect(view.body.whyNotUndo).toBe('导入之后“杏花社”又被改过')
    const refused = await officer.call(importsApi.undo, { params: { id } })
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({
      code: 'import.dependedOn',
      message: expect.stringContaining('杏花社'),
    })
    expect((await called('桃花社'))[0]?.members).toBe(50 + undone)
  })

  it('is refused in words when the old name belongs to somebody else by now', async () => {
    const titles = [...headings, '统一社会信用代码']
    const code = '51320585MJ00000001'
    await importAll(officer, places.inside, bookOf([[...good('旧名社'), code]], titles))
    const { id } = await importAll(officer, places.inside, bookOf([[...good('新名社'), code]], titles))
    await importAll(officer, places.inside, bookOf([good('旧名社')]))
    const refused = await officer.call(importsApi.undo, { params: { id } })
    expect([refused.status, (refused.body as unknown as { code: string }).code]).toEqual([
      409,
      'organization.nameTaken',
    ])
    expect((await officer.call(importsApi.one, { params: { id } })).body.status).toBe('committed')
  })
})

let undone = 0

async function editMembers(id: string, members: number) {
  const { body } = await officer.call(organizationsApi.one, { params: { id } })
  const reply = await officer.call(organizationsApi.edit, {
    params: { id },
    body: {
      version: body.version,
      organization: { ...body, members },
      effect: { kind: 'change', from: worldToday },
    },
  })
  expect(reply.status).toBe(200)
}

const called = async (name: string) =>
  (await officer.call(organizationsApi.list, { query: { area: places.inside, q: name } })).body.items.filter(
    (one) => one.name === name,
  )

/** Without versions and moments of change: those go on. */
const wholeRegister = () =>
  database().rows(sql`
    select to_jsonb(o) - 'version' - 'updated_at' as row from organization o order by o.id`)

const periods = () => database().rows(sql`select to_jsonb(p) as row from organization_period p order by p.id`)
