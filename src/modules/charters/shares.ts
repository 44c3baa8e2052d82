// Parts of a whole that a vote needs: in words, and in heads.
import type { Share } from '../rules/keys/charters-keys.ts'

/** The parts that a form offers, from the least on. */
export const offeredShares: readonly Share[] = [
  { part: 1, of: 2, more: true },
  { part: 2, of: 3, more: false },
  { part: 3, of: 4, more: false },
  { part: 1, of: 1, more: false },
]

/** 过半数, 三分之二以上, 全体. */
export function shareWords({ part, of, more }: Share): string {
  if (part === of) return '全体'
  if (part * 2 === of) return more ? '过半数' : '半数以上'
  const share = of === 100 ? `百分之${chineseNumber(part)}` : `${chineseNumber(of)}分之${chineseNumber(part)}`
  return more ? `超过${share}` : `${share}以上`
}

/** How many of `whole` reach a share; at least one. Whole numbers throughout, so that two thirds of 30 is 20. */
export function neededOf({ part, of, more }: Share, whole: number): number {
  const needed = more ? Math.floor((whole * part) / of) + 1 : Math.ceil((whole * part) / of)
  return Math.max(1, needed)
}

/** Whether the first asks for as much as the second or more. */
export function isAtLeast(given: Share, least: Share): boolean {
  const [mine, theirs] = [given.part * least.of, least.part * given.of]
  return mine === theirs ? given.more || !least.more : mine > theirs
}

export const stricter = (a: Share, b: Share): Share => (isAtLeast(a, b) ? a : b)

export const isSameShare = (a: Share | null, b: Share): boolean =>
  a !== null && isAtLeast(a, b) && isAtLeast(b, a)

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1–100 as articles and chapters are numbered: 一, 十, 十二, 三十. */
export function chineseNumber(given: number): string {
  if (given === 100) return '一百'
  const [tens, ones] = [Math.floor(given / 10), given % 10]
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`
  return ten + (digits[ones] ?? '')
}
