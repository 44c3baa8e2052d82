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

/** Across a paper of a made-up world; `at` is its upper left corner, in points. */
export const demoMark = (at: { x: number; y: number }): PdfContent => ({
  ...{ text: '演示', alignment: 'center', fontSize: 210, bold: true, color: '#f7ebe9' },
  absolutePosition: at,
})

/** Which characters the font lacks and a person is to write by hand. */
export const lackingWords = (lacking: readonly string[]): string =>
  `${substitute} 为字库未收的字，请手写补上：${lacking.map(codePoint).join('、')}`

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`
