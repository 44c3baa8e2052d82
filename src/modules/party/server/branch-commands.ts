// What can be done with a branch: look, name and lead it, dissolve it, record its meetings and pairings. (D1, D3)
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import { addDays, type Day, later } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { BranchDraft } from '../arrangement-api.ts'
import { leadershipFaults, whyNotFrom, whyNotLed, whyNotStanding } from '../branch-rules.ts'
import type { ActivityDraft, Branch, PairingDraft } from '../branches-api.ts'
import { owedOn } from '../life-rules.ts'
import { leave } from './arrangement-commands.ts'
import { arrangedWith, sizeOf } from './arrangement-store.ts'
import {
  branchFacts,
  branchSubject,
  dissolveBranch,
  endPairing,
  insertActivity,
  insertPairing,
  lockPairing,
  lockStanding,
  ofBranchSubject,
  secretaryOf,
  updateBranch,
  withdrawActivity,
} from './branch-store.ts'

export async function oneBranch(ctx: Context, id: string): Promise<Branch> {
  const facts = await branchFacts(ctx, id)
  if (!facts) throw notFound('党支部')
  const { recordedOn, lastHeld, ...shown } = facts
  const rules = await rulesFor(ctx.db, facts.area)
  const start = later(facts.foundedOn, recordedOn)
  const stands = facts.dissolvedOn === null
  const [fault] = leadershipFaults(facts.committee, facts.members, rules)
  return {
    ...shown,
    leadershipFault: stands ? (fault?.message ?? null) : null,
    owed: stands ? owedOn(ctx.today, rules, { committee: facts.committee, start, lastHeld }) : [],
  }
}

/** Who is secretary; the look is recorded. */
export async function lookAtSecretary(ctx: Context, id: string): Promise<{ secretary: string | null }> {
  await authorize(ctx, 'party.members', branchSubject(id))
  await note(ctx, id, 'party.lookAtSecretary')
  return secretaryOf(ctx, id)
}

export async function editBranch(ctx: Context, id: string, draft: BranchDraft): Promise<Branch> {
  await authorize(ctx, 'party.arrange', branchSubject(id))
  const before = await lockStanding(ctx, id)
  const { members } = await sizeOf(ctx, id)
  refuseIf(whyNotStanding(before) ?? whyNotLed(draft.committee, members, await rulesFor(ctx.db, before.area)))
  await updateBranch(ctx, id, draft)
  await note(ctx, id, 'party.editBranch')
  return oneBranch(ctx, id)
}

export async function dissolve(
  ctx: Context,
  id: string,
  { on, reason }: { on: Day; reason: string },
): Promise<Branch> {
  await authorize(ctx, 'party.arrange', branchSubject(id))
  const before = await lockStanding(ctx, id)
  const united = await arrangedWith(ctx.db, { branch: id })
  const last = united.reduce((day, one) => later(day, one.from), before.foundedOn)
  refuseIf(whyNotStanding(before) ?? whyNotFrom(on, ctx.today, 'on', { day: last, what: '最近一个组织加入' }))
  const ids = united.map(({ organization }) => organization)
  await dissolveBranch(ctx, id, on, reason)
  await leave(ctx, ids, on, reason)
  await note(ctx, id, 'party.dissolveBranch', on, reason)
  return oneBranch(ctx, id)
}

export async function addActivity(ctx: Context, id: string, draft: ActivityDraft): Promise<Branch> {
  await authorize(ctx, 'party.record', branchSubject(id))
  const branch = await lockStanding(ctx, id)
  refuseIf(
    whyNotStanding(branch) ??
      whyNotFrom(draft.on, ctx.today, 'on', { day: branch.foundedOn, what: '党支部成立' }),
  )
  await insertActivity(ctx, id, draft)
  await note(ctx, id, 'party.addActivity', draft.on)
  return oneBranch(ctx, id)
}

/** It stays on record, and counts no more. */
export async function takeBackActivity(ctx: Context, id: string, reason: string): Promise<Branch> {
  await authorize(ctx, 'party.record', ofBranchSubject('party_activity', id, '活动记录'))
  const taken = await withdrawActivity(ctx, id, reason)
  if (!taken) throw takenBefore
  await note(ctx, taken.branch, 'party.withdrawActivity', null, reason)
  return oneBranch(ctx, taken.branch)
}

export async function addPairing(ctx: Context, id: string, draft: PairingDraft): Promise<Branch> {
  await authorize(ctx, 'party.record', branchSubject(id))
  refuseIf(whyNotStanding(await lockStanding(ctx, id)) ?? whyNotFrom(draft.from, ctx.today, 'from'))
  await insertPairing(ctx, id, draft)
  await note(ctx, id, 'party.addPairing', draft.from)
  return oneBranch(ctx, id)
}

export async function finishPairing(
  ctx: Context,
  id: string,
  { on, reason }: { on: Day; reason: string },
): Promise<Branch> {
  await authorize(ctx, 'party.record', ofBranchSubject('party_pairing', id, '结对'))
  const pairing = await lockPairing(ctx, id)
  refuseIf(whyNotFrom(on, ctx.today, 'on', { day: addDays(pairing.from, 1), what: '结对开始后一天' }))
  if ((await endPairing(ctx, id, on, reason)) !== 1) throw endedBefore
  await note(ctx, pairing.branch, 'party.endPairing', on, reason)
  return oneBranch(ctx, pairing.branch)
}

const note = (
  ctx: Context,
  subject: string,
  action: string,
  effectiveOn: Day | null = null,
  reason: string | null = null,
) => record(ctx, { action, subjectKind: 'partyBranch', subject, effectiveOn, reason })

const takenBefore = new Problem(409, {
  code: 'party.takenBefore',
  message: '这条记录已经撤回了。',
  mend: '请刷新页面。',
})
const endedBefore = new Problem(409, {
  code: 'party.endedBefore',
  message: '这项结对已经结束了。',
  mend: '请刷新页面。',
})
