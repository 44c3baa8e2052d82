// What must be true of a target, so that it can be counted and says one thing only.
import type { Measure, MeasureCatalogue } from '../../kernel/measure.ts'
import { type Find, suggest } from '../../kernel/yaml/finding.ts'
import { checkFilter, checkMeasure, fault, inside, mendOf, type Scope, warn } from './check-scope.ts'
import { checkDemand, checkSteps } from './demand-rules.ts'
import { type Names, type Report, resolveFilter } from './filter.ts'
import type { CountedTarget, Filter, Pack, Target } from './pack.ts'
import { checkReference, checkWithin, readingIds } from './pack-rules.ts'
import { checkEvery, checkPopulation } from './population-rules.ts'

export function checkTargets(pack: Pack, catalogue: MeasureCatalogue, find: Find): void {
  checkTerms(pack, catalogue, find)
  pack.targets.forEach((target, at) => {
    const scope: Scope = { pack, catalogue, find, path: ['targets', at] }
    checkWords(target, scope)
    checkDates(target, scope)
    if (target.judge !== 'person') checkCounted(target, scope)
  })
}

/** A term must make sense for at least one measure; where it is used it is checked against that measure again. */
function checkTerms({ terms, ...names }: Pack, catalogue: MeasureCatalogue, find: Find): void {
  terms.forEach(({ where }, at) => {
    const tries = Object.values(catalogue).map((measure) =>
      reportsOf(where, measure, { ...names, terms: [] }),
    )
    const best = tries.sort((a, b) => a.length - b.length)[0] ?? []
    for (const [path, message, wrong, known] of best)
      find({ path: ['terms', at, 'where', ...path], message, mend: mendOf(wrong, known) })
  })
}

function reportsOf(where: Filter, measure: Measure, names: Names): Parameters<Report>[] {
  const reports: Parameters<Report>[] = []
  resolveFilter(where, measure, names, (...report) => reports.push(report))
  return reports
}

function checkWords(target: Target, scope: Scope): void {
  target.readings.forEach((reading, at) => {
    checkReference([...scope.path, 'readings', at], '读法', reading, readingIds(scope.pack), scope.find)
  })
  for (const word of unreadWords(target, scope.pack))
    warn(
      inside(scope, 'quote'),
      `「${word}」没有写明怎样理解`,
      '请在 readings 中写明读法、由谁、何时，并在目标中引用',
    )
  const tone = tones.find(([word]) => target.quote.startsWith(word))
  if (tone && target.strength !== tone[1])
    warn(
      inside(scope, 'strength'),
      `原文写「${tone[0]}」，语气却是 ${target.strength}`,
      `是否想写 ${tone[1]}？`,
    )
  if (/…|\.\.\./.test(target.quote)) warn(inside(scope, 'quote'), '原文有省略号', '请逐字引用，一句即可')
}

const vague = ['左右', '较高质量', '初见成效', '基本完成', '有条件'] as const
const tones = [
  ['力争', 'strive'],
  ['鼓励', 'encourage'],
  ['探索', 'explore'],
  ['原则上', 'principle'],
] as const

function unreadWords({ quote }: Target, { readings, terms }: Pack): string[] {
  const read = [...readings, ...terms].map(({ word }) => word)
  return vague.filter((word) => quote.includes(word) && !read.some((known) => known.includes(word)))
}

function checkDates(target: Target, scope: Scope): void {
  const { pack, find } = scope
  for (const key of ['from', 'due'] as const) {
    const day = target[key]
    if (day !== undefined) checkWithin([...scope.path, key], day, pack, find)
  }
  if ((target.due ?? pack.to) < (target.from ?? pack.from))
    fault(inside(scope, 'due'), '期限早于起算日', '请改正 from 或 due')
}

function checkCounted(target: CountedTarget, scope: Scope): void {
  const measure = checkMeasure(target.count, inside(scope, 'count'))
  if (measure) {
    checkFilter(target.where, measure, inside(scope, 'where'))
    checkDistinct(target, measure, inside(scope, 'distinct'))
  }
  if ('among' in target) checkPopulation(target.among, inside(scope, 'among'))
  if (target.every) checkEvery(target, target.every, inside(scope, 'every'))
  checkDemand(target, scope)
  checkSteps(target, scope)
  checkJudge(target, measure, scope)
}

function checkDistinct(target: CountedTarget, measure: Measure, scope: Scope): void {
  const { distinct } = target
  if (distinct === undefined) return
  const known = Object.keys(measure.attributes)
  if (!known.includes(distinct))
    fault(scope, `「${measure.title}」没有属性「${distinct}」`, suggest(distinct, known))
  if (target.judge === 'shareOf') fault(scope, '占比不能按不同的值计算', '请删去 distinct')
}

function checkJudge(target: CountedTarget, measure: Measure | null, scope: Scope): void {
  if ('among' in target && target.among.units === 'organization') checkOfOrganizations(target, scope)
  if (target.judge === 'shareOf' && measure) checkFilter(target.part, measure, inside(scope, 'part'))
  if (target.judge === 'rate') checkPer(target, inside(scope, 'per'))
  if (target.judge === 'growth') checkGrowth(target, scope)
}

function checkOfOrganizations(target: CountedTarget, scope: Scope): void {
  if (target.judge === 'average')
    fault(
      inside(scope, 'among'),
      '每个组织的平均数用 rate 表示',
      '例如 judge: rate，per: {count: organizations}',
    )
  if ('parts' in target && target.parts)
    fault(inside(scope, 'parts'), '对组织的要求不能分几项', '请每项写一个目标')
  if (target.distinct ?? target.located)
    fault(scope, '对组织的要求不能用 distinct 或 located', '城乡写在 among 的 settlement')
}

function checkPer({ per }: Extract<CountedTarget, { judge: 'rate' }>, scope: Scope): void {
  const measure = checkMeasure(per.count, inside(scope, 'count'))
  if (measure) checkFilter(per.where, measure, inside(scope, 'where'))
}

function checkGrowth(target: Extract<CountedTarget, { judge: 'growth' }>, scope: Scope): void {
  if (target.window !== 'asOf')
    fault(inside(scope, 'window'), '增长与某一天相比，按截至当日计', '请删去 window')
  if (target.base === 'census') checkCensusBase(target, scope)
  else if (target.base >= (target.due ?? scope.pack.to))
    fault(inside(scope, 'base'), '用来比较的日子不早于期限', '请改正 base')
}

/** A census freezes the register; of other facts it knows nothing. */
function checkCensusBase({ count }: { count: string }, scope: Scope): void {
  if (count !== 'organizations')
    fault(
      inside(scope, 'base'),
      '摸底只封存社区社会组织的数',
      '请把 base 写成日期，或把 count 写成 organizations',
    )
}
