// Forms of a policy sentence (docs/specs/target-algebra.md): averages, shares, ranges, sums; counted by hand.
import { describe, expect, test } from 'vitest'
import { day, figureOf, spread } from '../../../test/naive/figures.ts'
import { fact, organizations, places } from '../../../test/naive/small-world.ts'

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
})
