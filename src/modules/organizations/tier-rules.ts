// Which tier an organization belongs to, proposed from its facts: every condition of every form side by side.
import type { RuleName, Rules } from '../rules/rule-keys.ts'
import type { Tier } from './choices.ts'
import {
  type Demand,
  demanded,
  type Fact,
  type Form,
  type FormCondition,
  type FormName,
  formNames,
  type TierFacts,
  tierForms,
} from './tier-forms.ts'

/** `unknown`: the facts that are known neither fulfil it nor rule it out. */
export type Met = true | false | 'unknown'

export type Condition = {
  label: string
  /** 个人会员 50 名，或者单位会员 30 个. */
  required: string
  /** 个人会员 62 名；单位会员未知. */
  actual: string
  met: Met
  size: boolean
  /** The parameters that say so, whose clauses the rules in force know. */
  rules: readonly RuleName[]
}

export type FormFinding = { form: FormName; tier: Tier; label: string; met: Met; conditions: Condition[] }

export type TierProposal = {
  /** The highest tier all of whose conditions are met in one of its forms; guided asks for nothing. */
  tier: Tier
  /** The highest tier that what is known does not rule out. */
  possible: Tier
  /** The highest tier that it has outgrown its own for: the size is reached and nothing known stands against it. */
  reached: Tier
  forms: FormFinding[]
}

const ranks: Record<Tier, number> = { guided: 0, filed: 1, registered: 2 }

/**
 * R2: registered, filed or guided, from the facts and the rules of the place. More of anything never lowers the tier.
 * (CQ 十三, SZ 二(四)2, GZ 二(四)2, TC)
 */
export function proposeTier(facts: TierFacts, rules: Rules): TierProposal {
  const forms = formNames.map((name) => findingOf(name, facts, rules))
  return {
    tier: highest(forms.filter(({ met }) => met === true)),
    possible: highest(forms.filter(({ met }) => met !== false)),
    reached: highest(forms.filter(outgrown)),
    forms,
  }
}

export type TierHint = { kind: 'up' | 'down'; toward: Tier; words: string }

/**
 * Whether the facts have crossed a line. Upwards as soon as the size is reached and nothing known stands against it;
 * downwards only for a filed one of which it is certain: a registered one ends by law, not by counting.
 */
export function tierHint(tier: Tier, proposal: TierProposal): TierHint | null {
  const { reached, possible } = proposal
  if (ranks[reached] > ranks[tier])
    return {
      kind: 'up',
      toward: reached,
      words: `规模已达到${tierWords[reached]}条件，可以申请${tierWords[reached]}`,
    }
  if (tier === 'filed' && ranks[possible] < ranks.filed)
    return { kind: 'down', toward: possible, words: '已不符合备案条件' }
  return null
}

const tierWords: Record<Tier, string> = { registered: '登记', filed: '备案', guided: '指导管理' }

const outgrown = ({ met, conditions }: FormFinding): boolean =>
  met !== false && conditions.every((condition) => !condition.size || condition.met === true)

const highest = (forms: readonly FormFinding[]): Tier =>
  forms.reduce<Tier>((best, { tier }) => (ranks[tier] > ranks[best] ? tier : best), 'guided')

function findingOf(name: FormName, facts: TierFacts, rules: Rules): FormFinding {
  const form: Form = tierForms[name]
  const conditions = form.conditions
    .map((condition) => conditionOf(condition, facts, rules))
    .filter((condition) => condition !== null)
  return { form: name, tier: form.tier, label: form.label, met: all(conditions), conditions }
}

/** Null: the place asks for nothing here. */
function conditionOf(
  { label, anyOf, size }: FormCondition,
  facts: TierFacts,
  rules: Rules,
): Condition | null {
  if (anyOf.some((demand) => demanded(rules, demand) === 0)) return null
  return {
    label,
    required: anyOf.map((demand) => demandWords(demand, demanded(rules, demand))).join('，或者'),
    actual: [...new Set(anyOf.flatMap(({ of }) => of))].map((fact) => factWords(fact, facts)).join('；'),
    met: any(anyOf.map((demand) => metBy(demand, facts, demanded(rules, demand)))),
    size: size === true,
    rules: anyOf.map(({ rule }) => rule),
  }
}

/** What is unknown may be none or any number. */
function metBy({ of }: Demand, facts: TierFacts, needed: number): Met {
  const known = of.reduce((sum, fact) => sum + Number(facts[fact] ?? 0), 0)
  if (known >= needed) return true
  return of.some((fact) => facts[fact] === null) ? 'unknown' : false
}

const any = (several: readonly Met[]): Met =>
  several.includes(true) ? true : several.includes('unknown') ? 'unknown' : false

const all = (conditions: readonly Condition[]): Met =>
  conditions.some(({ met }) => met === false)
    ? false
    : conditions.some(({ met }) => met === 'unknown')
      ? 'unknown'
      : true

const counted: Record<Exclude<Fact, 'money' | 'place' | 'scope'>, readonly [string, string]> = {
  people: ['个人成员', '人'],
  units: ['单位成员', '个'],
  founders: ['个人发起人', '人'],
  foundingUnits: ['发起单位', '个'],
  staff: ['工作人员', '人'],
}

function demandWords({ of }: Demand, needed: number): string {
  const [fact, other] = of
  if (fact === 'money') return `${yuan(needed)}以上`
  if (fact === 'place') return '有固定的场所'
  if (fact === 'scope') return '写明业务范围'
  if (!fact) return ''
  const [name, unit] = counted[fact]
  return other ? `成员合计 ${needed} 以上` : `${name} ${needed} ${unit}以上`
}

function factWords(fact: Fact, facts: TierFacts): string {
  const value = facts[fact]
  if (fact === 'money') return value === null ? '资金未知' : yuan(Number(value))
  if (fact === 'place') return value === null ? '场所未知' : value ? '有场所' : '没有场所'
  if (fact === 'scope') return value === null ? '业务范围未写' : value ? '已写明' : '没有'
  const [name, unit] = counted[fact]
  return value === null ? `${name}未知` : `${name} ${value} ${unit}`
}

const yuan = (cents: number): string => `${(cents / 100).toLocaleString('zh-CN')} 元`
