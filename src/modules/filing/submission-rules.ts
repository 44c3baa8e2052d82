// Why an application cannot be sent yet: everything that is missing, each at its field.
import { type Fault, Problem } from '../../kernel/problem.ts'
import type { Day } from '../../kernel/time.ts'
import { type Tier, tiers } from '../organizations/choices.ts'
import { draftFaults } from '../organizations/organization-rules.ts'
import { type ApplicationFacts, type ApplicationKind, tierRank } from './filing.ts'
import type { MaterialRule } from './terms.ts'

export type Submission = {
  kind: ApplicationKind
  tier: Tier
  facts: ApplicationFacts
  /** Of an upgrade: the tier that it has now. */
  organizationTier: Tier | null
  inCommunity: boolean
  materials: readonly MaterialRule[]
  /** Materials for which something was handed in. */
  handedIn: readonly string[]
  memberCount: number
  /** Categories that may register directly. */
  direct: readonly string[]
}

/** Why it cannot be sent, all reasons at once, or null. */
export function whyNotSubmit(submission: Submission, today: Day): Problem | null {
  const faults = submissionFaults(submission, today)
  if (faults.length === 0) return null
  return new Problem(422, {
    code: 'filing.incomplete',
    message: `还有 ${faults.length} 处要补：${faults.map(({ message }) => message).join('；')}。`,
    mend: '补好以后再提交；已填的内容都在。',
    faults,
  })
}

export const submissionFaults = (given: Submission, today: Day): Fault[] => [
  ...requiredFaults(given),
  ...tierFaults(given),
  ...supervisionFaults(given),
  ...draftFaults({ ...given.facts, tier: given.tier, filedOn: null, registeredOn: null }, today),
  ...materialFaults(given),
]

/** Every required answer has its reason: found by it, counted by it, spoken to, visited. */
const required = {
  guided: { name: '名称', category: '类别', leader: '负责人' },
  filed: { name: '名称', category: '类别', leader: '负责人', place: '活动场所' },
  registered: { name: '名称', category: '类别', leader: '负责人', place: '活动场所', scope: '业务范围' },
} as const satisfies Record<Tier, Partial<Record<keyof ApplicationFacts, string>>>

function requiredFaults({ tier, facts }: Submission): Fault[] {
  const asked = Object.entries(required[tier]) as [keyof ApplicationFacts, string][]
  return asked
    .filter(([field]) => !facts[field])
    .map(([at, label]) => ({ at, message: `还没有填写${label}` }))
}

function tierFaults({ kind, tier, organizationTier, inCommunity }: Submission): Fault[] {
  const rises = organizationTier === null || tierRank[tier] > tierRank[organizationTier]
  return [
    ...(kind === 'upgrade' && !rises
      ? [{ at: 'tier', message: `它已经是“${tiers[organizationTier ?? tier]}”，升级要选更高的一级` }]
      : []),
    ...(tier === 'guided' && !inCommunity
      ? [{ at: 'area', message: '指导管理的组织由社区（村）指导，请选到社区（村）' }]
      : []),
  ]
}

/** Direct registration for the categories of the rule set; otherwise a supervising body is named. (CQ 十三) */
function supervisionFaults({ tier, facts, direct }: Submission): Fault[] {
  if (tier !== 'registered') return []
  if (facts.supervision === null) return [{ at: 'supervision', message: '请选择直接登记还是双重管理' }]
  if (facts.supervision === 'dual')
    return facts.supervisingBody ? [] : [{ at: 'supervisingBody', message: '双重管理要写明业务主管单位' }]
  const eligible = facts.category === null || direct.includes(facts.category)
  return eligible ? [] : [{ at: 'supervision', message: '这个类别不能直接登记，请写明业务主管单位' }]
}

function materialFaults({ materials, handedIn, memberCount }: Submission): Fault[] {
  const has = ({ id, way }: MaterialRule) =>
    way === 'form' || (way === 'roster' ? memberCount > 0 : handedIn.includes(id))
  return materials
    .filter((material) => material.required && !has(material))
    .map(({ id, title }) => ({ at: `materials.${id}`, message: `还缺“${title}”` }))
}
