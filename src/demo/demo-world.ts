// Builds a demo world in an empty database: real areas, a shipped programme, made-up organizations, one account a role.
import { v7 } from 'uuid'
import { type Day, dayOf, daysBetween } from '../kernel/time.ts'
import { levelOf, loadSubtree } from '../modules/areas/server/index.ts'
import {
  endPeriods,
  insertOrganizations,
  openFirstPeriods,
  rewritePeriods,
  withSearch,
} from '../modules/organizations/server/index.ts'
import { type Role, roles } from '../modules/people/roles.ts'
import { addPerson, addPosting, demoPassword, markDemo } from '../modules/people/server/index.ts'
import { loadPackText, parsedPack, shippedText } from '../modules/programmes/server/index.ts'
import { loadShippedRules, rulesFor } from '../modules/rules/server/index.ts'
import { type Context, clockOff, contextFor, systemClock } from '../platform/context.ts'
import type { Database } from '../platform/db.ts'
import { policy } from '../policy.ts'
import { addActivities } from './activities.ts'
import { addPopulations } from './areas-store.ts'
import { addCensuses } from './census-store.ts'
import { addCertificates } from './certificates.ts'
import { addChanges } from './changes.ts'
import { addCharters } from './charters.ts'
import { communitiesIn, gatherStatistics, setColumn, spotsOf, townshipsIn } from './demo-store.ts'
import { addFilings } from './filing.ts'
import { addHonors } from './honors.ts'
import { addHubTies } from './hub-store.ts'
import { type DemoTurn, makeHubs, makeOrganizations } from './organizations.ts'
import { addParty } from './party.ts'
import { demoPlaces, otherPlace } from './places.ts'
import { addProjects } from './projects-store.ts'
import { chanceFrom } from './random.ts'
import { addRecords } from './records.ts'
import { addSupport } from './support.ts'
import { addTiers } from './tiers.ts'
import { addTrainings } from './training-store.ts'
import { addVenues } from './venues-store.ts'
import { addVolunteers } from './volunteers-store.ts'
import { addSocialWorkers } from './workers.ts'

const batch = 5_000
const seed = 20_230_825
/** The county beside shows only that its officer has a register of their own. */
const besideAverage = { urban: 2, rural: 2 }

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
    await markDemo(db, days)
    const text = shippedText(packId)
    const area = parsedPack(text).area.code
    progress('载入区划')
    const { communities } = await loadSubtree(db, area)
    if (place.beside) await loadSubtree(db, place.beside)
    await addPopulations(ctx)
    progress('载入方案包')
    const { pack } = await loadPackText(ctx, text, undefined, { demo: true })
    await loadShippedRules(ctx, packId)
    const organizations = await addOrganizations(ctx, area, place.average, progress)
    if (place.beside) await addOrganizations(ctx, place.beside, besideAverage, progress)
    await addTiers(ctx)
    progress('核发备案证书')
    await addCertificates(ctx)
    progress('写章程')
    await addCharters(ctx, area, await spotsOf(db, area))
    progress('建立党支部')
    const { county, ...spots } = await spotsOf(db, area)
    if (county) await addParty(ctx, { ...spots, county })
    progress('记上枢纽的联系服务')
    await addHubTies(ctx, Object.keys((await rulesFor(ctx.db, area))['hubs.services']))
    progress('办服务项目')
    await addProjects(ctx)
    progress('建立演示账号')
    await addAccounts(ctx, area, place.beside)
    progress('记上志愿服务')
    await addVolunteers(ctx)
    progress('摆上申请')
    await addFilings(ctx, area)
    progress('办几件变更')
    await addChanges(ctx)
    progress('授予品牌和示范，选定试点')
    await addHonors(ctx, { ownCounty: (await levelOf(db, area)) === 'county' })
    progress('布置摸底')
    await addCensuses(ctx)
    progress('记上做过的事')
    await addRecords(ctx, pack)
    progress('开支持平台和孵化基地')
    await addSupport(ctx, area, await spotsOf(db, area))
    progress('开放场地')
    await addVenues(ctx, await spotsOf(db, area))
    progress('办培训')
    await addTrainings(ctx)
    progress('登记社会工作者')
    await addSocialWorkers(ctx, area)
    progress('办活动')
    await addActivities(ctx, await spotsOf(db, area), pack.series)
    progress('整理统计信息')
    await gatherStatistics(db)
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
  const { rows, turns: later } = makeOrganizations(chance, await communitiesIn(ctx.db, area), {
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
  await takeTurns(ctx, later)
  return all.length
}

const turns = {
  filed: { column: 'tier', value: 'filed' },
  dormant: { column: 'status', value: 'dormant' },
  ended: { column: 'status', value: 'ended' },
} as const satisfies Record<DemoTurn['kind'], { column: 'tier' | 'status'; value: string }>

/** Later turns leave dated periods, so that figures of past days differ from today's. */
async function takeTurns(ctx: Context, taken: readonly DemoTurn[]): Promise<void> {
  for (const [day, those] of byDay(taken)) {
    for (const [kind, { column, value }] of Object.entries(turns)) {
      const ids = those.filter((turn) => turn.kind === kind).map((turn) => turn.id)
      if (ids.length === 0) continue
      await setColumn(ctx, ids, column, value)
      if (kind === 'ended') await endPeriods(ctx, ids, day)
      else
        await rewritePeriods(
          ctx,
          ids.map((id) => ({ id, columns: [column] })),
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
    ['organizationLeader', spots.community, '组织负责人'],
    ['resident', spots.community, '居民'],
    ['judge', area, '评审'],
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
