// How names are taken apart, what is found wrong with them, and what is proposed instead.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { allFieldWords } from './field-words.ts'
import { foldName } from './folded.ts'
import { isLawful, type NameKind, nameKindOf, nameKinds } from './name-parts.ts'
import { baseNamingRules, type NamingRules } from './naming-rules.ts'
import { type Place, shortPlace } from './places.ts'
import { proposeNames } from './propose-names.ts'
import { readName } from './read-name.ts'

const here: Place[] = [
  { level: 'province', name: '江苏省' },
  { level: 'city', name: '苏州市' },
  { level: 'county', name: '太仓市' },
  { level: 'township', name: '浮桥镇' },
  { level: 'community', name: '牌楼社区' },
]
const district: Place[] = [
  { level: 'province', name: '重庆市' },
  { level: 'county', name: '渝中区' },
  { level: 'township', name: '七星岗街道' },
  { level: 'community', name: '兴隆街社区' },
]

const read = (name: string, kind: NameKind = 'group', places = here, rules = baseNamingRules) =>
  readName(name, { kind, places, rules })
const cut = (name: string, kind: NameKind = 'group', places: Place[] = here) =>
  read(name, kind, places)
    .parts.map(({ text }) => text)
    .join('|')
const wrong = (name: string, kind: NameKind = 'group', places = here, rules = baseNamingRules) =>
  read(name, kind, places, rules).faults.map(({ severity, part }) => `${severity} ${part}`)

describe('Real names of elsewhere', () => {
  test.each([
    ['榆康社区爱乐社', '榆康社区|爱乐|社'],
    ['夏洲路社区瑜伽队', '夏洲路社区|瑜伽|队'],
    ['金林社区金梦秧歌舞蹈演唱团', '金林社区|金梦|秧歌舞蹈演唱|团'],
    ['松元厦社区“小蚂蚁”环保志愿者协会', '松元厦社区|“小蚂蚁”|环保志愿者|协会'],
    ['大屯街道社区社会组织联合会', '大屯街道|社区社会组织|联合会'],
    ['夏洲路社区互助队', '夏洲路社区|互助|队'],
  ])('%s is read as %s', (name, parts) => {
    expect(cut(name, 'group', [])).toBe(parts)
    expect(wrong(name, 'group', [])).toEqual([])
  })
})

describe('A name is taken apart', () => {
  test.each<[string, string]>([
    ['牌楼社区夕阳红合唱队', '牌楼社区|夕阳红|合唱|队'],
    ['太仓市浮桥镇牌楼社区夕阳红居家养老服务中心', '太仓市|浮桥镇|牌楼社区|夕阳红|居家养老服务|中心'],
    ['太仓浮桥牌楼夕阳红合唱队', '太仓|浮桥|牌楼|夕阳红|合唱|队'],
    ['牌楼社区红旗合唱队', '牌楼社区|红旗|合唱|队'],
    ['牌楼社区家政协会', '牌楼社区|家政|协会'],
    ['牌楼社区中华武术队', '牌楼社区|中华武术|队'],
    ['牌楼社区老娘舅工作室', '牌楼社区|老娘舅|工作室'],
    ['牌楼社区书画与摄影协会', '牌楼社区|书画与摄影|协会'],
    ['牌楼社区爱心集市志愿队', '牌楼社区|爱心|集市志愿|队'],
    ['牌楼　社区＂小橘灯＂读书会', '牌楼　社区|＂小橘灯＂|读书|会'],
  ])('%s into %s', (name, parts) => {
    expect(cut(name)).toBe(parts)
    expect(wrong(name)).toEqual([])
  })

  it('and the short form of an area says what it stands for', () => {
    expect(read('太仓牌楼合唱队').parts.map(({ meant }) => meant)).toEqual(['太仓市', '牌楼社区', null, null])
    const rules: NamingRules = { ...baseNamingRules, shortPlaces: 'refused' }
    expect(wrong('太仓牌楼合唱队', 'group', here, rules)).toEqual(['fault area', 'fault community'])
    expect(wrong('牌楼合唱队', 'group', here, { ...rules, shortPlaces: 'advised' })).toEqual([
      'warning community',
    ])
  })

  it('and a word of the place itself is a field word where the rules say so', () => {
    const own = { ...baseNamingRules, fieldWords: ['红豆杉'] }
    expect(wrong('太仓市红豆杉协会', 'association')).toEqual(['warning field'])
    expect(wrong('太仓市红豆杉协会', 'association', here, own)).toEqual([])
  })
})

describe('What is wrong is pointed out', () => {
  test.each<[string, NameKind, string[]]>([
    ['hello', 'group', ['fault null']],
    ['夕阳红合唱队', 'group', ['fault community']],
    ['浮桥社区老年队', 'group', ['fault community']],
    ['沙溪镇夕阳红合唱队', 'group', ['warning area', 'fault community']],
    ['夕阳红牌楼社区合唱队', 'group', ['fault community']],
    ['牌楼社区太仓市合唱队', 'group', ['fault area']],
    ['牌楼社区业主委员会', 'group', ['fault form']],
    ['牌楼社区夕阳红基金会', 'group', ['fault form']],
    ['牌楼社区夕阳红合唱', 'group', ['fault form']],
    ['牌楼社区第一合唱队', 'group', ['fault tradeName']],
    ['牌楼社区中华队', 'group', ['fault tradeName']],
    ['牌楼社区阳光love合唱队', 'group', ['warning null']],
    ['牌楼社区阳光-合唱队', 'group', ['fault null']],
    ['太仓市牌楼社区居家养老服务中心', 'serviceAgency', ['fault tradeName']],
    ['太仓市乐居家养老服务中心', 'serviceAgency', ['fault tradeName']],
    ['太仓市夕阳红中心', 'serviceAgency', ['fault field']],
    ['太仓市德颐善服务中心', 'serviceAgency', ['warning field']],
    ['太仓市夕阳红居家养老队', 'serviceAgency', ['fault form']],
    ['夕阳红慈善基金会', 'foundation', ['fault area']],
    ['太仓市夕阳红合唱队', 'association', ['fault form']],
    ['太仓市王小明书画协会', 'association', ['warning tradeName']],
    ['太仓市协会', 'association', ['fault field']],
  ])('%s as %s: %j', (name, kind, faults) => {
    expect(wrong(name, kind).sort()).toEqual([...faults].sort())
  })

  it('with the rule behind it and a way to mend it, at its place in the name as typed', () => {
    const [fault] = read('太仓市　第一合唱协会', 'association').faults
    expect(fault).toMatchObject({ part: 'tradeName', from: 4, to: 6, message: '不能用“第一”' })
    expect(fault?.why).toContain('《社会组织名称管理办法》')
    expect(fault?.mend).not.toBe('')
  })

  it('a district needs its city beside it, which is a warning', () => {
    expect(wrong('渝中区夕阳红合唱协会', 'association', district)).toEqual(['warning area'])
    expect(wrong('重庆市渝中区夕阳红合唱协会', 'association', district)).toEqual([])
  })

  it('as the rule set of Chongqing has it, the community too must be named', () => {
    const parts = {
      area: 'required',
      community: 'required',
      tradeName: 'required',
      field: 'required',
    } as const
    const rules = { ...baseNamingRules, parts: { ...baseNamingRules.parts, serviceAgency: parts } }
    const short = '重庆市渝中区夕阳红居家养老服务中心'
    expect(wrong(short, 'serviceAgency', district, rules)).toEqual(['fault community'])
    const full = '重庆市渝中区七星岗街道兴隆街社区夕阳红居家养老服务中心'
    expect(wrong(full, 'serviceAgency', district, rules)).toEqual([])
  })
})

const anyName = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '牌楼社区',
        '太仓',
        '浮桥镇',
        '“小蚂蚁”',
        '第一',
        '中华',
        '协会',
        '队',
        '社区',
        '区',
        '与',
        ' ',
        'Ａ',
      ),
      fc.constantFrom(...allFieldWords),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 9 },
  )
  .map((pieces) => pieces.join(''))
const anyKind = fc.constantFrom(...(Object.keys(nameKinds) as NameKind[]))
const anyPlaces = fc.constantFrom([], here, here.slice(0, 4), here.slice(0, 3), district)

test('Whatever is typed, parts stand in order within the name, do not overlap, and say what stands there', () => {
  fc.assert(
    fc.property(anyName, anyKind, anyPlaces, (name, kind, places) => {
      const { parts, faults } = read(name, kind, places)
      let at = 0
      for (const { from, to, text } of parts) {
        expect(from).toBeGreaterThanOrEqual(at)
        expect(to).toBeGreaterThan(from)
        expect(name.slice(from, to)).toBe(text)
        at = to
      }
      for (const { from, to } of faults) expect(0 <= from && from <= to && to <= name.length).toBe(true)
      if (parts.length === 0) expect(isLawful({ faults })).toBe(false)
    }),
  )
})

test('Nothing of a name that can be read is left out of its parts but signs and spaces', () => {
  fc.assert(
    fc.property(anyName, anyKind, anyPlaces, (name, kind, places) => {
      const { parts } = read(name, kind, places)
      const kept = parts.map(({ text }) => text).join('')
      if (parts.length > 0) expect(foldName(kept).text).toBe(foldName(name).text)
    }),
  )
})

const anyRules = fc
  .record({
    area: fc.constantFrom('required' as const, 'optional' as const),
    community: fc.constantFrom('required' as const, 'optional' as const),
    tradeName: fc.constantFrom('required' as const, 'optional' as const),
    field: fc.constantFrom('required' as const, 'optional' as const),
    endings: fc.uniqueArray(fc.constantFrom('社', '站', '队', '中心', '组', '协会', '基金会', '工作室'), {
      minLength: 1,
    }),
    tradeNameFrom: fc.integer({ min: 1, max: 3 }),
    shortPlaces: fc.constantFrom('allowed' as const, 'advised' as const, 'refused' as const),
    misleading: fc.subarray(['第一', '最高', '夕阳']),
  })
  .map(
    ({ endings, tradeNameFrom, shortPlaces, misleading, ...parts }): NamingRules => ({
      ...baseNamingRules,
      ...{ tradeNameFrom, shortPlaces, misleading, allEndings: endings },
      parts: { association: parts, serviceAgency: parts, foundation: parts, group: parts },
      endings: { association: endings, serviceAgency: endings, foundation: endings, group: endings },
    }),
  )
const anyCategory = fc.constantFrom(null, 'culture', 'elderCare', 'governance', 'other', 'unheard')

test('Every proposed name is accepted by the same rule, in the parts that it was made of', () => {
  let proposed = 0
  fc.assert(
    fc.property(
      anyName,
      anyKind,
      anyPlaces,
      anyRules,
      anyCategory,
      (words, kind, places, rules, category) => {
        for (const reading of proposeNames(words, { kind, places, rules }, category)) {
          proposed++
          expect(readName(reading.name, { kind, places, rules })).toEqual(reading)
          expect(reading.faults).toEqual([])
          expect(reading.parts.at(-1)?.part).toBe('form')
        }
      },
    ),
  )
  expect(proposed).toBeGreaterThan(50)
})

test('A few words get names of their own under the usual rules, whatever the kind', () => {
  for (const kind of Object.keys(nameKinds) as NameKind[])
    for (const words of ['夕阳红 合唱', '', '小蚂蚁', '太仓市夕阳红第一合唱团'])
      for (const places of [here, here.slice(0, 4), district])
        expect(proposeNames(words, { kind, places, rules: baseNamingRules }, 'culture')).not.toEqual([])
  const given = proposeNames('夕阳红 合唱', { kind: 'group', places: here, rules: baseNamingRules }, null)
  expect(given[0]?.name).toMatch(/^牌楼社区夕阳红合唱/)
})

test.each<[Place['level'], string, string | null]>([
  ['county', '太仓市', '太仓'],
  ['township', '大屯街道', '大屯'],
  ['community', '榆康社区', '榆康'],
  ['city', '恩施土家族苗族自治州', '恩施'],
  ['county', '酉阳土家族苗族自治县', '酉阳'],
  ['province', '新疆维吾尔自治区', '新疆'],
  ['county', '巫县', null],
  ['community', '第一社区', null],
])('the short form of a %s: %s → %s', (level, name, short) => {
  expect(shortPlace({ level, name })).toBe(short)
})

test('only a registered organization is read by its legal form', () => {
  expect(nameKindOf('registered', 'foundation')).toBe('foundation')
  expect(nameKindOf('registered', 'none')).toBe('group')
  expect(nameKindOf('filed', 'association')).toBe('group')
  expect(nameKindOf(null, null)).toBe('group')
})
