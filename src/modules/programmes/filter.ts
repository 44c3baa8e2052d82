// The filter language of packs: terms and categories expanded to attributes of a measure, faults found on the way.
import type { Attribute, Measure } from '../../kernel/measure.ts'
import { asDay } from '../../kernel/time.ts'
import type { Path } from '../../kernel/yaml/finding.ts'
import type { Filter, FilterRange, FilterScalar, FilterValue, Pack } from './pack.ts'
import type { Where } from './tally.ts'

/** What a filter may refer to, besides the attributes of its measure. */
export type Names = Pick<Pack, 'taxonomy' | 'terms' | 'series' | 'tasks'>

/** Something wrong at a path of the pack; `known` are the names that might have been meant. */
export type Report = (path: Path, message: string, wrong?: string, known?: readonly string[]) => void

type Scope = {
  measure: Measure
  names: Names
  report: Report
  /** Inside a term no other term may stand: expansion cannot run away. */
  inTerm: boolean
}

/** The filter as the database understands it; null when there is none. Faults go to `report`. */
export function resolveFilter(
  filter: Filter | undefined,
  measure: Measure,
  names: Names,
  report: Report = () => {},
  path: Path = [],
): Where | null {
  if (!filter) return null
  return simplify(resolveAll(filter, { measure, names, report, inTerm: false }, path))
}

const simplify = (all: Where[]): Where | null =>
  all.length === 1 ? (all[0] ?? null) : all.length === 0 ? null : { all }

const both = (all: Where[]): Where => simplify(all) ?? { all: [] }

const resolveAll = (filter: Filter, scope: Scope, path: Path): Where[] =>
  Object.entries(filter).flatMap(([key, value]) => resolveKey(key, value, scope, [...path, key]) ?? [])

function resolveKey(key: string, value: FilterValue, scope: Scope, path: Path): Where | null {
  if (key === 'term') return resolveTerm(value, scope, path)
  if (key === 'all' || key === 'any') return resolveList(key, value, scope, path)
  if (key === 'not') return resolveNot(value, scope, path)
  return resolveAttribute(key, value, scope, path)
}

function resolveTerm(value: FilterValue, scope: Scope, path: Path): Where | null {
  const term = scope.names.terms.find(({ word }) => word === value)
  if (term && !scope.inTerm) return both(resolveAll(term.where, { ...scope, inTerm: true }, path))
  const words = scope.names.terms.map(({ word }) => word)
  if (term) scope.report(path, '用词的条件里不能再引用用词')
  else scope.report(path, `没有定义用词「${show(value)}」`, show(value), words)
  return null
}

function resolveList(key: 'all' | 'any', value: FilterValue, scope: Scope, path: Path): Where | null {
  if (!Array.isArray(value) || !value.every(isFilter)) {
    scope.report(path, `${key} 后面应是一列条件，例如 ${key}: [{status: active}, {charter: true}]`)
    return null
  }
  const inner = value.map((each: Filter, at) => both(resolveAll(each, scope, [...path, at])))
  return key === 'all' ? { all: inner } : { any: inner }
}

function resolveNot(value: FilterValue, scope: Scope, path: Path): Where | null {
  if (isFilter(value)) return { not: both(resolveAll(value, scope, path)) }
  scope.report(path, 'not 后面应是一个条件，例如 not: {status: ended}')
  return null
}

function resolveAttribute(key: string, value: FilterValue, scope: Scope, path: Path): Where | null {
  const attribute = Object.hasOwn(scope.measure.attributes, key) ? scope.measure.attributes[key] : undefined
  if (!attribute) {
    const known = [...Object.keys(scope.measure.attributes), 'term', 'all', 'any', 'not']
    scope.report(path, `「${scope.measure.title}」没有属性「${key}」`, key, known)
    return null
  }
  if (isRange(value)) return resolveRange(key, attribute, value, scope, path)
  if (!isFilter(value))
    return resolveValues(key, attribute, Array.isArray(value) ? value : [value], scope, path)
  scope.report(path, rangeHint(attribute))
  return null
}

function resolveRange(
  attribute: string,
  { title, kind }: Attribute,
  range: FilterRange,
  scope: Scope,
  path: Path,
) {
  const found: Where[] = []
  for (const end of ['atLeast', 'atMost'] as const) {
    const value = range[end]
    if (value === undefined) continue
    if (isOrdered(kind, value))
      found.push(end === 'atLeast' ? { attribute, atLeast: value } : { attribute, atMost: value })
    else scope.report([...path, end], `「${title}」不能与「${value}」比大小`)
  }
  if (range.known !== undefined) found.push({ attribute, known: range.known })
  if (Object.keys(range).length === 0) scope.report(path, '条件是空的，请写 atLeast, atMost 或 known')
  return both(found)
}

function resolveValues(
  key: string,
  attribute: Attribute,
  values: readonly (FilterScalar | Filter)[],
  scope: Scope,
  path: Path,
): Where {
  const is = values.flatMap((value, at) => {
    const where = values.length === 1 ? path : [...path, at]
    return isFilter(value)
      ? (scope.report(where, rangeHint(attribute)) ?? [])
      : allowed(key, attribute, value, scope, where)
  })
  return { attribute: key, is: [...new Set(is)] }
}

/** The base values that one written value stands for; none when it is not allowed. */
function allowed(
  key: string,
  attribute: Attribute,
  value: FilterScalar,
  scope: Scope,
  path: Path,
): FilterScalar[] {
  const listed = listedIn(key, scope.names) ?? (attribute.choices && plain(attribute.choices))
  if (!listed) {
    if (!fits(attribute.kind, value))
      scope.report(path, `「${attribute.title}」应是${kindWords[attribute.kind]}，这里写的是「${value}」`)
    return fits(attribute.kind, value) ? [value] : []
  }
  const bases = typeof value === 'string' ? listed.get(value) : undefined
  if (!bases) scope.report(path, `「${attribute.title}」没有「${value}」`, String(value), [...listed.keys()])
  return [...(bases ?? [])]
}

/** Attributes whose values are declared by the pack itself, each with the base values it stands for. */
function listedIn(key: string, { taxonomy, series, tasks }: Names): Map<string, readonly string[]> | null {
  if (key === 'category') return new Map(taxonomy.categories.map(({ id, from }) => [id, from]))
  if (key === 'series') return new Map(series.map(({ id }) => [id, [id]]))
  if (key === 'task') return new Map(tasks.map(({ id }) => [id, [id]]))
  return null
}

const plain = (choices: Readonly<Record<string, string>>) =>
  new Map(Object.keys(choices).map((name) => [name, [name]]))

const isFilter = (value: FilterValue): value is Filter =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isRange(value)

const rangeKeys = new Set(['atLeast', 'atMost', 'known'])
const isRange = (value: FilterValue): value is FilterRange =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).every((key) => rangeKeys.has(key))

const isOrdered = (kind: Attribute['kind'], value: number | string): boolean =>
  (kind === 'number' && typeof value === 'number') ||
  (kind === 'day' && typeof value === 'string' && asDay(value) !== null)

const fits = (kind: Attribute['kind'], value: FilterScalar): boolean =>
  kind === 'number'
    ? typeof value === 'number'
    : kind === 'flag'
      ? typeof value === 'boolean'
      : typeof value === 'string' && (kind !== 'day' || asDay(value) !== null)

const kindWords = {
  choice: '可选值之一',
  flag: 'true 或 false',
  number: '数字',
  day: '日期，例如 2023-12-31',
  text: '文字',
} as const satisfies Record<Attribute['kind'], string>

const rangeHint = ({ title }: Attribute): string =>
  `「${title}」的条件应写成 值、[值, 值] 或 {atLeast: …}, {atMost: …}, {known: true}`

const show = (value: FilterValue): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value)
