// What papers with a seal have in common: days in words, the place of the seal, the mark of made-up ones, rare characters.
import { substitute } from './font.ts'
import type { PdfContent } from './pdf.ts'

/** 2023 年 8 月 20 日. */
export const dayOnPaper = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year} 年 ${Number(month)} 月 ${Number(date)} 日`
}

/** A dotted circle of 42 mm, the size of an office's seal, in a box of its own size. */
export const sealPlace = {
  type: 'ellipse' as const,
  ...{ x: 59, y: 59, r1: 59, r2: 59 },
  ...{ lineColor: '#d8cfc3', lineWidth: 0.6, dash: { length: 2, space: 3 } },
}

/** The QR code by which everybody verifies a paper, with what to do with it, in a column of its own. */
export const codeToVerify = (address: string) => ({
  width: 200,
  stack: [
    { qr: address, fit: 90, eccLevel: 'M' as const },
    {
      text: '扫码查验，免费',
      fontSize: 9,
      color: '#5a5a5a',
      margin: [0, 4, 0, 0] as [number, number, number, number],
    },
  ],
})

/** Across a paper of a made-up world; `at` is its upper left corner, in points. */
export const demoMark = (at: { x: number; y: number }): PdfContent => ({
  ...{ text: '演示', alignment: 'center', fontSize: 210, bold: true, color: '#f7ebe9' },
  absolutePosition: at,
})

/** The same in a Word document, which has no watermark. */
export const demoWords = '演示数据，不得作为真实文件使用'

/** A name of a file, without the signs that file systems refuse. */
export const fileNameOf = (text: string): string => text.replace(/[/\\:*?"<>|]/g, '-').trim()

/** Which characters the font lacks and a person is to write by hand. */
export const lackingWords = (lacking: readonly string[]): string =>
  `${substitute} 为字库未收的字，请手写补上：${lacking.map(codePoint).join('、')}`

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`
