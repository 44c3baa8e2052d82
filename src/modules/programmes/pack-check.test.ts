// Every wrong name, value and date in a pack is found at its place with its mend; a good pack passes.
import { describe, expect, test } from 'vitest'
import { places, targetText } from '../../../test/naive/small-world.ts'
import {
  changed,
  check,
  findsEach,
  good,
  type Spoiled,
  withTarget,
} from '../../../test/naive/spoiled-pack.ts'

const cases: Spoiled[] = [
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
]

describe('a fault is named with its place and its mend', () => findsEach(cases))

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
