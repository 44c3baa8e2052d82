// The last sign of life, over every kind of record, against a walk over the same records.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { useDatabase } from '../../../../test/database.ts'
import { worldToday } from '../../../../test/world.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { type Db, type Sql, sql } from '../../../platform/db.ts'
import type { Sign } from '../dormancy.ts'
import { signsOf, silentSince } from './dormancy-store.ts'

const database = useDatabase()
const months = 12

type Left = { organization: string; on: Day; counts: boolean }

/** How each kind of work leaves its record, and one that says nothing: planned, taken back, not confirmed. */
const leave: Record<string, (left: Left) => Sql> = {
  activity: ({ organization, on, counts }) => sql`
    insert into activity (id, code, organization, area, province, title, place, starts_at, ends_at, expected, kind, foreigners,
      minors, outdoors, tickets, sign_up, status, decided_on, record_due, created_at, attended, held_at)
    select gen_random_uuid(), gen_random_uuid()::text, o.id, o.area, o.province, '活动', '活动室', (${on}::date + time '09:00')
      at time zone 'Asia/Shanghai', (${on}::date + time '10:00') at time zone 'Asia/Shanghai', 10, 'gathering', false,
      false, false, false, false, ${counts ? 'held' : 'planned'}, ${on}, ${on}, now(),
      ${counts ? 9 : null}::int, ${counts ? on : null}::date
    from organization o where o.id = ${organization}`,
  project: ({ organization, on, counts }) => sql`
    insert into project (id, organization, area, province, title, need, starts_on, status, on_behalf, recorded_at)
    select gen_random_uuid(), o.id, o.area, o.province, '项目', '需要', ${on}, ${counts ? 'running' : 'planned'}, false, now()
    from organization o where o.id = ${organization}`,
  training: ({ organization, on, counts }) => sql`
    insert into training_attendance (id, training, organization, area, province, audience, level, name, bare, leader,
      attended_on, recorded_at, removed_at)
    select gen_random_uuid(), gen_random_uuid(), o.id, o.area, o.province, 'keyMembers', 'county', '甲', '甲', false, ${on}, now(),
      ${counts ? null : on}::date
    from organization o where o.id = ${organization}`,
  service: ({ organization, on, counts }) => sql`
    insert into service_entry (id, team_member, volunteer, organization, area, province, kind, content, served_on, minutes,
      status, due_on, recorded_at)
    select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), o.id, o.area, o.province, 'elderly', '探望', ${on}, 60,
      ${counts ? 'confirmed' : 'waiting'}, ${on}, now()
    from organization o where o.id = ${organization}`,
  record: ({ organization, on, counts }) => sql`
    insert into dated_record (id, kind, area, province, organization, title, starts_on, attributes, status, recorded_at,
      closed_at, closed_why)
    select gen_random_uuid(), 'jointMeetings', o.area, o.province, o.id, '会议', ${on}, '{}', ${counts ? 'standing' : 'withdrawn'},
      now(), ${counts ? null : on}::date, ${counts ? null : '记错了'}
    from organization o where o.id = ${organization}`,
}

const kept = fc.array(
  fc.record({
    kind: fc.constantFrom(...Object.keys(leave)),
    ago: fc.integer({ min: 0, max: 1_000 }),
    counts: fc.boolean(),
  }),
  { maxLength: 8 },
)

it('is the last day on which any record that stands was left', async () => {
  await fc.assert(
    fc.asyncProperty(kept, async (records) => {
      await inPassing(async (db) => {
        const organization = await quietOne(db)
        for (const { kind, ago, counts } of records)
          await db.run(leave[kind]?.({ organization, on: addDays(worldToday, -ago), counts }) ?? sql`select`)
        const seen = Object.fromEntries(
          (await signsOf(db, organization)).map((one) => [one.sign, one.lastOn]),
        )
        for (const kind of Object.keys(leave)) {
          const days = records.filter((one) => one.kind === kind && one.counts).map(({ ago }) => ago)
          expect(seen[kind as Sign], kind).toBe(
            days.length > 0 ? addDays(worldToday, -Math.min(...days)) : null,
          )
        }
        const last = Math.min(longAgo, ...records.filter(({ counts }) => counts).map(({ ago }) => ago))
        const since = addDays(worldToday, -last)
        const isSilent = since <= (`${Number(worldToday.slice(0, 4)) - 1}${worldToday.slice(4)}` as Day)
        expect(await silentSince(db, organization, months, worldToday)).toBe(isSilent ? since : null)
      })
    }),
    { numRuns: 25 },
  )
})

const longAgo = 1_200

/** An active organization of which nothing but its founding is known, long ago. */
async function quietOne(db: Db): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    select o.id from organization o where o.status = 'active'
      and not exists (select 1 from party_arrangement g where g.organization = o.id)
      and not exists (select 1 from certificate c where c.organization = o.id) order by o.id limit 1`)
  const on = addDays(worldToday, -longAgo)
  await db.run(sql`update organization set founded_on = ${on}, updated_at = ${on}::date where id = ${id}`)
  return id
}

/** Nothing of it remains. What the records refer to besides the organization is of no concern here. */
async function inPassing(work: (db: Db) => Promise<void>): Promise<void> {
  await database()
    .transaction(async (db) => {
      await db.run(sql`set local session_replication_role = replica`)
      await work(db)
      throw over
    })
    .catch((error: unknown) => {
      if (error !== over) throw error
    })
}

const over = new Error('over')
