// One small world that a person can recount by hand, for tests by example.
import type { Day } from '../../src/kernel/time.ts'
import type { AreaCode, AreaLevel, Settlement } from '../../src/modules/areas/area.ts'
import { judge, type Standing, type Verdicts } from '../../src/modules/programmes/judge.ts'
import { programmeMeasures } from '../../src/modules/programmes/measures.ts'
import { checkPack } from '../../src/modules/programmes/pack-check.ts'
import { plan } from '../../src/modules/programmes/plan.ts'
import { type AreaUnit, treeOf } from '../../src/modules/programmes/tree.ts'
import { countAll, type Fact, type Value } from './facts.ts'

/**
 * 市 ── 甲县 ── 甲街道 ── 东社区 urban, 西社区 urban, 虚拟社区
 *    │        └ 甲镇   ── 南村 rural
 *    └ 乙县 ── 乙街道 ── 北社区 urban, 新社区 settlement unknown
 *    └ 开发区 (zone, county level, empty)
 */
export const places = {
  city: '440100000000',
  countyA: '440101000000',
  streetA: '440101001000',
  east: '440101001001',
  west: '440101001002',
  virtual: '440101001498',
  townA: '440101100000',
  south: '440101100201',
  countyB: '440102000000',
  streetB: '440102001000',
  north: '440102001001',
  fresh: '440102001002',
  zone: '440171000000',
} as const

const unit = (
  code: string,
  name: string,
  level: AreaLevel,
  parent: string | null,
  settlement: Settlement = 'unknown',
  more: Partial<AreaUnit> = {},
): AreaUnit => ({
  code: code as AreaCode,
  name,
  level,
  parent: parent as AreaCode | null,
  settlement,
  inDenominator: true,
  ...more,
})

export const smallAreas: readonly AreaUnit[] = [
  unit(places.city, '某市', 'city', null),
  unit(places.countyA, '甲县', 'county', places.city),
  unit(places.streetA, '甲街道', 'township', places.countyA),
  unit(places.east, '东社区', 'community', places.streetA, 'urban'),
  unit(places.west, '西社区', 'community', places.streetA, 'urban'),
  unit(places.virtual, '虚拟社区', 'community', places.streetA, 'unknown', { inDenominator: false }),
  unit(places.townA, '甲镇', 'township', places.countyA),
  unit(places.south, '南村', 'community', places.townA, 'rural'),
  unit(places.countyB, '乙县', 'county', places.city),
  unit(places.streetB, '乙街道', 'township', places.countyB),
  unit(places.north, '北社区', 'community', places.streetB, 'urban'),
  unit(places.fresh, '新社区', 'community', places.streetB, 'unknown'),
  unit(places.zone, '开发区', 'county', places.city, 'unknown', { zone: true }),
]

let serial = 0

/** One fact; an organization belongs to itself. */
export function fact(
  measure: string,
  area: string,
  attributes: Readonly<Record<string, Value>> = {},
  more: Partial<Fact> = {},
): Fact {
  const organization = measure === 'organizations' ? `organization ${serial++}` : null
  return {
    measure,
    area,
    organization,
    from: '2021-06-01' as Day,
    until: null,
    quantity: 1,
    attributes,
    ...more,
  }
}

/** Several equal organizations. */
export const organizations = (
  number: number,
  area: string,
  attributes: Readonly<Record<string, Value>> = {},
): Fact[] =>
  Array.from({ length: number }, () => fact('organizations', area, { status: 'active', ...attributes }))

/** The YAML of a pack with the given targets (indented as list items below `targets:`). */
export const packText = (targets: string): string => `format: 1
id: small
version: 1
title: 小方案
document: { title: 小文件 }
area: { code: "${places.city}", name: 某市, level: city }
from: 2021-01-01
to: 2023-12-31
tasks:
  - { id: first, title: 第一项, clause: 一, responsible: [某市], evidence: 文件 }
  - { id: second, title: 第二项, clause: 一, responsible: [某市], evidence: 文件 }
taxonomy:
  title: 类别
  categories:
    - { id: charity, title: 公益慈善类, clause: 一, from: [charity] }
    - { id: mutual, title: 居民互助类, clause: 一, from: [mutualHelp] }
    - { id: culture, title: 文体科教类, clause: 一, from: [culture, sports, science] }
    - { id: special, title: 特色类, clause: 一, from: [service, elderCare, mediation, safety, governance, environment, rural, customs, other] }
terms:
  - { word: 较高质量, clause: 一, reading: quality, where: { status: active, charter: true, members: { atLeast: 10 } } }
readings:
  - { id: quality, word: 较高质量, clause: 一, reading: 有章程、成员不少于10人, by: 某市民政局, on: 2021-01-05 }
  - { id: about, word: 左右, clause: 一, reading: 上下相差不超过 1, by: 某市民政局, on: 2021-01-05 }
targets:
${targets}
`

/** One target as a list item: `body` are lines without indentation. */
export const targetText = (body: string, id = 'target'): string =>
  [
    `  - id: ${id}`,
    '    title: 某目标',
    '    clause: 一',
    ...body
      .trim()
      .split('\n')
      .map((line) => `    ${line}`),
  ].join('\n')

const allMeasures = new Set(Object.keys(programmeMeasures))

export type Asking = { asOf?: string; live?: ReadonlySet<string>; verdicts?: Verdicts }

/** Checks the pack, counts the facts and judges. Throws when the pack has faults. */
export function standing(text: string, facts: readonly Fact[], asking: Asking = {}): Standing {
  const { pack, faults } = checkPack(text, 'small.yaml', programmeMeasures)
  if (!pack)
    throw new Error(faults.map(({ line, message, mend }) => `${line}: ${message}（${mend}）`).join('\n'))
  const asOf = (asking.asOf ?? '2022-06-30') as Day
  const planned = plan(pack, { asOf, catalogue: programmeMeasures, live: asking.live ?? allMeasures })
  return judge(planned, treeOf(smallAreas), countAll(planned.tallies, facts), asking.verdicts)
}
