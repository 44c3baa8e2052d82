// A pack's filter in Chinese: what is counted, in the words of the pack.
import type { Attribute, Measure } from '../../kernel/measure.ts'
import type { Names } from './filter.ts'
import type { Filter, FilterRange, FilterScalar, FilterValue } from './pack.ts'

/** "类别为公益慈善类或居民互助类，较高质量"; an empty text for no filter. */
export function filterWords(filter: Filter | undefined, measure: Measure, names: Names): string {
  return Object.entries(filter ?? {})
    .map(([key, value]) => keyWords(key, value, measure, names))
    .join('，')
}

function keyWords(key: string, value: FilterValue, measure: Measure, names: Names): string {
  if (key === 'term') return String(value)
  if (key === 'all') return listWords(value, '，且', measure, names)
  if (key === 'any') return listWords(value, '，或', measure, names)
  if (key === 'not') return `不是（${filterWords(value as Filter, measure, names)}）`
  const attribute = measure.attributes[key]
  return attribute ? attributeWords(key, attribute, value, names) : key
}

const listWords = (value: FilterValue, between: string, measure: Measure, names: Names): string =>
  (value as readonly Filter[]).map((each) => filterWords(each, measure, names)).join(between)

function attributeWords(key: string, attribute: Attribute, value: FilterValue, names: Names): string {
  if (attribute.kind === 'flag' && typeof value === 'boolean')
    return `${value ? '' : '不是'}${attribute.title}`
  if (typeof value === 'object' && !Array.isArray(value)) return rangeWords(attribute, value as FilterRange)
  const values = (Array.isArray(value) ? value : [value]) as readonly FilterScalar[]
  return `${attribute.title}为${values.map((each) => valueTitle(key, attribute, each, names)).join('或')}`
}

function rangeWords({ title }: Attribute, { atLeast, atMost, known }: FilterRange): string {
  const parts = [
    atLeast === undefined ? '' : `不少于 ${atLeast}`,
    atMost === undefined ? '' : `不超过 ${atMost}`,
    known === undefined ? '' : known ? '已知' : '未知',
  ]
  return `${title}${parts.filter(Boolean).join('、')}`
}

function valueTitle(key: string, { choices }: Attribute, value: FilterScalar, names: Names): string {
  const listed = { category: names.taxonomy.categories, series: names.series, task: names.tasks }[key]
  return listed?.find(({ id }) => id === value)?.title ?? choices?.[String(value)] ?? String(value)
}
