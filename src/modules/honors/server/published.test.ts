// Titles that were published before: entered, expired, withdrawn, annulled; and the list of all of them.
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../test/database.ts'
import { honorDraft, nominated, useHonors } from '../../../../test/honors.ts'
import { places } from '../../../../test/world.ts'
import type { Day } from '../../../kernel/time.ts'
import type { RecordDraft } from '../honor-drafts.ts'
import { honorsApi } from '../honors-api.ts'

const world = useHonors(useDatabase())

describe('A title that was published before', () => {
  const award = { on: '2022-12-01', document: '苏民发〔2022〕9号' }

  it('is entered at one’s own level, and what the province gave by the city', async () => {
    const own = { ...honorDraft(world().group(0), { year: 2022 }), ...award } as RecordDraft
    expect((await world().township.call(honorsApi.record, { body: own })).status).toBe(403)
    expect((await world().county.call(honorsApi.record, { body: own })).body).toMatchObject({
      state: 'awarded',
      recorded: true,
      awardedOn: '2022-12-01',
    })
    const provincial = { ...own, level: 'province' as const }
    expect((await world().county.call(honorsApi.record, { body: provincial })).status).toBe(403)
    expect((await world().city.call(honorsApi.record, { body: provincial })).body).toMatchObject({
      level: 'province',
    })
    const later = { ...own, kind: 'model' as const, on: '2024-01-01' as Day }
    expect((await world().county.call(honorsApi.record, { body: later })).body).toMatchObject({
      code: 'honor.inFuture',
    })
  })

  it('expires on its last day, is withdrawn from a day on, and is annulled as a mistake', async () => {
    const body = {
      ...honorDraft(world().group(1), { year: 2021 }),
      ...award,
      ...{ on: '2022-01-01', validUntil: '2023-08-24' },
    }
    const { id } = (await world().county.call(honorsApi.record, { body: body as never })).body
    const one = { params: { id } }
    expect((await world().county.call(honorsApi.one, one)).body.state).toBe('expired')
    const early = { ...one, body: { on: '2021-12-31', reason: '严重失信' } }
    expect((await world().county.call(honorsApi.withdraw, early)).body).toMatchObject({
      code: 'honor.tooEarly',
    })
    const withdrawn = await world().county.call(honorsApi.withdraw, {
      ...one,
      body: { ...early.body, on: '2023-01-01' },
    })
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', withdrawnOn: '2023-01-01' })
    const again = (await world().county.call(honorsApi.record, { body: body as never })).body
    const annul = { params: { id: again.id }, body: { reason: '录重了' } }
    expect((await world().county.call(honorsApi.annul, annul)).body.state).toBe('annulled')
  })
})

describe('The list', () => {
  beforeAll(async () => {
    const { worker, county, group } = world()
    const [one] = await Promise.all([
      nominated(worker, honorDraft(group(0))),
      nominated(worker, honorDraft(group(1), { title: '品牌“红色社区社会组织”' })),
      nominated(worker, honorDraft(group(2))),
      nominated(worker, honorDraft(group(3))),
    ])
    await county.call(honorsApi.refuse, { ...one, body: { reason: '成立不满一年' } })
  })

  it('finds by kind, level, state, year and words, pages, counts and is exported', async () => {
    const { county, outside } = world()
    const list = async (query: object) => (await county.call(honorsApi.list, { query })).body
    const query = { kind: ['brand' as const], year: 2023, area: places.inside }
    const all = (await list(query)).items
    expect(all).toHaveLength(4)
    expect((await county.call(honorsApi.count, { query })).body.value).toBe(4)
    const first = await list({ ...query, limit: 3 })
    const rest = await list({ ...query, after: first.next ?? '' })
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(all.map(({ id }) => id))
    const refused = (await list({ state: ['refused'], level: ['county'] })).items
    expect(refused.map(({ state }) => state)).toEqual(['refused'])
    expect((await list({ q: '红色' })).items.map(({ title }) => title)).toEqual(['品牌“红色社区社会组织”'])
    expect((await county.call(honorsApi.export, { query })).status).toBe(200)
    expect((await outside.call(honorsApi.list, { query: {} })).body.items).toEqual([])
  })

  it('of one organization stands on its page', async () => {
    const { worker, group } = world()
    const about = group(0)
    const id = 'organization' in about ? about.organization : ''
    const { items, mayNominate } = (await worker.call(honorsApi.ofOrganization, { params: { id } })).body
    expect(items.length).toBeGreaterThan(1)
    expect(mayNominate).toBe(true)
  })
})

describe('Many together', () => {
  it('pass and are given where they can be; each of the others says why not', async () => {
    const { worker, county, group, goTo } = world()
    const more = { kind: 'model', title: '示范社区社会组织' } as const
    const ready = await nominated(worker, honorDraft(group(0), more))
    const late = await nominated(worker, honorDraft(group(1), more))
    const ids = [ready.params.id, late.params.id]
    const first = (await county.call(honorsApi.passMany, { body: { ids: [ready.params.id] } })).body.results
    expect(first).toMatchObject([{ ok: true, message: '公示中' }])
    goTo('2023-09-05' as Day)
    const body = { ids: [...ids, crypto.randomUUID()], on: '2023-09-05', document: '太民发〔2023〕2号' }
    const { results } = (await county.call(honorsApi.awardMany, { body })).body
    expect(results.map(({ ok }) => ok)).toEqual([true, false, false])
    expect(results[1]?.message).toContain('待评审')
    const chosen = (await county.call(honorsApi.list, { query: { ids: ids.join(',') } })).body.items
    expect(chosen.map(({ state }) => state).sort()).toEqual(['awarded', 'nominated'])
    expect((await worker.call(honorsApi.awardMany, { body })).status).toBe(403)
  })
})
