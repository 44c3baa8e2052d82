// The three tiers of one organization: what its facts point to, what is recorded for it, what a person decides.
import type { z } from 'zod'
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { record, recordAll } from '../../../platform/events.ts'
import { authorize } from '../../../platform/policy.ts'
import { areaSubject } from '../../areas/server/index.ts'
import { originOf, type Resolution } from '../../rules/resolve.ts'
import type { RuleName, Rules } from '../../rules/rule-keys.ts'
import { rulesInForce } from '../../rules/server/index.ts'
import { originWords } from '../../rules/source-words.ts'
import { tiers } from '../choices.ts'
import type { TierFacts } from '../tier-forms.ts'
import { proposeTier, type TierHint, tierHint } from '../tier-rules.ts'
import type { ProposalView, Standing, TierView, tiersApi } from '../tiers-api.ts'
import { lockOne } from './organization-commands.ts'
import { allowedAmong, lockOrganizations, organizationSubject } from './organization-store.ts'
import { changeFacts } from './register-acts.ts'
import {
  decisionsOf,
  hintsOf,
  insertDecision,
  insertStanding,
  keepThose,
  type Stood,
  stoodOf,
} from './tier-store.ts'

/** What some facts point to by the rules of an area. */
export async function proposalAt(ctx: Context, area: string, facts: TierFacts): Promise<ProposalView> {
  await authorize(ctx, 'tier.propose', areaSubject(area))
  return proposalFrom(await rulesInForce(ctx.db, area), facts)
}

type InForce = { rules: Rules; sources: Resolution }

/** What some facts point to by rules in force, with the clause of each condition. */
export function proposalFrom({ rules, sources }: InForce, facts: TierFacts): ProposalView {
  const proposal = proposeTier(facts, rules)
  const forms = proposal.forms.map((form) => ({
    ...form,
    conditions: form.conditions.map(({ rules: named, ...condition }) => ({
      ...condition,
      clause: clauseWords(named, sources),
    })),
  }))
  return { ...proposal, forms }
}

const clauseWords = (named: readonly RuleName[], sources: Resolution): string =>
  [...new Set(named.map((name) => originWords(originOf(name, sources[name]))))].join('；')

export async function tierOf(ctx: Context, id: string): Promise<TierView> {
  await authorize(ctx, 'organization.see', organizationSubject(id))
  const stood = await stoodOf(ctx, id)
  const inForce = await rulesInForce(ctx.db, stood.area)
  const decisions = await decisionsOf(ctx.db, id)
  const { tier, facts, recordedOn, recordedBy, may } = stood
  return {
    ...{ tier, facts, recordedOn, recordedBy, may },
    proposal: proposalFrom(inForce, facts),
    hint: openHint(stood, inForce.rules, decisions),
    decisions,
  }
}

/** A hint that nobody has decided on since the facts changed. */
function openHint(
  { tier, status, facts }: Pick<Stood, 'tier' | 'status' | 'facts'>,
  rules: Rules,
  decisions: TierView['decisions'],
): TierHint | null {
  const hint = status === 'ended' ? null : tierHint(tier, proposeTier(facts, rules))
  const isDecided = decisions.some(({ holds, toward }) => holds && toward === hint?.toward)
  return isDecided ? null : hint
}

/** Records what the tier depends on beside the register; a money amount is in 分. */
export async function recordStanding(ctx: Context, id: string, given: Standing): Promise<TierView> {
  await authorize(ctx, 'organization.edit', organizationSubject(id))
  const { area } = await lockOne(ctx, id)
  const { facts } = await stoodOf(ctx, id)
  await insertStanding(ctx, id, given)
  await record(ctx, {
    ...{ action: 'organization.standing', subjectKind: 'organization', subject: id, area },
    changes: (Object.keys(given) as (keyof Standing)[])
      .filter((field) => facts[field] !== given[field])
      .map((field) => ({ field, from: facts[field], to: given[field] })),
  })
  return tierOf(ctx, id)
}

type Decision = z.output<typeof tiersApi.decide.body>

/**
 * Decides on a hint, once: the tier stays, with the reason, or the hint is followed. A filed one that no longer has what
 * filing asks for becomes guided today; to be filed or registered it applies, as it has been told.
 */
export async function decideTier(ctx: Context, id: string, decision: Decision): Promise<TierView> {
  await authorize(ctx, 'tier.decide', organizationSubject(id))
  const { area } = await lockOne(ctx, id)
  const { tier, hint } = await tierOf(ctx, id)
  refuseIf(whyNotDecide(hint, decision))
  await insertDecision(ctx, id, { ...decision, tier })
  await record(ctx, {
    ...{ action: `tier.${decision.decision}`, subjectKind: 'organization', subject: id, area },
    reason: `${hint?.words ?? ''}：${decision.reason}`,
  })
  if (decision.decision === 'follow' && decision.toward === 'guided')
    await changeFacts(
      ctx,
      id,
      { tier: 'guided' },
      { action: 'organization.change', on: ctx.today, reason: decision.reason },
    )
  return tierOf(ctx, id)
}

type RowResult = z.output<typeof tiersApi.keepMany.returns>['results'][number]

/** Keeps many in their tiers, with a result per row: those of which nothing is hinted any more are named. */
export async function keepMany(ctx: Context, ids: readonly string[], reason: string): Promise<RowResult[]> {
  await lockOrganizations(ctx.db, await allowedAmong(ctx, 'tier.decide', ids))
  const found = new Map((await hintsOf(ctx, ids)).map((one) => [one.id, one]))
  await keepThose(ctx, [...found.keys()], reason)
  await recordAll(
    ctx,
    [...found.values()].map((one) => ({
      ...{ action: 'tier.keep', subjectKind: 'organization', subject: one.id, area: one.area },
      reason: `${one.words}：${reason}`,
    })),
  )
  return [...new Set(ids)].map((id) => {
    const one = found.get(id)
    return one
      ? { id, name: one.name, ok: true, message: `维持${tiers[one.tier]}` }
      : { id, name: '', ok: false, message: '没有提示：已经有人处理，情况有变化，或者不在您的管理范围内' }
  })
}

function whyNotDecide(hint: TierHint | null, { toward }: Decision): Problem | null {
  if (hint?.toward === toward) return null
  return new Problem(409, {
    code: 'tier.noHint',
    message: hint
      ? `情况有变化：现在的提示是“${hint.words}”，不是改为${tiers[toward]}。`
      : '这条提示已经有人处理，或者情况已经变化，不用再决定。',
    mend: '请刷新这一页，看过现在的情况再决定。',
  })
}
