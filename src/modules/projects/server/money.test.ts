// The money of projects and of incubation, as measures, against a plain sum of the rows.
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn } from '../../../../test/world.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { sql } from '../../../platform/db.ts'
import type { MeasureSources } from '../../../platform/measure-source.ts'
import { supportSources } from '../../support/server/index.ts'
import { projectSources } from './measures.ts'

const database = useDatabase()
let organization: string

beforeAll(async () => {
  const { community } = await spotsIn(database(), places.inside)
  const one = await database().one<{ id: string }>(
    sql`select id from organization where community = ${community} order by id limit 1`,
  )
  organization = one.id
})

const aDay = fc.nat(700).map((days) => addDays('2021-06-01' as Day, days))
const anAmount = fc.option(fc.integer({ min: 1, max: 9_000_000 }))
const rows = fc.array(fc.record({ on: aDay, amount: anAmount }), { maxLength: 8 })

async function sumOf(sources: MeasureSources, name: string, from: Day, to: Day): Promise<number> {
  const source = sources[name]
  if (!source) throw new Error(`no source for ${name}`)
  const { sum } = await database().one<{ sum: number }>(sql`
    select coalesce(sum(${source.quantity}), 0)::float as sum from ${source.from}
    where ${source.where} and m.starts_on between ${from} and ${to} and m.organization = ${organization}`)
  return sum
}

const plain = (those: { on: Day; amount: number | null }[], from: Day, to: Day): number =>
  those.reduce((sum, { on, amount }) => (on >= from && on <= to ? sum + (amount ?? 0) : sum), 0) / 100

it('of projects is what the finished ones cost, each on its last day; an unknown cost is no zero and no row', async () => {
  await fc.assert(
    fc.asyncProperty(rows, aDay, fc.nat(400), async (those, from, length) => {
      await database().run(sql`delete from project where organization = ${organization}`)
      await database().run(sql`
        insert into project (id, organization, area, province, city, county, township, community, title, need, starts_on, ends_on,
          status, result, cost, on_behalf, recorded_at)
        select gen_random_uuid(), o.id, o.area, o.province, o.city, o.county, o.township, o.community, '项目', '需要', '2021-01-01',
          r."on", 'finished', '完成', r.amount, false, now()
        from json_to_recordset(${JSON.stringify(those)}::json) as r("on" date, amount bigint), organization o
        where o.id = ${organization}`)
      const to = addDays(from, length)
      expect(await sumOf(projectSources, 'projectMoney', from, to)).toBeCloseTo(plain(those, from, to), 6)
    }),
    { numRuns: 20 },
  )
})

it('of incubation is what was paid, on the day of each payment; what is only granted is not paid', async () => {
  await fc.assert(
    fc.asyncProperty(rows, aDay, fc.nat(400), async (those, from, length) => {
      await database().run(sql`delete from incubation`)
      await database().run(sql`delete from support_platform where name = '试点基地'`)
      await database().run(sql`
        with base as (
          insert into support_platform (id, name, kind, area, province, city, county, township, community, opened_on)
          select gen_random_uuid(), '试点基地', 'incubator', area, province, city, county, township, community, '2020-01-01'
          from organization where id = ${organization} returning id),
        stay as (
          insert into incubation (id, support_platform, organization, area, province, city, county, township, community, status,
            need, applied_on, due_on, entered_on, leave_by)
          select gen_random_uuid(), base.id, o.id, o.area, o.province, o.city, o.county, o.township, o.community, 'entered', '试',
            '2021-01-01', '2021-02-01', '2021-01-02', '2024-01-01'
          from base, organization o where o.id = ${organization} returning id)
        insert into incubation_subsidy (id, incubation, amount, basis, decided_on, paid_on)
        select gen_random_uuid(), stay.id, coalesce(r.amount, 500), '依据' || r.at, '2021-02-01',
          case when r.amount is not null then r."on" end
        from stay, json_to_recordset(${JSON.stringify(those.map((row, at) => ({ ...row, at })))}::json)
          as r("on" date, amount int, at int)`)
      const to = addDays(from, length)
      expect(await sumOf(supportSources, 'incubationMoney', from, to)).toBeCloseTo(plain(those, from, to), 6)
    }),
    { numRuns: 15 },
  )
})
