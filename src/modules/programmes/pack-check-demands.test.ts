// Every demand that cannot be counted and every way to break YAML is found at its place with its mend.
import { describe } from 'vitest'
import { changed, findsEach, type Spoiled, withTarget } from '../../../test/naive/spoiled-pack.ts'

const average = 'quote: 平均\njudge: average\ncount: organizations'

const cases: Spoiled[] = [
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

describe('a fault is named with its place and its mend', () => findsEach(cases))
