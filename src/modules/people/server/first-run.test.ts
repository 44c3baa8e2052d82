// The first run through the front door: an empty installation becomes somebody's own, once.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { password, places } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { programmesApi } from '../../programmes/programmes-api.ts'
import { firstRunApi } from '../first-run-api.ts'
import { peopleApi } from '../people-api.ts'

const administrator = { loginName: 'first', displayName: '第一位管理员', password }
const founding = { area: places.inside, pack: 'taicang', administrator }

describe('An empty installation', () => {
  const database = useDatabase('empty')
  let stranger: Client

  beforeAll(async () => {
    stranger = await clientOf(await testServer(database()))
  })

  it('asks to be set up, and offers areas and packs', async () => {
    expect((await stranger.call(peopleApi.session)).body).toMatchObject({ firstRun: true, person: null })
    const areas = await stranger.call(firstRunApi.divisions, { query: { q: '太仓' } })
    expect(areas.body.items).toContainEqual(expect.objectContaining({ code: places.inside, where: '苏州市' }))
    const packs = (await stranger.call(firstRunApi.packs)).body.items
    expect(packs.map(({ id }) => id).sort()).toEqual(['chongqing', 'guangzhou', 'red', 'suzhou', 'taicang'])
  })

  it('keeps nothing of an attempt that fails', async () => {
    const failed = await stranger.call(firstRunApi.found, {
      body: { ...founding, packText: 'title: 不是方案' },
    })
    expect(failed.status).toBe(422)
    const left = await database().rows(sql`select 1 from area union all select 1 from person`)
    expect(left).toEqual([])
  })

  it.each([
    ['an unknown area', { ...founding, area: '999999999999' }],
    ['an unknown pack', { ...founding, pack: 'atlantis' }],
    ['a weak password', { ...founding, administrator: { ...administrator, password: 'password' } }],
  ])('refuses %s with words', async (_, body) => {
    const refused = await stranger.call(firstRunApi.found, { body })
    expect([400, 422]).toContain(refused.status)
    expect(refused.body).toMatchObject({
      message: expect.stringMatching(/[一-鿿]/),
      mend: expect.any(String),
    })
  })

  it('gets its area, its programme, its rules and its administrator, who is signed in', async () => {
    const reply = await stranger.call(firstRunApi.found, { body: founding })
    expect(reply.status).toBe(200)
    expect(reply.body).toMatchObject({ person: { loginName: 'first' }, firstRun: false, demo: false })
    expect(reply.body.postings).toMatchObject([{ role: 'administrator', area: places.inside }])
    const { app } = stranger
    const cookie = String(reply.headers['set-cookie']).split(';')[0] ?? ''
    const programmes = await app.inject({ url: '/api/programmes', headers: { cookie } })
    expect(programmes.json().items).toMatchObject([{ pack: 'taicang', area: { name: '太仓市' } }])
    const ruleSets = await app.inject({ url: '/api/rules/sets', headers: { cookie } })
    expect(ruleSets.json().items).toMatchObject([
      { areaName: '全国', reason: '随产品提供' },
      { areaName: '太仓市', version: 1 },
    ])
    const areas = await database().one(
      sql`select count(*)::int as communities from area where level = 'community'`,
    )
    expect(areas).toEqual({ communities: 160 })
  })

  it('is not set up a second time, and offers nothing any more', async () => {
    const again = await stranger.call(firstRunApi.found, { body: founding })
    expect([again.status, (again.body as unknown as { code: string }).code]).toEqual([403, 'firstRun.done'])
    expect((await stranger.call(firstRunApi.divisions, { query: { q: '太仓' } })).status).toBe(403)
    expect((await stranger.call(firstRunApi.packs)).status).toBe(403)
    expect((await stranger.call(firstRunApi.progress)).body).toEqual({ progress: null })
    expect((await stranger.call(peopleApi.session)).body.firstRun).toBe(false)
  })

  it('is not open to whoever comes when its last administrator is gone', async () => {
    await database().run(sql`update posting set ends_on = starts_on`)
    expect((await stranger.call(peopleApi.session)).body.firstRun).toBe(false)
    expect((await stranger.call(firstRunApi.found, { body: founding })).status).toBe(403)
  })
})

describe('Twelve who set up an installation at once', () => {
  const database = useDatabase('empty')

  it('find that exactly one of them did', async () => {
    const stranger = await clientOf(await testServer(database()))
    const attempts = Array.from({ length: 12 }, (_, at) => {
      const body = { ...founding, administrator: { ...administrator, loginName: `first.${at}` } }
      return stranger.call(firstRunApi.found, { body })
    })
    const statuses = (await Promise.all(attempts)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 403)).toHaveLength(11)
    expect(await database().one(sql`select count(*)::int as people from person`)).toEqual({ people: 1 })
  })
})

describe('An installation without a programme', () => {
  const database = useDatabase('empty')

  it('is set up all the same', async () => {
    const { app, call } = await clientOf(await testServer(database()))
    expect((await call(firstRunApi.found, { body: { ...founding, pack: null } })).status).toBe(200)
    const first = await clientOf(app, 'first')
    expect((await first.call(programmesApi.list)).body.items).toEqual([])
  })
})
