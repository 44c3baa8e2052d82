// Takes back a merger or split that was a mistake: what there was before goes on as if it had never been.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { notAllowed, notFound } from '../../../platform/policy.ts'
import {
  type Act,
  changeFacts,
  endOrganization,
  resumeOrganization,
} from '../../organizations/server/index.ts'
import type { Reorganization } from '../reorganization.ts'
import { shownReorganization } from './reorganization-commands.ts'
import {
  annulReorganization,
  laterActs,
  lockReorganization,
  type ReorganizationRow,
  reachedAmong,
  standingOf,
} from './reorganization-store.ts'

/**
 * New successors never were; predecessors go on from the day on which they ended. An organization into which others were
 * merged gets its former numbers back, unless they were changed since. Certificates, branches and hub ties that ended with
 * the predecessors are not brought back: they are issued and arranged anew.
 */
export async function annul(ctx: Context, id: string, reason: string): Promise<Reorganization> {
  const act = await lockReorganization(ctx.db, id)
  if (!act) throw notFound('合并或拆分')
  await authorizeBoth(ctx, act)
  const fresh = act.successors.filter((one) => !(one in act.before))
  refuseIf(
    whyNotAnnul(act, await laterActs(ctx.db, id, act.successors), await endedAmong(ctx, act.successors)),
  )
  if ((await annulReorganization(ctx, id, reason)) !== 1) throw alreadyAnnulled
  const told: Act = { action: 'organization.annulReorganization', on: act.on, reason }
  for (const successor of fresh) await endOrganization(ctx, successor, told)
  for (const successor of act.successors.filter((one) => one in act.before))
    await giveBack(ctx, act, successor, told)
  for (const predecessor of act.predecessors)
    await resumeOrganization(ctx, predecessor, statusBefore(act, predecessor), told)
  return shownReorganization(ctx, id)
}

/** Whoever sees one of them sees the act; only who reaches all may take it back. */
async function authorizeBoth(ctx: Context, act: ReorganizationRow): Promise<void> {
  const ids = [...act.predecessors, ...act.successors]
  const seen = await reachedAmong(ctx, 'organization.see', ids)
  if (seen.length === 0) throw notFound('合并或拆分')
  const reached = await reachedAmong(ctx, 'change.reorganize', ids)
  if (reached.length < ids.length) throw notAllowed('change.reorganize')
}

const endedAmong = async (ctx: Context, ids: readonly string[]): Promise<string[]> =>
  (await standingOf(ctx.db, ids)).filter(({ status }) => status === 'ended').map(({ name }) => name)

function whyNotAnnul(
  { annulled }: ReorganizationRow,
  later: readonly { name: string }[],
  ended: readonly string[],
): Problem | null {
  if (annulled) return alreadyAnnulled
  const [first] = [...later.map(({ name }) => name), ...ended]
  if (first === undefined) return null
  return new Problem(409, {
    code: 'reorganization.goneOn',
    message: `“${first}”后来又合并、拆分或退出了，不能撤销这一次。`,
    mend: '请先撤销或恢复后来的那一次，再撤销这一次。',
  })
}

const alreadyAnnulled = new Problem(409, {
  code: 'reorganization.annulled',
  message: '这一次合并或拆分已经撤销。',
  mend: '请刷新页面。',
})

const statusBefore = ({ before }: ReorganizationRow, id: string): 'active' | 'dormant' =>
  before[id]?.status === 'dormant' ? 'dormant' : 'active'

async function giveBack(ctx: Context, act: ReorganizationRow, id: string, told: Act): Promise<void> {
  const [now] = await standingOf(ctx.db, [id])
  const was = act.before[id]
  const untouched = now?.members === act.members && now?.partyMembers === act.partyMembers
  const numbers = was && untouched ? { members: was.members, partyMembers: was.partyMembers } : {}
  await changeFacts(ctx, id, numbers, told)
}
