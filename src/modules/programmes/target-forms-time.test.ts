// Forms of a policy sentence that speak of years, dates and growth; counted by hand.
import { describe, expect, test } from 'vitest'
import { day, figureOf, spread } from '../../../test/naive/figures.ts'
import { fact, organizations, places } from '../../../test/naive/small-world.ts'

describe('a target says', () => {
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
