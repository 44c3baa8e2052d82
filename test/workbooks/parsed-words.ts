// What the tests of parsers share: answers in short, and numbers written in Chinese the naive way.
import type { Parsed } from '../../src/modules/organizations/import/parsed.ts'

/** The value, or "problem", with "?" behind when there is a warning. */
export const brief = (parsed: Parsed<unknown>): unknown => {
  if ('problem' in parsed) return 'problem'
  return parsed.warning ? [parsed.ok, '?'] : parsed.ok
}

const numerals = '〇一二三四五六七八九'
export const chineseYear = (year: string): string =>
  [...year].map((digit) => numerals[Number(digit)]).join('')

/** Below a hundred, as people write it: 十, 二十一. */
export function chinese(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return `${tens > 1 ? numerals[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? numerals[ones] : ''}`
}
