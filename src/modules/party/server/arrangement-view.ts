// One organization's party affairs as a person reads them: the record with what the rules say of it.
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/policy.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { PartyOfOrganization, ProposalView } from '../arrangement-api.ts'
import { absenceReason, proposeArrangement, whyRevisit } from '../arrangement-rules.ts'
import {
  branchesNear,
  inForce,
  instructorsNear,
  neighboursOf,
  partyRow,
  proposalSubject,
} from './arrangement-store.ts'

export async function partyOf(ctx: Context, id: string): Promise<PartyOfOrganization> {
  const row = await partyRow(ctx, id)
  if (!row) throw notFound('组织')
  const { area, ...shown } = row
  const rules = await rulesFor(ctx.db, area)
  const { full } = row.members
  return {
    ...shown,
    arrangement: inForce(row.history, ctx.today),
    reason: absenceReason(row.presence, full, rules),
    revisit: whyRevisit(row.presence, full, rules),
  }
}

/** What to arrange for an organization; the caller has authorized it. */
export async function proposalFor(ctx: Context, id: string): Promise<ProposalView> {
  const subject = await proposalSubject(ctx, id)
  const rules = await rulesFor(ctx.db, subject.area)
  const { proposal, because } = proposeArrangement(subject, await around(ctx, id), rules)
  return { proposal: shownProposal(proposal), because: [...because] }
}

const shownProposal = (
  proposal: ReturnType<typeof proposeArrangement>['proposal'],
): ProposalView['proposal'] =>
  proposal.kind === 'joint' ? { ...proposal, partners: [...proposal.partners] } : proposal

export async function around(ctx: Context, id: string) {
  const [neighbours, branches, instructors] = await Promise.all([
    neighboursOf(ctx, id),
    branchesNear(ctx, id),
    instructorsNear(ctx, id),
  ])
  return { neighbours, branches, instructors }
}
