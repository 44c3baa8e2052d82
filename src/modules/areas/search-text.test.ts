// Every name is found by every part of it, and tokens do not mix.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AreaCode } from './area.ts'
import { bareText } from './fold-text.ts'
import { areaToken, factToken, queryTokens, searchFields, searchTokens } from './search-text.ts'

const holds = (name: string, query: string): boolean => {
  const tokens = new Set(searchTokens(name))
  return queryTokens(query).every((token) => tokens.has(token))
}

const characters = '太仓市城厢镇第1居委会长乐单都厦ＡbＣ９·（）“”　 -𡐓\ue170éЖ'
const names = fc.array(fc.constantFrom(...characters), { maxLength: 14 }).map((all) => all.join(''))

describe('a query', () => {
  it('is answered by every name that contains it', () => {
    fc.assert(
      fc.property(names, names, names, (before, query, after) => {
        const name = before + query + after
        if (bareText(name).includes(bareText(query))) expect(holds(name, query)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('is answered by every name that contains it, whatever the script', () => {
    const any = fc.string({ unit: 'grapheme', maxLength: 8 })
    fc.assert(
      fc.property(any, any, any, (before, query, after) => {
        const name = before + query + after
        if (bareText(name).includes(bareText(query))) expect(holds(name, query)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['泰西村委会', '泰西', true],
    ['泰西村委会', '西村', true],
    ['泰西村委会', '西泰', false],
    ['泰西村委会', 'tx', true],
    ['泰西村委会', 'TXC', true],
    ['泰西村委会', 'txw', false],
    ['泰西村委会', '泰', true],
    ['泰西村委会', '仓', false],
    ['IT家园社区居委会', 'it', true],
    ['温泉花园A区社区居委会', 'a区', true],
    ['768厂社区居委会', '768', true],
    ['768厂社区居委会', '８', true],
    ['长乐市', 'cls', true],
  ])('%s is answered by %s: %s', (name, query, answered) => expect(holds(name, query)).toBe(answered))

  it('asks for a single, one pair, or one pair fewer than its characters', () => {
    expect(queryTokens('太')).toHaveLength(1)
    expect(queryTokens('太仓')).toHaveLength(1)
    expect(queryTokens('太仓市民')).toHaveLength(3)
    expect(queryTokens('tcs')).toHaveLength(2)
    expect(queryTokens(' 、—')).toEqual([])
  })
})

describe('tokens', () => {
  it('are int4, each once', () => {
    fc.assert(
      fc.property(names, (name) => {
        const tokens = searchTokens(name)
        expect(new Set(tokens).size).toBe(tokens.length)
        for (const token of tokens) expect(token | 0).toBe(token)
      }),
    )
  })

  it('of two different pairs of common characters differ', () => {
    const pair = fc.stringMatching(/^[\u3400-\u4dbf\u4e00-\u9fff]{1,2}$/)
    fc.assert(
      fc.property(pair, pair, (a, b) => {
        if (a !== b) expect(queryTokens(a)).not.toEqual(queryTokens(b))
      }),
      { numRuns: 5000 },
    )
  })

  it('of all single characters in use are different, also from those of initials, areas and facts', () => {
    const singles: number[] = []
    for (let point = 0x4e00; point <= 0x9fff; point++)
      singles.push(...queryTokens(String.fromCodePoint(point)))
    for (let point = 0x3400; point <= 0x4dbf; point++)
      singles.push(...queryTokens(String.fromCodePoint(point)))
    for (const letter of 'abcdefghijklmnopqrstuvwxyz0123456789') {
      singles.push(...queryTokens(letter), ...queryTokens(`${letter}a`))
    }
    for (let province = 11; province < 66; province++)
      singles.push(areaToken(`${province}0000000000` as AreaCode))
    singles.push(factToken('status', 'active'), factToken('status', 'inactive'))
    expect(singles).toHaveLength(20_992 + 6_592 + 72 + 55 + 2)
    expect(new Set(singles).size).toBe(singles.length)
  })

  it('of areas down to the township are as different as their codes', () => {
    const code = fc.stringMatching(/^[1-6]\d{8}000$/)
    fc.assert(
      fc.property(code, code, (a, b) => {
        expect(areaToken(a as AreaCode) === areaToken(b as AreaCode)).toBe(a === b)
      }),
    )
    expect(areaToken('320585100001' as AreaCode)).not.toBe(areaToken('320585100000' as AreaCode))
  })
})

describe('the fields beside a name', () => {
  it('are what the single functions give', () => {
    expect(searchFields('绿园3号')).toEqual({
      pinyin: 'lvyuan3hao',
      initials: 'ly3h',
      search: searchTokens('绿园3号'),
    })
  })
})
