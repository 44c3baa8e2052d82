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
import {
  communitiesBeside,
  type DemoOrganization,
  groupsOf,
  keptBy,
  letSomeBeSilent,
} from './changes-store.ts'
import { demoWho } from './demo-store.ts'

/** One of each, in the communities of the demo's township; where a place has too few groups, what needs them is left out. */
export async function addChanges(ctx: Context): Promise<void> {
  await letSomeBeSilent(ctx.db, ctx.today)
  const people = await demoWho(ctx.db)
  const officer = asking(ctx, people.get('街镇'))
  const leader = asking(ctx, people.get('组织负责人'))
  const [township, community] = [areaOf(officer), areaOf(leader)]
  if (!officer || !leader || !township || !community) return
  await askAtHome(leader, officer)
  const others: DemoOrganization[][] = []
  for (const other of await communitiesBeside(ctx.db, township, community))
    others.push(await allGroups(ctx, other))
  await changeBeside(
    officer,
    others.filter((groups) => groups.length > 3),
  )
}

const allGroups = async ({ db, today }: Context, community: string): Promise<DemoOrganization[]> => [
  ...(await groupsOf(db, { community, tier: 'filed', today })),
  ...(await groupsOf(db, { community, tier: 'guided', today })),
]

type Somebody = Parameters<typeof contextFor>[1] | undefined

/** Where somebody of the demo works. */
const areaOf = (ctx: Context | null): string | undefined => ctx?.who.postings[0]?.area

/** The context of one of the demo's accounts, on the demo's day. */
const asking = (ctx: Context, who: Somebody): Context | null =>
  who ? contextFor(ctx.db, who, policy, { clock: () => ctx.now }) : null

/** What the demo's leader asks for, and what the leader is told. */
async function askAtHome(leader: Context, officer: Context): Promise<void> {
  const [renamed, reminded] = await keptBy(leader.db, leader.who.id)
  if (renamed)
    await requestChange(leader, renamed.id, {
      change: {
        ...{ kind: 'details', asked: { place: '社区新时代文明实践站二楼' }, from: days(leader, -3) },
        reason: '原来的活动室改作他用',
      },
      directly: false,
    })
  if (reminded)
    await admonish(officer, reminded.id, {
      ...{ kind: 'rectification', on: days(officer, -12), dueOn: days(officer, 3) },
      said: '活动室用电不安全，请整改线路',
    })
}

async function windUp(officer: Context, { id, members }: DemoOrganization): Promise<void> {
  const inFavour = members - 1
  const exit = await requestExit(officer, id, {
    ...{ cause: 'resolved', said: '成员年纪大了，大会决议解散' },
    vote: {
      on: days(officer, -20),
      entitled: members,
      present: members,
      inFavour,
      against: 1,
      abstaining: 0,
    },
  })
  const accepted = await decideExit(officer, exit.id, {
    decision: 'accept',
    said: '材料齐全，同意受理',
    on: null,
  })
  const [first] = accepted.steps
  if (first)
    await tickExitStep(officer, exit.id, first.name, { on: days(officer, -2), evidence: '成员签收单' })
}

const notify = (officer: Context, { id }: DemoOrganization) =>
  openRemoval(officer, id, {
    cause: 'lost',
    said: '负责人搬走，三次上门联系不上',
    noticedOn: days(officer, -25),
  })

/** What was done in the communities beside it. */
async function changeBeside(officer: Context, communities: readonly DemoOrganization[][]): Promise<void> {
  const [first = [], second = [], third = []] = communities
  await joinTwo(officer, first)
  await splitOne(officer, second)
  const [leaving, gone, renamed] = third
  if (leaving) await windUp(officer, leaving)
  if (gone) await notify(officer, gone)
  if (renamed)
    await requestChange(officer, renamed.id, {
      change: {
        ...{ kind: 'details', asked: { leader: '演示新负责人' }, from: days(officer, -3) },
        reason: '换届，成员推选',
      },
      directly: false,
    })
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
