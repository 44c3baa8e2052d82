// Checks how figures are split, how bars and trends are drawn, and what addresses carry.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf, saysNothing } from './FigureValue.tsx'
import { meterWords } from './Meter.tsx'
import { programmePath, targetPath } from './place.ts'
import { pointsOf } from './Sparkline.tsx'

describe('a figure', () => {
  it('is split into the number, what it is measured against, and the arithmetic', () => {
    expect(partsOf('119 / 160 · 74.3%')).toEqual({ first: '119', rest: '160', small: '74.3%' })
    expect(partsOf('11.6 / 10', '1025 ÷ 88')).toEqual({ first: '11.6', rest: '10', small: '1025 ÷ 88' })
    expect(partsOf('12 个')).toEqual({ first: '12 个', rest: '', small: '' })
  })

  it('says nothing without a digit', () => {
    expect(saysNothing('—')).toBe(true)
    expect(saysNothing('待评定')).toBe(true)
    expect(saysNothing('0 / 9 · 0%')).toBe(false)
  })
})

describe('a meter', () => {
  it('never says 100% of something that is not whole', () => {
    expect(meterWords(0.9999, 1)).toBe('完成 99.9%，按进度今天应到 100%')
    expect(meterWords(1.3, null)).toBe('完成 100%')
  })
})

describe('a trend', () => {
  it('leaves out the days on which nothing could be said', () => {
    expect(pointsOf([null, 0.5, null, 1])).toHaveLength(2)
  })

  it('stays inside its drawing, and more reached is never drawn lower', () => {
    const share = fc.double({ min: -1, max: 3, noNaN: true })
    fc.assert(
      fc.property(fc.array(share, { minLength: 2, maxLength: 9 }), (reached) => {
        const points = pointsOf(reached)
        for (const [x, y] of points) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(150)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(y).toBeLessThanOrEqual(22)
        }
        const [a, b] = [points[0], points[1]]
        if (a && b && (reached[0] ?? 0) >= (reached[1] ?? 0)) expect(a[1]).toBeLessThanOrEqual(b[1])
      }),
    )
  })
})

describe('an address', () => {
  it('carries only what was chosen, so that equal views have equal addresses', () => {
    expect(programmePath('p')).toBe('/programmes/p')
    expect(programmePath('p', { area: '320585103000', asOf: undefined, target: 'five' })).toBe(
      '/programmes/p?area=320585103000&target=five',
    )
    expect(targetPath('p', 'five', { asOf: '2022-12-31', read: 'each' })).toBe(
      '/programmes/p/targets/five?asOf=2022-12-31&read=each',
    )
  })
})
