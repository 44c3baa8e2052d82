// Made-up changes in the demo's township: asked for, moved, merged, split, reminded, on the way out, and silent.
import { addDays, type Day } from '../kernel/time.ts'
import { emptySuccessor } from '../modules/changes/reorganization.ts'
import {
  admonish,
  decideExit,
  merge,
  openRemoval,
  requestChange,
  requestExit,
  split,
  tickExitStep,
} from '../modules/changes/server/index.ts'
import { type Context, contextFor } from '../platform/context.ts'
import { policy } from '../policy.ts'
import { communitiesBeside, type DemoOrganization, groupsOf, letSomeBeSilent } from './changes-store.ts'
import { demoWho, spotsOf } from './demo-store.ts'

/** One of each, in the communities of the demo's township; where a place has too few groups, what needs them is left out. */
export async function addChanges(ctx: Context, area: string): Promise<void> {
  await letSomeBeSilent(ctx.db, ctx.today)
  const spots = await spotsOf(ctx.db, area)
  const people = await demoWho(ctx.db)
  const worker = asking(ctx, people.get('社区'))
  const officer = asking(ctx, people.get('街镇'))
  if (!worker || !officer) return
  const home = await allGroups(ctx, spots.community)
  const others: DemoOrganization[][] = []
  for (const community of await communitiesBeside(ctx.db, spots.township, spots.community))
    others.push(await allGroups(ctx, community))
  await changeAtHome(worker, officer, home.toReversed())
  await changeBeside(
    officer,
    others.filter((groups) => groups.length > 3),
  )
}

const allGroups = async ({ db }: Context, community: string): Promise<DemoOrganization[]> => [
  ...(await groupsOf(db, community, 'filed')),
  ...(await groupsOf(db, community, 'guided')),
]

type Somebody = Parameters<typeof contextFor>[1] | undefined

/** The context of one of the demo's accounts, on the demo's day. */
const asking = (ctx: Context, who: Somebody): Context | null =>
  who ? contextFor(ctx.db, who, policy, { clock: () => ctx.now }) : null

/** What waits in the community of the demo's worker. */
async function changeAtHome(
  worker: Context,
  officer: Context,
  groups: readonly DemoOrganization[],
): Promise<void> {
  const [leaving, moving, renamed, reminded] = groups
  if (renamed)
    await requestChange(worker, renamed.id, {
      change: {
        kind: 'details',
        asked: { leader: '演示新负责人' },
        from: days(worker, -3),
        reason: '换届，成员推选',
      },
      directly: false,
    })
  if (reminded)
    await admonish(worker, reminded.id, {
      ...{ kind: 'rectification', on: days(worker, -12), dueOn: days(worker, 3) },
      said: '活动室用电不安全，请整改线路',
    })
  if (leaving) await windUp(worker, officer, leaving)
  if (moving) await notify(officer, moving)
}

async function windUp(worker: Context, officer: Context, { id, members }: DemoOrganization): Promise<void> {
  const inFavour = members - 1
  const exit = await requestExit(worker, id, {
    ...{ cause: 'resolved', said: '成员年纪大了，大会决议解散' },
    vote: { on: days(worker, -20), entitled: members, present: members, inFavour, against: 1, abstaining: 0 },
  })
  const accepted = await decideExit(officer, exit.id, {
    decision: 'accept',
    said: '材料齐全，同意受理',
    on: null,
  })
  const [first] = accepted.steps
  if (first) await tickExitStep(worker, exit.id, first.name, { on: days(worker, -2), evidence: '成员签收单' })
}

const notify = (officer: Context, { id }: DemoOrganization) =>
  openRemoval(officer, id, {
    cause: 'lost',
    said: '负责人搬走，三次上门联系不上',
    noticedOn: days(officer, -25),
  })

/** What was done in the communities beside it. */
async function changeBeside(officer: Context, communities: readonly DemoOrganization[][]): Promise<void> {
  const [first = [], second = []] = communities
  await joinTwo(officer, first)
  await splitOne(officer, second)
  const [, , , moved] = second
  const [target] = first
  if (moved && target)
    await requestChange(officer, moved.id, {
      change: { kind: 'move', to: target.area, from: days(officer, -30), reason: '活动场地搬到那里' },
      directly: true,
    })
}

async function joinTwo(officer: Context, [into, part]: readonly DemoOrganization[]): Promise<void> {
  if (!into || !part) return
  await merge(officer, into.id, {
    ...{ others: [part.id], into: { existing: into.id }, on: days(officer, -60) },
    reason: '规模小、活动相近，经成员商定合为一个',
    ...{
      members: into.members + part.members - 2,
      partyMembers: sumOf(into.partyMembers, part.partyMembers),
    },
    difference: '有 2 人同时在两个队里',
  })
}

const sumOf = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b)

async function splitOne(officer: Context, [whole]: readonly DemoOrganization[]): Promise<void> {
  if (!whole) return
  const half = Math.floor(whole.members / 2)
  const part = (ending: string, members: number, partyMembers: number | null) => ({
    ...emptySuccessor,
    ...{
      name: `${whole.name}${ending}`,
      area: whole.area,
      category: 'culture' as const,
      tier: 'guided' as const,
    },
    ...{ members, partyMembers },
  })
  const none = whole.partyMembers === null ? null : 0
  await split(officer, whole.id, {
    into: [
      part('一队', half, whole.partyMembers === null ? null : Math.min(half, whole.partyMembers)),
      part('二队', whole.members - half, none),
    ],
    ...{ on: days(officer, -45), reason: '人多了，分队活动', difference: null },
  })
}

const days = (ctx: Context, count: number): Day => addDays(ctx.today, count)
