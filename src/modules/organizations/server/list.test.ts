// The list: every filter and sort equals a naive one over all rows, and pages visit each row once.
import fc from 'fast-check'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldContext } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { bareText } from '../../areas/fold-text.ts'
import { initialsOf, pinyinOf } from '../../areas/pinyin.ts'
import { categories, legalForms, organizationStatuses, partyPresences, tiers } from '../choices.ts'
import type { Organization } from '../organization.ts'
import { organizationsApi } from '../organizations-api.ts'
import { type OrganizationRow, openFirstPeriods } from './index.ts'
import { withSearch } from './organization-commands.ts'
import { insertOrganizations } from './organization-store.ts'

const database = useDatabase()
let officer: Client
let city: Client
/** Every organization of both counties, as the city officer sees it. */
let all: Organization[]
let lineage: Map<string, string[]>
let areas: string[]

const choice = <T extends object>(table: T) =>
  fc.constantFrom(...(Object.keys(table) as (keyof T & string)[]))
/** Few different characters, so that names share pairs, initials and sounds. */
const letters = [
  '合',
  '唱',
  '队',
  '舞',
  '武',
  '重',
  '庆',
  '绿',
  'A',
  'b',
  'ｂ',
  '3',
  '３',
  '（',
  '）',
  '·',
  '𠮷',
]
const name = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 8 })
  .map((made) => made.join(''))

beforeAll(async () => {
  const app = await testServer(database())
  officer = await clientOf(app, 'countyOfficer.inside')
  city = await clientOf(app, 'cityOfficer.inside')
  const { county, township, community } = await spotsIn(database(), places.inside)
  areas = [community, township, county, (await spotsIn(database(), places.outside)).community, places.city]
  await add(fc.sample(row(areas.slice(0, 4)), { numRuns: 220, seed: 7 }))
  all = await everything(city, {})
  lineage = new Map(
    (
      await database().rows<{ code: string; above: string[] }>(sql`
        select code::text as code, array_remove(array[province::text, city::text, county::text, township::text, community::text], null) as above
        from area`)
    ).map(({ code, above }) => [code, above]),
  )
})

const row = (where: readonly string[]): fc.Arbitrary<OrganizationRow> =>
  fc
    .record({
      area: fc.constantFrom(...where),
      name,
      status: choice(organizationStatuses),
      category: choice(categories),
      tier: choice(tiers),
      legalForm: choice(legalForms),
      partyPresence: fc.option(choice(partyPresences)),
      hub: fc.boolean(),
      members: fc.option(fc.nat(30)),
      foundedOn: fc.option(fc.constantFrom('2020-01-01', '2021-05-05', '2023-08-25')),
    })
    .map((given) => ({ ...unknown, ...given, id: v7() }) as OrganizationRow)

const unknown = {
  ...{
    demo: false,
    version: 1,
    charter: null,
    leader: null,
    phone: null,
    leaderInParty: null,
    partyMembers: null,
  },
  ...{
    residentsServed: null,
    filedOn: null,
    registeredOn: null,
    place: null,
    scope: null,
    unifiedCode: null,
    note: null,
  },
}

/** Once in an area each name. */
async function add(rows: readonly OrganizationRow[]): Promise<OrganizationRow[]> {
  const once = new Map(rows.map((given) => [`${given.area} ${given.name}`, given]))
  const made = [...once.values()]
  const ctx = worldContext(database())
  await insertOrganizations(ctx, made.map(withSearch))
  await openFirstPeriods(
    ctx,
    made.map(({ id }) => id),
  )
  return made
}

type Query = NonNullable<Parameters<Client['call']>[1]> extends { query?: infer Q } ? Q & object : never

/** All pages of a query; with `between` something happens after every page. */
async function everything(client: Client, query: Query, limit = 200, between?: () => Promise<void>) {
  const found: Organization[] = []
  let after: string | undefined
  do {
    const page = await client.call(organizationsApi.list, { query: { ...query, limit, after } })
    if (page.status !== 200) throw new Error(`no list: ${page.raw}`)
    found.push(...page.body.items)
    after = page.body.next ?? undefined
    await between?.()
  } while (after)
  return found
}

// ——— the naive second way

type Filter = {
  area?: string
  q?: string
  category?: string[]
  tier?: string[]
  status?: string[]
  legalForm?: string[]
  partyPresence?: string[]
  hub?: boolean
}

function holds(filter: Filter, one: Organization): boolean {
  const { area, q, hub, ...choices } = filter
  if (area && !lineage.get(one.area)?.includes(area)) return false
  if (hub !== undefined && one.hub !== hub) return false
  if (q && !isNamed(one.name, q)) return false
  return Object.entries(choices).every(
    ([field, wanted]) => !wanted || wanted.length === 0 || wanted.includes(String(one[field as 'tier'])),
  )
}

/** The text itself; Latin letters alone also in the pinyin, letters and digits also among the initials. */
function isNamed(of: string, q: string): boolean {
  const typed = bareText(q)
  if (bareText(of).includes(typed)) return true
  if (/^[a-z]+$/.test(typed) && pinyinOf(of).includes(typed)) return true
  return /^[a-z0-9]+$/.test(typed) && initialsOf(of).includes(typed)
}

type SortKey = 'name' | 'foundedOn' | 'updatedAt' | 'members'

function sorted(rows: readonly Organization[], sort: SortKey, order: 'asc' | 'desc'): string[] {
  const keyOf = (one: Organization) => (sort === 'name' ? pinyinOf(one.name) : one[sort])
  const turn = order === 'asc' ? 1 : -1
  return [...rows]
    .sort((a, b) => {
      const [x, y] = [keyOf(a), keyOf(b)]
      if (x === null || y === null) return x === y ? turn * compare(a.id, b.id) : x === null ? 1 : -1
      return turn * (compare(x, y) || compare(a.id, b.id))
    })
    .map(({ id }) => id)
}

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

const some = <T extends object>(table: T) =>
  fc.option(fc.uniqueArray(choice(table), { minLength: 1, maxLength: 3 }), { nil: undefined, freq: 3 })
const cut = fc
  .tuple(fc.nat(400), fc.nat(6), fc.integer({ min: 1, max: 4 }))
  .map(([at, from, length]) => ({ at, from, length }))
const latin = fc.constantFrom(
  'hc',
  'hcd',
  'hechang',
  'w',
  'wu',
  'a',
  'b3',
  '3',
  'cq',
  'zhongqing',
  'chongqing',
  'lv',
)
const search = fc.oneof(
  cut.map((piece) => pieceOf(piece)),
  name.map((made) => [...made].slice(0, 4).join('')),
  latin,
)

/** One to four characters out of some name. */
function pieceOf({ at, from, length }: { at: number; from: number; length: number }): string {
  const made = [...(all[at % all.length]?.name ?? '')]
  const start = from % Math.max(1, made.length)
  return made.slice(start, start + length).join('')
}

const filters = () =>
  fc.record(
    {
      area: fc.constantFrom(...areas),
      q: search,
      category: some(categories),
      tier: some(tiers),
      status: some(organizationStatuses),
      legalForm: some(legalForms),
      partyPresence: some(partyPresences),
      hub: fc.boolean(),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Filter>
const order = fc.constantFrom('asc' as const, 'desc' as const)
const sort = fc.constantFrom<SortKey>('name', 'foundedOn', 'updatedAt', 'members')

describe('the list', () => {
  it('with any filters in any order equals a naive filter over all rows', async () => {
    await fc.assert(
      fc.asyncProperty(filters(), sort, order, async (filter, by, direction) => {
        const expected = all.filter((one) => holds(filter, one))
        const query = { ...filter, sort: by, order: direction }
        expect((await everything(city, query)).map(({ id }) => id)).toEqual(sorted(expected, by, direction))
        const count = await city.call(organizationsApi.count, { query: filter as Query })
        expect(count.body).toEqual({ value: expected.length, capped: false })
      }),
      { numRuns: 80 },
    )
  })

  it('finds a name by any one to four characters of it and by nothing that it does not hold in this order', async () => {
    await fc.assert(
      fc.asyncProperty(search, async (q) => {
        const found = await everything(city, { q })
        const expected = all.filter((one) => isNamed(one.name, q))
        expect(new Set(found.map(({ name }) => name))).toEqual(new Set(expected.map(({ name }) => name)))
      }),
      { numRuns: 60 },
    )
    const [made] = await add([
      {
        ...fc.sample(row(areas), 1)[0],
        area: areas[0],
        name: '舞合舞唱合队唱',
        status: 'active',
      } as OrganizationRow,
    ])
    expect((await everything(city, { q: '合唱' })).map(({ id }) => id)).not.toContain(made?.id)
    await database().run(sql`delete from organization where id = ${made?.id}`)
  })

  it('shows an officer the own county only, whatever is asked', async () => {
    const own = all.filter((one) => lineage.get(one.area)?.includes(places.inside))
    expect((await everything(officer, {})).length).toBe(own.length)
    expect(await everything(officer, { area: places.outside })).toEqual([])
    expect((await everything(officer, { area: places.city })).length).toBe(own.length)
    const count = await officer.call(organizationsApi.count, { query: { area: places.outside } })
    expect(count.body).toEqual({ value: 0, capped: false })
  })

  it('refuses a place in another order, and one that is no place, in words', async () => {
    const page = await city.call(organizationsApi.list, { query: { sort: 'name', limit: 1 } })
    for (const after of [page.body.next ?? '', 'rubbish', Buffer.from('[1]').toString('base64url')]) {
      const reply = await city.call(organizationsApi.list, { query: { sort: 'members', after } })
      expect(reply.status).toBe(400)
      expect(reply.body).toMatchObject({ code: 'page.malformed' })
    }
    for (const by of ['updatedAt', 'foundedOn'] as const)
      expect(
        (await city.call(organizationsApi.list, { query: { sort: by, after: page.body.next ?? '' } })).status,
      ).toBe(400)
  })

  it('stops counting at ten thousand and says so', async () => {
    const many = Array.from({ length: 10_001 }, (_, at) => ({ ...template(), name: `第${at}号楼组` }))
    await insertOrganizations(worldContext(database()), many.map(withSearch))
    const count = await city.call(organizationsApi.count, { query: { q: '号楼组' } })
    expect(count.body).toEqual({ value: 10_000, capped: true })
    expect((await city.call(organizationsApi.count, { query: { q: '第77号楼组' } })).body.value).toBe(1)
    await database().run(sql`delete from organization where id = any(${many.map(({ id }) => id)}::uuid[])`)
  })

  it('visits each row once, page by page, while rows come, go and change in between', async () => {
    await fc.assert(
      fc.asyncProperty(sort, order, fc.integer({ min: 5, max: 60 }), async (by, direction, limit) => {
        const before = await everything(city, { sort: by, order: direction })
        const [added, changed] = [[] as string[], [] as string[]]
        const seen = await everything(city, { sort: by, order: direction }, limit, async () => {
          const [made] = await add(fc.sample(row([areas[0] as string]), 1).map(unlike(added.length)))
          if (made) added.push(made.id)
          changed.push(await touch(before[(changed.length * 37) % before.length]?.id ?? ''))
        })
        const ids = seen.map(({ id }) => id)
        const untouched = (id: string) => !added.includes(id) && !changed.includes(id)
        expect(ids.filter(untouched)).toEqual(before.map(({ id }) => id).filter(untouched))
        expect(new Set(ids.filter((id) => !changed.includes(id))).size).toBe(
          ids.filter((id) => !changed.includes(id)).length,
        )
        await database().run(sql`delete from organization where id = any(${added}::uuid[])`)
      }),
      { numRuns: 6 },
    )
  })
})

const template = () => ({ ...(fc.sample(row([areas[0] as string]), 1)[0] as OrganizationRow), id: v7() })
/** Moves a row to another place of the order. */
async function touch(id: string): Promise<string> {
  await database().run(sql`
    update organization set members = coalesce(members, 0) + 7, updated_at = updated_at + interval '1 second',
      version = version + 1 where id = ${id}`)
  return id
}

const unlike = (at: number) => (made: OrganizationRow) => ({ ...made, name: `${made.name}新${at}` })
