// Makes an application ready to be sent: its terms, its counts, its name, and everything that is still missing.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { nameKindOf } from '../../naming/name-parts.ts'
import { whyNotBear } from '../../naming/name-refusal.ts'
import { checkName } from '../../naming/server/index.ts'
import { namesakesAmong } from '../../organizations/server/index.ts'
import type { Rules } from '../../rules/rule-keys.ts'
import { rulesInForce } from '../../rules/server/index.ts'
import { whyNotStep } from '../lifecycle.ts'
import { whyNotSubmit } from '../submission-rules.ts'
import { materialsFor, type Terms, termsOf } from '../terms.ts'
import { type ApplicationRow, handedIn, nameOf, updateFilled } from './filing-store.ts'
import { knownPapers } from './known-papers.ts'
import { proposalFor } from './tier-proposal.ts'

export type Sending = { row: ApplicationRow & { terms: Terms } }

/** Refuses with all that is missing; gives the row with the terms, counts and proposal under which it is sent. */
export async function whyNotSend(
  ctx: Context,
  row: ApplicationRow,
  step: 'submit' | 'resubmit',
): Promise<Sending> {
  refuseIf(whyNotStep(step, row))
  const inForce = await rulesInForce(ctx.db, row.area)
  const { rules } = inForce
  const terms = row.terms ?? termsOf(rules, row.tier, row.inCommunity)
  const papers = await handedIn(ctx.db, row.id)
  const facts = countedFacts(row, papers)
  const ready = { ...row, facts, terms, office: terms.office }
  refuseIf(await whyNotComplete(ctx, ready, rules, papers))
  refuseIf((await whyNotLawfulName(ctx, ready)) ?? (await whyNotName(ctx, ready)))
  await updateFilled(ctx, ready)
  return { row: { ...ready, proposal: proposalFor(inForce, facts, facts.members ?? 0) } }
}

type Papers = Awaited<ReturnType<typeof handedIn>>

/** Where there is a roster, its counts hold; nobody counts twice. */
function countedFacts(
  { facts }: ApplicationRow,
  { members, full, allKnown }: Papers,
): ApplicationRow['facts'] {
  if (members === 0) return facts
  return { ...facts, members, partyMembers: allKnown ? full : facts.partyMembers }
}

async function whyNotComplete(
  ctx: Context,
  row: Sending['row'],
  rules: Rules,
  { members, materials }: Papers,
): Promise<Problem | null> {
  const known = await knownPapers(ctx, row)
  const submission = {
    ...row,
    materials: materialsFor(row.terms, row.facts),
    handedIn: [...materials, ...known.keys()],
    memberCount: members,
    direct: rules['filing.directCategories'],
  }
  return whyNotSubmit(submission, ctx.today)
}

/** A name that breaks the naming rule; one that the register bears already may stay until it is to be registered. */
async function whyNotLawfulName(ctx: Context, row: Sending['row']): Promise<Problem | null> {
  const { area, name, tier, facts, organization } = row
  if (tier !== 'registered' && organization !== null && (await nameOf(ctx.db, organization)) === name)
    return null
  return whyNotBear(await checkName(ctx.db, area, nameKindOf(tier, facts.legalForm), name), 'name')
}

/** A living organization of the area has the name already. Its own name, in an upgrade, is free. */
async function whyNotName(
  ctx: Context,
  { id, organization, area, name }: ApplicationRow,
): Promise<Problem | null> {
  const [taken] = await namesakesAmong(ctx.db, [{ id: organization ?? id, area, name }])
  if (!taken) return null
  return new Problem(422, {
    code: 'organization.nameTaken',
    message: `${taken.areaName}已有“${name}”。`,
    mend: '如果是同一个组织，请为它申请升级；如果不是，请在名称里写明区别（如小区、街巷）。',
    faults: [{ at: 'name', message: `${taken.areaName}已有同名的组织` }],
  })
}
