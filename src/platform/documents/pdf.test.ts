// A PDF draws every character that it holds; what the font lacks is seen to be lacking.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inkIn, picturesOf, qrIn, textsOf } from '../../../test/pdf.ts'
import { makePdf, missingGlyphs, type PdfContent } from './index.ts'

const cell = 20
const perRow = 25

/** Characters in a grid of cells of 20 points. */
const gridOf = (characters: readonly string[]): PdfContent[] =>
  characters.map((text, at) => ({
    text,
    fontSize: 16,
    absolutePosition: { x: 20 + (at % perRow) * cell, y: 20 + Math.floor(at / perRow) * cell },
  }))

async function blankAmong(characters: readonly string[], bold = false): Promise<string[]> {
  const [page] = await picturesOf(await makePdf({ content: gridOf(characters), defaultStyle: { bold } }), 2)
  if (!page) throw new Error('no page')
  return characters.filter((_, at) => {
    const box = { x: 40 + (at % perRow) * 40, y: 40 + Math.floor(at / perRow) * 40, size: 38 }
    return inkIn(page, box) === 0
  })
}

describe('A PDF', () => {
  it('is looked at by tests that see an empty place', async () => {
    expect(await blankAmong(['家', '\u3000', '社'])).toEqual(['\u3000'])
  })

  it('draws every Chinese character of the common ranges that the font has, in both weights', async () => {
    const common = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code))
    const characters = fc.uniqueArray(common, { minLength: 600, maxLength: 600 })
    await fc.assert(
      fc.asyncProperty(characters, fc.boolean(), async (those, bold) => {
        expect(await missingGlyphs(...those)).toEqual([])
        expect(await blankAmong(those, bold)).toEqual([])
      }),
      { numRuns: 6 },
    )
  })

  it('draws the rare characters of names, signs and Latin letters', async () => {
    const rare = [...'𬭎㛃龘囍喆堃犇𫖯燚翀彧祎“”《》（）、。：；〔〕①②㎡№ABCabc0123456789']
    expect(await missingGlyphs(...rare)).toEqual([])
    expect(await blankAmong(rare)).toEqual([])
  })

  it('shows 〓 for a character that the font lacks, and names it', async () => {
    const [lacking, joiner] = ['𠮷', '\u200d']
    expect(await missingGlyphs(`${lacking}野${joiner}家`, '😀家')).toEqual([lacking, '😀'])
    const [text] = await textsOf(await makePdf({ content: [`${lacking}野${joiner}家`] }))
    expect(text).toContain('〓野家')
    expect(await blankAmong([lacking])).toEqual([])
  })

  it('knows no rare spaces and no signs that cannot be printed', async () => {
    const text = '甲\u2009乙\u0007丙\u00a0丁\t戊\n己'
    expect(await missingGlyphs(text)).toEqual([])
    const [found] = await textsOf(await makePdf({ content: [text] }))
    expect(found?.replace(/\r?\n/g, '|')).toBe('甲 乙丙 丁 戊|己')
  })

  it('keeps text in headers, footers and tables the same way', async () => {
    const [text] = await textsOf(
      await makePdf({
        footer: (page, pages) => ({ text: `第 ${page} 页，共 ${pages} 页 𠮷` }),
        content: [{ table: { body: [['𠮷甲', { text: '乙' }]] } }],
      }),
    )
    expect(text).toContain('〓甲')
    expect(text).toContain('第 1 页，共 1 页 〓')
  })

  it('holds a QR code that a reader reads', async () => {
    const address = 'https://example.org/verify/AbC-_9'
    const [page] = await picturesOf(await makePdf({ content: [{ qr: address, fit: 90 }] }), 2)
    expect(page && qrIn(page)).toBe(address)
  })

  it('reads nothing from the disk or the network', async () => {
    await expect(makePdf({ content: [{ image: '/etc/hostname' }] })).rejects.toThrow(/denied|Invalid image/)
  })
})
