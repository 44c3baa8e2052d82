// The tier that the rules propose for what an application says, condition by condition.
import type { Rules } from '../../rules/rule-keys.ts'
import type { ApplicationFacts, TierProposalView } from '../filing.ts'

export function proposalFor(
  _rules: Rules,
  _facts: ApplicationFacts,
  _memberCount: number,
): TierProposalView | null {
  return null
}
