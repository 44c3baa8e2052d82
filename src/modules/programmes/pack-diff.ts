// What a new version of a pack changes, in words that a person can weigh before loading it.

import { boundsOf } from './need.ts'
import { boundsWords } from './number-words.ts'
import type { CountedTarget, Need, Pack, Population, Target } from './pack.ts'

/** Sentences, most weighty first: targets, then dates, then the rest. Empty when nothing changes but the version. */
export function packDiff(old: Pack, fresh: Pack): string[] {
  return [
    ...listDiff('目标', old.targets, fresh.targets, targetDiff),
    ...valueDiff('方案开始日', old.from, fresh.from),
    ...valueDiff('方案结束日', old.to, fresh.to),
    ...valueDiff('实施地区', old.area.code, fresh.area.code),
    ...valueDiff('名称', old.title, fresh.title),
    ...valueDiff('城乡属性来源', old.settlement.join('、'), fresh.settlement.join('、')),
    ...listDiff('类别', old.taxonomy.categories, fresh.taxonomy.categories, (before, after) =>
      valueDiff(`类别「${after.title}」包括的基础类别`, before.from.join('、'), after.from.join('、')),
    ),
    ...termsDiff(old, fresh),
    ...listDiff('阶段', old.phases, fresh.phases, (before, after) =>
      valueDiff(`阶段「${after.title}」`, `${before.from} 至 ${before.to}`, `${after.from} 至 ${after.to}`),
    ),
    ...listDiff('任务', old.tasks, fresh.tasks, (before, after) =>
      valueDiff(`任务「${after.title}」的期限`, before.due ?? '未定', after.due ?? '未定'),
    ),
    ...listDiff('主题活动系列', old.series, fresh.series, () => []),
    ...listDiff('参数', old.rules, fresh.rules, (before, after) =>
      valueDiff(`参数「${after.title}」`, String(before.value), String(after.value)),
    ),
    ...readingsDiff(old, fresh),
    ...same(old.document, fresh.document, '文件信息、依据或勘误有修改'),
  ]
}

type Named = { id: string; title: string }

function listDiff<T extends Named>(
  what: string,
  old: readonly T[],
  fresh: readonly T[],
  between: (before: T, after: T) => string[],
): string[] {
  const before = new Map(old.map((each) => [each.id, each]))
  const after = new Map(fresh.map((each) => [each.id, each]))
  return [
    ...fresh.filter(({ id }) => !before.has(id)).map(({ title }) => `新增${what}「${title}」`),
    ...old.filter(({ id }) => !after.has(id)).map(({ title }) => `删去${what}「${title}」`),
    ...fresh.flatMap((each) => changesOf(what, before.get(each.id), each, between)),
  ]
}

function changesOf<T extends Named>(
  what: string,
  before: T | undefined,
  after: T,
  between: (before: T, after: T) => string[],
): string[] {
  if (!before) return []
  const found = [
    ...valueDiff(`${what}「${before.title}」的名称`, before.title, after.title),
    ...between(before, after),
  ]
  return found.length > 0 ? found : same(before, after, `${what}「${after.title}」的文字有修改`)
}

const valueDiff = (what: string, before: string, after: string): string[] =>
  before === after ? [] : [`${what}：${before} → ${after}`]

const same = (before: unknown, after: unknown, otherwise: string): string[] =>
  JSON.stringify(before) === JSON.stringify(after) ? [] : [otherwise]

function targetDiff(before: Target, after: Target): string[] {
  const name = `目标「${after.title}」`
  return [
    ...valueDiff(`${name}的要求`, demand(before), demand(after)),
    ...valueDiff(`${name}的期限`, dates(before), dates(after)),
    ...valueDiff(`${name}的范围`, population(before), population(after)),
    ...same(counting(before), counting(after), `${name}的计算口径有修改（数据项、条件或时间范围）`),
    ...valueDiff(`${name}的条款`, before.clause, after.clause),
    ...same(before.quote, after.quote, `${name}引用的原文有修改`),
  ]
}

function demand(target: Target): string {
  if (target.judge === 'person') return '由人评定'
  const parts = 'parts' in target ? (target.parts ?? []) : []
  const words = [
    judgeWords[target.judge],
    target.need ? needWords(target.need) : '',
    ...(target.judge === 'share' && target.share ? [`占 ${needWords(target.share)}`] : []),
    ...parts.map(({ title, need }) => `${title} ${needWords(need)}`),
    ...(target.steps ?? []).map(
      ({ by, need, share }) =>
        `${by} ${[need, share].flatMap((each) => (each ? [needWords(each)] : [])).join('，')}`,
    ),
  ]
  return words.filter(Boolean).join(' ')
}

const judgeWords = {
  total: '总数',
  each: '每个',
  share: '达到的占比',
  average: '平均',
  shareOf: '占比',
  rate: '每份',
  growth: '增长到',
} as const satisfies Record<CountedTarget['judge'], string>

function needWords(need: Need): string {
  const bounds = boundsOf(need)
  if (!bounds) return ''
  return boundsWords(bounds, (bounds.low ?? 1) < 1 ? 'shareOf' : 'count')
}

const dates = ({ from, due }: Target): string => `${from ?? '方案开始'} 至 ${due ?? '方案结束'}`

function population(target: Target): string {
  if (target.judge === 'person') return ''
  const among = 'among' in target ? target.among : undefined
  return [target.every, among].flatMap((each) => (each ? [populationWords(each)] : [])).join(' / ')
}

function populationWords({ units, settlement, within, having, where, zones }: Population): string {
  const extra = { settlement, within, having, where, zones: zones ? undefined : zones }
  return `${units}${JSON.stringify(extra) === '{}' ? '' : JSON.stringify(extra)}`
}

function counting(target: Target): unknown {
  if (target.judge === 'person') return null
  const { count, where, located, distinct, window } = target
  const more =
    'part' in target ? target.part : 'per' in target ? target.per : 'base' in target ? target.base : null
  const parts = 'parts' in target ? target.parts?.map((part) => [part.count, part.where, part.located]) : null
  return [count, where, located, distinct, window, more, parts]
}

function termsDiff(old: Pack, fresh: Pack): string[] {
  const named = ({ terms }: Pack) => terms.map((term) => ({ ...term, id: term.word, title: term.word }))
  return listDiff('用词', named(old), named(fresh), (before, after) =>
    same(before.where, after.where, `用词「${after.word}」的条件有修改`),
  )
}

function readingsDiff(old: Pack, fresh: Pack): string[] {
  const named = ({ readings }: Pack) => readings.map((reading) => ({ ...reading, title: reading.word }))
  return listDiff('读法', named(old), named(fresh), (before, after) =>
    valueDiff(`读法「${after.word}」`, before.reading, after.reading),
  )
}
