// How the numbers of a yearly report read, on the page and in the Word document alike.
import { type Day, lastDayOf } from '../../kernel/time.ts'
import type { Fact } from './fact.ts'
import type { YearLine, YearSheet } from './year-sheet.ts'

const asNumber = (value: number): string => value.toLocaleString('zh-CN', { maximumFractionDigits: 2 })

/** 年末, or 现在 while the year runs. */
export const endWord = ({ year, to }: Pick<YearSheet, 'year' | 'to'>): string =>
  to === lastDayOf(year) ? '年末' : '现在'

/** 2023 年 1 月 1 日 to the last day that is counted: 全年, or 截至 2023-08-25. */
export const spanWords = ({ year, to }: Pick<YearSheet, 'year' | 'to'>): string =>
  to === lastDayOf(year) ? `${year} 年全年` : `${year} 年，截至 ${to}`

/** `3 次`; of what lasts `年末 2 张，本年新增 1 张`. */
export function quantityWords({ kind, quantity, begun, unit }: YearLine, end: string): string {
  if (kind === 'flow') return `${asNumber(quantity)} ${unit}`
  const now = `${end} ${asNumber(quantity)} ${unit}`
  return begun > 0 ? `${now}，本年新增 ${asNumber(begun)} ${unit}` : now
}

/** `2021-03-01 起`, `2021-03-01 至 2023-05-01`, `2023-05-01`; what ends after the report goes on in it. */
export function dayWords({ kind, day, until }: Fact, to: Day): string {
  if (kind === 'flow') return day
  return until !== null && until <= to ? `${day} 至 ${until}` : `${day} 起`
}

/** That a record counts as one goes without saying. */
export const countWords = ({ kind, quantity, unit }: Fact): string =>
  kind === 'stock' || quantity === 1 ? '' : `${asNumber(quantity)} ${unit}`

/** That the organization was not on the register at one end of the year, or at both; null when it was at both. */
export function absentWords(isNew: boolean, isGone: boolean, end: string): string | null {
  if (isNew && isGone) return `年初和${end}都不在名录上。`
  if (isNew) return '年初还没有列入名录。'
  return isGone ? `${end}已不在名录上。` : null
}
