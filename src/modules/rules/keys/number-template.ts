// Templates for numbers that are given out in order: `{county6}{township3}-{category}-{year}-{serial4}`.

/** What a part in braces stands for. The digits are those of the area's twelve-digit code. */
export const numberFields = {
  province2: '省代码 2 位',
  city4: '市代码 4 位',
  county6: '县（市、区）代码 6 位',
  township3: '街镇代码 3 位',
  township9: '到街镇的代码 9 位',
  community3: '社区（村）代码 3 位',
  community12: '到社区（村）的代码 12 位',
  category: '类别代码 2 位',
  year: '年份 4 位',
  year2: '年份 2 位',
} as const
export type NumberField = keyof typeof numberFields

/** The serial stands for how many digits it has at least; past 9999 a number of four digits grows by one. */
type Part = { literal: string } | { field: NumberField } | { serial: number }
export type NumberTemplate = readonly Part[]

/** Text longer than this does not fit its line on the paper. */
const longest = 40

/** The parts of a template, or in Chinese what is wrong with it. */
export function readNumberTemplate(text: string): { parts: NumberTemplate } | { fault: string } {
  const parts: Part[] = []
  for (const [, name, literal] of text.matchAll(/\{([^{}]*)\}|([^{}]+|[{}])/g)) {
    const part = name === undefined ? literalPart(literal ?? '') : namedPart(name)
    if (typeof part === 'string') return { fault: part }
    parts.push(part)
  }
  const fault = whyNotParts(parts)
  return fault ? { fault } : { parts }
}

/** The same for what a check of rule sets asks: null when nothing is wrong. */
export function whyNotTemplate(text: string): string | null {
  const read = readNumberTemplate(text)
  return 'fault' in read ? read.fault : null
}

function namedPart(name: string): Part | string {
  const serial = /^serial([1-9])$/.exec(name)
  if (serial) return { serial: Number(serial[1]) }
  if (Object.hasOwn(numberFields, name)) return { field: name as NumberField }
  return `没有“{${name}}”这一项；可用：${[...Object.keys(numberFields), 'serial4'].join('、')}`
}

function literalPart(literal: string): Part | string {
  if (/[{}]/.test(literal)) return `花括号没有成对：“${literal}”`
  if (literal.includes('#')) return '不能有“#”'
  if (foldNumber(literal) !== literal) return `“${literal}”里有空格、小写字母或全角字符`
  return { literal }
}

function whyNotParts(parts: readonly Part[]): string | null {
  const at = parts.findIndex((part) => 'serial' in part)
  if (at < 0) return '缺少流水号，例如 {serial4}'
  if (parts.findLastIndex((part) => 'serial' in part) !== at) return '流水号只能有一处'
  if (isDigit(parts[at - 1], -1) || isDigit(parts[at + 1], 0))
    return '流水号和相邻的数字要用“-”等隔开，否则两个号码可能相同'
  const length = parts.reduce((sum, part) => sum + lengthOf(part), 0)
  return length > longest ? `号码有 ${length} 个字，最多 ${longest} 个` : null
}

/** Whether a part ends (-1) or begins (0) with a digit. */
function isDigit(part: Part | undefined, at: -1 | 0): boolean {
  if (part === undefined) return false
  return 'literal' in part ? /\d/.test(part.literal.at(at) ?? '') : true
}

function lengthOf(part: Part): number {
  if ('literal' in part) return part.literal.length
  if ('serial' in part) return part.serial
  return part.field === 'year' ? 4 : Number(/\d+$/.exec(part.field)?.[0] ?? 2)
}

export type NumberFacts = {
  /** Twelve digits. */
  area: string
  /** Two digits. */
  category: string
  /** The year in which the number is given. */
  year: number
}

/**
 * The series in which a number is counted, with `#` for the serial, and the number that is the `serial`-th in it, from 1.
 * Templates that could give the same number, such as those that differ in the width of the serial, share a series.
 */
export function numbering(
  template: NumberTemplate,
  facts: NumberFacts,
): { series: string; number: (serial: number) => string } {
  const series = template.map((part) => partOf(part, facts)).join('')
  const width = template.reduce((found, part) => ('serial' in part ? part.serial : found), 1)
  return { series, number: (serial) => series.replace('#', String(serial).padStart(width, '0')) }
}

function partOf(part: Part, { area, category, year }: NumberFacts): string {
  if ('literal' in part) return part.literal
  if ('serial' in part) return '#'
  const values: Record<NumberField, string> = {
    province2: area.slice(0, 2),
    city4: area.slice(0, 4),
    county6: area.slice(0, 6),
    township3: area.slice(6, 9),
    township9: area.slice(0, 9),
    community3: area.slice(9, 12),
    community12: area,
    category,
    year: String(year).padStart(4, '0'),
    year2: String(year).padStart(4, '0').slice(-2),
  }
  return values[part.field]
}

/** A number as it is compared: width and case folded, spaces left out, every dash the same. */
export const foldNumber = (text: string): string =>
  text
    .replace(/[\u2010-\u2015\u2212\uff0d]/gu, '-')
    .replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/\s/gu, '')
    .toUpperCase()
