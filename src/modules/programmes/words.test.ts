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
import type { Figure } from './figure.ts'
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
    expect(shown(body, facts)).toEqual(['3,200 / 5,000 人次', '≥ 5,000 人次', '还差 1,800 人次'])
    expect(shown(body, facts, {}, places.countyA)).toEqual([
      '3,200 人次',
      '≥ 5,000 人次',
      '为上级贡献 3,200 人次',
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
    expect(shown(total, [], { live: new Set() })).toEqual(['—', '≥ 3 个', '尚无数据来源'])
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
