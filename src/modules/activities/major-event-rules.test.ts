// Which activities must be reported, to whom, by when: against a plain second account of the same rules.
import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, it, test, vi } from 'vitest'
import { addDays, type Day } from '../../kernel/time.ts'
import { activitiesKeys } from '../rules/keys/activities-keys.ts'
import { activityKinds, features } from './activity.ts'
import { assess, type EventFacts, type MajorEventRules, whyNotReport } from './major-event-rules.ts'

// The library's functions are right only east of Greenwich.
vi.hoisted(() => {
  process.env.TZ = 'Asia/Shanghai'
})

const base = Object.fromEntries(
  Object.entries(activitiesKeys).map(([name, key]) => [name, key.base]),
) as MajorEventRules

const kinds = Object.keys(activityKinds) as (keyof typeof activityKinds)[]
const featureNames = Object.keys(features) as (keyof typeof features)[]
const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2020-01-01' as Day, days))
const limit = fc.record({
  days: fc.integer({ min: 1, max: 30 }),
  unit: fc.constantFrom('days' as const, 'workingDays' as const),
})

const anyFacts: fc.Arbitrary<EventFacts> = fc.record({
  kind: fc.constantFrom(...kinds),
  expected: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 8000 })),
  money: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
  features: fc.subarray(featureNames),
  day: anyDay,
  decidedOn: anyDay,
})

const anyRules: fc.Arbitrary<MajorEventRules> = fc
  .record({
    types: fc.subarray(kinds),
    typesFrom: fc.integer({ min: 1, max: 200 }),
    peopleFrom: fc.integer({ min: 1, max: 1000 }),
    fromMoney: fc.option(fc.integer({ min: 1, max: 8_000_000 })),
    features: fc.subarray(featureNames),
    recipient: fc.constantFrom('township' as const, 'county' as const),
    countyFrom: fc.option(fc.integer({ min: 1, max: 2000 })),
    lead: limit,
    leadCounted: fc.constantFrom('beforeEvent' as const, 'afterDecision' as const),
  })
  .map((given) => ({
    ...base,
    ...(Object.fromEntries(
      Object.entries(given).map(([name, value]) => [`majorEvents.${name}`, value]),
    ) as Partial<MajorEventRules>),
  }))

/** Yes or no, with every rule asked one after the other. */
function mustNaively(facts: EventFacts, rules: MajorEventRules): boolean {
  if (facts.expected >= rules['majorEvents.peopleFrom']) return true
  for (const kind of rules['majorEvents.types'])
    if (kind === facts.kind && facts.expected >= rules['majorEvents.typesFrom']) return true
  const most = rules['majorEvents.fromMoney']
  if (most !== null && facts.money !== null && !(facts.money < most)) return true
  return rules['majorEvents.features'].some((one) => facts.features.some((other) => other === one))
}

const works = (day: Day): boolean => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return chineseDays.isWorkday(new Date(year, month - 1, date, 12))
}

/** Walks day by day. */
function walked(from: Day, { days, unit }: { days: number; unit: string }, by: 1 | -1): Day {
  let at = from
  for (let left = days; left > 0; ) {
    at = addDays(at, by)
    if (unit === 'days' || works(at)) left -= 1
  }
  // Time that runs forwards and ends on a day of rest ends on the next working day.
  if (by === 1) while (!works(at)) at = addDays(at, 1)
  return at
}

describe('An activity must be reported', () => {
  it('when one of the rules says so, with a reason for it, to somebody, by a day', () => {
    fc.assert(
      fc.property(anyFacts, anyRules, (facts, rules) => {
        const found = assess(facts, rules)
        const must = mustNaively(facts, rules)
        expect(found.reasons.length > 0).toBe(must)
        expect(found.recipient !== null).toBe(must)
        expect(found.dueOn !== null).toBe(must)
      }),
    )
  })

  it('to the county from so many people on, otherwise to whom the place has named', () => {
    fc.assert(
      fc.property(anyFacts, anyRules, (facts, rules) => {
        const { recipient } = assess(facts, rules)
        if (recipient === null) return
        const from = rules['majorEvents.countyFrom'] ?? Number.POSITIVE_INFINITY
        expect(recipient).toBe(facts.expected >= from ? 'county' : rules['majorEvents.recipient'])
      }),
    )
  })

  it('by the day that a walk from day to day finds, before it begins or after it was decided', () => {
    fc.assert(
      fc.property(anyFacts, anyRules, (facts, rules) => {
        const { dueOn } = assess(facts, rules)
        if (dueOn === null) return
        const lead = rules['majorEvents.lead']
        const naive =
          rules['majorEvents.leadCounted'] === 'beforeEvent'
            ? walked(facts.day, lead, -1)
            : walked(facts.decidedOn, lead, 1)
        expect(dueOn).toBe(naive)
      }),
    )
  })

  it('the more surely the more people come and the more it costs', () => {
    fc.assert(
      fc.property(anyFacts, anyRules, fc.nat(5000), (facts, rules, more) => {
        const larger = { ...facts, expected: facts.expected + more, money: (facts.money ?? 0) + more }
        if (assess(facts, rules).reasons.length > 0)
          expect(assess(larger, rules).reasons.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('A permit of public security', () => {
  const facts = {
    kind: 'other',
    money: null,
    features: [],
    decidedOn: '2023-08-01',
    day: '2023-10-01',
  } as const
  const of = (expected: number) =>
    assess({ ...facts, expected, day: facts.day as Day, decidedOn: facts.decidedOn as Day }, base).permit

  it.each([
    [999, null],
    [1000, { dueOn: '2023-09-11', from: 1000, police: 'county' }],
    [4999, { dueOn: '2023-09-11', from: 1000, police: 'county' }],
    [5000, { dueOn: '2023-09-11', from: 1000, police: 'city' }],
  ])('for %i people is %j', (expected, permit) => {
    expect(of(expected)).toEqual(permit)
  })
})

test('a report that holds is not sent twice; one that was objected to, or whose plan has changed, is', () => {
  const why = (report: Parameters<typeof whyNotReport>[2], status = 'planned', must = true) =>
    whyNotReport({ status }, must, report)?.body.code ?? null
  expect(why(null)).toBeNull()
  expect(why({ status: 'reported', covers: true })).toBe('majorEvent.reportedAlready')
  expect(why({ status: 'approved', covers: true })).toBe('majorEvent.reportedAlready')
  expect(why({ status: 'approved', covers: false })).toBeNull()
  expect(why({ status: 'objected', covers: false })).toBeNull()
  expect(why(null, 'cancelled')).toBe('majorEvent.cancelled')
  expect(why(null, 'planned', false)).toBe('majorEvent.notNeeded')
  expect(why(null, 'held')).toBeNull()
})
