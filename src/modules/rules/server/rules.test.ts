// Rules through the front door: decided by area and version, inherited downwards, locked from above, never lost.
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldContext } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { rulesApi } from '../rules-api.ts'
import { loadShippedRules, rulesFor, rulesInForce, rulesOf } from './index.ts'

const database = useDatabase()
let app: FastifyInstance
let city: Client
let county: Client
let township: Client
let spots: Awaited<ReturnType<typeof spotsIn>>

beforeAll(async () => {
  app = await testServer(database())
  await database().transaction((db) => loadShippedRules(worldContext(db), 'taicang'))
  spots = await spotsIn(database(), places.inside)
  city = await clientOf(app, 'cityOfficer.inside')
  county = await clientOf(app, 'countyOfficer.inside')
  township = await clientOf(app, 'townshipOfficer.inside')
})

const at = (area: string) => ({ params: { area } })
async function decide(
  who: Client,
  area: string,
  set: Record<string, object>,
  more: { inherit?: string[]; version?: number } = {},
) {
  const { body } = await who.call(rulesApi.inForce, at(area))
  return who.call(rulesApi.change, {
    ...at(area),
    body: {
      version: more.version ?? body.version,
      set,
      inherit: more.inherit ?? [],
      reason: '试行',
    } as never,
  })
}

const shown = async (who: Client, area: string, name: string) =>
  (await who.call(rulesApi.inForce, at(area))).body.rules.find((rule) => rule.name === name)

describe('The rules of a place', () => {
  it('name for every value its clause or that it is a default, and the set it comes from', async () => {
    const { body } = await county.call(rulesApi.inForce, at(places.inside))
    expect(body.sets.map(({ areaName, version }) => [areaName, version])).toEqual([
      ['全国', 1],
      ['太仓市', 1],
    ])
    expect(body.rules.find(({ name }) => name === 'certificate.issuer')).toMatchObject({
      value: 'township',
      own: true,
      locked: true,
      clause: { clause: '抓实规范管理·完善分类管理' },
    })
    for (const rule of body.rules) expect(rule.clause !== null || rule.isDefault, rule.name).toBe(true)
  })

  it('decided in the county hold in its townships and communities, until a township decides otherwise', async () => {
    expect((await decide(county, places.inside, { 'filing.warnWithin': { value: 4 } })).status).toBe(200)
    expect((await rulesFor(database(), spots.community))['filing.warnWithin']).toBe(4)
    expect((await rulesFor(database(), places.outside))['filing.warnWithin']).toBe(2)

    expect((await decide(township, spots.township, { 'filing.warnWithin': { value: 6 } })).status).toBe(200)
    expect((await rulesFor(database(), spots.community))['filing.warnWithin']).toBe(6)
    expect((await shown(township, spots.township, 'filing.warnWithin'))?.inherited.value).toBe(4)

    const back = await decide(township, spots.township, {}, { inherit: ['filing.warnWithin'] })
    expect(back.body.rules.find(({ name }) => name === 'filing.warnWithin')).toMatchObject({
      value: 4,
      own: false,
    })
  })

  it('locked above cannot be decided below, and hold there at once', async () => {
    await decide(township, spots.township, { 'party.jointAtMost': { value: 3 } })
    await decide(county, places.inside, { 'party.jointAtMost': { value: 4, locked: true } })
    expect((await rulesFor(database(), spots.community))['party.jointAtMost']).toBe(4)
    expect((await shown(township, spots.township, 'party.jointAtMost'))?.lockedBy?.areaName).toBe('太仓市')
    const refused = await decide(township, spots.township, { 'party.jointAtMost': { value: 5 } })
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([
      422,
      expect.stringContaining('由太仓市统一规定，本地不能改'),
    ])
  })

  it('refuse a value that does not fit the parameter, naming the place in it', async () => {
    const refused = await decide(county, places.inside, {
      'filing.acceptLimit': { value: { days: 0, unit: 'workingDays' } },
    })
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({ faults: [{ at: 'filing.acceptLimit.days', message: '至少 1' }] })
  })

  it('are decided by one of two officers at a time: the other is told', async () => {
    const { version } = (await county.call(rulesApi.inForce, at(places.inside))).body
    const answers = await Promise.all(
      [county, city].map((who, index) =>
        decide(who, places.inside, { 'filing.warnWithin': { value: 8 + index } }, { version }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const unseen = await decide(county, places.inside, { 'filing.warnWithin': { value: 9 } }, { version })
    expect(unseen.status).toBe(409)
  })

  it('are decided where one is posted or below, not above, not elsewhere, not for a community', async () => {
    const set = { 'filing.warnWithin': { value: 1 } }
    const change = (who: Client, area: string) =>
      who.call(rulesApi.change, { ...at(area), body: { version: 0, set, reason: '试' } as never })
    expect((await change(township, places.inside)).status).toBe(404)
    expect((await change(county, places.outside)).status).toBe(404)
    expect((await change(county, spots.community)).status).toBe(422)
    expect((await change(city, places.outside)).status).toBe(200)
  })

  it('keep every version with who, when and why, and a decision can be read by those it was taken by', async () => {
    const before = await rulesInForce(database(), spots.community)
    await decide(county, places.inside, { 'hubs.confirmWithin': { value: { days: 3, unit: 'days' } } })
    expect((await rulesFor(database(), spots.community))['hubs.confirmWithin']).toEqual({
      days: 3,
      unit: 'days',
    })
    expect((await rulesOf(database(), before.sets))['hubs.confirmWithin']).toEqual(
      before.rules['hubs.confirmWithin'],
    )

    const { body } = await county.call(rulesApi.history, { ...at(places.inside), query: { limit: 50 } })
    const versions = body.items.map(({ version }) => version)
    expect(versions).toEqual([...versions].sort((a, b) => b - a))
    expect(body.items[0]).toMatchObject({
      loadedBy: '县区民政（测试）',
      reason: '试行',
      changes: [
        {
          name: 'hubs.confirmWithin',
          before: null,
          after: { value: { days: 3, unit: 'days' }, locked: false },
        },
      ],
    })
    const { recorded } = await database().one<{ recorded: number }>(sql`
      select count(*)::int as recorded from event where action = 'rules.change' and subject = ${places.inside}`)
    expect(recorded).toBe(versions.length)
  })
})

describe('A rule set as a file', () => {
  const file = (code: string, value: number) =>
    `id: local\ntitle: 本地\nversion: 1\narea: { code: "${code}", name: 某地 }\nvalues:\n  party.branchFrom: { value: ${value}, default: true }\n`

  it('is loaded by the administrator for the own area only, and a faulty one is refused with its places', async () => {
    const administrator = await clientOf(app, 'administrator.inside')
    const load = (text: string) => administrator.call(rulesApi.load, { body: { text, reason: '换版' } })
    expect((await load(file(places.outside, 4))).status).toBe(404)
    expect((await load(file('000000000000', 4))).status).toBe(422)
    const faulty = await load(file(places.inside, 400))
    expect([faulty.status, JSON.stringify(faulty.body)]).toEqual([
      422,
      expect.stringContaining('第 6 行第 30 列'),
    ])
    const done = await load(file(places.inside, 4))
    expect(done.body.rules.find(({ name }) => name === 'party.branchFrom')).toMatchObject({
      value: 4,
      own: true,
    })
    const { body } = await administrator.call(rulesApi.check, { body: { text: file(places.inside, 400) } })
    expect(body.faults[0]).toMatchObject({ line: 6, column: 30 })
  })
})
