// Names checked and proposed through the front door, with the names of real areas.
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { fieldWords } from '../field-words.ts'
import { type NameKind, nameKinds } from '../name-parts.ts'
import { namingApi } from '../naming-api.ts'
import { baseNamingRules } from '../naming-rules.ts'
import { proposeNames } from '../propose-names.ts'
import { readName } from '../read-name.ts'
import { checkName, placesOf } from './index.ts'

const database = useDatabase()
let worker: Client
let leader: Client
let community: string

beforeAll(async () => {
  const app = await testServer(database())
  worker = await clientOf(app, 'communityWorker.inside')
  leader = await clientOf(app, 'organizationLeader.inside')
  community = (await spotsIn(database(), places.inside)).community
})

it('reads a name against the place where the organization is', async () => {
  const chain = await placesOf(database(), community)
  expect(chain.map(({ level }) => level)).toEqual(['province', 'city', 'county', 'township', 'community'])
  const own = chain.at(-1)?.name ?? ''
  const check = (name: string, kind: NameKind = 'group') =>
    leader.call(namingApi.check, { query: { name, kind, area: community } })
  const right = await check(`${own}夕阳红合唱队`)
  expect(right.status).toBe(200)
  expect(right.body.parts.map(({ text }) => text)).toEqual([own, '夕阳红', '合唱', '队'])
  expect(right.body.faults).toEqual([])
  const wrong = await check('别处社区夕阳红合唱队')
  expect(wrong.body.faults).toMatchObject([{ severity: 'fault', part: 'community', from: 0, to: 4 }])
  expect(wrong.body.faults[0]?.mend).toContain(own)
  expect((await check('')).body.parts).toEqual([])
  expect(await checkName(database(), community, 'group', `${own}夕阳红合唱队`)).toEqual(right.body)
})

it('proposes names that the check accepts', async () => {
  const { body } = await worker.call(namingApi.propose, {
    query: { area: community, kind: 'serviceAgency', words: '夕阳红 居家养老' },
  })
  expect(body.items.length).toBeGreaterThan(1)
  for (const { name } of body.items) {
    expect(name).toContain('夕阳红居家养老')
    const { body } = await worker.call(namingApi.check, {
      query: { area: community, kind: 'serviceAgency', name },
    })
    expect(body.faults).toEqual([])
  }
})

it('does not answer for a place that the person does not reach', async () => {
  const elsewhere = (await spotsIn(database(), places.outside)).community
  const given = { query: { area: elsewhere, kind: 'group' as const, name: '合唱队' } }
  expect((await worker.call(namingApi.check, given)).status).toBe(404)
})

it('proposes for every real area what is accepted there, and nearly everywhere something', async () => {
  const areas = await database().rows<{ code: string }>(
    sql`select code::text as code from area where not virtual order by md5(code::text) limit 150`,
  )
  const chains = await Promise.all(areas.map(({ code }) => placesOf(database(), code)))
  const [kinds, categories] = [Object.keys(nameKinds) as NameKind[], Object.keys(fieldWords)]
  let [asked, answered] = [0, 0]
  fc.assert(
    fc.property(
      fc.constantFrom(...chains),
      fc.constantFrom(...kinds),
      fc.constantFrom(...categories),
      fc.constantFrom('', '夕阳红', '夕阳红 合唱', '小蚂蚁环保志愿队', '银龄'),
      (places, kind, category, words) => {
        const question = { places, kind, rules: baseNamingRules }
        const found = proposeNames(words, question, category)
        asked++
        if (found.length > 0) answered++
        for (const reading of found) expect(readName(reading.name, question).faults).toEqual([])
      },
    ),
    { numRuns: 400 },
  )
  expect(answered / asked).toBeGreaterThan(0.97)
})
