// The forms in which an organization may be registered or filed, and what each demands; the numbers are rules of the place.
import type { RuleName, Rules } from '../rules/rule-keys.ts'
import type { Tier } from './choices.ts'

/** What the tier depends on. Null: not known, which is never the same as none. */
export type TierFacts = {
  /** 个人成员. */
  people: number | null
  /** 单位会员. */
  units: number | null
  /** 个人发起人. */
  founders: number | null
  /** 发起单位. */
  foundingUnits: number | null
  /** 专职工作人员（从业人员）. */
  staff: number | null
  /** 分. */
  money: number | null
  /** Whether there is a fixed place. */
  place: boolean | null
  /** Whether its scope is written down. */
  scope: boolean | null
}
export type Fact = keyof TierFacts

/** Met when the facts named add up to the number of the rule; a yes counts as 1. */
export type Demand = { of: readonly Fact[]; rule: RuleName }

/** Met when one of the demands is; `size`: the condition by which an organization outgrows its tier. */
export type FormCondition = { label: string; anyOf: readonly Demand[]; size?: true }

export type Form = {
  tier: Exclude<Tier, 'guided'>
  label: string
  conditions: readonly FormCondition[]
}

const demand = (rule: RuleName, ...of: Fact[]): Demand => ({ of, rule })

const condition = (label: string, ...anyOf: Demand[]): FormCondition => ({ label, anyOf })
const size = (label: string, ...anyOf: Demand[]): FormCondition => ({ label, anyOf, size: true })
const scope = condition('业务范围', demand('tiering.scope', 'scope'))

/**
 * 社会团体登记管理条例第十条; 民办非企业单位登记管理暂行条例第八条; 基金会管理条例第八条; what filing demands is a rule of the place.
 */
export const tierForms = {
  association: {
    tier: 'registered',
    label: '社会团体',
    conditions: [
      size(
        '会员',
        demand('tiering.association.people', 'people'),
        demand('tiering.association.units', 'units'),
        demand('tiering.association.mixed', 'people', 'units'),
      ),
      condition('活动资金', demand('tiering.association.money', 'money')),
      condition('专职工作人员', demand('tiering.association.staff', 'staff')),
      condition('住所', demand('tiering.association.place', 'place')),
      scope,
    ],
  },
  serviceAgency: {
    tier: 'registered',
    label: '社会服务机构',
    conditions: [
      size('从业人员', demand('tiering.serviceAgency.staff', 'staff')),
      condition('开办资金', demand('tiering.serviceAgency.money', 'money')),
      condition('场所', demand('tiering.serviceAgency.place', 'place')),
      scope,
    ],
  },
  foundation: {
    tier: 'registered',
    label: '基金会',
    conditions: [
      size('原始基金', demand('tiering.foundation.money', 'money')),
      condition('专职工作人员', demand('tiering.foundation.staff', 'staff')),
      condition('住所', demand('tiering.foundation.place', 'place')),
      scope,
    ],
  },
  filedGroup: {
    tier: 'filed',
    label: '团体类',
    conditions: [
      size('成员', demand('tiering.filedGroup.members', 'people', 'units')),
      condition(
        '发起人',
        demand('tiering.filedGroup.founders', 'founders'),
        demand('tiering.filedGroup.foundingUnits', 'foundingUnits'),
      ),
      condition('活动场所', demand('tiering.filedGroup.place', 'place')),
      scope,
    ],
  },
  filedService: {
    tier: 'filed',
    label: '服务类',
    conditions: [
      size('工作人员', demand('tiering.filedService.staff', 'staff')),
      condition(
        '发起人',
        demand('tiering.filedService.founders', 'founders'),
        demand('tiering.filedService.foundingUnits', 'foundingUnits'),
      ),
      condition('活动场所', demand('tiering.filedService.place', 'place')),
      scope,
    ],
  },
} as const satisfies Record<string, Form>

export type FormName = keyof typeof tierForms
export const formNames = Object.keys(tierForms) as FormName[]

/** What a rule demands as a number: a yes demands 1, a no nothing. */
export const demanded = (rules: Rules, { rule }: Demand): number => Number(rules[rule])

/** The parameters that any form reads. */
export const tierRuleNames: readonly RuleName[] = [
  ...new Set(
    formNames.flatMap((name) =>
      tierForms[name].conditions.flatMap(({ anyOf }) => anyOf.map(({ rule }) => rule)),
    ),
  ),
]
