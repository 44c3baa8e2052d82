// Rules on codes, by example and by property.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AreaCode, AreaKind, AreaLevel } from './area.ts'
import {
  codesAbove,
  isPseudoArea,
  isVirtual,
  kindOf,
  levelOf,
  type PublishedRow,
  provinceOf,
  settlementByCommittee,
  settlementOfClass,
  shortName,
  significantDigits,
  toAreaCode,
} from './area-codes.ts'

const row = (code: string, name: string, level: AreaLevel): PublishedRow => ({
  code: code.padEnd(12, '0') as AreaCode,
  name,
  level,
})

const community = (segment: string): PublishedRow => row(`320585100${segment}`, '某社区', 'community')

describe('a code as people write it', () => {
  it.each([
    ['320585', '320585000000'],
    [' ３２０５８５ ', '320585000000'],
    ["'320585100001", '320585100001'],
    ['32', '320000000000'],
    ['320585100', '320585100000'],
  ])('%s is %s', (text, code) => expect(toAreaCode(text)).toBe(code))

  it.each(['', '3', '320', '32058', '0', '020585', '太仓', '3205851000011', '32-05'])('%s is none', (text) =>
    expect(toAreaCode(text)).toBeNull(),
  )

  it('is found again from its significant digits', () => {
    const digits = fc.stringMatching(/^[1-9]\d(\d\d){0,2}$|^[1-9]\d{8}$|^[1-9]\d{11}$/)
    fc.assert(
      fc.property(digits, (text) => {
        const code = toAreaCode(text)
        expect(code).toMatch(/^\d{12}$/)
        if (code) expect(toAreaCode(significantDigits(code))).toBe(code)
      }),
    )
  })
})

describe('the level in the digits', () => {
  it.each([
    ['320000000000', 'province'],
    ['320500000000', 'city'],
    ['320585000000', 'county'],
    ['320585100000', 'township'],
    ['320585100001', 'community'],
    ['441900003000', 'township'],
    ['441900000000', 'city'],
  ])('%s is a %s', (code, level) => expect(levelOf(code as AreaCode)).toBe(level))

  it('names each code above once, topmost first', () => {
    expect(codesAbove('320585100001' as AreaCode)).toEqual([
      '320000000000',
      '320500000000',
      '320585000000',
      '320585100000',
    ])
    expect(codesAbove('441900003000' as AreaCode)).toEqual(['440000000000', '441900000000'])
    expect(codesAbove('320000000000' as AreaCode)).toEqual([])
    expect(provinceOf('320585100001' as AreaCode)).toBe('320000000000')
  })
})

describe('the kind', () => {
  const kinds: readonly (readonly [PublishedRow, AreaKind])[] = [
    [row('50', '重庆市', 'province'), 'municipality'],
    [row('32', '江苏省', 'province'), 'ordinaryProvince'],
    [row('54', '西藏自治区', 'province'), 'autonomousRegion'],
    [row('3205', '苏州市', 'city'), 'prefectureCity'],
    [row('5134', '凉山彝族自治州', 'city'), 'autonomousPrefecture'],
    [row('5425', '阿里地区', 'city'), 'prefecture'],
    [row('1529', '阿拉善盟', 'city'), 'league'],
    [row('320585', '太仓市', 'county'), 'countyCity'],
    [row('500103', '渝中区', 'county'), 'district'],
    [row('500229', '城口县', 'county'), 'ordinaryCounty'],
    [row('500240', '石柱土家族自治县', 'county'), 'autonomousCounty'],
    [row('150722', '莫力达瓦达斡尔族自治旗', 'county'), 'autonomousBanner'],
    [row('152921', '阿拉善左旗', 'county'), 'banner'],
    [row('429021', '神农架林区', 'county'), 'otherCounty'],
    [row('520203', '六枝特区', 'county'), 'otherCounty'],
    [row('320576', '苏州工业园区', 'county'), 'zone'],
    [row('130672', '保定白沟新城', 'county'), 'zone'],
    [row('110105021', '南磨房地区', 'township'), 'subdistrict'],
    [row('320585100', '城厢镇', 'township'), 'town'],
    [row('321003350', '平山乡', 'township'), 'ruralTownship'],
    [row('320585400', '经济开发区', 'township'), 'zone'],
    [row('410105560', '如意湖街道', 'township'), 'subdistrict'],
    [community('001'), 'residents'],
    [community('199'), 'residents'],
    [community('200'), 'villagers'],
    [community('399'), 'villagers'],
    [community('400'), 'residentsLike'],
    [community('497'), 'residentsLike'],
    [community('498'), 'virtual'],
    [community('499'), 'residentsLike'],
    [community('500'), 'villagersLike'],
    [community('598'), 'virtual'],
    [community('599'), 'villagersLike'],
    [community('600'), 'otherCommunity'],
  ]
  it.each(kinds)('of $code $name is known', (area, kind) => expect(kindOf(area)).toBe(kind))
})

describe('urban or rural', () => {
  it.each([
    ['001', 'urban'],
    ['200', 'rural'],
    ['400', 'urban'],
    ['500', 'rural'],
    ['498', 'unknown'],
    ['598', 'unknown'],
  ])('by the committee of segment %s is %s', (segment, settlement) => {
    const area = community(segment)
    expect(settlementByCommittee(kindOf(area))).toBe(settlement)
    expect(isVirtual(area.code)).toBe(settlement === 'unknown')
  })

  it('is unknown above the community', () => {
    expect(settlementByCommittee(kindOf(row('320585100', '城厢镇', 'township')))).toBe('unknown')
  })

  it.each([
    ['111', 'urban'],
    ['１２３', 'urban'],
    [' 210 ', 'rural'],
    ['220', 'rural'],
    ['300', null],
    ['1', null],
    ['constructor', null],
    ['', null],
  ])('by 城乡分类代码 %s is %s', (text, settlement) => expect(settlementOfClass(text)).toBe(settlement))
})

describe('pseudo areas', () => {
  const city = row('4419', '东莞市', 'city')
  it.each([
    [row('5001', '市辖区', 'city'), row('50', '重庆市', 'province')],
    [row('5002', '县', 'city'), row('50', '重庆市', 'province')],
    [row('4190', '省直辖县级行政区划', 'city'), row('41', '河南省', 'province')],
    [row('6590', '自治区直辖县级行政区划', 'city'), row('65', '新疆维吾尔自治区', 'province')],
    [row('441900', '东莞市', 'county'), city],
    [row('620201', '嘉峪关市', 'county'), row('6202', '嘉峪关市', 'city')],
    [row('330383198', '龙港县直辖村级区划', 'township'), row('330383', '龙港市', 'county')],
    [row('350527000', '金门县', 'township'), row('350527', '金门县', 'county')],
    [row('350527000000', '金门县', 'community'), row('350527000', '金门县', 'township')],
  ])('hold $code $name', (area, above) => expect(isPseudoArea(area, above)).toBe(true))

  it.each([
    [row('50', '重庆市', 'province'), null],
    [row('3205', '苏州市', 'city'), row('32', '江苏省', 'province')],
    [row('320585', '太仓市', 'county'), row('3205', '苏州市', 'city')],
    [row('441900003', '东城街道', 'township'), row('441900', '东莞市', 'county')],
    [row('320585100001', '中区社区居委会', 'community'), row('320585100', '城厢镇', 'township')],
  ])('do not hold $code $name', (area, above) => expect(isPseudoArea(area, above)).toBe(false))
})

describe('the short name', () => {
  it.each([
    ['牌楼社区居委会', '牌楼社区'],
    ['海塘社区居民委员会', '海塘社区'],
    ['泰西村委会', '泰西村'],
    ['牌坊村村民委员会', '牌坊村'],
    ['新农村委会', '新农村'],
    ['小红门村民委员会', '小红门村'],
    ['东沟社区村民委员会', '东沟社区'],
    ['仰岭社区村村民委员会', '仰岭社区村'],
    ['巴彦芒哈嘎查委员会', '巴彦芒哈嘎查'],
    ['第一居民委员会', '第一居委会'],
    ['第四居居委会', '第四居委会'],
    ['龙居村村委会', '龙居村'],
    ['万山社区居委会会', '万山社区'],
    ['工农社区居', '工农社区'],
    ['孟村村村村民委员会', '孟村'],
    ['东青社区居委会（含东青村村委）', '东青社区（含东青村村委）'],
    ['庙港村委会（新）', '庙港村（新）'],
    ['上(田本)村村委会', '上(田本)村'],
    ['保康街道办事处', '保康街道'],
    ['杨家会村委会', '杨家会村'],
    ['太仓市', '太仓市'],
    ['文景街道虚拟社区', '文景街道虚拟社区'],
    ['六连生活区', '六连生活区'],
    ['巴音牧委会', '巴音牧委会'],
  ])('of %s is %s', (name, said) => expect(shortName(name)).toBe(said))

  it('is its own short name', () => {
    const ending = fc.constantFrom(
      '社区居委会',
      '社区居民委员会',
      '村委会',
      '村民委员会',
      '村村民委员会',
      '居民委员会',
      '',
    )
    const name = fc
      .tuple(fc.stringMatching(/^[东西南北庄桥家塘]{1,5}$/), ending)
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(name, (long) => {
        expect(shortName(shortName(long))).toBe(shortName(long))
      }),
    )
  })
})
