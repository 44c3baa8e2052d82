// Finding and walking areas through the front door: by every way of typing, and only one's own.
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { areasApi } from '../areas-api.ts'

const database = useDatabase()
let app: FastifyInstance
let city: Client
let inside: Client
let worker: Client

beforeAll(async () => {
  app = await testServer(database())
  city = await clientOf(app, 'cityOfficer.inside')
  inside = await clientOf(app, 'countyOfficer.inside')
  worker = await clientOf(app, 'communityWorker.inside')
})

type Query = { q?: string; within?: string; level?: 'county' | 'township' | 'community'; limit?: number }
const search = async (client: Client, query: Query) =>
  (await client.call(areasApi.search, { query: query as never })).body.items
const names = async (client: Client, query: Query) => (await search(client, query)).map(({ name }) => name)

describe('Searching', () => {
  it.each([
    ['Chinese', '浮桥'],
    ['the middle of the name', '桥镇'],
    ['full width and spaces', ' 浮 桥'],
    ['pinyin', 'fuqiao'],
    ['the beginning of the pinyin', 'fuqi'],
    ['initials', 'fqz'],
    ['capital initials', 'FQ'],
    ['the code', '320585103'],
  ])('finds 浮桥镇 by %s', async (_, q) => {
    expect(await names(inside, { q })).toContain('浮桥镇')
  })

  it('puts the larger area first', async () => {
    const [first] = await search(inside, { q: '浮桥' })
    expect(first).toMatchObject({ name: '浮桥镇', level: 'township', where: '苏州市 太仓市' })
  })

  it('tells areas of the same name apart', async () => {
    const twins = await database().rows<{ name: string }>(sql`
      select short_name as name from area where level = 'community' group by short_name
      having count(distinct county) = 2 and count(*) = 2 order by 1 limit 5`)
    for (const { name } of twins) {
      const found = (await search(city, { q: name })).filter((hit) => hit.level === 'community')
      expect(new Set(found.map(({ where }) => where)).size, name).toBe(found.length)
    }
    expect(twins.length).toBeGreaterThan(0)
  })

  it('keeps within an area when one is named', async () => {
    expect(await names(city, { q: '太仓市', within: places.outside })).toEqual([])
    expect(await names(city, { q: '太仓市', within: places.city })).toContain('太仓市')
  })

  it('keeps to a level when one is named', async () => {
    const found = await search(inside, { q: '浮桥', level: 'community', limit: 50 })
    expect(new Set(found.map(({ level }) => level))).toEqual(new Set(['community']))
  })

  it('gives as many as are asked for', async () => {
    expect(await search(inside, { q: '社区', limit: 7 })).toHaveLength(7)
    const refused = await inside.call(areasApi.search, { query: { q: '社区', limit: 51 } })
    expect(refused.status).toBe(400)
  })

  it('shows one’s own areas before anything is typed', async () => {
    expect(await names(inside, {})).toEqual(['太仓市'])
    const { community } = await spotsIn(database(), places.inside)
    expect((await search(worker, {})).map(({ code }) => code)).toEqual([community])
  })

  it.each(['昆山', 'kunshan', 'kss', '320583', '玉山镇', '3205830'])(
    'does not find the other county by %s',
    async (q) => {
      const found = await search(inside, { q, limit: 50 })
      expect(found.filter(({ code }) => code.startsWith('320583'))).toEqual([])
      expect((await search(city, { q })).length).toBeGreaterThan(0)
    },
  )

  it('does not find what lies above one’s own area', async () => {
    expect(await names(inside, { q: '苏州' })).toEqual([])
    expect(await names(worker, { q: '浮桥镇' })).toEqual([])
  })

  it.each(['%', '_', '\\', "'", '🙂', '。', '()', '%浮桥', 'a'.repeat(40), '9'.repeat(12)])(
    'answers %s without a fault',
    async (q) => {
      const reply = await inside.call(areasApi.search, { query: { q } })
      expect(reply.status).toBe(200)
      expect(reply.body.items.every(({ code }) => code.startsWith('320585'))).toBe(true)
    },
  )

  it('finds every area by its whole name, its pinyin, its initials and its code', async () => {
    const areas = await database().rows<{ code: string; name: string; pinyin: string; initials: string }>(sql`
      select code::text, short_name as name, pinyin, initials from area
      where county = ${places.inside} and level in ('township', 'community') order by md5(code::text) limit 25`)
    for (const { code, name, pinyin, initials } of areas) {
      for (const q of [name, pinyin.slice(0, 40), initials, code]) {
        const found = await search(inside, { q, limit: 50 })
        expect(
          found.map((hit) => hit.code),
          `${name} by ${q}`,
        ).toContain(code)
      }
    }
  })
})

describe('Walking', () => {
  it('goes from the county to the communities, in the order of the codes', async () => {
    const townships = (await inside.call(areasApi.children, { params: { code: places.inside } })).body.items
    expect(townships).toHaveLength(8)
    const codes = townships.map(({ code }) => code)
    expect(codes).toEqual([...codes].sort())
    const below = await Promise.all(
      codes.map(
        async (code) => (await inside.call(areasApi.children, { params: { code } })).body.items.length,
      ),
    )
    expect(below.reduce((sum, count) => sum + count, 0)).toBe(160)
  })

  it('names what lies above, from the top down', async () => {
    const { community } = await spotsIn(database(), places.inside)
    const { body } = await worker.call(areasApi.area, { params: { code: community } })
    expect(body.ancestors.map(({ level }) => level)).toEqual(['province', 'city', 'county', 'township'])
    expect(body.ancestors.slice(0, 3).map(({ name }) => name)).toEqual(['江苏省', '苏州市', '太仓市'])
  })
})

describe('Loading', () => {
  it('adds a county with what lies above and below it, and adds nothing the second time', async () => {
    const administrator = await clientOf(app, 'administrator.inside')
    const found = await administrator.call(areasApi.divisions, { query: { q: '五指山' } })
    expect(found.body.items).toMatchObject([{ name: '五指山市', loaded: false }])
    const code = found.body.items[0]?.code ?? ''
    const first = await administrator.call(areasApi.load, { body: { code } })
    expect(first.body.added).toBe(first.body.communities + 9)
    expect((await administrator.call(areasApi.load, { body: { code } })).body).toMatchObject({ added: 0 })
    const again = await administrator.call(areasApi.divisions, { query: { q: '五指山' } })
    expect(again.body.items).toMatchObject([{ loaded: true }])
    expect((await administrator.call(areasApi.area, { params: { code } })).status).toBe(404)
  })

  it('refuses a code that no division has, naming what is near', async () => {
    const administrator = await clientOf(app, 'administrator.inside')
    const refused = await administrator.call(areasApi.load, { body: { code: '320599000000' } })
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({ code: 'area.codeUnknown', mend: expect.stringContaining('太仓市') })
  })
})
