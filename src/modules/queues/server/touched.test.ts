// Certificates that no longer fit wait; to find them only those whose organization was touched are compared.
import { beforeAll, expect, it } from 'vitest'
import { useDatabase } from '../../../../test/database.ts'
import { places, worldContext } from '../../../../test/world.ts'
import { chanceFrom } from '../../../demo/random.ts'
import { type Sql, sql } from '../../../platform/db.ts'
import type { WorkSource } from '../../../platform/work-source.ts'
import { workSources } from '../../../server.ts'
import { listWork, waiting } from './work-store.ts'

const database = useDatabase()
const chance = chanceFrom(27)

const who = {
  id: null,
  name: '测试',
  postings: [{ role: 'countyOfficer', area: places.inside, level: 'county' as const }],
}

const sourceOf = (name: string): WorkSource => {
  const source = workSources[name]
  if (!source) throw new Error(`no source ${name}`)
  return source
}

/** A valid certificate, as it should be, of each filed organization. */
beforeAll(async () => {
  await database().run(sql`insert into certificate_counter (series, last) values ('#', 100000)`)
  await database().run(sql`
    insert into certificate (id, organization, number, series, serial, code, title, name, place, leader, scope, body,
      issued_on, status, recorded_at)
    select gen_random_uuid(), o.id, 'C' || row_number() over (order by o.id), '#', row_number() over (order by o.id),
      gen_random_uuid()::text, '备案证书', o.name, a.short_name, o.leader, o.scope, '某办', '2023-01-01', 'valid', now()
    from organization o join area a on a.code = o.area
    where o.county = ${places.inside} and o.tier = 'filed' and o.status <> 'ended'`)
})

const edits: readonly ((one: Sql, other: Sql) => Sql)[] = [
  (one) => sql`update organization set name = name || '改' where id = ${one}`,
  (one) => sql`update organization set leader = coalesce(leader, '') || '改' where id = ${one}`,
  (one) => sql`update organization set scope = '改了' where id = ${one}`,
  (one) => sql`update organization set tier = 'guided' where id = ${one}`,
  (one) => sql`update organization set members = 99 where id = ${one}`,
  (one, other) => sql`update organization set area = a.area, township = a.township, community = a.community
    from organization a where a.id = ${other} and organization.id = ${one}`,
  (one) => sql`update area set short_name = short_name || '改' where code = (
    select area from organization where id = ${one})`,
]

/** Every valid certificate compared with its organization. */
const naive = {
  'changes.reissue': sql`o.status <> 'ended' and o.tier = 'filed' and (c.name <> o.name or c.leader <> o.leader
    or c.place not like '%' || a.short_name or c.scope is distinct from o.scope)`,
  'certificates.cancel': sql`o.status = 'ended' or o.tier <> 'filed'`,
}

async function expectAsNaive(): Promise<number> {
  const ctx = worldContext(database(), who)
  let found = 0
  for (const [name, fits] of Object.entries(naive)) {
    const rows = await listWork(ctx, sourceOf(name), {
      side: 'own',
      area: undefined,
      after: null,
      limit: 500,
    })
    const plain = await database().rows<{ id: string }>(sql`
      select c.id from certificate c join organization o on o.id = c.organization join area a on a.code = o.area
      where c.status = 'valid' and o.county = ${places.inside} and (${fits})`)
    expect(rows.map(({ id }) => id).sort()).toEqual(plain.map(({ id }) => id).sort())
    found += rows.length
  }
  return found
}

it('They are those that a comparison of all finds, after every change of what stands on them', async () => {
  expect(await expectAsNaive()).toBe(0)
  for (let turn = 0; turn < 4; turn++)
    for (const edit of edits) {
      const any = () =>
        sql`(select organization from certificate order by hashtext(id::text || ${String(chance.whole(0, 999))}) limit 1)`
      await database().run(edit(any(), any()))
    }
  expect(await expectAsNaive()).toBeGreaterThan(5)
})

it.each(Object.keys(naive))('%s reads the certificates that were touched, from an index', async (name) => {
  const source = sourceOf(name)
  const ctx = worldContext(database(), who)
  const plan = await database().transaction(async (db) => {
    await db.run(sql`set local enable_seqscan = off`)
    return db.rows<Record<string, string>>(
      sql`explain select ${source.id} from ${source.from} where ${waiting(ctx, source, 'own')}`,
    )
  })
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('certificate_touched')
})
