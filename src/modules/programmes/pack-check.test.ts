import { describe, expect, test } from 'vitest'
import { packText, places, targetText } from '../../../test/naive/small-world.ts'
import { programmeMeasures } from './measures.ts'
import { checkPack, type PackFault } from './pack-check.ts'

const check = (text: string) => checkPack(text, 'small.yaml', programmeMeasures)

const good = packText(
  targetText(`
quote: 城市社区平均拥有不少于2个
judge: average
count: organizations
among: { units: community, settlement: urban }
need: { atLeast: 2 }`),
)

/** The good pack with one passage replaced. */
const changed = (from: string, to: string): string => {
  expect(good).toContain(from)
  return good.replace(from, to)
}

/** The target replaced by another. */
const withTarget = (body: string): string => packText(targetText(body))

const average = 'quote: 平均\njudge: average\ncount: organizations'

/** [what is wrong, the text, words of the faulty line, message, mend] */
const cases: [string, string, string, RegExp, RegExp][] = [
  [
    'an unknown key',
    changed('judge: average', 'jugde: average\n    judge: average'),
    'jugde',
    /不认识的名称「jugde」/,
    /是否想写 judge？/,
  ],
  [
    'an unknown measure',
    changed('count: organizations', 'count: organisations'),
    'organisations',
    /没有数据项「organisations」/,
    /是否想写 organizations？/,
  ],
  [
    'an unknown kind of judgement',
    changed('judge: average', 'judge: averag'),
    'averag',
    /不认识的「averag」/,
    /是否想写 average？/,
  ],
  [
    'an unknown level',
    changed('units: community,', 'units: comunity,'),
    'comunity',
    /不能写 「comunity」/,
    /是否想写 community？/,
  ],
  [
    'an unknown attribute',
    changed('count: organizations', 'count: organizations\n    where: { catgory: charity }'),
    'catgory',
    /没有属性「catgory」/,
    /是否想写 category？/,
  ],
  [
    'an unknown category',
    changed('count: organizations', 'count: organizations\n    where: { category: charty }'),
    'charty',
    /「类别」没有「charty」/,
    /是否想写 charity？/,
  ],
  [
    'an unknown term',
    changed('count: organizations', 'count: organizations\n    where: { term: 高质量 }'),
    '高质量 }',
    /没有定义用词「高质量」/,
    /较高质量/,
  ],
  [
    'an unknown reading',
    changed('judge: average', 'readings: [abuot]\n    judge: average'),
    'abuot',
    /没有定义读法「abuot」/,
    /是否想写 about？/,
  ],
  [
    'an attribute of the wrong kind',
    changed('count: organizations', 'count: organizations\n    where: { members: many }'),
    'members',
    /「成员人数」应是数字/,
    /改写/,
  ],
  [
    'an attribute without order',
    changed('count: organizations', 'count: organizations\n    where: { hub: { atLeast: 1 } }'),
    'hub',
    /不能.*比大小/,
    /改写/,
  ],
  [
    'a day that does not exist',
    changed('from: 2021-01-01', 'from: 2021-02-29'),
    '2021-02-29',
    /存在的日期/,
    /例子/,
  ],
  [
    'a due day outside the programme',
    changed('judge: average', 'due: 2024-01-01\n    judge: average'),
    '2024-01-01',
    /不在方案期间/,
    /改正/,
  ],
  [
    'an end before the start',
    changed('to: 2023-12-31', 'to: 2020-12-31'),
    '2020-12-31',
    /早于开始日/,
    /改正/,
  ],
  [
    'a code without quotation marks',
    changed(`code: "${places.city}"`, `code: ${places.city}`),
    'code:',
    /应是文字/,
    /请加引号："440100000000"/,
  ],
  [
    'a short code',
    changed(`code: "${places.city}"`, 'code: "440100"'),
    'code:',
    /12 位/,
    /请补足 12 位："440100000000"/,
  ],
  [
    'a base category mapped twice',
    changed('from: [mutualHelp]', 'from: [mutualHelp, charity]'),
    'mutualHelp, charity',
    /「公益慈善」已归入「公益慈善类」/,
    /计两次/,
  ],
  [
    'an unknown base category',
    changed('from: [mutualHelp]', 'from: [mutualHlep]'),
    'mutualHlep',
    /没有基础类别/,
    /是否想写 mutualHelp？/,
  ],
  [
    'the same number twice',
    good + targetText('quote: 又\njudge: person').replace('target', 'target'),
    '- id: target',
    /「target」重复/,
    /换一个编号/,
  ],
  [
    'a name written twice',
    changed('version: 1', 'version: 1\nversion: 2'),
    'version: 2',
    /写了两次/,
    /删去或改名/,
  ],
  [
    'an average without a population',
    withTarget(`${average}\nneed: { atLeast: 2 }`),
    'id: target',
    /缺少「among」/,
    /units: community/,
  ],
  [
    'no threshold',
    withTarget(`${average}\namong: { units: community }`),
    'id: target',
    /没有写要求多少/,
    /need/,
  ],
  [
    'two thresholds',
    changed('need: { atLeast: 2 }', 'need: { atLeast: 2, moreThan: 1 }'),
    'moreThan: 1',
    /写了几种/,
    /一种/,
  ],
  [
    'about without a tolerance',
    changed('need: { atLeast: 2 }', 'need: { about: 2 }'),
    'about: 2',
    /没有写幅度/,
    /tolerance/,
  ],
  [
    'a range upside down',
    changed('need: { atLeast: 2 }', 'need: { between: [3, 2] }'),
    '[3, 2]',
    /下限大于上限/,
    /对调/,
  ],
  [
    'a number as a percentage',
    withTarget(
      'quote: 每个\njudge: each\ncount: organizations\namong: { units: community }\nneed: { atLeast: 80% }',
    ),
    '80%',
    /数量不能是 80%/,
    /share/,
  ],
  [
    'a share above one',
    withTarget(
      'quote: 占\njudge: share\ncount: organizations\namong: { units: township }\nneed: { atLeast: 1 }\nshare: { atLeast: 80 }',
    ),
    'atLeast: 80',
    /超过 100%/,
    /是否想写 80%？/,
  ],
  [
    'a share without its share',
    withTarget(
      'quote: 占\njudge: share\ncount: organizations\namong: { units: township }\nneed: { atLeast: 1 }',
    ),
    'id: target',
    /没有写占多大比例/,
    /share/,
  ],
  [
    'steps out of order',
    withTarget(
      `${average}\namong: { units: community }\nsteps:\n  - { by: 2022-12-31, need: { atLeast: 1 } }\n  - { by: 2022-06-30, need: { atLeast: 2 } }`,
    ),
    '2022-06-30',
    /先后/,
    /从早到晚/,
  ],
  [
    'settlement of a township',
    changed('units: community, settlement: urban', 'units: township, settlement: urban'),
    'settlement: urban',
    /只有社区/,
    /located/,
  ],
  [
    'an average over organizations',
    changed('units: community, settlement: urban', 'units: organization'),
    'organization',
    /rate/,
    /per/,
  ],
  [
    'a condition on organizations in the wrong place',
    changed('units: community, settlement: urban', 'units: community, where: { hub: true }'),
    'hub',
    /having/,
    /having/,
  ],
  ['an alias', changed('title: 小方案', 'title: &x 小方案'), '&x', /别名或锚点/, /写全/],
  ['a tag', changed('title: 小方案', 'title: !!str 小方案'), '!!str', /类型标记/, /写全/],
  [
    'a tab for indentation',
    changed('    judge: average', '\tjudge: average'),
    'judge',
    /制表符|缩进|冒号|YAML/,
    /空格|缩进|冒号/,
  ],
  ['an open bracket', changed('need: { atLeast: 2 }', 'need: { atLeast: 2'), '', /缺少|不该|缩进|YAML/, /./],
  [
    'a colon inside plain text',
    changed('quote: 城市社区', 'quote: 一: 城市社区'),
    'quote: 一',
    /冒号|YAML/,
    /引号/,
  ],
  [
    'a term that refers to a term',
    changed(
      'where: { status: active, charter: true, members: { atLeast: 10 } }',
      'where: { term: 较高质量 }',
    ),
    '较高质量, clause',
    /用词/,
    /./,
  ],
]

describe('a fault is named with its place and its mend', () => {
  for (const [what, text, line, message, mend] of cases.filter(
    ([, , , expected]) => expected.source !== '^$',
  )) {
    test(what, () => {
      const { pack, faults } = check(text)
      expect(pack).toBeUndefined()
      const fault = faults.find((each) => message.test(each.message))
      expect(fault, JSON.stringify(faults, null, 1)).toBeDefined()
      expect(fault?.mend).toMatch(mend)
      expect(lineOf(text, fault)).toContain(line)
    })
  }
})

const lineOf = (text: string, fault: PackFault | undefined): string =>
  text.split('\n')[(fault?.line ?? 0) - 1] ?? ''

describe('a good pack', () => {
  test('passes without a word', () => {
    expect(check(good)).toMatchObject({ faults: [], pack: { id: 'small' } })
  })

  test('keeps warnings that do not stop it', () => {
    const { pack, faults } = check(changed('quote: 城市社区平均', 'quote: 力争城市社区平均'))
    expect(pack?.id).toBe('small')
    expect(faults).toMatchObject([
      { severity: 'warning', message: '原文写「力争」，语气却是 must', mend: '是否想写 strive？' },
    ])
  })

  test('is warned of vague words without a reading and of base categories in no category', () => {
    const vague = check(changed('quote: 城市社区平均', 'quote: 有条件的城市社区平均'))
    expect(vague.faults.map(({ message }) => message)).toEqual(['「有条件」没有写明怎样理解'])
    const unmapped = check(changed('customs, other]', 'customs]'))
    expect(unmapped.faults).toMatchObject([
      { severity: 'warning', message: '没有归入任何类别的基础类别：其他特色' },
    ])
  })

  test('reads percentages exactly', () => {
    const { pack } = check(
      withTarget(
        'quote: 占\njudge: share\ncount: organizations\namong: { units: township }\nneed: { atLeast: 1 }\nshare: { atLeast: 33.3% }',
      ),
    )
    expect(pack?.targets[0]).toMatchObject({ share: { atLeast: 0.333 } })
  })
})
