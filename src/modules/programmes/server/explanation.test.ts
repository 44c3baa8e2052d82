// What an explanation says was left out, against a plain count over all rows; and which days can be asked for.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, worldToday } from '../../../../test/world.ts'
import { addDays } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { programmesApi } from '../programmes-api.ts'

const database = useDatabase()
let officer: Client
let programme: string

beforeAll(async () => {
  officer = await clientOf(await testServer(database()), 'countyOfficer.inside')
  programme = (await officer.call(programmesApi.list)).body.items[0]?.id ?? ''
})

type Row = {
  category: string
  status: string
  charter: boolean | null
  members: number | null
  /** Of the community it lies in; null outside of communities that count as units. */
  settlement: string | null
}

const rows = (): Promise<Row[]> =>
  database().rows(sql`
    select m.category, m.status, m.charter, m.members, case when not c.virtual then c.settlement end as settlement
    from organization_period m left join area c on c.code = m.community
    where m.county = ${places.inside} and m.superseded_at is null and m.starts_on <= ${worldToday}
      and (m.ends_on is null or m.ends_on > ${worldToday})`)

const explanation = async (target: string): Promise<string[]> => {
  const reply = await officer.call(programmesApi.breakdown, {
    params: { id: programme, target },
    query: { area: places.inside },
  })
  expect(reply.status).toBe(200)
  return reply.body.explanation
}

/** The sentence that says it, written from a plain count; `highest` are those of which quality is demanded. */
function sentence(those: Row[], highest: (row: Row) => boolean): string {
  const isActive = ({ status }: Row) => status === 'active'
  const best = those.filter(highest)
  const lacks = [
    ['状态为正常', those.filter((row) => !isActive(row)).length, 0],
    [
      '有章程',
      best.filter(({ charter }) => charter === false).length,
      best.filter(({ charter }) => charter === null).length,
    ],
    [
      '成员人数不少于 10',
      best.filter(({ members }) => members !== null && members < 10).length,
      best.filter(({ members }) => members === null).length,
    ],
  ] as const
  const counts = (row: Row) =>
    isActive(row) && (!highest(row) || (row.charter === true && (row.members ?? 0) >= 10))
  const said = lacks
    .filter(([, missing, unknown]) => missing + unknown > 0)
    .map(
      ([words, missing, unknown]) =>
        `不符合“${words}” ${[missing && `${missing} 个`, unknown && `不详 ${unknown} 个`].filter(Boolean).join('、')}`,
    )
  const several = said.length > 1 ? '（有的不止一条）' : ''
  return `同类中未计入 ${those.filter((row) => !counts(row)).length} 个${several}：${said.join('；')}。`
}

const saidOf = async (target: string): Promise<string[]> =>
  (await explanation(target)).filter((line) => line.startsWith('同类中未计入'))

describe('an explanation', () => {
  it('says how many a quality word leaves out, by each of its conditions', async () => {
    const those = (await rows()).filter(({ settlement }) => settlement === 'rural')
    expect(those.filter(({ charter }) => charter !== true).length).toBeGreaterThan(0)
    expect(await saidOf('rural-average')).toEqual([sentence(those, () => true)])
  })

  it('counts a record once where the parts of a target demand different things', async () => {
    const special = ['service', 'elderCare', 'governance', 'environment', 'rural', 'customs', 'other']
    const those = (await rows()).filter(({ settlement }) => settlement !== null)
    expect(await saidOf('five-plus-x')).toEqual([
      sentence(those, ({ category }) => !special.includes(category)),
    ])
  })
})

describe('a day that has not come', () => {
  it('is refused, because nothing is known of it', async () => {
    const reply = await officer.call(programmesApi.figures, {
      params: { id: programme },
      query: { area: places.inside, asOf: addDays(worldToday, 1) },
    })
    expect([reply.status, (reply.body as { code?: string }).code]).toEqual([422, 'programme.inFuture'])
  })
})
