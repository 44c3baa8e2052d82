// Made-up applications at every desk of the demo, and a leader with organizations of their own.
import { addDays, type Day, type Instant } from '../kernel/time.ts'
import { ApplicationFacts } from '../modules/filing/filing.ts'
import {
  addFile,
  beginApplication,
  handle,
  saveApplication,
  saveRoster,
  submitApplication,
} from '../modules/filing/server/index.ts'
import { isLawful } from '../modules/naming/name-parts.ts'
import { checkName } from '../modules/naming/server/index.ts'
import type { Category, Tier } from '../modules/organizations/choices.ts'
import { type Context, contextFor } from '../platform/context.ts'
import type { Db } from '../platform/db.ts'
import { makePdf } from '../platform/documents/index.ts'
import type { Who } from '../platform/policy.ts'
import { policy } from '../policy.ts'
import { demoWho, keepSome, type Spots, spotsOf } from './demo-store.ts'
import { nameFor, scopes } from './names.ts'
import { chanceFrom } from './random.ts'

type Plan = {
  by: '组织负责人' | '社区'
  tier: Tier
  category: Category
  /** Days before today on which it was sent; null: still a draft. */
  sent: number | null
  /** What became of it since. */
  became?: 'returned' | 'heard' | 'accepted' | 'approved'
}

const plans: readonly Plan[] = [
  { by: '组织负责人', tier: 'filed', category: 'culture', sent: 9, became: 'returned' },
  { by: '组织负责人', tier: 'guided', category: 'sports', sent: 1 },
  { by: '社区', tier: 'filed', category: 'elderCare', sent: null },
  { by: '社区', tier: 'guided', category: 'environment', sent: 8 },
  { by: '社区', tier: 'filed', category: 'safety', sent: 2 },
  { by: '社区', tier: 'filed', category: 'mutualHelp', sent: 3, became: 'heard' },
  { by: '社区', tier: 'filed', category: 'charity', sent: 20, became: 'heard' },
  { by: '社区', tier: 'filed', category: 'science', sent: 7, became: 'accepted' },
  { by: '社区', tier: 'filed', category: 'mediation', sent: 5, became: 'accepted' },
  { by: '社区', tier: 'filed', category: 'service', sent: 4, became: 'accepted' },
  { by: '社区', tier: 'registered', category: 'elderCare', sent: 6 },
  { by: '社区', tier: 'filed', category: 'customs', sent: 30, became: 'approved' },
]

/** Gives the leader some organizations of the community, and puts applications on every desk there. */
export async function addFilings(ctx: Context, area: string): Promise<void> {
  const spots = await spotsOf(ctx.db, area)
  const people = await demoWho(ctx.db)
  const leader = people.get('组织负责人')
  if (!leader?.id) return
  await keepSome(ctx.db, leader.id, spots.community, 3)
  const paper = Buffer.from(
    await makePdf({ content: ['演示材料', '这是演示数据里的一份材料，不是真的文件。'] }),
  )
  const chance = chanceFrom(68)
  const taken = new Set<string>()
  for (const plan of plans) {
    const name = await lawfulName(ctx.db, spots, plan, () =>
      nameFor(chance, spots.communityName, plan.category, taken),
    )
    if (name) await addOne(ctx, people, { ...plan, name, community: spots.community, paper })
  }
}

/** A name that the rules of the place allow: an agency's begins with its county. Null when chance finds none. */
async function lawfulName(
  db: Db,
  { community, countyName }: Spots,
  { tier }: Plan,
  next: () => string,
): Promise<string | null> {
  const registered = tier === 'registered'
  const names = registered ? [`${countyName ?? ''}暖心居家养老服务中心`] : Array.from({ length: 8 }, next)
  for (const name of names) {
    const reading = await checkName(db, community, registered ? 'serviceAgency' : 'group', name)
    if (isLawful(reading)) return name
  }
  return null
}

type Filling = Plan & { name: string; community: string; paper: Buffer }

async function addOne(ctx: Context, people: ReadonlyMap<string, Who>, plan: Filling): Promise<void> {
  const on = (login: string, ago: number) => asPerson(ctx, people.get(login), addDays(ctx.today, -ago))
  const sent = plan.sent ?? 0
  const applicant = on(plan.by, sent)
  const { id } = await beginApplication(applicant, {
    key: ctx.newId(),
    area: plan.community,
    tier: plan.tier,
  })
  await saveApplication(applicant, id, { version: 1, facts: factsOf(plan) })
  if (plan.sent === null) return
  if (plan.tier !== 'guided') await addPapers(applicant, id, plan)
  await submitApplication(applicant, id)
  if (!plan.became) return
  const heard = {
    step: 'opine',
    supports: true,
    words: '居民有需要，场地由社区协调解决，同意上报。',
  } as const
  await handle(on('社区', sent - 1), 'community', id, heard)
  const township = on('街镇', sent - 2)
  if (plan.became === 'returned') {
    const words = '活动场所证明看不清楚，请重新拍一张；章程里请写明负责人怎样产生。'
    await handle(township, 'township', id, { step: 'return', words })
  }
  if (plan.became === 'accepted' || plan.became === 'approved')
    await handle(township, 'township', id, { step: 'accept' })
  if (plan.became === 'approved')
    await handle(on('街镇', sent - 4), 'township', id, { step: 'approve', words: '符合备案条件。' })
}

const factsOf = ({ name, category, tier, paper }: Filling): ApplicationFacts =>
  ApplicationFacts.parse({
    ...{ name, category, leader: '演示负责人', phone: '10000000000', members: 16, place: '社区活动室' },
    ...{ scope: scopes[category], founders: 4, residentsServed: 120, note: paper ? '演示数据' : null },
    ...(tier === 'registered' && {
      legalForm: 'serviceAgency',
      supervision: 'direct',
      staff: 3,
      money: 5_000_000,
    }),
  })

async function addPapers(ctx: Context, id: string, { paper, tier }: Filling): Promise<void> {
  await saveRoster(ctx, id, members)
  const materials = tier === 'registered' ? ['charter', 'place', 'capital'] : ['charter', 'place']
  for (const material of materials)
    await addFile(ctx, id, material, { fileName: '演示材料.pdf', bytes: paper })
}

const members = Array.from({ length: 14 }, (_, index) => ({
  ...{ name: `演示成员${index + 1}`, mark: null, leader: index === 0, keyMember: index < 3 },
  party: index < 2 ? ('full' as const) : index === 2 ? ('probationary' as const) : ('none' as const),
}))

/** The same transaction as somebody else on another day. */
function asPerson(ctx: Context, who: Who | undefined, day: Day): Context {
  if (!who) throw new Error('the demo has no such account')
  return contextFor(ctx.db, who, policy, { clock: () => `${day}T03:00:00.000Z` as Instant })
}
