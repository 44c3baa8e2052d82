// Posts and certificates over time, and identity numbers: against slower, plainer accounts.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../../kernel/time.ts'
import { checkOf, identityFault, maskIdentity } from './identity-number.ts'
import { certifiedGrades } from './worker.ts'
import {
  gradeOn,
  type HeldCertificate,
  type HeldPost,
  periodsOf,
  whyNotCertify,
  whyNotLeave,
  whyNotMove,
} from './worker-rules.ts'

const today = '2023-08-25' as Day
const first = '2022-01-01' as Day
const anyDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays(first, days))

/** Posts one after the other, with gaps, the last perhaps open. */
const anyPosts = fc
  .array(
    fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 20 }), fc.constantFrom('1', '2')),
    {
      maxLength: 4,
    },
  )
  .chain((spans) => fc.boolean().map((open) => laid(spans, open)))

function laid(spans: readonly (readonly [number, number, string])[], open: boolean): HeldPost[] {
  let at = first
  return spans.map(([gap, length, area], place) => {
    const startsOn = addDays(at, gap)
    at = addDays(startsOn, length)
    const endsOn = open && place === spans.length - 1 ? null : at
    return { area, organization: null, employment: 'full', startsOn, endsOn }
  })
}

const anyCertificates: fc.Arbitrary<HeldCertificate[]> = fc
  .uniqueArray(
    fc.record({
      grade: fc.constantFrom(...(Object.keys(certifiedGrades) as (keyof typeof certifiedGrades)[])),
      obtainedOn: anyDay,
      validUntil: fc.option(fc.integer({ min: 0, max: 40 })),
    }),
    { selector: ({ grade }) => grade },
  )
  .map((drawn) =>
    drawn.map((one) => ({
      ...one,
      validUntil: one.validUntil === null ? null : addDays(one.obtainedOn, one.validUntil),
    })),
  )

describe('periods of work', () => {
  it('say of every day what the posts and certificates of that day say, and no day twice', () => {
    fc.assert(
      fc.property(anyPosts, anyCertificates, (posts, certificates) => {
        const periods = periodsOf(posts, certificates)
        for (let day = addDays(first, -2); day < addDays(first, 130); day = addDays(day, 1)) {
          const holds = <T extends { startsOn: Day; endsOn: Day | null }>(all: readonly T[]) =>
            all.filter(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day < endsOn))
          expect(holds(periods).map(({ area, grade }) => [area, grade])).toEqual(
            holds(posts).map(({ area }) => [area, gradeOn(certificates, day)]),
          )
        }
      }),
      { numRuns: 60 },
    )
  })

  it('are as few as the changes', () => {
    const post = { area: '1', organization: null, employment: 'full' as const, startsOn: first, endsOn: null }
    const weak: HeldCertificate = { grade: 'assistant', obtainedOn: addDays(first, 9), validUntil: null }
    const strong: HeldCertificate = { grade: 'senior', obtainedOn: addDays(first, 4), validUntil: null }
    expect(periodsOf([post], [weak, strong]).map(({ startsOn, grade }) => [startsOn, grade])).toEqual([
      [first, 'none'],
      [addDays(first, 4), 'senior'],
    ])
  })
})

describe('steps about a worker', () => {
  const open = { startsOn: '2023-01-10' as Day, endsOn: null }
  const left = { startsOn: '2023-01-10' as Day, endsOn: '2023-03-01' as Day }

  it('follow each other in time, never in the future', () => {
    expect(whyNotMove(open, '2023-01-10' as Day, today)?.body.faults).toEqual([
      { at: 'from', message: '新的任职最早从 2023-01-11 开始。' },
    ])
    expect(whyNotMove(open, '2023-01-11' as Day, today)).toBeNull()
    expect(whyNotMove(left, '2023-03-01' as Day, today)).toBeNull()
    expect(whyNotMove(left, '2023-02-28' as Day, today)?.body.code).toBe('worker.day')
    expect(whyNotMove(undefined, addDays(today, 1), today)?.message).toContain('不能晚于今天')
    expect(whyNotLeave(left, today, today)?.body.code).toBe('worker.hasLeft')
    expect(whyNotLeave(open, '2023-01-10' as Day, today)?.body.code).toBe('worker.day')
    expect(whyNotLeave(open, today, today)).toBeNull()
  })

  it('record one certificate of a grade', () => {
    const given = { grade: 'assistant' as const, obtainedOn: today }
    expect(whyNotCertify([given], given, today)?.body.code).toBe('worker.certified')
    expect(whyNotCertify([given], { ...given, grade: 'senior' }, today)).toBeNull()
    expect(whyNotCertify([], { ...given, obtainedOn: addDays(today, 1) }, today)?.body.code).toBe(
      'worker.day',
    )
  })
})

const anyIdentity = fc
  .tuple(
    fc.integer({ min: 110000, max: 829999 }),
    fc.integer({ min: 0, max: 36000 }).map((days) => addDays('1920-01-01' as Day, days).replaceAll('-', '')),
    fc.integer({ min: 0, max: 999 }).map((order) => String(order).padStart(3, '0')),
  )
  .map(([area, born, order]) => `${area}${born}${order}`)
  .map((number) => number + checkOf(number))

describe('an identity number', () => {
  it('has the check character of the standard’s own example', () => {
    expect(checkOf('11010519491231002')).toBe('X')
    expect(identityFault(' 11010519491231002ｘ ', today)).toBeNull()
  })

  it('is refused when one digit or two neighbours are wrong', () => {
    fc.assert(
      fc.property(anyIdentity, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
        expect(identityFault(number, today)).toBeNull()
        const digit = String((Number(number[place]) + shift) % 10)
        const wrong = number.slice(0, place) + digit + number.slice(place + 1)
        expect(identityFault(wrong, today)).not.toBeNull()
        const swapped = number.slice(0, place) + number[place + 1] + number[place] + number.slice(place + 2)
        if (swapped !== number) expect(identityFault(swapped, today)).not.toBeNull()
      }),
      { numRuns: 300 },
    )
  })

  it('tells what is wrong, and shows its first six and last four', () => {
    expect(identityFault('3205', today)).toContain('18 位')
    expect(identityFault('110105209912310020', today)).toContain('出生日期')
    expect(identityFault('010105194912310020', today)).toContain('地区')
    expect(identityFault('110105194912310021', today)).toContain('最后一位')
    expect(maskIdentity('11010519491231002X')).toBe('110105********002X')
  })
})
