// One figure, many screens: figures, breakdown, home, export and the command line never disagree.
import { afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { urlOf, useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldContext, worldToday } from '../../../../test/world.ts'
import { showTargets } from '../../../cli/commands/targets.ts'
import type { Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { readWorkbook } from '../../../platform/sheets/index.ts'
import { organizationsApi } from '../../organizations/organizations-api.ts'
import { programmesApi, type TargetRow } from '../programmes-api.ts'
import { labelOf } from '../words.ts'
import { loadPackText } from './pack-commands.ts'

const database = useDatabase()
let officer: Client
let worker: Client
let programme: string
let spots: { county: string; township: string; community: string }

beforeAll(async () => {
  const app = await testServer(database())
  officer = await clientOf(app, 'countyOfficer.inside')
  worker = await clientOf(app, 'communityWorker.inside')
  programme = (await officer.call(programmesApi.list)).body.items[0]?.id ?? ''
  spots = await spotsIn(database(), places.inside)
})

const days = ['2021-08-30', '2022-12-31', worldToday] as Day[]

const figures = async (area: string, asOf: Day, client = officer) => {
  const reply = await client.call(programmesApi.figures, { params: { id: programme }, query: { area, asOf } })
  expect(reply.status).toBe(200)
  return reply.body
}

describe.each(days)('as of %s', (asOf) => {
  it.each(['county', 'township', 'community'] as const)(
    'the breakdown of a %s says what its figures say',
    async (level) => {
      const area = spots[level]
      const { rows } = await figures(area, asOf)
      expect(rows.length).toBeGreaterThan(3)
      const known = new Map<string, TargetRow[]>()
      for (const row of rows) {
        const params = { id: programme, target: row.target }
        const { body } = await officer.call(programmesApi.breakdown, { params, query: { area, asOf } })
        expect(body.row).toEqual(row)
        for (const tile of body.children) {
          if (!known.has(tile.code)) known.set(tile.code, (await figures(tile.code, asOf)).rows)
          const below = known.get(tile.code)?.find(({ target }) => target === row.target)
          expect([tile.state, tile.reached]).toEqual([below?.state, below?.reached])
          // A unit of several parts says how many of them it has; its own row how many units.
          if (!tile.value.endsWith('项')) expect(tile.value).toBe(below?.value)
        }
        if (body.units && row.failingUnits !== null)
          expect(body.units.filter(({ severity }) => severity !== 0)).toHaveLength(row.failingUnits)
      }
    },
  )

  it('the exported workbook says what the figures say, here and below', async () => {
    const reply = await officer.call(programmesApi.export, {
      params: { id: programme },
      query: { area: spots.county, asOf },
    })
    const { sheets } = await readWorkbook(new Uint8Array(reply.raw), 'figures.xlsx')
    const { rows } = await figures(spots.county, asOf)
    expect(bodyOf(sheets[0]?.rows)).toEqual(rows.map((row) => sheetRow('太仓市', row)))
    const children = await database().rows<{ code: string; name: string }>(sql`
      select code::text as code, short_name as name from area where parent = ${spots.county} order by code`)
    const below: unknown[] = []
    for (const { code, name } of children)
      below.push(...(await figures(code, asOf)).rows.map((row) => sheetRow(name, row)))
    expect(bodyOf(sheets[1]?.rows)).toEqual(below)
  })

  it('the command line says what the figures say', async () => {
    for (const area of [spots.county, spots.township, spots.community]) {
      const told = await targetsOf({ programme: 'taicang', area, asOf })
      const { rows } = await figures(area, asOf)
      expect(told).toMatchObject({ programme, area, asOf })
      expect(told.targets.map(plain)).toEqual(rows.map(plain))
    }
  })

  it('the records behind a figure are as many as the figure counts', async () => {
    for (const row of (await figures(spots.county, asOf)).rows) {
      const params = { id: programme, target: row.target }
      const { body } = await officer.call(programmesApi.records, {
        params,
        query: { area: spots.county, asOf, limit: 200 },
      })
      if (row.state === 'notCollected' || row.state === 'judged') expect(body.total.value).toBe(0)
      const counted = /^(\d+) ÷/.exec(row.detail ?? '')?.[1]
      if (counted) expect(body.total.value).toBe(Number(counted))
    }
  })
})

describe('home', () => {
  it('counts the states and names the gaps as the programme page does', async () => {
    const { body } = await officer.call(programmesApi.home)
    const page = await figures(spots.county, worldToday)
    expect(body.programmes).toMatchObject([{ id: programme, counts: page.counts, sentence: page.sentence }])
    const urgent = page.rows.filter(
      ({ state, verdict }) =>
        ['behind', 'overdue'].includes(state) || (state === 'judged' && verdict === null),
    )
    expect(body.todos.map(({ note, state }) => `${state} ${note}`).sort()).toEqual(
      urgent.map(({ gap, state }) => `${state} ${gap}`).sort(),
    )
  })

  it('of a community says what it lacks as its figures do, and what is added is missing no more', async () => {
    const lacks = async () => (await worker.call(programmesApi.home)).body.community
    const before = await lacks()
    const own = await figures(spots.community, worldToday, worker)
    expect(before?.meets).toBe(before?.lacks.length === 0)
    const breakdown = await worker.call(programmesApi.breakdown, {
      params: { id: programme, target: own.rows[0]?.target ?? '' },
      query: { area: spots.community },
    })
    expect(breakdown.body.row).toEqual(own.rows[0])
    const short = before?.categories.filter(({ lacking }) => lacking > 0) ?? []
    for (const [at, { title }] of short.entries())
      expect(
        (await worker.call(organizationsApi.create, { body: organization(`补缺${at}队`, title) })).status,
      ).toBe(200)
    const after = await lacks()
    expect(after?.categories.filter(({ lacking }) => lacking > 0).length).toBeLessThanOrEqual(
      Math.max(0, short.length - 1),
    )
  })
})

describe('a programme that has not begun', () => {
  it('is seen by home and by its page on the same day, its first', async () => {
    const coming = {
      ...{ format: 1, id: 'coming', version: 1, title: '明年的方案', document: { title: '明年' } },
      ...{
        area: { code: places.inside, name: '太仓市', level: 'county' },
        from: '2024-01-01',
        to: '2025-12-31',
      },
      taxonomy: { title: '类', categories: [{ id: 'all', title: '全部', clause: '一', from: ['culture'] }] },
      targets: [
        {
          ...{ id: 'one', title: '一', clause: '一', quote: '一', judge: 'total', count: 'organizations' },
          need: { atLeast: 9999 },
        },
      ],
    }
    await database().transaction((db) => loadPackText(worldContext(db), JSON.stringify(coming)))
    const { id } = (await officer.call(programmesApi.list)).body.items.find(
      ({ pack }) => pack === 'coming',
    ) ?? { id: '' }
    const page = (await officer.call(programmesApi.figures, { params: { id } })).body
    expect(page.asOf).toBe('2024-01-01')
    const home = (await officer.call(programmesApi.home)).body.programmes.find((one) => one.id === id)
    expect(home).toMatchObject({ sentence: page.sentence, counts: page.counts })
  })
})

const kinds: Record<string, 'charity' | 'mutualHelp' | 'culture' | 'mediation' | 'safety' | 'environment'> = {
  公益慈善类: 'charity',
  居民互助类: 'mutualHelp',
  文体科教类: 'culture',
  纠纷调处类: 'mediation',
  平安建设类: 'safety',
}

const organization = (name: string, title: string) => ({
  name,
  area: spots.community,
  category: kinds[title] ?? ('environment' as const),
  tier: 'guided' as const,
  members: 20,
  charter: true,
  foundedOn: '2023-01-01' as Day,
})

/** Without the heading. */
const bodyOf = (rows: readonly (readonly unknown[])[] = []): unknown[] => rows.slice(1).map((row) => [...row])

const sheetRow = (area: string, row: TargetRow): unknown[] => [
  ...[area, row.title, row.clause, row.value, row.detail, row.threshold, row.gap],
  { day: row.due, precision: 'day' },
  expect.stringContaining(wordOf(row)),
]

/** A figure that only adds to the one above is named so; the rest by its state. */
const wordOf = (row: TargetRow): string =>
  row.gap.startsWith('为上级贡献')
    ? '计入上级'
    : labelOf({ state: row.state, because: null, verdict: null }).word

/** Who may judge differs between a person and the command line; nothing else does. */
const plain = ({ mayJudge: _, ...row }: TargetRow): Omit<TargetRow, 'mayJudge'> => row

afterEach(() => vi.unstubAllEnvs())

async function targetsOf(given: { programme: string; area: string; asOf: Day }) {
  const { name } = await database().one<{ name: string }>(sql`select current_database() as name`)
  vi.stubEnv('DATABASE_URL', urlOf(inject('databaseUrl'), name))
  const written: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text))
    return true
  })
  try {
    await showTargets({ ...given, json: true })
  } finally {
    write.mockRestore()
  }
  return JSON.parse(written.join('')) as {
    programme: string
    area: string
    asOf: string
    targets: TargetRow[]
  }
}
