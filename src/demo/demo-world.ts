// Builds a demo world in an empty database: real areas, a shipped programme, made-up organizations, one account a role.
import { v7 } from 'uuid'
import { type Day, dayOf, daysBetween } from '../kernel/time.ts'
import { loadSubtree } from '../modules/areas/server/index.ts'
import {
  insertOrganizations,
  openFirstPeriods,
  rewritePeriods,
  withSearch,
} from '../modules/organizations/server/index.ts'
import { type Role, roles } from '../modules/people/roles.ts'
import { addPerson, addPosting, demoPassword, markDemo } from '../modules/people/server/index.ts'
import { loadPackText, parsedPack, shippedText } from '../modules/programmes/server/index.ts'
import { type Context, clockOff, contextFor, systemClock } from '../platform/context.ts'
import { type Database, type Db, sql } from '../platform/db.ts'
import { policy } from '../policy.ts'
import { type DemoCommunity, type DemoTurn, makeHubs, makeOrganizations } from './organizations.ts'
import { demoPlaces, otherPlace } from './places.ts'
import { chanceFrom } from './random.ts'

const batch = 5_000
const seed = 20_230_825

export type Progress = (line: string) => void
export type DemoFacts = {
  pack: string
  title: string
  communities: number
  organizations: number
  today: Day
}

/** All or nothing: one transaction. */
export function makeDemoWorld(database: Database, packId: string, progress: Progress): Promise<DemoFacts> {
  const place = demoPlaces[packId] ?? otherPlace
  const days = daysBetween(dayOf(systemClock()), place.today)
  return database.transaction(async (db) => {
    const ctx = contextFor(db, { id: null, name: '演示数据', postings: [] }, policy, {
      clock: clockOff(days),
    })
    const text = shippedText(packId)
    const area = parsedPack(text).area.code
    progress('载入区划')
    const { communities } = await loadSubtree(db, area)
    if (place.beside) await loadSubtree(db, place.beside)
    progress('载入方案包')
    const { pack } = await loadPackText(ctx, text, undefined, { demo: true })
    const organizations = await addOrganizations(ctx, area, place.average, progress)
    progress('建立演示账号')
    await addAccounts(ctx, area, place.beside)
    await markDemo(db, days)
    progress('整理统计信息')
    await db.run(sql`analyze`)
    return { pack: packId, title: pack.title, communities, organizations, today: place.today }
  })
}

async function addOrganizations(
  ctx: Context,
  area: string,
  average: { urban: number; rural: number },
  progress: Progress,
): Promise<number> {
  const chance = chanceFrom(seed)
  const { rows, turns } = makeOrganizations(chance, await communitiesIn(ctx.db, area), {
    today: ctx.today,
    average,
    newId: v7,
  })
  const hubs = makeHubs(chance, await townshipsIn(ctx.db, area), { today: ctx.today, newId: v7 })
  const all = [...hubs, ...rows]
  for (let start = 0; start < all.length; start += batch) {
    const part = all.slice(start, start + batch)
    await insertOrganizations(ctx, part.map(withSearch))
    await openFirstPeriods(
      ctx,
      part.map((row) => row.id),
    )
    progress(
      `生成组织 ${Math.min(start + batch, all.length).toLocaleString('zh-CN')} / ${all.length.toLocaleString('zh-CN')}`,
    )
  }
  await takeTurns(ctx, turns)
  return all.length
}

/** Later turns leave dated periods, so that figures of past days differ from today's. */
async function takeTurns(ctx: Context, turns: readonly DemoTurn[]): Promise<void> {
  const columns = { filed: 'tier', dormant: 'status', ended: 'status' } as const
  for (const [day, those] of byDay(turns)) {
    for (const kind of ['filed', 'dormant', 'ended'] as const) {
      const ids = those.filter((turn) => turn.kind === kind).map((turn) => turn.id)
      if (ids.length === 0) continue
      const value = { filed: 'filed', dormant: 'dormant', ended: 'ended' }[kind]
      const set = kind === 'filed' ? sql`tier = ${value}` : sql`status = ${value}`
      await ctx.db.run(
        sql`update organization set ${set}, version = version + 1 where id = any(${ids}::uuid[])`,
      )
      await rewritePeriods(
        ctx,
        ids.map((id) => ({ id, columns: [columns[kind]] })),
        day,
      )
    }
  }
}

function byDay(turns: readonly DemoTurn[]): Map<Day, DemoTurn[]> {
  const days = new Map<Day, DemoTurn[]>()
  for (const turn of turns) {
    const month = `${turn.on.slice(0, 8)}01` as Day
    days.set(month, [...(days.get(month) ?? []), turn])
  }
  return days
}

const communitiesIn = (db: Db, area: string): Promise<DemoCommunity[]> =>
  db.rows(sql`
    select code::text as code, short_name as "shortName", township::text as township, settlement from area
    where level = 'community' and not virtual and ${area} in (province, city, county, township) order by code`)

const townshipsIn = (db: Db, area: string) =>
  db.rows<{ code: string; shortName: string }>(sql`
    select code::text as code, short_name as "shortName" from area
    where level = 'township' and kind <> 'zone' and ${area} in (province, city, county) order by code`)

/** One account a role, at the programme's area or at the first areas below it. */
async function addAccounts(ctx: Context, area: string, beside: string | null): Promise<void> {
  const spots = await spotsOf(ctx.db, area)
  const accounts: [Role, string | null, string][] = [
    ['cityOfficer', spots.city, '市级民政'],
    ['countyOfficer', spots.county, '县区民政'],
    ['countyOfficer', beside ?? spots.otherCounty, '另一县区民政'],
    ['partyOfficer', area, '组织部门'],
    ['townshipOfficer', spots.township, '街镇'],
    ['communityWorker', spots.community, '社区'],
    ['administrator', area, '管理员'],
    ['auditor', area, '审计'],
  ]
  for (const [role, at, loginName] of accounts) {
    if (!at) continue
    const person = await addPerson(ctx, {
      loginName,
      displayName: `${roles[role]}（演示）`,
      password: demoPassword,
      demo: true,
    })
    await addPosting(ctx, person, role, at)
  }
}

type Spots = {
  city: string | null
  county: string | null
  otherCounty: string | null
  township: string
  community: string
}

/** An officer above the county when the programme has one, then the first county, township and community of it. */
const spotsOf = (db: Db, area: string): Promise<Spots> =>
  db.one(sql`
    with inside as (
      select a.* from area a where ${area} in (a.province, a.city, a.county, a.township) order by a.code),
    short as (
      select o.community from organization o where ${area} in (o.province, o.city, o.county) and o.community is not null
      group by o.community order by count(distinct o.category), o.community limit 1)
    select (select code::text from inside where level in ('province', 'city') order by code limit 1) as city,
      coalesce((select county::text from area where code = short.community)) as county,
      (select code::text from inside i where level = 'county'
         and code <> (select county from area where code = short.community) limit 1) as "otherCounty",
      (select township::text from area where code = short.community) as township,
      short.community::text as community
    from short`)
