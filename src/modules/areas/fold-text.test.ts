// Spellings that must compare equal.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bareText, foldText } from './fold-text.ts'

describe('folding', () => {
  it.each([
    ['ＩＴ家园', 'it家园'],
    ['　太仓　市 ', '太仓 市'],
    ['八五一０农场', '八五一0农场'],
    ['A区', 'a区'],
    ['月明社区(筹备组）', '月明社区(筹备组)'],
    ['太\u200b仓', '太仓'],
    ['⼈民', '人民'],
    ['', ''],
  ])('%j gives %j', (text, folded) => expect(foldText(text)).toBe(folded))

  it.each([
    ['华润·凌江社区', '华润凌江社区'],
    ['“小蚂蚁” 环保队！', '小蚂蚁环保队'],
    ['上(田本)村', '上田本村'],
    ['高\ue170村', '高\ue170村'],
    ['——', ''],
  ])('to bare text %j gives %j', (text, bare) => expect(bareText(text)).toBe(bare))

  it('twice is folding once', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 })
    fc.assert(
      fc.property(text, (any) => {
        expect(foldText(foldText(any))).toBe(foldText(any))
      }),
    )
    fc.assert(
      fc.property(text, (any) => {
        expect(bareText(bareText(any))).toBe(bareText(any))
      }),
    )
    fc.assert(
      fc.property(text, (any) => {
        expect(bareText(foldText(any))).toBe(bareText(any))
      }),
    )
  })
})
