// Lifecycles, clocks and rosters held against a second, naive way of saying the same.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, daysBetween } from '../../kernel/time.ts'
import { isWorkingDay, type Limit } from '../../kernel/working-days.ts'
import { categories, type Tier } from '../organizations/choices.ts'
import { type Rules, ruleKeys } from '../rules/rule-keys.ts'
import { clockOf, goOn, leftOf, startClock } from './clock-rules.ts'
import {
  type ApplicationStatus,
  applicationStatuses,
  type Desk,
  type Member,
  type Step,
  steps,
} from './filing.ts'
import {
  applicantSteps,
  type Course,
  deskOf,
  statusAfter,
  transitionOf,
  whyNotDesk,
  whyNotStep,
} from './lifecycle.ts'
import { offersOf } from './offers.ts'
import { readRoster, whyNotRoster } from './roster-rules.ts'
import { termsOf } from './terms.ts'

const base = Object.fromEntries(Object.entries(ruleKeys).map(([key, { base }]) => [key, base])) as Rules
const tier = fc.constantFrom<Tier>('guided', 'filed', 'registered')
const stepNames = Object.keys(steps) as Step[]
const rules = fc.record({
  'filing.communityOpinion': fc.boolean(),
  'filing.countyReview': fc.boolean(),
  'filing.office': fc.constantFrom('township' as const, 'county' as const),
})

/** The same journeys told station by station, without the tables. */
function naiveNext(course: Course, step: Step): ApplicationStatus | null {
  const { status, path, returnedFrom, tier } = course
  const stations = path.slice(0, -1)
  const last = stations.at(-1)
  const isOpen = status === 'draft' || status === 'correcting' || stations.includes(status)
  if (step === 'withdraw') return isOpen ? 'withdrawn' : null
  if (step === 'submit') return status === 'draft' ? (stations[0] ?? null) : null
  if (step === 'resubmit') return status === 'correcting' ? returnedFrom : null
  if (!stations.includes(status)) return null
  if (step === 'return') return 'correcting'
  if (step === 'approve') return status === last ? 'approved' : null
  if (step === 'refuse')
    return status === last || (tier !== 'guided' && status === 'accepting') ? 'refused' : null
  const verbs = { opine: 'opinion', accept: 'accepting', review: 'reviewing' } as const
  return verbs[step] === status ? (stations[stations.indexOf(status) + 1] ?? null) : null
}

describe('A lifecycle', () => {
  it('walked at random by anybody goes where the naive telling goes, and nowhere that its table does not allow', () => {
    const reached = new Set<string>()
    fc.assert(
      fc.property(
        tier,
        rules,
        fc.boolean(),
        fc.array(fc.constantFrom(...stepNames), { maxLength: 30 }),
        (tier, chosen, inCommunity, walk) => {
          const terms = termsOf({ ...base, ...chosen }, tier, inCommunity)
          let course: Course = { tier, status: 'draft', path: terms.path, returnedFrom: null }
          for (const step of walk) {
            const expected = naiveNext(course, step)
            expect(whyNotStep(step, course) === null).toBe(expected !== null)
            if (expected === null) continue
            const to = statusAfter(step, course)
            expect(to).toBe(expected)
            expect(transitionOf(tier, step)?.to).toContain(to)
            course = { ...course, status: to, returnedFrom: step === 'return' ? course.status : null }
            reached.add(`${tier} ${to}`)
          }
        },
      ),
      { numRuns: 2000 },
    )
    expect(reached.size).toBeGreaterThan(18)
  })

  it('offers a desk exactly the steps that it could take, and names whose turn it is', () => {
    const held = fc.uniqueArray(fc.constantFrom<Desk>('applicant', 'community', 'township', 'county'))
    fc.assert(
      fc.property(
        tier,
        held,
        fc.constantFrom(...(Object.keys(applicationStatuses) as ApplicationStatus[])),
        (tier, held, status) => {
          const terms = termsOf(base, tier, true)
          const desk = deskOf(status, terms.office)
          const offers = offersOf({ tier, status, path: terms.path, returnedFrom: null, desk }, held)
          const free = offers.filter(({ whyNot }) => whyNot === null).map(({ step }) => step)
          const expected = stepNames.filter((step) => {
            const actor = applicantSteps.includes(step) ? 'applicant' : desk
            return held.includes(actor) && whyNotStep(step, { tier, status }) === null
          })
          expect(free.sort()).toEqual(expected.sort())
          for (const { step, whyNot } of offers)
            expect(whyNot).toBe(whyNotDesk(step, desk, held)?.message ?? null)
        },
      ),
    )
  })

  it('refuses to lead where the table does not', () => {
    const course = {
      tier: 'guided',
      status: 'approved',
      path: ['confirming', 'approved'],
      returnedFrom: null,
    } as const
    expect(() => statusAfter('accept', course)).toThrow('does not lead')
    expect(whyNotStep('approve', course)?.body.message).toContain('已同意')
  })

  it('allows direct registration only for categories that exist', () => {
    expect(Object.keys(categories)).toEqual(expect.arrayContaining(base['filing.directCategories']))
  })
})

const day = fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2022-06-01' as Day, days))
const limit: fc.Arbitrary<Limit> = fc.record({
  days: fc.integer({ min: 1, max: 30 }),
  unit: fc.constantFrom('days' as const, 'workingDays' as const),
})

/** Day by day: those that count run out one after the other while the application lies on the desk. */
function naiveDue(start: Day, days: number): Day {
  let at = start
  for (let left = days; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at)) left -= 1
  }
  return at
}

describe('The clock', () => {
  it('gives back exactly the working days that were left, however often it is stopped', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.tuple(fc.nat(6), fc.nat(40)), { maxLength: 4 }),
        (start, days, stops) => {
          let due = startClock(start, { days, unit: 'workingDays' }) as Day
          let at = start
          let used = 0
          for (const [worked, corrected] of stops) {
            const stop = addDays(at, worked)
            for (let each = addDays(at, 1); each <= stop; each = addDays(each, 1))
              if (isWorkingDay(each)) used += 1
            const left = leftOf(due, stop, 'workingDays') ?? 0
            expect(left).toBe(Math.max(0, days - used))
            used = Math.min(used, days)
            at = addDays(stop, corrected)
            due = goOn(at, left, 'workingDays') as Day
            expect(due).toBe(naiveDue(at, left))
          }
        },
      ),
    )
  })

  it('says overdue exactly after the last day, and warns within the days of the rule', () => {
    fc.assert(
      fc.property(
        day,
        limit,
        fc.integer({ min: -5, max: 60 }),
        fc.nat(5),
        (start, limit, later, warnWithin) => {
          const due = startClock(start, limit) as Day
          const now = addDays(start, later)
          const { tone, words } = clockOf(due, now, warnWithin)
          expect(tone === 'overdue').toBe(daysBetween(due, now) > 0)
          expect(words.startsWith('已逾期')).toBe(tone === 'overdue')
          if (tone === 'met') expect(naiveDue(now, warnWithin) < due || now < start).toBe(true)
        },
      ),
    )
    expect(clockOf(null, '2023-01-01' as Day, 2).tone).toBe('none')
  })
})

const name = fc.constantFrom('王某', '李某', '赵某', '钱某', '孙某')
const member: fc.Arbitrary<Member> = fc.record({
  name,
  mark: fc.constantFrom(null, '3号楼', '5号楼'),
  leader: fc.boolean(),
  keyMember: fc.boolean(),
  party: fc.constantFrom(null, 'full' as const, 'probationary' as const, 'none' as const),
})

describe('A roster', () => {
  it('is refused exactly when somebody stands in it twice, and names both rows', () => {
    fc.assert(
      fc.property(fc.array(member, { maxLength: 12 }), (members) => {
        const isTwice = ({ name, mark }: Member, at: number) =>
          members.findIndex((other) => other.name === name && other.mark === mark) < at
        const problem = whyNotRoster(members)
        const expected = members.flatMap((each, at) => (isTwice(each, at) ? [at] : []))
        expect(problem?.body.faults?.map(({ at }) => Number(at.split('.')[1])) ?? []).toEqual(expected)
        for (const [index, at] of expected.entries())
          expect(problem?.body.faults?.[index]?.message).toContain(`第 ${at + 1} 行`)
      }),
    )
  })

  it('comes back from a sheet as it was written into one', () => {
    const unlike = fc.uniqueArray(member, { minLength: 1, selector: ({ name, mark }) => `${name} ${mark}` })
    const party = { full: '中共党员', probationary: '预备党员', none: '群众' } as const
    fc.assert(
      fc.property(unlike, fc.nat(3), (members, above) => {
        const lines = members.map(({ name, mark, leader, keyMember, party: standing }) => [
          ...[name, mark ?? '', leader ? '队长' : keyMember ? '骨干' : ''],
          standing === null ? '' : party[standing],
        ])
        const rows = [
          ...Array.from({ length: above }, () => ['成员名册（样表）']),
          ['姓名', '同名区分', '职务', '政治面貌'],
          ...lines,
        ]
        const expected = members.map((each) => ({ ...each, keyMember: each.keyMember || each.leader }))
        expect(readRoster(rows)).toEqual(expected)
      }),
    )
  })

  it('refuses what is no name, and finds names without a heading', () => {
    expect(readRoster([['王某'], ['李某']]).map(({ name }) => name)).toEqual(['王某', '李某'])
    expect(() => readRoster([['姓名'], []])).toThrow('没有找到姓名')
    expect(() => readRoster([['姓名'], ['110101199001010015']])).toThrow('不收证件号')
    expect(() =>
      readRoster([
        ['姓名', '电话'],
        ['', '138'],
      ]),
    ).toThrow('第 2 行没有姓名')
  })
})
