// Every form that a policy sentence takes, written as a target and counted by hand (docs/specs/target-algebra.md).
import { describe, expect, test } from 'vitest'
import {
  fact,
  organizations,
  packText,
  places,
  standing,
  targetText,
} from '../../../test/naive/small-world.ts'
import type { Figure } from './figure.ts'

const figureOf = (
  body: string,
  facts: Parameters<typeof standing>[1],
  asking?: Parameters<typeof standing>[2],
  area: string = places.city,
): Figure => standing(packText(targetText(body)), facts, asking).figure('target', area)

/** 3 in 东, 1 in 西, 2 in 南村, 4 in 北, 5 in 甲街道 itself. */
const spread = [
  ...organizations(3, places.east),
  ...organizations(1, places.west),
  ...organizations(2, places.south),
  ...organizations(4, places.north),
  ...organizations(5, places.streetA),
]

describe('a target says', () => {
  test('1. average per unit, with each unit told apart', () => {
    const figure = figureOf(
      `
quote: 城市社区平均拥有不少于2个
judge: average
count: organizations
among: { units: community, settlement: urban }
need: { atLeast: 2 }`,
      spread,
    )
    expect(figure).toMatchObject({
      state: 'met',
      numerator: 8,
      denominator: 3,
      gap: { quantity: 0, units: 1 },
    })
    expect(figure.each).toEqual({ total: 3, passing: 2, lacking: 1, exceeding: 0, required: 6 })
    expect(figure.leftOut).toEqual({ records: 5, unknownSettlement: 1, virtual: 1, zones: 0 })
  })

  test('1. each unit reaches a number', () => {
    const figure = figureOf(
      `
quote: 每个社区不少于2个
judge: each
count: organizations
among: { units: community }
need: { atLeast: 2 }`,
      spread,
    )
    expect(figure).toMatchObject({ numerator: 3, denominator: 5, gap: { quantity: 3, units: 2, unit: '个' } })
  })

  test('2. an average judged in each county, all of which must pass', () => {
    const figure = figureOf(
      `
quote: 各县城市社区平均不少于3个
judge: average
count: organizations
among: { units: community, settlement: urban }
every: { units: county }
need: { atLeast: 3 }`,
      spread,
    )
    expect(figure).toMatchObject({
      shape: 'units',
      numerator: 1,
      denominator: 2,
      gap: { quantity: 2, units: 1 },
    })
  })

  test('3. a share of units for which a predicate holds', () => {
    const figure = figureOf(
      `
quote: 80%的街道（乡镇）有不少于1个枢纽型社区社会组织
judge: share
count: organizations
where: { hub: true }
among: { units: township }
need: { atLeast: 1 }
share: { atLeast: 80% }`,
      [
        fact('organizations', places.streetA, { hub: true }),
        fact('organizations', places.north, { hub: true }),
      ],
    )
    expect(figure).toMatchObject({
      numerator: 2,
      denominator: 3,
      gap: { quantity: 1, unit: '个街道（乡镇）', units: 1 },
    })
  })

  test('4. strictly more than, and at least', () => {
    const half = (need: string) =>
      figureOf(
        `
quote: 公益性社区社会组织占比超过50%
judge: shareOf
count: organizations
part: { category: charity }
called: 公益性组织
need: ${need}`,
        [
          ...organizations(2, places.east, { category: 'charity' }),
          ...organizations(2, places.west, { category: 'sports' }),
        ],
      )
    expect(half('{ atLeast: 50% }').state).toBe('met')
    expect(half('{ moreThan: 50% }')).toMatchObject({ state: 'onCourse', gap: { quantity: 1 } })
  })

  test('5. a range, its upper end binding or not', () => {
    const workers = (need: string) =>
      figureOf(
        `
quote: 至少配备1-2名
judge: each
count: socialWorkers
among: { units: community, settlement: urban }
need: ${need}`,
        [fact('socialWorkers', places.east), fact('socialWorkers', places.west, {}, { quantity: 4 })],
      )
    expect(workers('{ between: [1, 2] }')).toMatchObject({
      numerator: 1,
      gap: { quantity: 1, exceeding: 2, units: 2 },
    })
    expect(workers('{ between: [1, 2], orMore: true }')).toMatchObject({
      numerator: 2,
      gap: { quantity: 1, exceeding: 0 },
    })
  })

  test('6. about, with a declared tolerance', () => {
    const brands = (number: number) =>
      figureOf(
        `
quote: 达到3家左右
readings: [about]
judge: total
count: brands
need: { about: 3, tolerance: 1 }`,
        Array.from({ length: number }, () => fact('brands', places.east)),
      )
    expect(brands(1)).toMatchObject({ gap: { quantity: 1, exceeding: 0 } })
    expect(brands(2).state).toBe('met')
    expect(brands(4).state).toBe('met')
    expect(brands(5)).toMatchObject({ gap: { quantity: 0, exceeding: 1 } })
  })

  test('7. cumulative since a date', () => {
    const figure = figureOf(
      `
quote: 累计达5000人次以上
judge: total
count: trainingAttendance
window: { since: 2021-01-01 }
need: { atLeast: 5000 }`,
      [
        fact('trainingAttendance', places.east, {}, { quantity: 3000, from: day('2021-05-01') }),
        fact('trainingAttendance', places.countyB, {}, { quantity: 200, from: day('2022-05-01') }),
        fact('trainingAttendance', places.east, {}, { quantity: 900, from: day('2020-12-31') }),
        fact('trainingAttendance', places.east, {}, { quantity: 900, from: day('2022-07-01') }),
      ],
    )
    expect(figure).toMatchObject({ numerator: 3200, gap: { quantity: 1800, unit: '人次', units: null } })
  })

  test('8. so many times in each calendar year', () => {
    const figure = figureOf(
      `
quote: 每年至少组织1次能力培训
judge: each
count: trainings
window: year
among: { units: county, zones: false }
need: { atLeast: 1 }`,
      [
        fact('trainings', places.countyA, {}, { from: day('2021-03-01') }),
        fact('trainings', places.east, {}, { from: day('2022-03-01') }),
        fact('trainings', places.countyB, {}, { from: day('2022-02-01') }),
      ],
    )
    expect(figure).toMatchObject({
      year: 2022,
      state: 'met',
      numerator: 2,
      denominator: 2,
      due: '2022-12-31',
    })
    expect(figure.years?.map(({ year, state, numerator }) => [year, state, numerator])).toEqual([
      [2021, 'overdue', 1],
      [2022, 'met', 2],
    ])
  })

  test('8. a year that has not begun has nothing yet, whatever happened before', () => {
    const figure = figureOf(
      'quote: 每年\njudge: each\ncount: trainings\nwindow: year\namong: { units: county }\nneed: { atLeast: 1 }',
      [fact('trainings', places.countyA, {}, { from: day('2020-06-01') })],
      { asOf: '2020-12-15' },
    )
    expect(figure).toMatchObject({ year: 2021, numerator: 0, state: 'onCourse', expected: 0 })
  })

  test('9. several thresholds by date for one measure', () => {
    const body = `
quote: 6月底不少于2个，9月底不少于4个
judge: each
count: organizations
among: { units: community, within: ["${places.countyB}"], settlement: urban }
steps:
  - { by: 2022-06-30, need: { atLeast: 2 } }
  - { by: 2022-09-30, need: { atLeast: 5 } }`
    expect(figureOf(body, spread, { asOf: '2022-06-30' })).toMatchObject({ state: 'met', due: '2022-06-30' })
    const later = figureOf(body, spread, { asOf: '2022-07-01' })
    expect(later).toMatchObject({ state: 'onCourse', due: '2022-09-30', gap: { quantity: 1 } })
    expect(later.steps.map(({ by, inForce }) => [by, inForce])).toEqual([
      ['2022-06-30', false],
      ['2022-09-30', true],
    ])
  })

  test('9. an earlier step that still fails makes it overdue', () => {
    const body = `
quote: 6月底不少于2个，9月底不少于5个
judge: total
count: organizations
steps:
  - { by: 2022-03-31, need: { atLeast: 20 } }
  - { by: 2022-12-31, need: { atLeast: 40 } }`
    expect(figureOf(body, spread, { asOf: '2022-04-01' }).state).toBe('overdue')
  })

  test('9. a line that starts where the step before left off; anew when only the need grows', () => {
    const share = (steps: string) =>
      figureOf(
        `
quote: 分期限
judge: share
count: organizations
among: { units: township }
need: { atLeast: 5 }
share: { atLeast: 80% }
steps:${steps}`.replace(steps.includes('need') ? 'need: { atLeast: 5 }\n' : 'share: { atLeast: 80% }\n', ''),
        spread,
        { asOf: '2022-01-01' },
      )
    const grows = share(`
  - { by: 2021-12-31, share: { atLeast: 40% } }
  - { by: 2022-12-31, share: { atLeast: 80% } }`)
    expect(grows.expected).toBeCloseTo(0.5 + 0.5 / 365)
    const stays = share(`
  - { by: 2021-12-31, need: { atLeast: 1 } }
  - { by: 2022-12-31, need: { atLeast: 5 } }`)
    expect(stays.expected).toBeCloseTo(1 / 365)
  })

  test('10. growth against a base date', () => {
    const body = `
quote: 比2020年底翻一番
judge: growth
count: organizations
base: 2020-12-31
need: { atLeast: 2 }`
    const old = Array.from({ length: 4 }, () =>
      fact('organizations', places.east, {}, { from: day('2019-01-01') }),
    )
    const figure = figureOf(body, [...old, ...organizations(2, places.west)])
    expect(figure).toMatchObject({ value: 1.5, numerator: 6, denominator: 4, gap: { quantity: 2 } })
    expect(figureOf(body, organizations(2, places.west))).toMatchObject({
      state: 'notApplicable',
      because: 'noBase',
    })
  })

  test('11. so many for every hundred households', () => {
    const figure = figureOf(
      `
quote: 每百户不少于0.5个
judge: rate
count: organizations
per: { count: households, amount: 100 }
need: { atLeast: 0.5 }`,
      [...spread, fact('households', places.east, {}, { quantity: 4000 })],
    )
    expect(figure).toMatchObject({ value: 0.375, numerator: 15, denominator: 4000, gap: { quantity: 5 } })
  })
})

const day = (text: string) => text as Figure['asOf']
