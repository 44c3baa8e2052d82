// What a decision may say, and what the register then holds.
import { Problem } from '../../kernel/problem.ts'
import type { Day } from '../../kernel/time.ts'
import { type Tier, tiers } from '../organizations/choices.ts'
import type { OrganizationDraft } from '../organizations/organization.ts'
import { draftFaults } from '../organizations/organization-rules.ts'
import { type ApplicationFacts, tierRank } from './filing.ts'

/** Why a decider cannot decide on a tier, or null: a lower one than the one asked for, with a reason; never a higher one. */
export function whyNotTier(asked: Tier, decided: Tier, present: Tier | null): Problem | null {
  if (tierRank[decided] > tierRank[asked]) return higherTier(asked, decided)
  if (present !== null && tierRank[decided] <= tierRank[present]) return noRise(present)
  return null
}

const higherTier = (asked: Tier, decided: Tier): Problem =>
  new Problem(422, {
    code: 'filing.higherTier',
    message: `申请的是“${tiers[asked]}”，不能直接决定为“${tiers[decided]}”。`,
    mend: '更高一级要走那一级的程序：请申请人重新申请。',
    faults: [{ at: 'tier', message: '不能高于申请的一级' }],
  })

const noRise = (present: Tier): Problem =>
  new Problem(422, {
    code: 'filing.noRise',
    message: `它现在已经是“${tiers[present]}”，升级要决定为更高的一级。`,
    mend: '达不到条件的，请选“不同意”并说明理由。',
  })

/** The days on which a tier was reached. */
const tierDays = (tier: Tier, on: Day) => ({
  ...(tier === 'filed' && { filedOn: on }),
  ...(tier === 'registered' && { registeredOn: on }),
})

/** What the register takes from an application that was approved for a tier on a day. */
export function approvedFacts(facts: ApplicationFacts, tier: Tier, on: Day): Partial<OrganizationDraft> {
  const { name, category, leader, phone, leaderInParty, members, partyMembers, residentsServed } = facts
  return {
    ...{ name, category: category ?? 'other', tier, leader, phone, leaderInParty, members, partyMembers },
    ...{ residentsServed, foundedOn: facts.foundedOn, place: facts.place, scope: facts.scope },
    legalForm: tier === 'registered' ? facts.legalForm : 'none',
    ...tierDays(tier, on),
  }
}

/** A group that comes onto the register: whatever is not known is unknown. */
export const newOrganization = (
  facts: ApplicationFacts,
  { tier, on, area, charter }: { tier: Tier; on: Day; area: string; charter: boolean },
): OrganizationDraft => ({
  ...{ area, hub: false, charter: charter ? true : null, partyPresence: null, unifiedCode: null },
  ...{ filedOn: null, registeredOn: null, note: facts.note },
  ...(approvedFacts(facts, tier, on) as OrganizationDraft),
})

/** Why the register cannot take it, in one sentence, or null. */
export function whyNotRegister(draft: Partial<OrganizationDraft>, today: Day): string | null {
  const days = { filedOn: draft.filedOn ?? null, registeredOn: draft.registeredOn ?? null }
  const faults = draftFaults({ ...(draft as OrganizationDraft), ...days }, today)
  return faults.length === 0 ? null : faults.map(({ message }) => message).join('；')
}
