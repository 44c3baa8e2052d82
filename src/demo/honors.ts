// Made-up titles: many that were given, and a few on their way in the demo's county and township.
import { addDays, type Day, type Instant } from '../kernel/time.ts'
import { addWorkingDays } from '../kernel/working-days.ts'
import { titleOf } from '../modules/honors/honor.ts'
import type { HonorDraft } from '../modules/honors/honor-drafts.ts'
import { nominate, objectTo, passReview } from '../modules/honors/server/index.ts'
import { type Context, contextFor } from '../platform/context.ts'
import type { Who } from '../platform/policy.ts'
import { policy } from '../policy.ts'
import { demoWho } from './demo-store.ts'
import {
  endSomeHonors,
  giveBrandsAndModels,
  givePilotsAndSites,
  giveProvincialPilot,
  giveTownshipBrands,
  markHonors,
  plainGroups,
} from './honors-store.ts'

/** 白云区 (GZ 三（一）); where it is no part of the demo, nothing happens. */
const provincialPilot = '440111000000'

/** After the accounts. `ownCounty`: the programme is a county's own. */
export async function addHonors(ctx: Context, { ownCounty }: { ownCounty: boolean }): Promise<void> {
  await giveBrandsAndModels(ctx)
  await givePilotsAndSites(ctx)
  await giveProvincialPilot(ctx, provincialPilot)
  if (ownCounty) await giveTownshipBrands(ctx)
  await endSomeHonors(ctx)
  await addOnTheirWay(ctx)
  await markHonors(ctx)
}

/** One that waits for its review, one in notice with an objection, one whose notice is over, one of the township. */
async function addOnTheirWay(ctx: Context): Promise<void> {
  const people = await demoWho(ctx.db)
  const [worker, township, county] = ['社区', '街镇', '县区民政'].map((login) => people.get(login))
  const community = worker?.postings[0]?.area
  if (!worker || !township || !county || !community) return
  const groups = await plainGroups(ctx, community)
  const [first, second, third, fourth] = groups
  const ago = (count: number) => addWorkingDays(ctx.today, -count)
  if (first) await toNotice(ctx, { worker, county, group: first.id, from: ago(8) })
  if (second) {
    const id = await toNotice(ctx, { worker, county, group: second.id, from: ago(2) })
    const said = { receivedOn: ago(1), said: '反映材料中的一次活动不是这个组织单独办的' }
    await objectTo(on(ctx, county, ago(1)), id, said)
  }
  if (third) await nominate(on(ctx, worker, ago(3)), draftFor(third.id, 'county', ago(3)))
  if (fourth) await nominate(on(ctx, worker, ago(2)), draftFor(fourth.id, 'township', ago(2)))
}

type Way = { worker: Who; county: Who; group: string; from: Day }

async function toNotice(ctx: Context, { worker, county, group, from }: Way): Promise<string> {
  const { id } = await nominate(on(ctx, worker, addDays(from, -9)), draftFor(group, 'county', from))
  await passReview(on(ctx, county, from), id)
  return id
}

/** The context of somebody on a day before the demo's own. */
const on = (ctx: Context, who: Who, day: Day): Context =>
  contextFor(ctx.db, who, policy, { clock: () => `${day}T02:00:00.000Z` as Instant })

const draftFor = (organization: string, level: HonorDraft['level'], day: Day): HonorDraft => ({
  ...{ kind: 'brand', level, title: titleOf('brand', 'organization'), theme: null },
  year: Number(day.slice(0, 4)),
  reason: '成立以来坚持开展活动，服务邻里，居民参与面广',
  about: { subject: 'organization', organization },
})
