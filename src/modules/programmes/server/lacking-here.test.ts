// What a target asks of named units, or of units with a condition, waits in the queue of those who answer for them.
import { beforeAll, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldContext } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { honorsApi } from '../../honors/honors-api.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { queuesApi } from '../../queues/queues-api.ts'
import { loadPackText, shippedText } from './index.ts'

const database = useDatabase()
const clients: Record<string, Client> = {}
let spots: { township: string; community: string }

beforeAll(async () => {
  const app = await testServer(database())
  for (const name of ['county.inside', 'township.inside', 'county.outside'])
    clients[name] = await clientOf(app, name.replace('.', 'Officer.'))
  clients.worker = await clientOf(app, 'communityWorker.inside')
  spots = await spotsIn(database(), places.inside)
  const { active } = await database().one<{ active: number }>(sql`
    select count(*)::int as active from organization where community = ${spots.community} and status = 'active'`)
  const wording = { clause: '一', quote: '试点', judge: 'each' }
  const having = { count: 'pilots', where: { theme: 'organizations' }, need: { atLeast: 1 } }
  const targets = [
    {
      ...{ id: 'named-pilots', title: '点名街镇的试点', ...wording, count: 'pilots', need: { atLeast: 1 } },
      ...{ among: { units: 'township', within: [spots.township] }, due: '2023-08-20' },
    },
    {
      ...{ id: 'pilot-groups', title: '试点社区的组织', ...wording, count: 'organizations' },
      ...{
        where: { status: 'active' },
        among: { units: 'community', having },
        need: { atLeast: active + 1 },
      },
    },
  ]
  const text = shippedText('taicang')
    .replace('\ntargets:\n', `\ntargets:\n${targets.map((one) => `  - ${JSON.stringify(one)}\n`).join('')}`)
    .replace(/^version: (\d+)$/m, (_, version: string) => `version: ${Number(version) + 1}`)
  await database().transaction((db) => loadPackText(worldContext(db), text))
})

const lacking = async (name: string, query: object = {}) => {
  const given = { params: { source: 'programmes.lacks' }, query }
  const reply = await clients[name]?.call(queuesApi.list, given)
  return reply?.body.items.map(({ label, note, dueWords }) => [label, note, dueWords])
}

it('of the named township, and of a community once it is a pilot; of nobody else', async () => {
  const named = ['点名街镇的试点', expect.stringContaining('还缺 1 个'), '已逾期 5 天']
  expect(await lacking('township.inside')).toEqual([named])
  expect(await lacking('township.inside', { area: places.outside })).toEqual([])
  expect(await lacking('township.inside', { overseen: 'true' })).toEqual([])
  for (const other of ['county.inside', 'county.outside', 'worker']) expect(await lacking(other)).toEqual([])
  const pilot = {
    kind: 'pilot',
    level: 'county',
    title: '试点社区',
    year: 2023,
    theme: 'organizations',
    reason: '有基础',
    about: { subject: 'area', area: spots.community },
    on: '2023-08-01',
    document: '试',
  } as const
  const made = await clients['county.inside']?.call(honorsApi.record, { body: pilot })
  expect(made?.status).toBe(200)
  expect(await lacking('township.inside')).toEqual([])
  expect(await lacking('worker')).toEqual([
    ['试点社区的组织', expect.stringContaining('还缺 1 个'), expect.anything()],
  ])
  const summary = await clients.worker?.call(queuesApi.summary, { query: {} })
  expect(summary?.body.own.find(({ source }) => source === 'programmes.lacks')).toMatchObject({
    count: { value: 1, capped: false },
    first: { label: '试点社区的组织', link: expect.stringContaining('/targets/pilot-groups?area=') },
  })
  const draft = { name: '试点新社', area: spots.community, category: 'charity', tier: 'filed' } as const
  expect((await clients.worker?.call(organizationsApi.create, { body: draft }))?.status).toBe(200)
  expect(await lacking('worker')).toEqual([])
  const book = { params: { source: 'programmes.lacks' }, query: {} }
  expect((await clients.worker?.call(queuesApi.export, book))?.status).toBe(200)
})
