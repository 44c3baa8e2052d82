// A template for numbers says what is wrong with it, and two of its numbers are never the same.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  foldNumber,
  type NumberFacts,
  numberFields,
  numbering,
  readNumberTemplate,
  whyNotTemplate,
} from './number-template.ts'

const facts = { area: '320585103201', category: '05', year: 2023 }

function numberOf(text: string, serial: number, given: NumberFacts = facts): string {
  const read = readNumberTemplate(text)
  if ('fault' in read) throw new Error(read.fault)
  return numbering(read.parts, given).number(serial)
}

describe('A template', () => {
  it.each([
    ['{county6}{township3}-{category}-{year}-{serial4}', '320585103-05-2023-0007'],
    ['太民社备〔{year}〕{serial3}号', '太民社备〔2023〕007号'],
    ['{community12}/{year2}-{serial1}', '320585103201/23-7'],
  ])('%s gives %s', (text, number) => {
    expect(numberOf(text, 7)).toBe(number)
  })

  it('goes on past its digits instead of beginning anew', () => {
    expect([9, 10, 9999, 10000].map((serial) => numberOf('A-{serial2}', serial))).toEqual([
      ...['A-09', 'A-10', 'A-9999', 'A-10000'],
    ])
  })

  it.each([
    ['{county6}', '缺少流水号，例如 {serial4}'],
    ['{serial4}-{serial4}', '流水号只能有一处'],
    ['{year}{serial4}', '流水号和相邻的数字要用“-”等隔开，否则两个号码可能相同'],
    ['{serial4}7', '流水号和相邻的数字要用“-”等隔开，否则两个号码可能相同'],
    ['{town}-{serial4}', '没有“{town}”这一项'],
    ['{year-{serial4}', '花括号没有成对：“{”'],
    ['备字 {serial4}', '“备字 ”里有空格、小写字母或全角字符'],
    ['#{serial4}', '不能有“#”'],
    [`${'备'.repeat(40)}-{serial4}`, '号码有 45 个字，最多 40 个'],
  ])('%s is refused: %s', (text, fault) => {
    expect(whyNotTemplate(text)).toContain(fault)
  })
})

// Few letters and fields, so that different templates often give numbers that look alike.
const literal = fc.stringMatching(/^[-A备]{0,2}$/)
const field = fc.oneof(
  fc.constantFrom('{category}', '{year2}'),
  fc.constantFrom(...Object.keys(numberFields)).map((name) => `{${name}}`),
)
const template = fc
  .tuple(
    fc.array(fc.oneof(literal, field), { maxLength: 4 }),
    literal,
    fc.integer({ min: 1, max: 6 }),
    literal,
  )
  .map(([parts, before, width, after]) => `${parts.join('')}${before}{serial${width}}${after}`)
  .filter((text) => whyNotTemplate(text) === null)
const place = fc.record({
  area: fc.constantFrom('320585103201', '320585103202', '320585104201', '320505001001'),
  category: fc.constantFrom('01', '05', '12'),
  year: fc.integer({ min: 2020, max: 2024 }),
})
const given = fc.record({ text: template, at: place, serial: fc.integer({ min: 1, max: 12 }) })

describe('Two numbers', () => {
  it('are the same only as the same serial of the same series', () => {
    fc.assert(
      fc.property(given, given, (a, b) => {
        const keyOf = ({ text, at, serial }: typeof a) => {
          const read = readNumberTemplate(text)
          return 'parts' in read ? `${numbering(read.parts, at).series} ${serial}` : ''
        }
        const same = numberOf(a.text, a.serial, a.at) === numberOf(b.text, b.serial, b.at)
        if (same) expect(keyOf(a)).toBe(keyOf(b))
      }),
      { numRuns: 5_000 },
    )
  })

  it('are compared by what is read, not by how it was typed', () => {
    fc.assert(
      fc.property(given, ({ text, at, serial }) => {
        const number = numberOf(text, serial, at)
        const wide = [...number].map((one) =>
          /[!-~]/.test(one) ? String.fromCodePoint(one.charCodeAt(0) + 0xfee0) : one,
        )
        expect(foldNumber(number)).toBe(number)
        expect(foldNumber(` ${wide.join(' ').replaceAll('－', '—')}`)).toBe(number)
      }),
    )
  })
})
