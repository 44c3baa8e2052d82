// Figures in words: what a person reads on the page, the sheet and the terminal.
import { describe, expect, test } from 'vitest'
import {
  fact,
  organizations,
  packText,
  places,
  standing,
  targetText,
} from '../../../test/naive/small-world.ts'
import { explain, footnotes } from './explain.ts'
import type { Figure } from './figure.ts'
import { lacksOf } from './lacks.ts'
import { plain } from './number-words.ts'
import {
  detailWords,
  eachWords,
  gapWords,
  labelOf,
  stateLabels,
  thresholdWords,
  valueWords,
} from './words.ts'

type Asking = Parameters<typeof standing>[2]
type Facts = Parameters<typeof standing>[1]

const where = (body: string, facts: Facts, asking?: Asking) =>
  standing(packText(targetText(body)), facts, asking)

const words = (figure: Figure) => [valueWords(figure), thresholdWords(figure), gapWords(figure)]

const shown = (body: string, facts: Facts, asking?: Asking, area: string = places.city) =>
  words(where(body, facts, asking).figure('target', area))

const urbanAverage = (need: string) => `
quote: 城市社区平均
judge: average
count: organizations
among: { units: community, settlement: urban }
need: ${need}`

describe('a figure reads', () => {
  test('16 / 20 · 80% for units, with what is missing and where', () => {
    const body =
      'quote: 每个\njudge: each\ncount: organizations\namong: { units: community }\nneed: { atLeast: 3 }'
    const facts = [
      ...organizations(3, places.east),
      ...organizations(1, places.west),
      ...organizations(7, places.south),
    ]
    expect(shown(body, facts)).toEqual([
      '2 / 5 · 40%',
      '每个社区（村） ≥ 3 个',
      '还差 8 个，涉及 3 个社区（村）',
    ])
    expect(shown(body, facts, {}, places.south)).toEqual(['1 / 1 · 100%', '每个社区（村） ≥ 3 个', '已达到'])
  })

  test('10.6 / 10 for an average, cut off and never rounded up to the threshold', () => {
    const facts = [
      ...organizations(8, places.east),
      ...organizations(9, places.west),
      ...organizations(12, places.north),
    ]
    expect(shown(urbanAverage('{ atLeast: 9 }'), facts)).toEqual([
      '9.6 / 9',
      '平均 ≥ 9 个',
      '平均已达标，1 个城市社区不足 9 个',
    ])
    expect(shown(urbanAverage('{ atLeast: 10 }'), facts)).toEqual([
      '9.6 / 10',
      '平均 ≥ 10 个',
      '还差 1 个（2 个城市社区不足 10 个）',
    ])
    const figure = where(urbanAverage('{ atLeast: 9 }'), facts).figure('target', places.city)
    expect([detailWords(figure), eachWords(figure)]).toEqual(['29 ÷ 3', '2 / 3 个城市社区各自达到'])
    expect(plain(9.99)).toBe('9.9')
    expect(plain(0.57 * 1000)).toBe('570')
  })

  test('a share of records says what to add', () => {
    const body =
      'quote: 占比超过50%\njudge: shareOf\ncount: organizations\npart: { category: charity }\ncalled: 公益性组织\nneed: { moreThan: 50% }'
    const facts = [
      ...organizations(4, places.east, { category: 'charity' }),
      ...organizations(6, places.west, { category: 'other' }),
    ]
    expect(shown(body, facts)).toEqual(['40% / 50%', '> 50%', '再增加 3 个公益性组织'])
  })

  test('a share of units counts in units', () => {
    const body =
      'quote: 80%的街道\njudge: share\ncount: organizations\namong: { units: township }\nneed: { atLeast: 1 }\nshare: { atLeast: 60% }'
    expect(shown(body, organizations(1, places.east))).toEqual([
      '1 / 3 · 33.3%',
      '≥ 60% 的街道（乡镇），各 ≥ 1 个',
      '还差 1 个街道（乡镇），未达到的有 2 个',
    ])
  })

  test('a total, and what a lower area adds to it', () => {
    const body = 'quote: 累计达5000人次以上\njudge: total\ncount: trainingAttendance\nneed: { atLeast: 5000 }'
    const facts = [fact('trainingAttendance', places.east, {}, { quantity: 3200 })]
    expect(shown(body, facts)).toEqual(['3200 / 5000 人次', '≥ 5000 人次', '还差 1800 人次'])
    expect(shown(body, facts, {}, places.countyA)).toEqual([
      '3200 人次',
      '≥ 5000 人次',
      '为上级贡献 3200 人次',
    ])
  })

  test('a range that is missed on both sides', () => {
    const body =
      'quote: 1-2名\njudge: each\ncount: socialWorkers\namong: { units: community, settlement: urban }\nneed: { between: [1, 2] }'
    const facts = [
      fact('socialWorkers', places.east, {}, { quantity: 5 }),
      fact('socialWorkers', places.west),
    ]
    expect(shown(body, facts)).toEqual([
      '1 / 3 · 33.3%',
      '每个城市社区 1–2 名',
      '还差 1 名，多出 3 名，涉及 2 个城市社区',
    ])
  })

  test('no source, no unit, no verdict are three different things', () => {
    const total = 'quote: 三个\njudge: total\ncount: brands\nneed: { atLeast: 3 }'
    expect(shown(total, [], { live: new Set() })).toEqual(['—', '—', '尚无数据来源'])
    const each = 'quote: 每县\njudge: each\ncount: brands\namong: { units: county }\nneed: { atLeast: 3 }'
    expect(shown(each, [], {}, places.east)[2]).toBe('本地没有县（市、区）')
    const person = where('quote: 成熟\njudge: person', []).figure('target', places.city)
    expect([...words(person), labelOf(person).word]).toEqual(['待评定', '—', '由人评定，尚未评定', '待评定'])
  })

  test('a person’s verdict with its day', () => {
    const verdict = { result: 'onCourse', on: '2022-05-01' as Figure['asOf'] } as const
    const verdicts = new Map([['target', new Map([[places.city as string, verdict]])]])
    const figure = where('quote: 成熟\njudge: person', [], { verdicts }).figure('target', places.city)
    expect([valueWords(figure), gapWords(figure), labelOf(figure).tone]).toEqual([
      '评定按进度',
      '2022-05-01 评定',
      'processing',
    ])
  })

  test('every state as word, icon and tone, no two alike', () => {
    const labels = Object.values(stateLabels)
    expect(new Set(labels.map(({ word }) => word)).size).toBe(labels.length)
    expect(new Set(labels.map(({ icon }) => icon)).size).toBe(labels.length)
  })
})

describe('an explanation', () => {
  test('gives formula, numbers, population, time, what was left out, and the pace', () => {
    const facts = [...organizations(4, places.east), ...organizations(2, places.streetA)]
    const standing = where(`${urbanAverage('{ atLeast: 3 }')}\nwhere: { term: 较高质量 }`, [
      ...facts,
      ...organizations(6, places.west, { charter: true, members: 20 }),
      ...organizations(1, places.streetB, { charter: true, members: 20 }),
    ])
    const figure = standing.figure('target', places.city)
    expect(explain(standing.plan, figure)).toEqual([
      '平均 = 各城市社区的社区社会组织（较高质量）之和 ÷ 城市社区个数。',
      '6 ÷ 3 = 2；要求：平均 ≥ 3 个。',
      '范围：城市社区。',
      '时间：2022-06-30 当日在册。',
      '未计入：1 个没有落到社区（村）（记在上级区划或虚拟社区）。',
      '未计入：1 个社区城乡属性未定，请先认定。',
      '不作为单位：1 个虚拟社区（统计用区划中的 498、598 段）。',
      '进度：完成 66.6%；按 2021-01-01 至 2023-12-31 匀速推进，应完成 49.8%。',
    ])
  })

  test('names the missing source', () => {
    const { plan, figure } = where('quote: 三个\njudge: total\ncount: brands\nneed: { atLeast: 3 }', [], {
      live: new Set(),
    })
    expect(explain(plan, figure('target', places.city))).toEqual(['尚无数据来源：品牌。没有采集不等于零。'])
  })

  test('carries the readings of its own words and of the terms in its filter as footnotes', () => {
    const { plan } = where(
      'quote: 3个左右\nreadings: [about]\njudge: total\ncount: organizations\nwhere: { not: { term: 较高质量 } }\nneed: { about: 3, tolerance: 1 }',
      [],
    )
    const target = plan.targets[0]?.target
    expect(target && footnotes(plan.pack, target)).toEqual([
      '「较高质量」：有章程、成员不少于10人（某市民政局，2021-01-05）',
      '「左右」：上下相差不超过 1（某市民政局，2021-01-05）',
    ])
  })
})

describe('what a community lacks', () => {
  test('is said in plain words, the categories by name', () => {
    const text = packText(
      [
        targetText(
          `
quote: 各不少于1个
judge: each
count: organizations
among: { units: community }
parts:
  - { title: 公益慈善类, where: { category: charity }, need: { atLeast: 1 } }
  - { title: 居民互助类, where: { category: mutual }, need: { atLeast: 2 } }`,
          'composition',
        ),
        targetText(urbanAverage('{ atLeast: 4 }'), 'average'),
        targetText(
          'quote: 每个\njudge: each\ncount: organizations\namong: { units: township }\nneed: { atLeast: 9 }',
          'township',
        ),
        targetText(
          'quote: 每个\njudge: each\ncount: organizations\namong: { units: community }\nneed: { atLeast: 5 }\ndue: 2022-01-31',
          'late',
        ),
      ].join('\n'),
    )
    const now = standing(text, organizations(3, places.east, { category: 'charity' }))
    expect(lacksOf(now, places.east).map(({ target, words: said }) => [target, said])).toEqual([
      ['late', '某目标：还缺 2 个（现有 3 个，应有 5 个）'],
      ['composition', '还缺：居民互助类 2 个'],
      ['average', '某目标：低于平均要求 1 个（现有 3 个，平均应有 4 个）'],
    ])
  })
})
