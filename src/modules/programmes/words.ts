// A figure in words: value, threshold, gap and state, the same on every page, sheet and terminal.
import type { Figure, Gap, State, Verdict } from './figure.ts'
import { boundsWords, exact, inShape, plain } from './number-words.ts'

export type Tone = 'success' | 'processing' | 'warning' | 'error' | 'default'
export type Label = { word: string /** Name of an icon of Ant Design. */; icon: string; tone: Tone }

/** A state is colour and icon and word. */
export const stateLabels = {
  met: { word: '已达到', icon: 'CheckCircleFilled', tone: 'success' },
  onCourse: { word: '按进度', icon: 'RightCircleFilled', tone: 'processing' },
  behind: { word: '滞后', icon: 'ExclamationCircleFilled', tone: 'warning' },
  overdue: { word: '逾期', icon: 'CloseCircleFilled', tone: 'error' },
  notCollected: { word: '未采集', icon: 'MinusCircleOutlined', tone: 'default' },
  judged: { word: '人工评定', icon: 'AuditOutlined', tone: 'default' },
  notApplicable: { word: '不适用', icon: 'StopOutlined', tone: 'default' },
} as const satisfies Record<State, Label>

export const verdictLabels = {
  met: { word: '评定达到', icon: 'CheckCircleFilled', tone: 'success' },
  onCourse: { word: '评定按进度', icon: 'RightCircleFilled', tone: 'processing' },
  behind: { word: '评定滞后', icon: 'ExclamationCircleFilled', tone: 'warning' },
} as const satisfies Record<Verdict['result'], Label>

/** The label of a figure; for a person's judgement its result, 待评定 while there is none. */
export function labelOf({ state, verdict, because }: Pick<Figure, 'state' | 'verdict' | 'because'>): Label {
  if (state === 'judged')
    return verdict ? verdictLabels[verdict.result] : { ...stateLabels.judged, word: '待评定' }
  if (because === 'contributes')
    return { ...stateLabels.notApplicable, word: '计入上级', icon: 'ArrowUpOutlined' }
  return stateLabels[state]
}

type Valued = Pick<
  Figure,
  'shape' | 'numerator' | 'denominator' | 'value' | 'bounds' | 'unit' | 'verdict' | 'because'
>

/** "16 / 20 · 80%", "10.6 / 10", "3200 / 5000 人次"; "—" when nothing can be said. */
export function valueWords(figure: Valued): string {
  const { shape, numerator, denominator, value, unit } = figure
  if (shape === 'person') return figure.verdict ? verdictLabels[figure.verdict.result].word : '待评定'
  if (value === null || numerator === null) return '—'
  if (shape === 'units') return `${plain(numerator)} / ${plain(denominator ?? 0)} · ${inShape(shape, value)}`
  if (figure.because) return shape === 'count' ? `${plain(value)} ${unit}` : inShape(shape, value)
  return `${inShape(shape, value)}${againstWords(figure)}${shape === 'count' ? ` ${unit}` : ''}`
}

function againstWords({ shape, bounds }: Valued): string {
  const against = bounds?.low ?? bounds?.high ?? null
  return against === null ? '' : ` / ${exact(shape, against)}`
}

/** "932 ÷ 88", "320 ÷ 6400 × 100"; null where the value already says it. */
export function detailWords({ shape, numerator, denominator, scale }: Figure): string | null {
  if (shape === 'count' || shape === 'units' || numerator === null || !denominator) return null
  return `${plain(numerator)} ÷ ${plain(denominator)}${scale === 1 ? '' : ` × ${scale}`}`
}

/** "≥ 10 个", "> 50%", "每个城市社区 ≥ 1 个", "≥ 80% 的街道（乡镇），各 ≥ 1 个". */
export function thresholdWords(figure: Figure): string {
  const { shape, bounds, unitBounds, unit } = figure
  if (!bounds) return '—'
  if (shape === 'units') return unitsThreshold(figure)
  const words = boundsWords(bounds, shape)
  if (shape === 'count') return `${words} ${unit}`
  return shape === 'average' && unitBounds ? `平均 ${words} ${unit}` : words
}

function unitsThreshold({ judge, bounds, unitBounds, unit, unitWord }: Figure): string {
  const noun = nounOf(unitWord)
  const each = unitWords(judge, unitBounds, unit)
  if (bounds?.low === 1) return `每个${noun}${each}`
  return `${bounds ? boundsWords(bounds, 'units') : ''} 的${noun}，各${each}`
}

function unitWords(judge: Figure['judge'], unitBounds: Figure['unitBounds'], unit: string): string {
  if (!unitBounds) return '各项都达到'
  if (judge === 'average') return `平均 ${boundsWords(unitBounds)} ${unit}`
  if (judge === 'shareOf' || judge === 'growth') return ` ${boundsWords(unitBounds, judge)}`
  return ` ${boundsWords(unitBounds)}${judge === 'rate' ? '' : ` ${unit}`}`
}

/** 个城市社区 → 城市社区. */
export const nounOf = (unitWord: string | null): string => unitWord?.replace(/^个/, '') ?? '单位'

/** What is still missing: "还差 37 个，涉及 12 个社区（村）"; 已达到 when nothing is. */
export function gapWords(figure: Figure): string {
  const { state, because, gap } = figure
  if (because) return becauseWords(figure)
  if (state === 'notCollected') return '尚无数据来源'
  if (state === 'judged') return figure.verdict ? `${figure.verdict.on} 评定` : '由人评定，尚未评定'
  if (!gap) return '—'
  return gap.quantity === 0 && gap.exceeding === 0 ? reachedWords(figure, gap) : missingWords(figure, gap)
}

function becauseWords({ because, unitWord, numerator, unit }: Figure): string {
  if (because === 'contributes') return `为上级贡献 ${plain(numerator ?? 0)} ${unit}`
  return because === 'noUnits' ? `本地没有${nounOf(unitWord)}` : '没有可比的基数'
}

/** An average that is reached may hide units that are not. (HS 一 against 二(二)) */
function reachedWords(figure: Figure, { units }: Gap): string {
  return figure.shape === 'average' && units ? `平均已达标，${shortUnits(figure, units)}` : '已达到'
}

function shortUnits({ unitWord, unitBounds, unit }: Figure, units: number): string {
  if (unitBounds?.low == null || unitBounds.high !== null) return `${plain(units)} ${unitWord}单独看未达到`
  return `${plain(units)} ${unitWord}${unitBounds.strict ? '未超过' : '不足'} ${unitBounds.low} ${unit}`
}

function missingWords(figure: Figure, gap: Gap): string {
  const amounts = [
    lackWords(figure, gap),
    gap.exceeding > 0 ? `多出 ${plain(gap.exceeding)} ${gap.unit}` : '',
  ]
  return `${amounts.filter(Boolean).join('，')}${unitsWords(figure, gap)}`
}

function lackWords({ judge, shape, counted }: Figure, { quantity, unit }: Gap): string {
  if (quantity === 0) return ''
  if (!Number.isFinite(quantity)) return '靠增加数量达不到'
  return judge === 'shareOf' && shape === 'shareOf'
    ? `再增加 ${plain(quantity)} ${unit}${counted}`
    : `还差 ${plain(quantity)} ${unit}`
}

function unitsWords(figure: Figure, { units, unit }: Gap): string {
  const { shape, unitWord } = figure
  if (units === null || !unitWord) return ''
  if (shape === 'average') return units ? `（${shortUnits(figure, units)}）` : ''
  return unit === unitWord ? `，未达到的有 ${plain(units)} 个` : `，涉及 ${plain(units)} ${unitWord}`
}

/** An average also read each by each: "69 / 88 个城市社区各自达到". */
export function eachWords({ shape, each, unitWord }: Figure): string | null {
  return shape === 'average' && each
    ? `${plain(each.passing)} / ${plain(each.total)} ${unitWord}各自达到`
    : null
}

/** Length of the bar, 0 to 1; null when there is nothing to fill it with. */
export const reachedShare = ({ progress }: Figure): number | null => progress

/** Where the bar would end on a straight line, 0 to 1. */
export const expectedShare = ({ expected }: Figure): number | null => expected
