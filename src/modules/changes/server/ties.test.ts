// What hangs on an organization ends with it; a certificate that no longer says what is so is issued anew.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { spotOf } from '../../../../test/reorganizing.ts'
import { places, spotsIn, worldContext, worldToday } from '../../../../test/world.ts'
import type { Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { issueCertificate } from '../../certificates/server/index.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { queuesApi } from '../../queues/queues-api.ts'
import { changesApi } from '../changes-api.ts'

const database = useDatabase()
let township: Client
let county: Client
let community: string

beforeAll(async () => {
  const app = await testServer(database())
  township = await clientOf(app, 'townshipOfficer.inside')
  county = await clientOf(app, 'countyOfficer.inside')
  community = (await spotsIn(database(), places.inside)).community
})

let made = 0
async function withCertificate(on: Day): Promise<string> {
  made += 1
  const { body } = await county.call(organizationsApi.create, {
    body: {
      ...{ name: `有证${made}号队`, area: community, category: 'culture', tier: 'filed', members: 9 },
      ...{ foundedOn: '2022-01-01' as Day, filedOn: '2022-01-01' as Day },
    },
  })
  await database().transaction(
    async (db) => void (await issueCertificate(worldContext(db), { organization: body.id, on })),
  )
  await database().run(sql`
    with guide as (insert into party_instructor (id, name, unit, area, province, city, county, township, community, starts_on)
      select gen_random_uuid(), '指导员', '社区党组织', code, province, city, county, township, community, '2022-01-01'
      from area where code = ${community} returning id)
    insert into party_arrangement (id, organization, kind, instructor, starts_on, recorded_at)
    select gen_random_uuid(), ${body.id}, 'instructor', id, '2022-06-01', now() from guide`)
  return body.id
}

const merge = (into: string, other: string, on: Day) =>
  county.call(changesApi.merge, {
    params: { id: into },
    body: { others: [other], into: { existing: into }, on, reason: '整合', members: 18, partyMembers: null },
  })

describe('an organization that ends', () => {
  it('gives up its certificate and its party arrangement on that day; the one that goes on keeps them', async () => {
    const [into, part] = [
      await withCertificate('2022-03-01' as Day),
      await withCertificate('2022-03-01' as Day),
    ]
    expect((await merge(into, part, '2023-06-01' as Day)).status).toBe(200)
    expect(await held(part)).toEqual({ certificate: 'cancelled', arranged: '2023-06-01' })
    expect(await held(into)).toEqual({ certificate: 'valid', arranged: null })
  })

  it('does so too when the register itself ends it, and nothing is closed by one who may not', async () => {
    const id = await withCertificate('2022-03-01' as Day)
    const end = (client: Client) =>
      client.call(organizationsApi.end, { params: { id }, body: { on: '2023-06-01' as Day, reason: '散了' } })
    expect((await end(await clientOf(township.app, 'townshipOfficer.outside'))).status).toBe(404)
    expect(await held(id)).toEqual({ certificate: 'valid', arranged: null })
    expect((await end(county)).status).toBe(200)
    expect(await held(id)).toEqual({ certificate: 'cancelled', arranged: '2023-06-01' })
  })

  it('cannot end before its certificate was given out', async () => {
    const [into, part] = [
      await withCertificate('2022-03-01' as Day),
      await withCertificate('2023-07-01' as Day),
    ]
    expect((await merge(into, part, '2023-06-01' as Day)).body).toMatchObject({
      code: 'exit.beforeCertificate',
    })
    expect(await held(part)).toEqual({ certificate: 'valid', arranged: null })
  })
})

describe('a certificate', () => {
  it('that says another name than the register waits to be issued anew', async () => {
    const id = await withCertificate('2022-03-01' as Day)
    const before = await waiting()
    const change = {
      kind: 'details' as const,
      asked: { name: `${(await spotOf(database(), community)).called}改名后的有证队` },
      from: worldToday,
      reason: '改名',
    }
    await township.call(changesApi.request, { params: { id }, body: { change, directly: true } })
    expect((await waiting()).filter((line) => !before.includes(line))).toEqual([
      expect.stringContaining('已变更：名称'),
    ])
  })
})

const waiting = async () =>
  (
    await township.call(queuesApi.list, { params: { source: 'changes.reissue' }, query: { limit: 200 } })
  ).body.items.map(({ label, note }) => `${label} ${note}`)

const held = (id: string) =>
  database().one(sql`
    select (select status from certificate where organization = ${id}) as certificate,
      (select ends_on from party_arrangement where organization = ${id}) as arranged`)
