// Colours can be read: contrast by WCAG 2.2, 1.4.3.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { colours, fontSizeFor, themeFor } from './theme.ts'

/** Relative luminance of `#rrggbb`, 0–1. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

test.each(['ink', 'soft', 'faint', 'none', 'brand', 'met', 'behindText', 'overdue'] as const)(
  'text in %s reaches 4.5 : 1 on paper, on white and on a chosen row',
  (name) => {
    for (const ground of [colours.paper, colours.surface, colours.wash]) {
      expect(contrast(colours[name], ground)).toBeGreaterThanOrEqual(4.5)
    }
  },
)

test('controls are at least 44 pixels high on a phone, and large type is larger everywhere', () => {
  for (const large of [false, true]) {
    expect(themeFor({ narrow: true, large }).token?.controlHeight).toBeGreaterThanOrEqual(44)
  }
  for (const narrow of [false, true]) {
    expect(fontSizeFor({ narrow, large: true })).toBeGreaterThan(fontSizeFor({ narrow, large: false }))
  }
})

test('small words on a phone stop at its floor', () => {
  const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.css'),
  )
  expect(sheets.length).toBeGreaterThan(10)
  const small = sheets.flatMap((name) =>
    [...readFileSync(`src/${name}`, 'utf8').matchAll(/font-size: (0\.[89]\d*em|1[0-3]px)/g)].map(
      ([words]) => `${name} ${words}`,
    ),
  )
  expect(small).toEqual([])
})
