// What trainings are counted as, against a plain count over the rows on random days; and who lacks this year's.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../../test/database.ts'
import { draftFor, said, type TrainingCast, trainingCast } from '../../../../test/training.ts'
import { places, worldContext } from '../../../../test/world.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import { trainingMeasures } from '../measures.ts'
import { type Audience, audiences, type TrainingStatus, trainingStatuses } from '../training.ts'
import { trainingApi } from '../training-api.ts'
import { trainingSources } from './index.ts'

const database = useDatabase()
let cast: TrainingCast

beforeAll(async () => {
  cast = await trainingCast(database())
})

type Row = {
  audience: Audience
  status: TrainingStatus
  heldOn: Day
  people: { of: 'kept' | 'other' | null; leader: boolean; removed: boolean }[]
}

const choice = <T extends object>(table: T) =>
  fc.constantFrom(...(Object.keys(table) as (keyof T & string)[]))
const aDay = fc.nat(1_500).map((days) => addDays('2020-01-01' as Day, days))
const aRow: fc.Arbitrary<Row> = fc.record({
  audience: choice(audiences),
  status: choice(trainingStatuses),
  heldOn: aDay,
  people: fc.array(
    fc.record({ of: fc.constantFrom('kept', 'other', null), leader: fc.boolean(), removed: fc.boolean() }),
    { maxLength: 4 },
  ),
})

async function write(rows: readonly Row[]): Promise<void> {
  await database().run(sql`delete from training`)
  for (const { audience, status, heldOn, people } of rows) {
    const { id } = said(
      await cast.officer.call(trainingApi.create, { body: draftFor(cast.area.county, { audience, heldOn }) }),
    )
    await database().run(sql`update training set status = ${status} where id = ${id}`)
    const given = people.map(({ of, ...one }, at) => ({
      ...one,
      name: `甲${at}`,
      organization: of && cast[of],
    }))
    await database().run(sql`
      insert into training_attendance (id, training, organization, area, province, city, county, township, community, audience,
        level, name, bare, leader, attended_on, recorded_at, removed_at)
      select gen_random_uuid(), t.id, o.id, coalesce(o.area, t.area), t.province, t.city, t.county, o.township, o.community,
        t.audience, t.level, g.name, g.name, g.leader, t.held_on, now(), case when g.removed then now() end
      from json_to_recordset(${JSON.stringify(given)}::json) as g(name text, organization uuid, leader boolean, removed boolean)
      join training t on t.id = ${id} left join organization o on o.id = g.organization`)
  }
}

/** `day audience leader` of every fact of a measure within two days. */
async function found(measure: 'trainings' | 'trainingAttendance', from: Day, to: Day): Promise<string[]> {
  const source = trainingSources[measure]
  if (!source) throw new Error(`${measure} has no source`)
  const { audience, leader, level } = source.attributes
  const rows = await database().rows<{ said: string }>(sql`
    select concat_ws(' ', m.starts_on, ${audience}, ${leader ?? sql`null`}, m.organization, ${level}) as said
    from ${source.from} where ${source.where} and m.starts_on between ${from} and ${to} and m.county = ${places.inside}`)
  return rows.map((row) => row.said).sort()
}

const plain = {
  trainings: (rows: readonly Row[]) =>
    rows
      .filter(({ status }) => status === 'held')
      .map(({ heldOn, audience }) => [heldOn, audience, 'county']),
  trainingAttendance: (rows: readonly Row[]) =>
    rows.flatMap(({ heldOn, audience, people }) =>
      people
        .filter(({ removed }) => !removed)
        .map(({ of, leader }) => [heldOn, audience, leader ? 't' : 'f', of && cast[of], 'county']),
    ),
}

describe('The measures of training', () => {
  it('say of any days what a plain count over the rows says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aRow, { maxLength: 8 }), aDay, aDay, async (rows, one, other) => {
        await write(rows)
        const [from = one, to = other] = [one, other].sort()
        for (const measure of ['trainings', 'trainingAttendance'] as const) {
          const expected = plain[measure](rows)
            .filter(([day]) => String(day) >= from && String(day) <= to)
            .map((words) => words.filter((word) => word !== null).join(' '))
          expect(await found(measure, from, to)).toEqual(expected.sort())
        }
        await agreesOnLacking(rows)
      }),
      { numRuns: 25 },
    )
  })

  it('have a source with the attributes of the catalogue, and name nobody', async () => {
    for (const [name, { attributes }] of Object.entries(trainingMeasures)) {
      const source = trainingSources[name]
      expect(Object.keys(source?.attributes ?? {}).sort()).toEqual(Object.keys(attributes).sort())
    }
    await write([{ audience: 'keyMembers', status: 'held', heldOn: '2023-03-01' as Day, people: one }])
    for (const source of Object.values(trainingSources)) {
      const [row] = await database().rows<{ text: string; link: string }>(sql`
        select concat_ws(' ', ${source.label}, ${source.note}) as text, ${source.link} as link
        from ${source.from} ${source.labelFrom} where ${source.where}`)
      expect(row?.text).not.toContain('甲0')
      expect(row?.link).toMatch(/^\/trainings\/[0-9a-f-]{36}$/)
    }
  })
})

const one: Row['people'] = [{ of: 'kept', leader: true, removed: false }]

/** Of the two organizations of the cast: those without an attendance of key members in the year. */
async function agreesOnLacking(rows: readonly Row[]): Promise<void> {
  const { listLacking } = await import('./lacking-store.ts')
  const lacking = await listLacking(
    worldContext(database()),
    { area: cast.area.community, year: 2022 },
    null,
    10_000,
  )
  for (const of of ['kept', 'other'] as const) {
    const had = rows.some(
      ({ audience, heldOn, people }) =>
        audience === 'keyMembers' &&
        heldOn.startsWith('2022') &&
        people.some((each) => each.of === of && !each.removed),
    )
    expect(lacking.some(({ id }) => id === cast[of])).toBe(!had)
  }
}
