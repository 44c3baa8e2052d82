// The tier that the rules propose for what an application says, condition by condition.
import { proposalFrom } from '../../organizations/server/index.ts'
import type { TierFacts } from '../../organizations/tier-forms.ts'
import type { ProposalView, Standing } from '../../organizations/tiers-api.ts'
import type { ApplicationFacts } from '../filing.ts'

type InForce = Parameters<typeof proposalFrom>[0]

/** `members` is the length of the roster, 0 while there is none: then the number that was typed holds. */
export const proposalFor = (inForce: InForce, facts: ApplicationFacts, members: number): ProposalView =>
  proposalFrom(inForce, tierFactsOf(facts, members))

const tierFactsOf = (facts: ApplicationFacts, members: number): TierFacts => ({
  ...standingOf(facts),
  people: members > 0 ? members : facts.members,
  place: facts.place === null ? null : true,
  scope: facts.scope === null ? null : true,
})

/** What the tier depends on beside the register. Money in 分. */
export const standingOf = ({ units, founders, foundingUnits, staff, money }: ApplicationFacts): Standing => ({
  ...{ units, founders, foundingUnits, staff, money },
})
