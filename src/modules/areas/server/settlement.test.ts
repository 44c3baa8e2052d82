// Urban or rural through the front door: by committee, by imported class, by a person's decision, in that order.
import { buffer } from 'node:stream/consumers'
import iconv from 'iconv-lite'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { writeXlsx } from '../../../platform/sheets/index.ts'
import { areasApi } from '../areas-api.ts'
import { settlementBy } from './area-store.ts'

const database = useDatabase()
let officer: Client
let urban: string[]
let rural: string[]
let outside: string

beforeAll(async () => {
  officer = await clientOf(await testServer(database()), 'countyOfficer.inside')
  const communities = await database().rows<{ code: string; settlement: string }>(
    sql`select code::text, settlement from area where county = ${places.inside} and level = 'community' order by code`,
  )
  const those = (settlement: string) => communities.filter((area) => area.settlement === settlement)
  urban = those('urban').map(({ code }) => code)
  rural = those('rural').map(({ code }) => code)
  outside = (await spotsIn(database(), places.outside)).community
})

beforeEach(() =>
  database().run(sql`update area a set settlement_decided = null, settlement_class = null,
    settlement_source = case when settlement_source is not null then 'committee' end,
    settlement = ${settlementBy(['committee'])}`),
)

const upload = (text: string | Uint8Array, name = '城乡.csv') =>
  officer.upload(
    areasApi.importSettlement,
    {},
    { name, bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text },
  )

const decide = (code: string, settlement: 'urban' | 'rural') =>
  officer.call(areasApi.decideSettlement, { params: { code }, body: { settlement, reason: '实地核对' } })

async function settled(code = ''): Promise<string> {
  const { body } = await officer.call(areasApi.area, { params: { code } })
  return `${body.settlement} ${body.settlementSource}`
}

describe('A community', () => {
  it('is urban or rural by its committee until somebody says otherwise', async () => {
    expect([urban.length, rural.length]).toEqual([88, 72])
    expect([await settled(urban[0]), await settled(rural[0])]).toEqual(['urban committee', 'rural committee'])
  })

  it('follows its imported class, and a person’s decision above that', async () => {
    const [code = ''] = rural
    await upload(`区划代码,城乡分类代码\n${code},121`)
    expect(await settled(code)).toBe('urban imported')
    expect((await decide(code, 'rural')).body).toMatchObject({
      settlement: 'rural',
      settlementSource: 'decided',
    })
    const again = await upload(`区划代码,城乡分类代码\n${code},111`)
    expect(again.body).toEqual({ changed: 1, same: 0, problems: [] })
    expect(await settled(code)).toBe('rural decided')
    await decide(code, 'urban')
    expect(await settled(code)).toBe('urban decided')
  })

  it('keeps every source, so that each programme reads the one that it names', async () => {
    const [code = ''] = rural
    await decide(code, 'rural')
    await upload(`区划代码,城乡分类代码\n${code},123`)
    const by = async (...sources: Parameters<typeof settlementBy>[0]) =>
      database().one(sql`select ${settlementBy(sources)} as settlement from area a where a.code = ${code}`)
    expect(await by('imported', 'committee')).toEqual({ settlement: 'urban' })
    expect(await by('decided', 'imported')).toEqual({ settlement: 'rural' })
    expect(await by('committee')).toEqual({ settlement: 'rural' })
    expect(await by('imported')).toEqual({ settlement: 'urban' })
  })

  it('is decided with who, when and why', async () => {
    await decide(urban[1] ?? '', 'rural')
    const event = await database().one(sql`select person_name, reason, changes, area::text from event
      where action = 'area.decideSettlement' order by at desc, id desc limit 1`)
    expect(event).toEqual({
      person_name: '县区民政（测试）',
      reason: '实地核对',
      changes: [{ field: 'settlement', from: 'urban', to: 'rural' }],
      area: urban[1],
    })
  })

  it('alone is decided, no township or county', async () => {
    const refused = await decide(places.inside, 'urban')
    expect([refused.status, refused.body]).toMatchObject([422, { code: 'area.onlyCommunities' }])
  })
})

describe('A table of classes', () => {
  const table = () => `代码,名称,城乡分类代码\n${rural[2]},甲村,112\n${urban[2]},乙社区,111\n`

  it.each([
    ['in UTF-8', (text: string) => new TextEncoder().encode(text)],
    ['in UTF-8 with a mark', (text: string) => new TextEncoder().encode(`\uFEFF${text}`)],
    ['in GBK', (text: string) => iconv.encode(text, 'gbk')],
    ['in UTF-16', (text: string) => iconv.encode(text, 'utf-16', { addBOM: true })],
    ['with tabs', (text: string) => iconv.encode(text.replaceAll(',', '\t'), 'gb18030')],
  ])('%s is read', async (_, encode) => {
    expect((await upload(encode(table()))).body).toEqual({ changed: 2, same: 0, problems: [] })
    expect(await settled(rural[2])).toBe('urban imported')
  })

  it('in a workbook is read, codes as text or as numbers, below a title, beside other columns', async () => {
    const columns = ['太仓市城乡分类一览', '', ''].map((title) => ({ title }))
    const rows = [
      ['序号', '统计用区划代码', '城乡分类代码'],
      [1, rural[3] ?? '', '121'],
      [2, Number(rural[4]), 122],
      [3, urban[3] ?? '', '２２０'],
    ]
    const made = writeXlsx([{ name: '城乡', columns, rows }])
    const bytes = await buffer(made)
    expect((await upload(bytes, '城乡.xlsx')).body).toEqual({ changed: 3, same: 0, problems: [] })
    expect(await settled(rural[4])).toBe('urban imported')
    expect(await settled(urban[3])).toBe('rural imported')
  })

  it('that is imported again changes nothing', async () => {
    await upload(table())
    expect((await upload(table())).body).toEqual({ changed: 0, same: 2, problems: [] })
  })

  it('has every row that cannot be read named, and the others written', async () => {
    const { body } = await upload(
      [
        '区划代码,城乡分类代码',
        `${rural[5]},111`,
        '3.20585E+11,111',
        `${rural[6]},999`,
        `${rural[6]},`,
        ',,',
        `${rural[5]},220`,
        `${places.inside},111`,
        `${outside},111`,
        '659999999999,111',
      ].join('\n'),
    )
    expect(body.changed).toBe(1)
    expect(body.problems.map(({ row }) => row)).toEqual([3, 4, 5, 7, 8, 9, 10])
    expect(body.problems[0]?.message).toContain('3.20585e+11')
    expect(body.problems[1]?.message).toContain('999')
    expect(body.problems[3]?.message).toContain('第 2 行')
    const [own, hidden, missing] = body.problems.slice(-3).map(({ message }) => message.replace(/\d+/, '…'))
    expect(new Set([own, hidden, missing]).size).toBe(1)
  })

  it('does not reach into the other county', async () => {
    const before = await database().one(
      sql`select settlement, settlement_class from area where code = ${outside}`,
    )
    await upload(`区划代码,城乡分类代码\n${outside},${outside.endsWith('2') ? 111 : 220}`)
    const after = await database().one(
      sql`select settlement, settlement_class from area where code = ${outside}`,
    )
    expect(after).toEqual(before)
  })

  it.each([
    ['without the two columns', '代码,名称\n1,2', 'areaTable.noHeader'],
    ['with the columns in one cell', '区划代码和城乡分类代码\n1', 'areaTable.noHeader'],
  ])('%s is refused in words', async (_, text, code) => {
    const refused = await upload(text)
    expect([refused.status, refused.body]).toMatchObject([422, { code, mend: expect.any(String) }])
  })

  it('that is no table at all is refused in words', async () => {
    const refused = await upload(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]), '照片.png')
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({ message: expect.stringMatching(/[一-鿿]/) })
  })
})
