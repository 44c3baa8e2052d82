// Checks how areas are grouped, ranked and counted in a legend.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Tile } from '../programmes-api.ts'
import { bestFirst, groupTiles, legendOf, pictured, sameAreas, worstFirst } from './tiles.ts'

const tile = (change: Partial<Tile>): Tile => ({
  code: '320585103003',
  name: '牌楼社区',
  level: 'community',
  settlement: 'urban',
  under: '浮桥镇',
  state: 'behind',
  severity: 1,
  value: '9 / 10',
  gap: '还差 1 个',
  reached: 0.9,
  each: null,
  below: false,
  ...change,
})

const anyTile: fc.Arbitrary<Tile> = fc
  .record({
    code: fc.stringMatching(/^\d{12}$/),
    under: fc.constantFrom('浮桥镇', '沙溪镇', '城厢镇'),
    severity: fc.constantFrom(0 as const, 1 as const, 2 as const, null),
    reached: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(tile)

const codes = (tiles: readonly Tile[]) => tiles.map(({ code }) => code)

describe('ranking areas', () => {
  it('puts the most severe first, then the least reached, and those without a statement last', () => {
    const tiles = [
      tile({ code: '1', severity: null, reached: null }),
      tile({ code: '2', severity: 0, reached: 1 }),
      tile({ code: '3', severity: 2, reached: 0.5 }),
      tile({ code: '4', severity: 2, reached: 0.1 }),
    ]
    expect(codes(worstFirst(tiles))).toEqual(['4', '3', '2', '1'])
    expect(codes(bestFirst(tiles))).toEqual(['2', '3', '4', '1'])
  })

  it('tells apart by their number those that all reached the whole', () => {
    const tiles = [
      tile({ code: '1', severity: 0, reached: 1, value: '1,100 / 10' }),
      tile({ code: '2', severity: 0, reached: 1, value: '11 / 10' }),
    ]
    expect(codes(bestFirst(tiles))).toEqual(['1', '2'])
  })

  it('loses and invents none, and ends with those without a statement either way', () => {
    fc.assert(
      fc.property(fc.array(anyTile), (tiles) => {
        for (const ranked of [worstFirst(tiles), bestFirst(tiles)]) {
          expect(codes(ranked).toSorted()).toEqual(codes(tiles).toSorted())
          const silent = ranked.findIndex(({ severity }) => severity === null)
          if (silent >= 0) expect(ranked.slice(silent).every(({ severity }) => severity === null)).toBe(true)
        }
      }),
    )
  })
})

describe('a picture of areas', () => {
  it('groups every tile once under the area above it', () => {
    fc.assert(
      fc.property(fc.array(anyTile), (tiles) => {
        const groups = groupTiles(tiles)
        expect(groups.flatMap((group) => codes(group.tiles)).toSorted()).toEqual(codes(tiles).toSorted())
        expect(new Set(groups.map(({ under }) => under)).size).toBe(groups.length)
      }),
    )
  })

  it('has a legend whose numbers add up to the tiles', () => {
    fc.assert(
      fc.property(fc.array(anyTile), (tiles) => {
        expect(legendOf(tiles).reduce((sum, { count }) => sum + count, 0)).toBe(tiles.length)
      }),
    )
  })

  it('shows the areas below instead of too many units, and never the area looked at', () => {
    const area = { code: '1', name: '浮桥镇', level: 'township' }
    const [self, a, b] = [tile({ code: '1' }), tile({ code: '2' }), tile({ code: '3' })]
    expect(pictured({ area, units: null, children: [a, b] })).toEqual([a, b])
    expect(pictured({ area, units: [a], children: [] })).toEqual([a])
    expect(pictured({ area, units: [self], children: [] })).toEqual([])
  })

  it('knows when the areas below are the units themselves', () => {
    const [a, b] = [tile({ code: '1' }), tile({ code: '2' })]
    expect(sameAreas([a, b], [b, a])).toBe(true)
    expect(sameAreas([a], [b])).toBe(false)
    expect(sameAreas([a], [a, b])).toBe(false)
  })
})
