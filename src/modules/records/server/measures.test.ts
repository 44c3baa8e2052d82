// The measures of dated records against a naive count over the rows, on random days.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldContext } from '../../../../test/world.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { recordMeasures } from '../measures.ts'
import type { RecordStatus } from '../record.ts'
import { isLasting, kindNames, type RecordKind } from '../record-kinds.ts'
import { recordSources } from './index.ts'

const database = useDatabase()
let areas: string[]

beforeAll(async () => {
  const inside = await spotsIn(database(), places.inside)
  areas = [places.inside, inside.township, inside.community]
})

type Row = {
  kind: RecordKind
  area: number
  status: RecordStatus
  startsOn: Day
  endsOn: Day | null
  condition: string
  flag: boolean
}

const first = '2021-01-01' as Day
const aDay = fc.nat(1000).map((days) => addDays(first, days))
const aRow: fc.Arbitrary<Row> = fc
  .record({
    kind: fc.constantFrom(...kindNames),
    area: fc.nat(2),
    status: fc.constantFrom<RecordStatus>('standing', 'standing', 'standing', 'corrected', 'withdrawn'),
    startsOn: aDay,
    length: fc.option(fc.integer({ min: 1, max: 400 })),
    condition: fc.constantFrom('incubator', 'venue'),
    flag: fc.boolean(),
  })
  .map(({ length, ...row }) => ({
    ...row,
    endsOn: isLasting(row.kind) && length !== null ? addDays(row.startsOn, length) : null,
  }))

/** Two findings a day about one place and condition are refused by the table. */
const once = (row: Row) =>
  row.kind === 'determinations' && row.status === 'standing'
    ? [row.area, row.condition, row.startsOn].join()
    : row

const rowsOf = fc.uniqueArray(aRow, { minLength: 1, maxLength: 60, selector: once })

async function write(rows: readonly Row[]): Promise<void> {
  const ctx = worldContext(database())
  const told = rows.map((row) => ({ ...row, area: areas[row.area], id: ctx.newId() }))
  await database().run(sql`delete from dated_record`)
  await database().run(sql`
    insert into dated_record (id, kind, area, province, city, county, township, community, title, starts_on, ends_on,
      attributes, status, recorded_at, closed_at, closed_why)
    select r.id, r.kind, a.code, a.province, a.city, a.county, a.township, a.community, '某事', r."startsOn", r."endsOn",
      json_build_object('condition', r.condition, 'result', 'met', 'special', r.flag, 'concluded', r.flag), r.status, now(),
      case when r.status <> 'standing' then now() end, case when r.status <> 'standing' then '试' end
    from json_to_recordset(${JSON.stringify(told)}::json) as r(id uuid, kind text, area bigint, "startsOn" date,
      "endsOn" date, condition text, flag boolean, status text)
    join area a on a.code = r.area`)
}

/** What a row says on a day: it has happened by then, or it holds then and nothing later was found. */
function counts(row: Row, rows: readonly Row[], on: Day): boolean {
  if (row.status !== 'standing' || row.startsOn > on) return false
  if (!isLasting(row.kind)) return true
  if (row.endsOn !== null && row.endsOn <= on) return false
  if (row.kind !== 'determinations') return true
  return !rows.some(
    (other) =>
      other.kind === row.kind &&
      other.status === 'standing' &&
      other.area === row.area &&
      other.condition === row.condition &&
      other.startsOn > row.startsOn &&
      other.startsOn <= on,
  )
}

const levels = ['county', 'township', 'community']

/** `level flag condition`, of every record that counts. */
async function found(kind: RecordKind, on: Day): Promise<string[]> {
  const source = recordSources[kind]
  if (!source) throw new Error(`${kind} has no source`)
  const { level, special, concluded, condition } = source.attributes
  const rows = await database().rows<{ said: string }>(sql`
    select concat_ws(' ', ${level ?? sql`null`}, ${special ?? concluded ?? sql`null`}, ${condition ?? sql`null`}) as said
    from ${source.from} where ${source.where} and m.starts_on <= ${on}
      and (${isLasting(kind)} is false or m.ends_on is null or m.ends_on > ${on})`)
  return rows.map(({ said }) => said).sort()
}

function expected(kind: RecordKind, rows: readonly Row[], on: Day): string[] {
  const known = recordMeasures[kind].attributes
  return rows
    .filter((row) => row.kind === kind && counts(row, rows, on))
    .map((row) =>
      [
        'level' in known ? levels[row.area] : null,
        'special' in known || 'concluded' in known ? String(row.flag).slice(0, 1) : null,
        'condition' in known ? row.condition : null,
      ]
        .filter((each) => each !== null)
        .join(' '),
    )
    .sort()
}

describe('The measures of records', () => {
  it('say on any day what a plain count over the rows says, kind by kind', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf, aDay, async (rows, on) => {
        await write(rows)
        for (const kind of kindNames) expect(await found(kind, on)).toEqual(expected(kind, rows, on))
      }),
      { numRuns: 30 },
    )
  })

  it('have a source for every attribute of the catalogue', () => {
    for (const kind of kindNames)
      expect(Object.keys(recordSources[kind]?.attributes ?? {})).toEqual(
        Object.keys(recordMeasures[kind].attributes),
      )
  })
})
