// Numbers of those who signed up go when their time has come, whether or not anybody does anything.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { planned } from '../../../../test/activities.ts'
import { clientOf, testServer } from '../../../../test/client.ts'
import { useDatabase } from '../../../../test/database.ts'
import { places, spotsIn, worldNow } from '../../../../test/world.ts'
import { sql } from '../../../platform/db.ts'
import { forgetOldPhones } from './index.ts'

const database = useDatabase()
const hour = 3_600_000
const statuses = ['planned', 'published', 'cancelled'] as const

/** Hours since its end, and what became of it. */
const activity = fc.record({
  status: fc.constantFrom(...statuses),
  over: fc.oneof(fc.integer({ min: -48, max: 72 }), fc.integer({ min: 700, max: 740 })),
})

it('of cancelled ones a day after their end, of others thirty days', async () => {
  const worker = await clientOf(await testServer(database()), 'communityWorker.inside')
  const { community: area } = await spotsIn(database(), places.inside)
  const { id } = await planned(worker, { area })
  await fc.assert(
    fc.asyncProperty(fc.array(activity, { minLength: 1, maxLength: 30 }), async (all) => {
      await database().run(sql`delete from activity where id <> ${id}`)
      const rows = all.map(({ status, over }, at) => ({
        ...{ id: crypto.randomUUID(), code: `CODE${at}`, at, status },
        ends: new Date(Date.parse(worldNow) - over * hour).toISOString(),
      }))
      await database().run(sql`
        insert into activity select (json_populate_record(v, json_build_object('id', r.id, 'code', r.code,
          'status', r.status, 'ends_at', r.ends, 'starts_at', r.ends::timestamptz - interval '2 hours',
          'cancel_reason', case when r.status = 'cancelled' then '雨' end))).*
        from activity v, json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, code text, status text, ends text)
        where v.id = ${id}`)
      await database().run(sql`
        insert into activity_sign_up (id, activity, number, name, phone, phone_hash, code, status, signed_at)
        select gen_random_uuid(), v.id, 1, '邻居', '13900000000', 'hash', v.code, 'going', now() from activity v
        where v.id <> ${id}`)
      await forgetOldPhones(database(), worldNow)
      const kept = await database().rows<{ activity: string; hash: string }>(sql`
        select activity, phone_hash as hash from activity_sign_up where phone is not null`)
      const expected = rows.filter((_, at) => {
        const { status, over } = all[at] ?? { status: 'planned', over: 0 }
        return over <= (status === 'cancelled' ? 24 : 720)
      })
      expect(kept.map((one) => one.activity).sort()).toEqual(expected.map((one) => one.id).sort())
      const { hashes } = await database().one<{ hashes: number }>(
        sql`select count(phone_hash)::int as hashes from activity_sign_up`,
      )
      expect(hashes).toBe(all.length)
    }),
    { numRuns: 20 },
  )
})
