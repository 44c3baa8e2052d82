// The file format and the tree that is read from it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AreaCode, AreaLevel } from './area.ts'
import type { PublishedRow } from './area-codes.ts'
import { ancestorsOf, divisionsIn, formatProvince, publishedRows, subtreeOf } from './divisions.ts'

const row = (code: string, name: string, level: AreaLevel): PublishedRow => ({
  code: code.padEnd(12, '0') as AreaCode,
  name,
  level,
})

const henan = [
  row('41', '河南省', 'province'),
  row('4117', '驻马店市', 'city'),
  row('411702', '驿城区', 'county'),
  row('411702001', '人民街道', 'township'),
  row('411702001001', '甲社区居委会', 'community'),
  row('4190', '省直辖县级行政区划', 'city'),
  row('419001', '济源市', 'county'),
  row('419001001', '沁园街道', 'township'),
  row('419001001498', '沁园街道虚拟社区', 'community'),
]

const guangdong = [
  row('44', '广东省', 'province'),
  row('4419', '东莞市', 'city'),
  row('441900', '东莞市', 'county'),
  row('441900003', '东城街道', 'township'),
  row('441900003001', '岗贝社区居民委员会', 'community'),
]

describe('the text of a province', () => {
  it('has one short line a row', () => {
    expect(formatProvince(guangdong)).toBe(
      '044广东省\n119东莞市\n200东莞市\n3003东城街道\n4001岗贝社区居民委员会\n',
    )
  })

  it.each([[henan], [guangdong]])('is read back as it was written', (rows) => {
    expect([...publishedRows(formatProvince(rows))]).toEqual(rows)
  })

  it('is read back as it was written for any tree', () => {
    fc.assert(
      fc.property(trees, (rows) => {
        expect([...publishedRows(formatProvince(rows))]).toEqual(rows)
      }),
    )
  })
})

describe('the areas of a province', () => {
  it('hang under the province when the city above them is none', () => {
    const areas = [...divisionsIn(henan)]
    expect(areas.map(({ name }) => name)).not.toContain('省直辖县级行政区划')
    expect(areas.find(({ name }) => name === '济源市')).toEqual({
      code: '419001000000',
      name: '济源市',
      level: 'county',
      parent: '410000000000',
      kind: 'countyCity',
      settlement: 'unknown',
    })
  })

  it('hang under the city when it has no counties', () => {
    const areas = [...divisionsIn(guangdong)]
    expect(areas.map(({ level }) => level)).toEqual(['province', 'city', 'township', 'community'])
    expect(areas[2]?.parent).toBe('441900000000')
    expect(areas[3]?.settlement).toBe('urban')
  })

  it('have a parent that was listed before them, of a higher level', () => {
    fc.assert(
      fc.property(trees, (rows) => {
        const seen = new Set<AreaCode | null>([null])
        for (const { code, parent } of divisionsIn(rows)) {
          expect(seen.has(parent)).toBe(true)
          expect(seen.has(code)).toBe(false)
          seen.add(code)
        }
        expect(seen.size).toBe(rows.length + 1)
      }),
    )
  })
})

describe('a subtree', () => {
  it('begins with the areas above it', () => {
    const names = subtreeOf([...divisionsIn(henan)], '411702000000' as AreaCode)?.map(({ name }) => name)
    expect(names).toEqual(['河南省', '驻马店市', '驿城区', '人民街道', '甲社区居委会'])
  })

  it('leaves out what merely follows it in the list', () => {
    const names = subtreeOf([...divisionsIn(henan)], '411700000000' as AreaCode)?.map(({ name }) => name)
    expect(names).not.toContain('济源市')
  })

  it('is null for a pseudo area and for a code that is not there', () => {
    expect(subtreeOf([...divisionsIn(henan)], '419000000000' as AreaCode)).toBeNull()
    expect(subtreeOf([...divisionsIn(henan)], '411800000000' as AreaCode)).toBeNull()
  })

  it('holds exactly the areas that have its top among their ancestors', () => {
    fc.assert(
      fc.property(trees, fc.nat(), (rows, pick) => {
        const all = [...divisionsIn(rows)]
        const top = all[pick % all.length]
        if (!top) throw new Error('a tree has at least its province')
        const above = ancestorsOf(all, top)
        const below = all.filter((area) => ancestorsOf(all, area).includes(top))
        expect(subtreeOf(all, top.code)).toEqual([...above, top, ...below])
      }),
    )
  })
})

/** Random provinces without pseudo areas: a few children at each level. */
const trees = fc
  .array(fc.tuple(segment(2), segment(2), segment(3), segment(3)), { maxLength: 12 })
  .map((paths) => {
    const rows = new Map<string, PublishedRow>([['32', row('32', '某省', 'province')]])
    for (const [city, county, township, community] of paths) {
      let code = '32'
      for (const [level, own] of Object.entries({ city, county, township, community })) {
        code += own
        rows.set(code, row(code, `${level}${code}`, level as AreaLevel))
      }
    }
    return [...rows.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
  })

/** Never zero, and few of them, so that paths share their beginnings. */
function segment(digits: number): fc.Arbitrary<string> {
  return fc.integer({ min: 1, max: 3 }).map((own) => String(own).padStart(digits, '0'))
}
