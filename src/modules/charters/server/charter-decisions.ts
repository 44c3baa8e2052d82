// What is decided about a charter: the vote on it, and from when it holds.
import type { z } from 'zod'
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { changeFacts } from '../../organizations/server/index.ts'
import { type Vote, VoteDraft, voteResults, whyNotStep } from '../charter.ts'
import { charterText } from '../charter-text.ts'
import type { chartersApi } from '../charters-api.ts'
import { whyNotComplete } from '../form-rules.ts'
import { demandsOf, outcomeOf, whyNotForce, whyNotVote } from '../vote-rules.ts'
import { changedMeanwhile, isOnBehalf, move, open, told } from './charter-steps.ts'
import {
  type CharterRow,
  currentOf,
  insertVote,
  type Move,
  nextVersion,
  type Owner,
  predecessorOf,
  putVote,
} from './charter-store.ts'
import { rulesOfOwner } from './charter-view.ts'

type VoteGiven = z.output<typeof chartersApi.vote.body>

/** Records what was counted and what follows from it; a vote that failed is recorded as well. */
export async function recordVote(ctx: Context, id: string, given: VoteGiven): Promise<void> {
  const { revision, inForceOn, ...counted } = given
  const { charter, owner } = await open(ctx, 'charter.adopt', id)
  refuseIf(whyNotStep('adopt', charter.status) ?? whyNotSame(charter, revision))
  const rules = await rulesOfOwner(ctx, owner)
  if (charter.form) refuseIf(whyNotComplete(charter.form, rules))
  refuseIf(whyNotVote(counted, inForceOn, ctx.today))
  const current = await currentOf(ctx.db, owner.id)
  const demands = demandsOf(rules, { amends: current !== null, formInForce: current?.form ?? null })
  const { result, because } = outcomeOf(counted, demands)
  await insertVote(ctx, id, { ...counted, result, because, onBehalf: isOnBehalf(ctx, owner) })
  const chapters = charter.form && charterText(charter.form, rules)
  if (result === 'refused') await move(ctx, charter, { step: 'refuse', chapters })
  else await adopt(ctx, charter, { step: 'adopt', chapters })
  await told(ctx, owner, id, `charter.${result}`, { reason: because })
  if (result === 'adopted' && inForceOn) {
    const adopted = { ...charter, status: 'adopted' as const }
    await putIntoForce(ctx, owner, adopted, { step: 'enter', on: inForceOn, heldOn: counted.heldOn })
  }
}

const adopt = async (ctx: Context, charter: CharterRow, given: Move): Promise<void> =>
  move(ctx, charter, { ...given, version: await nextVersion(ctx.db, charter.organization) })

const whyNotSame = ({ revision }: CharterRow, seen: number): Problem | null =>
  revision === seen ? null : changedMeanwhile

/** A paper that was adopted before anybody kept records. */
export async function acknowledgePaper(
  ctx: Context,
  id: string,
  { inForceOn, reason }: { inForceOn: Day; reason: string },
): Promise<void> {
  const { charter, owner } = await open(ctx, 'charter.adopt', id)
  refuseIf(whyNotStep('acknowledge', charter.status) ?? whyNotPaper(charter))
  const version = await nextVersion(ctx.db, owner.id)
  await putIntoForce(ctx, owner, charter, {
    ...{ step: 'acknowledge', on: inForceOn, heldOn: null, version, withoutVote: reason },
  })
}

const whyNotPaper = ({ kind }: CharterRow): Problem | null =>
  kind === 'paper'
    ? null
    : new Problem(422, {
        code: 'charter.needsVote',
        message: '按表填写的章程要经成员大会表决，不能直接登记为现行章程。',
        mend: '请开会表决后“记录表决”。',
      })

export async function enterCharter(ctx: Context, id: string, inForceOn: Day): Promise<void> {
  const { charter, owner } = await open(ctx, 'charter.adopt', id)
  refuseIf(whyNotStep('enter', charter.status))
  await putIntoForce(ctx, owner, charter, {
    ...{ step: 'enter', on: inForceOn, heldOn: charter.vote?.heldOn ?? null },
  })
}

type Entry = {
  step: 'enter' | 'acknowledge'
  on: Day
  heldOn: Day | null
  version?: number
  withoutVote?: string
}

/** The version in force so far ends on that day, and the register says from then on that there is a charter. */
async function putIntoForce(ctx: Context, owner: Owner, charter: CharterRow, entry: Entry): Promise<void> {
  const { on, heldOn, ...given } = entry
  const current = await currentOf(ctx.db, owner.id)
  refuseIf(whyNotForce(on, { heldOn, inForceOn: current?.inForceOn ?? null }, ctx.today))
  if (current) await move(ctx, current, { step: 'supersede', endedOn: on })
  await move(ctx, charter, { ...given, inForceOn: on })
  const reason = entry.withoutVote ? `纸质章程：${entry.withoutVote}` : null
  await told(ctx, owner, charter.id, 'charter.enter', { reason, effectiveOn: on })
  await changeFacts(ctx, owner.id, { charter: true }, { action: 'organization.charter', on, reason })
}

type Correction = z.output<typeof chartersApi.correctVote.body>

/**
 * Mends the record of a vote, or adds one that was found later, with the reason. What was decided stays decided: a
 * correction that would turn the result is refused.
 */
export async function correctVote(ctx: Context, id: string, given: Correction): Promise<void> {
  const { reason, ...counted } = given
  const { charter, owner } = await open(ctx, 'charter.adopt', id)
  refuseIf(whyNotCorrected(charter) ?? whyNotVote(counted, charter.inForceOn, ctx.today))
  const before = await predecessorOf(ctx.db, charter, counted.heldOn)
  const rules = await rulesOfOwner(ctx, owner)
  const demands = demandsOf(rules, { amends: before !== null, formInForce: before?.form ?? null })
  const { result, because } = outcomeOf(counted, demands)
  refuseIf(whyNotResult(charter, result, because))
  await putVote(ctx, id, { ...counted, result, because, onBehalf: isOnBehalf(ctx, owner) })
  const changes = voteChanges(charter.vote, counted)
  await told(ctx, owner, id, 'charter.correctVote', { reason, changes })
}

const whyNotCorrected = ({ status }: CharterRow): Problem | null =>
  status !== 'draft' && status !== 'discarded'
    ? null
    : new Problem(409, {
        code: 'charter.notVoted',
        message: '这一版还没有表决结果，没有可以更正的。',
        mend: '请用“记录表决”。',
      })

function whyNotResult({ status }: CharterRow, result: Vote['result'], because: string): Problem | null {
  const decided = status === 'refused' ? 'refused' : 'adopted'
  if (result === decided) return null
  return new Problem(422, {
    code: 'charter.resultWouldTurn',
    message: `照这些数字，结果会变成“${voteResults[result]}”（${because}），与已经办理的不一致。`,
    mend: '更正只改写错的数字。结果本身有误的，请起草新的一稿重新表决。',
  })
}

const voteChanges = (before: Vote | null, after: VoteDraft) =>
  (Object.keys(VoteDraft.shape) as (keyof VoteDraft)[])
    .filter((field) => before?.[field] !== after[field])
    .map((field) => ({ field, from: before?.[field] ?? null, to: after[field] }))
