// Forms of a policy sentence that choose units and facts; counted by hand.
import { describe, expect, test } from 'vitest'
import { day, figureOf } from '../../../test/naive/figures.ts'
import {
  fact,
  organizations,
  packText,
  places,
  standing,
  targetText,
} from '../../../test/naive/small-world.ts'

describe('a target says', () => {
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

  test('21. the communities in which organizations fail are listed', () => {
    const body = `
quote: 每个社区社会组织每年至少要实施1个社区服务项目
judge: each
count: serviceProjects
window: year
among: { units: organization }
need: { atLeast: 1 }`
    const facts = [...organizations(2, places.east), ...organizations(1, places.north)]
    const done = facts
      .slice(1)
      .map(({ organization, area }) =>
        fact('serviceProjects', area, {}, { organization, from: day('2022-02-01') }),
      )
    const where = standing(packText(targetText(body)), [...facts, ...done])
    expect(where.figure('target', places.city)).toMatchObject({
      numerator: 2,
      denominator: 3,
      gap: { quantity: 1 },
    })
    expect(where.failing('target', places.city)).toMatchObject([{ name: '东社区', has: 1, lacking: 1 }])
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
