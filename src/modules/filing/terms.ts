// Under which terms an application is sent: the path, the office, the limits and the papers, from the rule set of its area.
import type { Limit } from '../../kernel/working-days.ts'
import type { Tier } from '../organizations/choices.ts'
import type { Rules } from '../rules/rule-keys.ts'
import type { ApplicationFacts, ApplicationStatus, Office } from './filing.ts'

export type MaterialRule = Rules['filing.filedMaterials'][number]

/** Frozen with the application when it is sent: a later rule set does not change what is under way. */
export type Terms = {
  path: ApplicationStatus[]
  office: Office
  limits: Partial<Record<ApplicationStatus, Limit>>
  materials: MaterialRule[]
  /** Working days before the end from which on it is shown as soon due. */
  warnWithin: number
  /** From how many full members of the party on it has a branch of its own. */
  branchFrom: number
}

/** `inCommunity`: the area is a community; a group of a whole township passes no community. */
export function termsOf(rules: Rules, tier: Tier, inCommunity: boolean): Terms {
  return {
    path: pathOf(rules, tier, inCommunity),
    office: officeOf(rules, tier),
    limits: limitsOf(rules, tier),
    materials: rules[`filing.${tier}Materials`],
    warnWithin: rules['filing.warnWithin'],
    branchFrom: rules['party.branchFrom'],
  }
}

function pathOf(rules: Rules, tier: Tier, inCommunity: boolean): ApplicationStatus[] {
  if (tier === 'guided') return ['confirming', 'approved']
  if (tier === 'registered') return ['accepting', 'deciding', 'approved']
  const hears = rules['filing.communityOpinion'] && inCommunity
  const reviews = rules['filing.countyReview'] && rules['filing.office'] === 'township'
  return [
    ...(hears ? one('opinion') : []),
    'accepting',
    ...(reviews ? one('reviewing') : []),
    'deciding',
    'approved',
  ]
}

const one = (status: ApplicationStatus): ApplicationStatus[] => [status]

const officeOf = (rules: Rules, tier: Tier): Office =>
  tier === 'registered' ? 'county' : tier === 'filed' ? rules['filing.office'] : 'township'

function limitsOf(rules: Rules, tier: Tier): Terms['limits'] {
  const registers = tier === 'registered'
  return {
    confirming: rules['filing.confirmLimit'],
    opinion: rules['filing.opinionLimit'],
    accepting: rules[registers ? 'filing.registerAcceptLimit' : 'filing.acceptLimit'],
    reviewing: rules['filing.reviewLimit'],
    deciding: rules[registers ? 'filing.registerDecideLimit' : 'filing.decideLimit'],
    correcting: rules['filing.correctLimit'],
  }
}

/** The papers that this application needs: some are asked for only under dual management. */
export const materialsFor = (
  terms: Terms,
  { supervision }: Pick<ApplicationFacts, 'supervision'>,
): MaterialRule[] => terms.materials.filter(({ dualOnly }) => !dualOnly || supervision !== 'direct')
