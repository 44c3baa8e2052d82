// What a person reads who doubts a figure, and what a community worker reads of her own community.
import { describe, expect, test } from 'vitest'
import { organizations, packText, places, standing, targetText } from '../../../test/naive/small-world.ts'
import { explain, footnotes } from './explain.ts'
import { lacksOf } from './lacks.ts'

type Asking = Parameters<typeof standing>[2]
type Facts = Parameters<typeof standing>[1]

const where = (body: string, facts: Facts, asking?: Asking) =>
  standing(packText(targetText(body)), facts, asking)

const urbanAverage = (need: string) => `
quote: 城市社区平均
judge: average
count: organizations
among: { units: community, settlement: urban }
need: ${need}`

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
