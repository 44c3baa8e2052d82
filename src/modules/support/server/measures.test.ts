// The measures of support against a naive count over the rows, on random days.
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn } from '../../../../test/world.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { type Sql, sql } from '../../../platform/db.ts'
import type { MeasureSource } from '../../../platform/measure-source.ts'
import { type PlatformKind, platformKinds } from '../platform.ts'
import { supportSources } from './index.ts'

const database = useDatabase()
let areas: string[]
let organizations: string[]

beforeAll(async () => {
  const inside = await spotsIn(database(), places.inside)
  areas = [places.inside, inside.township, inside.community]
  organizations = (
    await database().rows<{ id: string }>(
      sql`select id from organization where community = ${inside.community} order by id limit 4`,
    )
  ).map(({ id }) => id)
})

const first = '2021-01-01' as Day
const aDay = fc.nat(1000).map((days) => addDays(first, days))
const aLength = fc.option(fc.integer({ min: 1, max: 400 }))
const levels = ['county', 'township', 'community']

type PlatformRow = { kind: PlatformKind; area: number; openedOn: Day; closedOn: Day | null }

const aPlatform: fc.Arbitrary<PlatformRow> = fc
  .record({
    kind: fc.constantFrom(...(Object.keys(platformKinds) as PlatformKind[])),
    area: fc.nat(2),
    openedOn: aDay,
    length: aLength,
  })
  .map(({ length, ...row }) => ({ ...row, closedOn: length === null ? null : addDays(row.openedOn, length) }))

/** Forgets what an earlier run has written. */
async function forget(): Promise<void> {
  await database().run(sql`delete from incubation`)
  await database().run(sql`delete from venue`)
  await database().run(sql`delete from support_platform`)
}

async function writePlatforms(rows: readonly PlatformRow[]): Promise<void> {
  const told = rows.map((row, at) => ({ ...row, area: areas[row.area], name: `平台${at}` }))
  await database().run(sql`
    insert into support_platform (id, name, kind, area, province, city, county, township, community, opened_on, closed_on)
    select gen_random_uuid(), r.name, r.kind, a.code, a.province, a.city, a.county, a.township, a.community, r."openedOn", r."closedOn"
    from json_to_recordset(${JSON.stringify(told)}::json) as r(name text, kind text, area bigint, "openedOn" date, "closedOn" date)
    join area a on a.code = r.area`)
}

const holds = (from: Day, until: Day | null, on: Day): boolean => from <= on && (until === null || until > on)

const source = (name: string): MeasureSource => {
  const found = supportSources[name]
  if (!found) throw new Error(`no source for ${name}`)
  return found
}

/** Attributes of every fact that holds on a day, or of those that `where` chooses, in words. */
async function told(name: string, words: (attributes: MeasureSource['attributes']) => Sql, where: Sql) {
  const { from, attributes, where: always } = source(name)
  const rows = await database().rows<{ words: string }>(
    sql`select ${words(attributes)} as words from ${from} where ${always} and ${where}`,
  )
  return rows.map((row) => row.words).sort()
}

const onDay = (on: Day): Sql => sql`m.starts_on <= ${on} and (m.ends_on is null or m.ends_on > ${on})`

it('platforms are those that are open on the day, each of its kind and of the level of its area', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aPlatform, { maxLength: 30 }),
      fc.array(aDay, { minLength: 3, maxLength: 3 }),
      async (rows, days) => {
        await forget()
        await writePlatforms(rows)
        for (const on of days) {
          const naive = rows
            .filter(({ openedOn, closedOn }) => holds(openedOn, closedOn, on))
            .map(({ kind, area }) => `${kind} ${levels[area]}`)
          const words = ({ kind, level }: MeasureSource['attributes']) => sql`${kind} || ' ' || ${level}`
          expect(await told('supportPlatforms', words, onDay(on))).toEqual(naive.sort())
        }
      },
    ),
    { numRuns: 25 },
  )
})

type Grant = { decidedOn: Day; paidOn: Day | null; revoked: boolean }
type Stay = { organization: number; enteredOn: Day; exitedOn: Day | null; grants: Grant[] }

const aGrant = (from: Day): fc.Arbitrary<Grant> =>
  fc
    .record({ after: fc.nat(200), paidAfter: fc.option(fc.nat(200)), revoked: fc.boolean() })
    .map(({ after, paidAfter, revoked }) => {
      const decidedOn = addDays(from, after)
      const paid = paidAfter !== null && !revoked
      return { decidedOn, paidOn: paid ? addDays(decidedOn, paidAfter) : null, revoked }
    })

const aStay: fc.Arbitrary<Stay> = fc
  .record({ organization: fc.nat(3), enteredOn: aDay, length: aLength })
  .chain((row) =>
    fc.array(aGrant(row.enteredOn), { maxLength: 3 }).map((grants) => ({
      organization: row.organization,
      enteredOn: row.enteredOn,
      exitedOn: row.length === null ? null : addDays(row.enteredOn, row.length),
      grants,
    })),
  )

/** One stay an organization: two at a time are refused by the table. */
const someStays = fc.uniqueArray(aStay, { maxLength: 4, selector: ({ organization }) => organization })

async function writeStays(stays: readonly Stay[]): Promise<void> {
  await writePlatforms([{ kind: 'incubator', area: 1, openedOn: first, closedOn: null }])
  for (const { organization, enteredOn, exitedOn, grants } of stays) {
    const { id } = await database().one<{ id: string }>(sql`
      insert into incubation (id, organization, support_platform, area, province, city, county, township, community, status,
        need, applied_on, due_on, entered_on, leave_by, exited_on, result)
      select gen_random_uuid(), o.id, p.id, o.area, o.province, o.city, o.county, o.township, o.community,
        ${exitedOn ? 'exited' : 'entered'}, '场地', ${enteredOn}, ${enteredOn}, ${enteredOn}, ${addDays(enteredOn, 700)},
        ${exitedOn}, ${exitedOn && 'left'}
      from organization o cross join support_platform p where o.id = ${organizations[organization]} returning id`)
    await database().run(sql`
      insert into incubation_subsidy (id, incubation, amount, basis, decided_on, paid_on, revoked_on)
      select gen_random_uuid(), ${id}, 100, gen_random_uuid()::text, r."decidedOn", r."paidOn",
        case when r.revoked then r."decidedOn" end
      from json_to_recordset(${JSON.stringify(grants)}::json) as r("decidedOn" date, "paidOn" date, revoked boolean)`)
  }
}

/** The first day on which an organization left the register, for half of them. */
const leaves: readonly (Day | null)[] = [null, '2022-03-01' as Day, null, '2023-02-01' as Day]

const untilOf = ({ organization, exitedOn }: Stay): Day | null => {
  const days = [exitedOn, leaves[organization] ?? null].filter((day) => day !== null)
  return days.sort()[0] ?? null
}

/** `subsidized paid`, as they stand on a day. */
function moneyOn({ grants }: Stay, on: Day): string {
  const valid = grants.filter(({ revoked }) => !revoked)
  const granted = valid.some(({ decidedOn }) => decidedOn <= on)
  return `${granted} ${valid.some(({ paidOn }) => paidOn !== null && paidOn <= on)}`
}

const moneyWords = ({ subsidized, paid }: MeasureSource['attributes']) =>
  sql`(${subsidized})::text || ' ' || (${paid})::text`

it('incubations are stays that go on, with the money that was granted and paid by the day', async () => {
  for (const [at, day] of leaves.entries())
    if (day)
      await database().run(sql`
      update organization_period set starts_on = '2020-01-01', ends_on = ${day}
      where organization = ${organizations[at]} and superseded_at is null`)
  await fc.assert(
    fc.asyncProperty(someStays, fc.array(aDay, { minLength: 4, maxLength: 4 }), async (stays, days) => {
      await forget()
      await writeStays(stays)
      for (const on of days) {
        const naive = stays.filter((stay) => holds(stay.enteredOn, untilOf(stay), on))
        expect(await told('incubations', moneyWords, onDay(on))).toEqual(
          naive.map((stay) => moneyOn(stay, on)).sort(),
        )
        const began = stays.filter(({ enteredOn }) => enteredOn <= on && enteredOn >= first)
        const where = source('incubations').began?.(first, on) ?? sql`false`
        expect(await told('incubations', sqlOne, where)).toEqual(began.map(() => '1'))
      }
    }),
    { numRuns: 40 },
  )
})

const sqlOne = () => sql`'1'`
