// Every form that a policy sentence takes, written as a target and counted by hand (docs/specs/target-algebra.md).
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

const figureOf = (
  body: string,
  facts: Parameters<typeof standing>[1],
  asking?: Parameters<typeof standing>[2],
  area: string = places.city,
): Figure => standing(packText(targetText(body)), facts, asking).figure('target', area)

/** 3 in 东, 1 in 西, 2 in 南村, 4 in 北, 5 in 甲街道 itself. */
const spread = [
  ...organizations(3, places.east),
  ...organizations(1, places.west),
  ...organizations(2, places.south),
  ...organizations(4, places.north),
  ...organizations(5, places.streetA),
]

describe('a target says', () => {
  test('1. average per unit, with each unit told apart', () => {
    const figure = figureOf(
      `
quote: 城市社区平均拥有不少于2个
judge: average
count: organizations
among: { units: community, settlement: urban }
need: { atLeast: 2 }`,
      spread,
    )
    expect(figure).toMatchObject({
      state: 'met',
      numerator: 8,
      denominator: 3,
      gap: { quantity: 0, units: 1 },
    })
    expect(figure.each).toEqual({ total: 3, passing: 2, lacking: 1, exceeding: 0, required: 6 })
    expect(figure.leftOut).toEqual({ records: 5, unknownSettlement: 1, virtual: 1, zones: 0 })
  })

  test('1. each unit reaches a number', () => {
    const figure = figureOf(
      `
quote: 每个社区不少于2个
judge: each
count: organizations
among: { units: community }
need: { atLeast: 2 }`,
      spread,
    )
    expect(figure).toMatchObject({ numerator: 3, denominator: 5, gap: { quantity: 3, units: 2, unit: '个' } })
  })

  test('2. an average judged in each county, all of which must pass', () => {
    const figure = figureOf(
      `
quote: 各县城市社区平均不少于3个
judge: average
count: organizations
among: { units: community, settlement: urban }
every: { units: county }
need: { atLeast: 3 }`,
      spread,
    )
    expect(figure).toMatchObject({
      shape: 'units',
      numerator: 1,
      denominator: 2,
      gap: { quantity: 2, units: 1 },
    })
  })

  test('3. a share of units for which a predicate holds', () => {
    const figure = figureOf(
      `
quote: 80%的街道（乡镇）有不少于1个枢纽型社区社会组织
judge: share
count: organizations
where: { hub: true }
among: { units: township }
need: { atLeast: 1 }
share: { atLeast: 80% }`,
      [
        fact('organizations', places.streetA, { hub: true }),
        fact('organizations', places.north, { hub: true }),
      ],
    )
    expect(figure).toMatchObject({
      numerator: 2,
      denominator: 3,
      gap: { quantity: 1, unit: '个街道（乡镇）', units: 1 },
    })
  })

  test('4. strictly more than, and at least', () => {
    const half = (need: string) =>
      figureOf(
        `
quote: 公益性社区社会组织占比超过50%
judge: shareOf
count: organizations
part: { category: charity }
called: 公益性组织
need: ${need}`,
        [
          ...organizations(2, places.east, { category: 'charity' }),
          ...organizations(2, places.west, { category: 'sports' }),
        ],
      )
    expect(half('{ atLeast: 50% }').state).toBe('met')
    expect(half('{ moreThan: 50% }')).toMatchObject({ state: 'onCourse', gap: { quantity: 1 } })
  })

  test('5. a range, its upper end binding or not', () => {
    const workers = (need: string) =>
      figureOf(
        `
quote: 至少配备1-2名
judge: each
count: socialWorkers
among: { units: community, settlement: urban }
need: ${need}`,
        [fact('socialWorkers', places.east), fact('socialWorkers', places.west, {}, { quantity: 4 })],
      )
    expect(workers('{ between: [1, 2] }')).toMatchObject({
      numerator: 1,
      gap: { quantity: 1, exceeding: 2, units: 2 },
    })
    expect(workers('{ between: [1, 2], orMore: true }')).toMatchObject({
      numerator: 2,
      gap: { quantity: 1, exceeding: 0 },
    })
  })

  test('6. about, with a declared tolerance', () => {
    const brands = (number: number) =>
      figureOf(
        `
quote: 达到3家左右
readings: [about]
judge: total
count: brands
need: { about: 3, tolerance: 1 }`,
        Array.from({ length: number }, () => fact('brands', places.east)),
      )
    expect(brands(1)).toMatchObject({ gap: { quantity: 1, exceeding: 0 } })
    expect(brands(2).state).toBe('met')
    expect(brands(4).state).toBe('met')
    expect(brands(5)).toMatchObject({ gap: { quantity: 0, exceeding: 1 } })
  })

  test('7. cumulative since a date', () => {
    const figure = figureOf(
      `
quote: 累计达5000人次以上
judge: total
count: trainingAttendance
window: { since: 2021-01-01 }
need: { atLeast: 5000 }`,
      [
        fact('trainingAttendance', places.east, {}, { quantity: 3000, from: day('2021-05-01') }),
        fact('trainingAttendance', places.countyB, {}, { quantity: 200, from: day('2022-05-01') }),
        fact('trainingAttendance', places.east, {}, { quantity: 900, from: day('2020-12-31') }),
        fact('trainingAttendance', places.east, {}, { quantity: 900, from: day('2022-07-01') }),
      ],
    )
    expect(figure).toMatchObject({ numerator: 3200, gap: { quantity: 1800, unit: '人次', units: null } })
  })

  test('8. so many times in each calendar year', () => {
    const figure = figureOf(
      `
quote: 每年至少组织1次能力培训
judge: each
count: trainings
window: year
among: { units: county, zones: false }
need: { atLeast: 1 }`,
      [
        fact('trainings', places.countyA, {}, { from: day('2021-03-01') }),
        fact('trainings', places.east, {}, { from: day('2022-03-01') }),
        fact('trainings', places.countyB, {}, { from: day('2022-02-01') }),
      ],
    )
    expect(figure).toMatchObject({
      year: 2022,
      state: 'met',
      numerator: 2,
      denominator: 2,
      due: '2022-12-31',
    })
    expect(figure.years?.map(({ year, state, numerator }) => [year, state, numerator])).toEqual([
      [2021, 'overdue', 1],
      [2022, 'met', 2],
    ])
  })

  test('9. several thresholds by date for one measure', () => {
    const body = `
quote: 6月底不少于2个，9月底不少于4个
judge: each
count: organizations
among: { units: community, within: ["${places.countyB}"], settlement: urban }
steps:
  - { by: 2022-06-30, need: { atLeast: 2 } }
  - { by: 2022-09-30, need: { atLeast: 5 } }`
    expect(figureOf(body, spread, { asOf: '2022-06-30' })).toMatchObject({ state: 'met', due: '2022-06-30' })
    const later = figureOf(body, spread, { asOf: '2022-07-01' })
    expect(later).toMatchObject({ state: 'onCourse', due: '2022-09-30', gap: { quantity: 1 } })
    expect(later.steps.map(({ by, inForce }) => [by, inForce])).toEqual([
      ['2022-06-30', false],
      ['2022-09-30', true],
    ])
  })

  test('9. an earlier step that still fails makes it overdue', () => {
    const body = `
quote: 6月底不少于2个，9月底不少于5个
judge: total
count: organizations
steps:
  - { by: 2022-03-31, need: { atLeast: 20 } }
  - { by: 2022-12-31, need: { atLeast: 40 } }`
    expect(figureOf(body, spread, { asOf: '2022-04-01' }).state).toBe('overdue')
  })

  test('9. a line that starts where the step before left off; anew when only the need grows', () => {
    const share = (steps: string) =>
      figureOf(
        `
quote: 分期限
judge: share
count: organizations
among: { units: township }
need: { atLeast: 5 }
share: { atLeast: 80% }
steps:${steps}`.replace(steps.includes('need') ? 'need: { atLeast: 5 }\n' : 'share: { atLeast: 80% }\n', ''),
        spread,
        { asOf: '2022-01-01' },
      )
    const grows = share(`
  - { by: 2021-12-31, share: { atLeast: 40% } }
  - { by: 2022-12-31, share: { atLeast: 80% } }`)
    expect(grows.expected).toBeCloseTo(0.5 + 0.5 / 365)
    const stays = share(`
  - { by: 2021-12-31, need: { atLeast: 1 } }
  - { by: 2022-12-31, need: { atLeast: 5 } }`)
    expect(stays.expected).toBeCloseTo(1 / 365)
  })

  test('10. growth against a base date', () => {
    const body = `
quote: 比2020年底翻一番
judge: growth
count: organizations
base: 2020-12-31
need: { atLeast: 2 }`
    const old = Array.from({ length: 4 }, () =>
      fact('organizations', places.east, {}, { from: day('2019-01-01') }),
    )
    const figure = figureOf(body, [...old, ...organizations(2, places.west)])
    expect(figure).toMatchObject({ value: 1.5, numerator: 6, denominator: 4, gap: { quantity: 2 } })
    expect(figureOf(body, organizations(2, places.west))).toMatchObject({
      state: 'notApplicable',
      because: 'noBase',
    })
  })

  test('11. so many for every hundred households', () => {
    const figure = figureOf(
      `
quote: 每百户不少于0.5个
judge: rate
count: organizations
per: { count: households, amount: 100 }
need: { atLeast: 0.5 }`,
      [...spread, fact('households', places.east, {}, { quantity: 4000 })],
    )
    expect(figure).toMatchObject({ value: 0.375, numerator: 15, denominator: 4000, gap: { quantity: 5 } })
  })

  test('12. units with the conditions, as determined on record', () => {
    const figure = figureOf(
      `
quote: 有条件的社区建立孵化基地
judge: each
count: supportPlatforms
where: { kind: incubator }
among:
  units: community
  having: { count: determinations, where: { condition: incubator, result: met } }
need: { atLeast: 1 }`,
      [
        fact('determinations', places.east, { condition: 'incubator', result: 'met' }),
        fact('determinations', places.west, { condition: 'incubator', result: 'notMet' }),
        fact('supportPlatforms', places.west, { kind: 'incubator' }),
      ],
    )
    expect(figure).toMatchObject({ numerator: 0, denominator: 1, gap: { quantity: 1, units: 1 } })
  })

  test('13. a quality word bound to an auditable predicate', () => {
    const figure = figureOf(
      `
quote: 较高质量的社区社会组织
judge: total
count: organizations
where: { term: 较高质量 }
need: { atLeast: 2 }`,
      [
        ...organizations(1, places.east, { charter: true, members: 12 }),
        ...organizations(1, places.east, { charter: true, members: 9 }),
        ...organizations(1, places.east, { charter: null, members: 30 }),
      ],
    )
    expect(figure).toMatchObject({ numerator: 1, gap: { quantity: 1 } })
  })

  test('14. one of each of several categories and one other, all in one community', () => {
    const text = packText(
      targetText(`
quote: 每个社区应培育公益慈善类、居民互助类各不少于1个，特色类不少于1个
judge: each
count: organizations
among: { units: community, settlement: urban }
parts:
  - { title: 公益慈善类, where: { category: charity }, need: { atLeast: 1 } }
  - { title: 居民互助类, where: { category: mutual }, need: { atLeast: 1 } }
  - { title: 特色类, where: { category: special }, need: { atLeast: 1 } }`),
    )
    const where = standing(text, [
      ...['charity', 'mutualHelp', 'rural'].flatMap((category) =>
        organizations(1, places.east, { category }),
      ),
      ...organizations(3, places.west, { category: 'charity' }),
    ])
    expect(where.figure('target', places.city)).toMatchObject({
      numerator: 1,
      denominator: 3,
      gap: { quantity: 5, units: 2 },
    })
    expect(
      where
        .failing('target', places.city)
        .map(({ name, parts }) => [name, parts?.map(({ lacking }) => lacking)]),
    ).toEqual([
      ['北社区', [1, 1, 1]],
      ['西社区', [0, 1, 1]],
    ])
  })

  test('15. with what strength', () => {
    const where = standing(
      packText(
        targetText(`
quote: 力争达到3个
strength: strive
judge: total
count: brands
need: { atLeast: 3 }`),
      ),
      [],
    )
    expect(where.plan.targets[0]?.target.strength).toBe('strive')
  })

  test('16. named units only, and only records of rural communities', () => {
    const figure = figureOf(
      `
quote: 甲县等至少选取1个农村社区开展试点
judge: each
count: pilots
located: rural
among: { units: county, within: ["${places.countyA}"] }
need: { atLeast: 1 }`,
      [fact('pilots', places.east), fact('pilots', places.countyA), fact('pilots', places.north)],
    )
    expect(figure).toMatchObject({ numerator: 0, denominator: 1, gap: { quantity: 1 } })
  })

  test('17. what a person judges, with a day', () => {
    const body = 'quote: 工作机制比较成熟\njudge: person'
    expect(figureOf(body, [])).toMatchObject({ state: 'judged', verdict: null, value: null })
    const verdict = { result: 'met', on: day('2022-05-01'), by: '某市民政局' } as const
    const verdicts = new Map([['target', new Map([[places.city as string, verdict]])]])
    expect(figureOf(body, [], { verdicts })).toMatchObject({ state: 'judged', verdict })
    expect(figureOf(body, [], { verdicts }, places.countyA)).toMatchObject({ verdict: null })
  })

  test('18. so many of the listed tasks done', () => {
    const figure = figureOf(
      `
quote: 完成各项任务
judge: total
count: tasks
where: { task: [first, second], result: done }
distinct: task
need: { atLeast: 2 }`,
      [
        fact('tasks', places.city, { task: 'first', result: 'done' }),
        fact('tasks', places.countyA, { task: 'first', result: 'done' }),
        fact('tasks', places.city, { task: 'second', result: 'open' }),
      ],
    )
    expect(figure).toMatchObject({ numerator: 1, gap: { quantity: 1 } })
  })

  test('19. and 20. how it was read and what the document rests on are words of the pack, not counts', () => {
    const { plan } = standing(packText(targetText('quote: 3家左右\nreadings: [about]\njudge: person')), [])
    expect(plan.pack.readings.map(({ word, by, on }) => [word, by, on])).toContainEqual([
      '左右',
      '某市民政局',
      '2021-01-05',
    ])
    expect(plan.pack.document).toMatchObject({ basedOn: [], replaces: [], correctedBy: [], errata: [] })
  })

  test('21. a head-count for each organization of a kind', () => {
    const hub = fact('organizations', places.streetA, { status: 'active', hub: true })
    const other = fact('organizations', places.north, { status: 'active', hub: true })
    const figure = figureOf(
      `
quote: 每个枢纽型社区社会组织至少配备1-2名社会工作者
judge: each
count: socialWorkers
among: { units: organization, where: { status: active, hub: true } }
need: { between: [1, 2] }`,
      [
        hub,
        other,
        ...organizations(3, places.east, { hub: false }),
        fact('socialWorkers', places.streetA, {}, { organization: hub.organization, quantity: 3 }),
      ],
    )
    expect(figure).toMatchObject({
      numerator: 0,
      denominator: 2,
      gap: { quantity: 1, exceeding: 1, units: 2 },
    })
  })

  test('22. the existence of a document, a count of distinct kinds, a share of a sum', () => {
    const filed = figureOf(
      `
quote: 各街道于5月7日前报送工作方案
judge: each
count: documents
where: { kind: workPlan }
among: { units: township }
need: { atLeast: 1 }
due: 2022-05-07`,
      [
        fact('documents', places.streetA, { kind: 'workPlan' }),
        fact('documents', places.streetB, { kind: 'report' }),
      ],
    )
    expect(filed).toMatchObject({ state: 'overdue', numerator: 1, denominator: 3 })
    const kinds = figureOf(
      `
quote: 不少于3类
judge: average
count: organizations
distinct: category
among: { units: community, settlement: urban }
need: { atLeast: 1 }`,
      ['charity', 'charity', 'sports', 'other'].flatMap((category) =>
        organizations(1, places.east, { category }),
      ),
    )
    expect(kinds).toMatchObject({ state: 'met', numerator: 3, denominator: 3 })
  })
})

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

const day = (text: string) => text as Figure['asOf']
