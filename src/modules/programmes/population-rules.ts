// What must be true of a population, so that it names units that exist.
import { checkFilter, checkMeasure, fault, inside, type Scope, warn } from './check-scope.ts'
import { checkNeed } from './need-rules.ts'
import type { CountedTarget, Filter, Population } from './pack.ts'

const ranks = ['programme', 'province', 'city', 'county', 'township', 'community', 'organization']

export function checkPopulation(population: Population, scope: Scope): void {
  const { units, settlement, having, where, within } = population
  const { level } = scope.pack.area
  if (units !== 'programme' && ranks.indexOf(units) < ranks.indexOf(level))
    fault(inside(scope, 'units'), `方案在${level}一级，没有 ${units} 一级的单位`, '请改用更低一级的单位')
  if (settlement && units !== 'community' && units !== 'organization')
    fault(
      inside(scope, 'settlement'),
      '只有社区（村）和组织分城乡',
      '请删去 settlement；如要只计某类社区的记录，用 located',
    )
  if (having && units === 'organization')
    fault(inside(scope, 'having'), '对组织的条件写在 where 里', '请改用 where')
  if (where && units !== 'organization')
    fault(inside(scope, 'where'), 'where 只用于组织；单位的条件写在 having 里', '请改用 having')
  if (where && units === 'organization') checkOrganizations(where, scope)
  if (having) checkHaving(having, inside(scope, 'having'))
  for (const [at, code] of within?.entries() ?? []) checkCode(code, inside(scope, 'within', at))
}

function checkOrganizations(where: Filter, scope: Scope): void {
  const measure = scope.catalogue.organizations
  if (measure) checkFilter(where, measure, inside(scope, 'where'))
}

function checkHaving(having: NonNullable<Population['having']>, scope: Scope): void {
  const measure = checkMeasure(having.count, inside(scope, 'count'))
  if (measure) checkFilter(having.where, measure, inside(scope, 'where'))
  if (having.need) checkNeed(having.need, inside(scope, 'need'))
}

/** Only a hint: codes of zones and of moved areas need not share their digits with the area above them. */
function checkCode(code: string, scope: Scope): void {
  const { area } = scope.pack
  const digits = area.code.slice(0, { province: 2, city: 4, county: 6, township: 9 }[area.level])
  if (!code.startsWith(digits)) warn(scope, `${code} 看来不在${area.name}（${area.code}）之内`, '请核对代码')
}

export function checkEvery(target: CountedTarget, every: Population, scope: Scope): void {
  checkPopulation(every, scope)
  if (every.units === 'organization')
    fault(
      inside(scope, 'units'),
      'every 的单位应是区划',
      '对组织的要求用 judge: each 和 among: {units: organization}',
    )
  const inner = 'among' in target ? ranks.indexOf(target.among.units) : ranks.length
  if (ranks.indexOf(every.units) >= inner)
    fault(
      inside(scope, 'units'),
      'every 的单位应比 among 的高一级或几级',
      '例如 every: {units: county}，among: {units: community}',
    )
}
