// Numbers written in Chinese characters: 三十五, 一百零二, 二〇二一.

const digits: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, '○': 0, '◯': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9, 元: 1 },
}
const units: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }

/** The value of 三十五 or 两千零一, below 100,000,000; null for anything else. */
export function chineseNumber(text: string): number | null {
  const [high, low, more] = text.replace(/廿/g, '二十').replace(/卅/g, '三十').split('万')
  if (more !== undefined || high === undefined || high === '') return null
  if (low === undefined) return belowTenThousand(high)
  const above = belowTenThousand(high)
  const below = low === '' ? 0 : belowTenThousand(low)
  return above === null || below === null ? null : above * 10_000 + below
}

function belowTenThousand(text: string): number | null {
  let total = 0
  let digit: number | null = null
  let smallest = 10_000
  for (const character of text) {
    const unit = units[character]
    if (unit === undefined) {
      const value = digits[character]
      if (value === undefined || (digit !== null && digit !== 0)) return null
      digit = value
    } else {
      if (unit >= smallest) return null
      total += (digit === null ? 1 : digit) * unit
      smallest = unit
      digit = null
    }
  }
  return total + (digit ?? 0)
}

/** Replaces runs of Chinese digits by Arabic ones, digit by digit: 二〇二一 → 2021. */
export const digitByDigit = (text: string): string =>
  text.replace(/[零〇○◯一二三四五六七八九]/g, (character) => String(digits[character]))
