// The small world that server tests share: two counties of one city, one person a role inside and one outside,
// a programme in one county, and organizations in both.
import argon2 from '@node-rs/argon2'
import { v7 } from 'uuid'
import { makeHubs, makeOrganizations } from '../src/demo/organizations.ts'
import { chanceFrom } from '../src/demo/random.ts'
import type { Day, Instant } from '../src/kernel/time.ts'
import { loadSubtree } from '../src/modules/areas/server/index.ts'
import {
  insertOrganizations,
  openFirstPeriods,
  withSearch,
} from '../src/modules/organizations/server/index.ts'
import { type Role, roles } from '../src/modules/people/roles.ts'
import { addPerson, addPosting } from '../src/modules/people/server/index.ts'
import { loadPackText, shippedText } from '../src/modules/programmes/server/index.ts'
import { type Context, contextFor } from '../src/platform/context.ts'
import { type Database, type Db, sql } from '../src/platform/db.ts'
import type { Who } from '../src/platform/policy.ts'
import { policy } from '../src/policy.ts'

/** 苏州市; 太仓市 with its 浮桥镇 and one community (inside); 昆山市 (outside). */
export const places = {
  city: '320500000000',
  inside: '320585000000',
  outside: '320583000000',
} as const

/** The day on which the world stands still. */
export const worldToday = '2023-08-25' as Day
export const worldNow = '2023-08-25T02:00:00.000Z' as Instant
export const password = 'Test-Password-1'

/** Level at which a role is posted in the world. */
const levels: Record<Role, 'city' | 'county' | 'township' | 'community'> = {
  administrator: 'county',
  cityOfficer: 'city',
  countyOfficer: 'county',
  partyOfficer: 'county',
  townshipOfficer: 'township',
  communityWorker: 'community',
  organizationLeader: 'community',
  resident: 'community',
  judge: 'county',
  auditor: 'county',
}

/** Sign-in names: `countyOfficer.inside`, `countyOfficer.outside`; the city officer exists only inside. */
export async function fillWorld(database: Database): Promise<void> {
  await database.transaction(async (db) => {
    const ctx = worldContext(db)
    await loadSubtree(db, places.inside)
    await loadSubtree(db, places.outside)
    await loadPackText(ctx, shippedText('taicang'))
    await addPeople(ctx, 'inside')
    await addPeople(ctx, 'outside')
    // Tests sign in a thousand times; a hash says itself how much work it asks for.
    const quick = await argon2.hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 })
    await db.run(sql`update person set password_hash = ${quick}`)
    await addOrganizations(ctx, places.inside, 1, 24)
    await addOrganizations(ctx, places.outside, 2, 8)
  })
}

/** A context with the whole world's reach; `who` narrows it. */
export const worldContext = (db: Db, who: Who = everywhere): Context =>
  contextFor(db, who, policy, { clock: () => worldNow })

const everywhere: Who = {
  id: null,
  name: '测试',
  postings: ['administrator', 'cityOfficer'].map((role) => ({
    role,
    area: '320000000000',
    level: 'province',
  })),
}

async function addPeople(ctx: Context, side: 'inside' | 'outside'): Promise<void> {
  const spots = await spotsIn(ctx.db, places[side])
  for (const role of Object.keys(roles) as Role[]) {
    if (role === 'cityOfficer' && side === 'outside') continue
    const person = await addPerson(ctx, {
      loginName: `${role}.${side}`,
      displayName: `${roles[role]}（测试）`,
      password,
    })
    await addPosting(ctx, person, role, levels[role] === 'city' ? places.city : spots[levels[role]])
  }
}

type Spots = { county: string; township: string; community: string }

/** The county, its second township and the first community of that. */
export const spotsIn = (db: Db, county: string): Promise<Spots> =>
  db.one(sql`
    with t as (select code from area where county = ${county} and level = 'township' order by code offset 1 limit 1)
    select ${county} as county, t.code::text as township,
      (select c.code::text from area c where c.township = t.code and c.level = 'community' order by c.code limit 1) as community
    from t`)

/** Organizations in the first communities of the county and in those of its second township. */
async function addOrganizations(
  ctx: Context,
  county: string,
  seed: number,
  communities: number,
): Promise<void> {
  const { township } = await spotsIn(ctx.db, county)
  const found = await ctx.db.rows<{
    code: string
    shortName: string
    township: string
    settlement: 'urban' | 'rural' | 'unknown'
  }>(sql`
    select code::text as code, short_name as "shortName", township::text as township, settlement from area
    where county = ${county} and level = 'community' and not virtual
    order by township = ${township} desc, code limit ${communities}`)
  const chance = chanceFrom(seed)
  const options = { today: worldToday, average: { urban: 6, rural: 4 }, newId: v7 }
  const { rows } = makeOrganizations(chance, found, options)
  const hubs = makeHubs(
    chance,
    [
      { code: township, shortName: '测试镇' },
      { code: township, shortName: '测试街道' },
    ],
    options,
  )
  const all = [...rows, ...hubs]
  await insertOrganizations(ctx, all.map(withSearch))
  await openFirstPeriods(
    ctx,
    all.map((row) => row.id),
  )
}
