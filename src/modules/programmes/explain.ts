// How a figure was computed: formula, numbers, population, what was left out and why, and the readings as footnotes.
import type { Measure } from '../../kernel/measure.ts'
import type { Figure, LeftOut } from './figure.ts'
import { filterWords } from './filter-words.ts'
import { boundsWords, inShape, isShownWhole, percent, plain } from './number-words.ts'
import type { CountedTarget, Pack, Population, Reading, Target } from './pack.ts'
import { factsBehind, type Plan, type PlannedTarget } from './plan.ts'
import type { Span } from './tally.ts'
import { detailWords, thresholdWords, valueWords } from './words.ts'

/** Sentences for a person who doubts the figure, in the order in which one would ask. */
export function explain(plan: Plan, figure: Figure): string[] {
  const planned = plan.targets.find(({ target }) => target.id === figure.target)
  if (!planned) return []
  const { target } = planned
  if (target.judge === 'person') return ['这一条没有可计数的数据，由人根据材料评定，评定有日期和依据。']
  if (figure.state === 'notCollected') return [missingWords(planned, plan)]
  const sentences = [
    formula(target, planned, plan, figure),
    numbers(figure),
    populationWords(target, plan),
    timeWords(planned, figure),
    ...leftOutWords(figure.leftOut, figure),
    paceWords(figure),
  ]
  return sentences.filter((sentence) => sentence !== '')
}

/** How the ambiguous words of a target were read, by whom, when. (P11) */
export function footnotes(pack: Pack, target: Target): string[] {
  return readingsOf(pack, target).map(
    ({ word, reading, by, on }) => `「${word}」：${reading}（${by}，${on}）`,
  )
}

/** The readings that a target rests on: its own and those of the terms in its filters. */
export function readingsOf(pack: Pack, target: Target): Reading[] {
  const used = new Set([...target.readings, ...termsIn(pack, target).flatMap(({ reading }) => reading ?? [])])
  return pack.readings.filter(({ id }) => used.has(id))
}

const termsIn = ({ terms }: Pack, target: Target) => {
  const words = new Set<unknown>()
  JSON.stringify(target, (key, value: unknown) => {
    if (key === 'term') words.add(value)
    return value
  })
  return terms.filter(({ word }) => words.has(word))
}

const missingWords = ({ missing }: PlannedTarget, { catalogue }: Plan): string =>
  `尚无数据来源：${missing.map((name) => catalogue[name]?.title ?? name).join('、')}。没有采集不等于零。`

function formula(target: CountedTarget, planned: PlannedTarget, plan: Plan, figure: Figure): string {
  const counted = countedWords(target, plan)
  const units = 'among' in target ? unitsPhrase(target.among) : ''
  const every = target.every ? `对每个${unitsPhrase(target.every)}分别计算：` : ''
  switch (target.judge) {
    case 'total':
      return `${every}计数：${counted}的${target.distinct ? '种数' : '数量'}。`
    case 'each':
    case 'share':
      return `${every}达到的${units}数 ÷ 全部${units}数。${conditionWords(target, counted, plan, figure)}`
    case 'average':
      return `${every}平均 = 各${units}的${counted}之和 ÷ ${units}个数。`
    case 'shareOf':
      return `${every}占比 = ${planned.counted}（${partWords(target, plan)}） ÷ 全部${counted}。`
    case 'rate':
      return `${every}${counted} ÷ ${plan.catalogue[target.per.count]?.title ?? ''} × ${target.per.amount}。`
    case 'growth':
      return `${every}现有${counted} ÷${baseWords(target.base)}的${counted}。`
  }
}

const baseWords = (base: string): string => (base === 'census' ? '首次摸底封存' : ` ${base} `)

function countedWords(target: CountedTarget, plan: Plan): string {
  const measure = plan.catalogue[target.count]
  if (!measure) return ''
  const condition = [locatedWords(target.located), filterWords(target.where, measure, plan.pack)]
    .filter(Boolean)
    .join('，')
  return condition ? `${measure.title}（${condition}）` : measure.title
}

const locatedWords = (located: 'urban' | 'rural' | undefined): string =>
  located ? `在${located === 'urban' ? '城市' : '农村'}社区` : ''

function partWords(target: Extract<CountedTarget, { judge: 'shareOf' }>, { catalogue, pack }: Plan): string {
  return filterWords(target.part, catalogue[target.count] as Measure, pack)
}

function conditionWords(
  target: Extract<CountedTarget, { judge: 'each' | 'share' }>,
  counted: string,
  plan: Plan,
  { unitBounds, unit }: Figure,
): string {
  if (!target.parts)
    return unitBounds ? `达到是指：${counted} ${boundsWords(unitBounds)} ${unit}。` : `按${counted}计。`
  const parts = target.parts.map(({ title, count, where }) => {
    const measure = plan.catalogue[count ?? target.count]
    const condition = measure ? filterWords(where, measure, plan.pack) : ''
    return condition ? `${title}（${condition}）` : title
  })
  return `达到是指以下各项都满足：${parts.join('、')}。`
}

function numbers(figure: Figure): string {
  const detail = detailWords(figure)
  if (figure.value === null) return ''
  const value =
    figure.shape === 'count' || figure.shape === 'units'
      ? valueWords(figure)
      : inShape(figure.shape, figure.value)
  return `${detail ? `${detail} ${isShownWhole(figure.shape, figure.value) ? '=' : '≈'} ` : ''}${value}；要求：${thresholdWords(figure)}。`
}

function populationWords(target: CountedTarget, plan: Plan): string {
  const population = target.every ?? ('among' in target ? target.among : undefined)
  if (!population) return `范围：${plan.pack.area.name}全域。`
  const extra = [
    population.within ? `限指定的 ${population.within.length} 个区划` : '',
    population.having ? `限具备条件的（${plan.catalogue[population.having.count]?.title ?? ''}）` : '',
    population.where && plan.catalogue.organizations
      ? filterWords(population.where, plan.catalogue.organizations, plan.pack)
      : '',
  ].filter(Boolean)
  return `范围：${unitsPhrase(population)}${extra.length > 0 ? `，${extra.join('，')}` : ''}。`
}

const levelPhrases = {
  programme: '全域',
  city: '市',
  county: '县（市、区）',
  township: '街道（乡镇）',
  community: '社区（村）',
  organization: '社区社会组织',
} as const satisfies Record<Population['units'], string>

function unitsPhrase({ units, settlement }: Population): string {
  if (!settlement) return levelPhrases[units]
  const kind = settlement === 'urban' ? '城市社区' : '农村社区'
  return units === 'community' ? kind : `${kind}的${levelPhrases[units]}`
}

function timeWords(planned: PlannedTarget, { year }: Figure): string {
  const span = factsBehind(planned)[0]?.facts.span
  return span ? `时间：${spanWords(span)}${year === null ? '' : `，按 ${year} 年计`}。` : ''
}

function spanWords(span: Span): string {
  if ('on' in span) return `${span.on} 当日在册`
  return span.from ? `${span.from} 至 ${span.to} 之间发生` : `截至 ${span.to} 累计`
}

function leftOutWords(
  { records, unknownSettlement, virtual, zones }: LeftOut,
  { unit, population }: Figure,
): string[] {
  const noun = population ? levelPhrases[population.units] : ''
  return [
    records > 0 ? `未计入：${plain(records)} ${unit}没有落到${noun}（记在上级区划或虚拟社区）。` : '',
    unknownSettlement > 0 ? `未计入：${plain(unknownSettlement)} 个社区城乡属性未定，请先认定。` : '',
    virtual > 0 ? `不作为单位：${plain(virtual)} 个虚拟社区（统计用区划中的 498、598 段）。` : '',
    zones > 0 ? `不作为单位：${plain(zones)} 个开发区等功能区（统计单位，不是行政区划）。` : '',
  ]
}

function paceWords({ expected, progress, due, from, shape, state }: Figure): string {
  if (expected === null || progress === null || state === 'met') return ''
  if (state === 'overdue') return `期限 ${due} 已过。`
  const how = shape === 'units' ? '按各单位所缺数量折算，' : ''
  return `进度：${how}完成 ${percent(progress)}；按 ${from} 至 ${due} 匀速推进，应完成 ${percent(expected)}。`
}
