// Thresholds are decided on whole numbers: no percentage is ever a hair off.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bounds, boundsOf, excessOf, fraction, lackOf, lackOfShare, meets } from './need.ts'

describe('a decimal as a fraction', () => {
  test('is what was written', () => {
    expect(fraction(0.8)).toEqual({ over: 8, under: 10 })
    expect(fraction(0.333)).toEqual({ over: 333, under: 1000 })
    expect(fraction(12)).toEqual({ over: 12, under: 1 })
    expect(fraction(1e-7)).toEqual({ over: 1, under: 10_000_000 })
  })

  test('stands for the same number, for every decimal of up to six places', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.integer({ min: 0, max: 6 }),
        (digits, places) => {
          const { over, under } = fraction(digits / 10 ** places)
          expect(BigInt(over) * 10n ** BigInt(places)).toBe(BigInt(digits) * BigInt(under))
        },
      ),
    )
  })
})

describe('a demand as bounds', () => {
  test('says one thing only', () => {
    expect(boundsOf({ atLeast: 3 })).toEqual(bounds(3))
    expect(boundsOf({ moreThan: 0.5 })).toEqual(bounds(0.5, null, true))
    expect(boundsOf({ atMost: 3 })).toEqual(bounds(null, 3))
    expect(boundsOf({ between: [1, 2] })).toEqual(bounds(1, 2))
    expect(boundsOf({ between: [1, 2], orMore: true })).toEqual(bounds(1))
    expect(boundsOf({ about: 10, tolerance: 1 })).toEqual(bounds(9, 11))
    expect(boundsOf({ about: 10, tolerance: 0.1, orMore: true })).toEqual(bounds(9))
    expect(boundsOf({})).toBeNull()
    expect(boundsOf({ atLeast: 1, atMost: 2 })).toBeNull()
    expect(boundsOf({ about: 3 })).toBeNull()
  })
})

describe('what is missing', () => {
  test('is nothing at exactly 80%, and one at one less', () => {
    expect(meets(16, 20, bounds(0.8))).toBe(true)
    expect(lackOf(15, 20, bounds(0.8))).toBe(1)
  })

  test('strictly more than half needs one more than half', () => {
    expect(meets(50, 100, bounds(0.5, null, true))).toBe(false)
    expect(lackOf(50, 100, bounds(0.5, null, true))).toBe(1)
    expect(lackOfShare(50, 100, bounds(0.5, null, true))).toBe(1)
    expect(lackOfShare(40, 100, bounds(0.5, null, true))).toBe(21)
  })

  test('of a share of 100% is what does not belong to it', () => {
    expect(lackOfShare(7, 10, bounds(1))).toBe(3)
  })

  test('above a ceiling is counted as too much', () => {
    expect(excessOf(5, 1, bounds(1, 2))).toBe(3)
    expect(excessOf(2, 1, bounds(1, 2))).toBe(0)
  })

  const whole = fc.integer({ min: 0, max: 2000 })
  const some = fc.integer({ min: 1, max: 2000 })
  const percent = fc.integer({ min: 1, max: 99 }).map((hundredths) => hundredths / 100)

  test('is the least that suffices', () => {
    fc.assert(
      fc.property(
        whole,
        some,
        percent,
        fc.boolean(),
        fc.constantFrom(1, 10, 100),
        (top, bottom, low, strict, scale) => {
          const demand = bounds(low, null, strict)
          const lack = lackOf(top, bottom, demand, scale)
          expect(meets(top + lack, bottom, demand, scale)).toBe(true)
          if (lack > 0) expect(meets(top + lack - 1, bottom, demand, scale)).toBe(false)
        },
      ),
    )
  })

  test('is the least that suffices when each record enlarges the whole as well', () => {
    fc.assert(
      fc.property(whole, whole, percent, fc.boolean(), (top, rest, low, strict) => {
        fc.pre(top + rest > 0)
        const demand = bounds(low, null, strict)
        const lack = lackOfShare(top, top + rest, demand)
        expect(meets(top + lack, top + rest + lack, demand)).toBe(true)
        if (lack > 0) expect(meets(top + lack - 1, top + rest + lack - 1, demand)).toBe(false)
      }),
    )
  })
})
