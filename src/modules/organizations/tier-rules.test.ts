// The tier that is proposed: as the laws say, never lower for more of anything, and the same as trying out what is unknown.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RuleName, type Rules, ruleKeys } from '../rules/rule-keys.ts'
import type { tiers } from './choices.ts'
import { type Form, formNames, type TierFacts, tierForms } from './tier-forms.ts'
import { proposeTier, tierHint } from './tier-rules.ts'

const base = Object.fromEntries(Object.entries(ruleKeys).map(([name, key]) => [name, key.base])) as Rules
const unknown: TierFacts = {
  ...{ people: null, units: null, founders: null, foundingUnits: null },
  ...{ staff: null, money: null, place: null, scope: null },
}
const rank = { guided: 0, filed: 1, registered: 2 }

const some = (max: number) => fc.option(fc.nat({ max }), { nil: null })
const anyFacts: fc.Arbitrary<TierFacts> = fc.record({
  people: some(70),
  units: some(40),
  founders: some(6),
  foundingUnits: some(4),
  staff: some(4),
  money: fc.option(fc.constantFrom(0, 2_999_999, 3_000_000, 199_999_999, 200_000_000), { nil: null }),
  place: fc.option(fc.boolean(), { nil: null }),
  scope: fc.option(fc.boolean(), { nil: null }),
})

/** Rules of a place that lowers or raises some numbers. */
const anyRules: fc.Arbitrary<Rules> = fc
  .record({
    'tiering.association.people': fc.nat({ max: 60 }),
    'tiering.association.mixed': fc.nat({ max: 60 }),
    'tiering.association.money': fc.constantFrom(0, 3_000_000),
    'tiering.filedGroup.members': fc.nat({ max: 30 }),
    'tiering.filedGroup.founders': fc.nat({ max: 5 }),
    'tiering.filedGroup.place': fc.boolean(),
    'tiering.filedService.staff': fc.nat({ max: 5 }),
    'tiering.scope': fc.boolean(),
  })
  .map((other) => ({ ...base, ...other }))

describe('A tier', () => {
  it('is proposed with each condition met, not met or not known, side by side', () => {
    const facts = { ...unknown, people: 12, founders: 3, place: true, scope: true, money: 100 }
    const { tier, possible, reached, forms } = proposeTier(facts, base)
    expect({ tier, possible, reached }).toEqual({ tier: 'filed', possible: 'filed', reached: 'filed' })
    expect(forms.map(({ form, met }) => [form, met])).toEqual([
      ['association', false],
      ['serviceAgency', false],
      ['foundation', false],
      ['filedGroup', true],
      ['filedService', 'unknown'],
    ])
    expect(forms[0]?.conditions[0]).toMatchObject({
      required: '个人成员 50 人以上，或者单位成员 30 个以上，或者成员合计 50 以上',
      actual: '个人成员 12 人；单位成员未知',
      met: 'unknown',
    })
    expect(forms[0]?.conditions[1]).toMatchObject({ required: '30,000 元以上', actual: '1 元', met: false })
  })

  it('of an association is registered from 50 people, 30 units or 50 together, with money, staff and a place', () => {
    const rest = { ...unknown, staff: 1, money: 3_000_000, place: true, scope: true, founders: 3 }
    const tierOf = (people: number, units: number) =>
      proposeTier({ ...rest, people, units, staff: 1 }, base).forms[0]?.met
    expect([tierOf(50, 0), tierOf(0, 30), tierOf(26, 24)]).toEqual([true, true, true])
    expect([tierOf(49, 0), tierOf(0, 29), tierOf(25, 24)]).toEqual([false, false, false])
  })

  it('is never lower for more of anything', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, anyRules, (one, other, rules) => {
        const more = Object.fromEntries(
          Object.entries(one).map(([fact, value]) => {
            const second = other[fact as keyof TierFacts]
            if (value === null || second === null) return [fact, value]
            return [fact, Number(second) > Number(value) ? second : value]
          }),
        ) as TierFacts
        const [less, greater] = [proposeTier(one, rules), proposeTier(more, rules)]
        for (const which of ['tier', 'possible', 'reached'] as const)
          expect(rank[greater[which]]).toBeGreaterThanOrEqual(rank[less[which]])
      }),
    )
  })

  it('is what trying out none and plenty for everything unknown would find', () => {
    fc.assert(
      fc.property(anyFacts, anyRules, (facts, rules) => {
        const outcomes = completions(facts).map((full) => naiveTier(full, rules))
        const { tier, possible } = proposeTier(facts, rules)
        expect(rank[tier]).toBe(Math.min(...outcomes))
        expect(rank[possible]).toBe(Math.max(...outcomes))
      }),
    )
  })
})

describe('A hint', () => {
  it('comes when a line is crossed, and not for what is merely unknown', () => {
    const hint = (tier: keyof typeof tiers, facts: Partial<TierFacts>) =>
      tierHint(tier, proposeTier({ ...unknown, ...facts }, base))?.words
    expect(hint('guided', { people: 10 })).toBe('规模已达到备案条件，可以申请备案')
    expect(hint('guided', { people: 9 })).toBeUndefined()
    expect(hint('guided', { people: 10, place: false })).toBeUndefined()
    expect(hint('filed', { people: 50 })).toBe('规模已达到登记条件，可以申请登记')
    expect(hint('filed', { people: 9, units: 0, staff: 0 })).toBe('已不符合备案条件')
    expect(hint('filed', { people: 9 })).toBeUndefined()
    expect(hint('registered', { people: 1, units: 0, staff: 0, money: 0 })).toBeUndefined()
  })
})

/** Every way in which the unknown may turn out, at its extremes. */
function completions(facts: TierFacts): TierFacts[] {
  return Object.entries(facts).reduce<TierFacts[]>(
    (found, [fact, value]) =>
      value === null
        ? found.flatMap((one) => [0, 1e12].map((extreme) => ({ ...one, [fact]: extreme }) as TierFacts))
        : found,
    [facts],
  )
}

function naiveTier(facts: TierFacts, rules: Rules): number {
  const meets = (form: Form) =>
    form.conditions.every(({ anyOf }) =>
      anyOf.some(({ of, rule }) => sum(of.map((fact) => Number(facts[fact]))) >= needed(rules, rule)),
    )
  return Math.max(
    0,
    ...formNames
      .map((name) => tierForms[name])
      .filter(meets)
      .map(({ tier }) => rank[tier]),
  )
}

const needed = (rules: Rules, name: RuleName): number => Number(rules[name])
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
