// The same target in a lower area, and a target without a source.
import { describe, expect, test } from 'vitest'
import { figureOf, spread } from '../../../test/naive/figures.ts'
import { packText, places, standing, targetText } from '../../../test/naive/small-world.ts'

describe('a figure of a lower area', () => {
  const total = 'quote: 全市达到40个\njudge: total\ncount: organizations\nneed: { atLeast: 40 }'

  test('only contributes to a total of the whole programme', () => {
    expect(figureOf(total, spread, {}, places.countyA)).toMatchObject({
      state: 'notApplicable',
      because: 'contributes',
      numerator: 11,
      gap: null,
    })
  })

  test('is not applicable where no unit of the population lies', () => {
    const body =
      'quote: 每个县不少于1个\njudge: each\ncount: organizations\namong: { units: county }\nneed: { atLeast: 1 }'
    expect(figureOf(body, spread, {}, places.streetA)).toMatchObject({
      state: 'notApplicable',
      because: 'noUnits',
    })
  })

  test('is judged by the same rule as the whole', () => {
    const body =
      'quote: 每个社区不少于2个\njudge: each\ncount: organizations\namong: { units: community }\nneed: { atLeast: 2 }'
    expect(figureOf(body, spread, {}, places.east)).toMatchObject({
      state: 'met',
      numerator: 1,
      denominator: 1,
    })
    expect(figureOf(body, spread, {}, places.west)).toMatchObject({ numerator: 0, gap: { quantity: 1 } })
  })
})

test('a target whose measure has no source is not collected, and asks for nothing', () => {
  const text = packText(targetText('quote: 3家\njudge: total\ncount: brands\nneed: { atLeast: 3 }'))
  const where = standing(text, [], { live: new Set(['organizations']) })
  expect(where.plan.tallies).toEqual([])
  expect(where.figure('target', places.city)).toMatchObject({ state: 'notCollected', value: null, gap: null })
})
