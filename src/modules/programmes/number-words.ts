// Numbers and bounds as people read them: never rounded up to a threshold that is not reached.
import type { Figure } from './figure.ts'
import type { Bounds } from './need.ts'

/** At most one decimal, cut off and not rounded: 9.96 reads 9.9, because 10.0 would look reached. */
export const plain = (value: number): string => grouped(cut(value))

const cut = (value: number): number => Math.floor(value * 10 + tiny) / 10

/** Made once: a page of communities writes hundreds of numbers, and making a format takes longest. */
const format = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 12 })

/** 12345.5 as 12,345.5, with all its decimals. */
const grouped = (value: number): string => format.format(value)

/** Whether `inShape` shows all of a value, or less of it. */
export const isShownWhole = (shape: Figure['shape'], value: number): boolean => {
  const shown = asPercent(shape) ? value * 100 : value
  return Math.abs(shown - cut(shown)) < tiny
}

/** 0.8 as 80%, cut to one decimal. */
export const percent = (value: number): string => `${plain(value * 100)}%`

/** Undoes the dust of binary fractions (0.57 × 1000 is 569.99…), far below one record in any population. */
const tiny = 1e-7

const asPercent = (shape: Figure['shape']): boolean =>
  shape === 'units' || shape === 'shareOf' || shape === 'growth'

/** A value of that shape: 80% for shares, 10.6 otherwise. */
export const inShape = (shape: Figure['shape'], value: number): string =>
  asPercent(shape) ? percent(value) : plain(value)

/** A threshold as it was written, all its decimals. */
export const exact = (shape: Figure['shape'], value: number): string =>
  asPercent(shape) ? `${Number((value * 100).toPrecision(12))}%` : grouped(value)

/** "≥ 10", "> 50%", "1–2", "≤ 3". */
export function boundsWords({ low, strict, high }: Bounds, shape: Figure['shape'] = 'count'): string {
  if (low !== null && high !== null) return `${exact(shape, low)}–${exact(shape, high)}`
  if (low !== null) return `${strict ? '>' : '≥'} ${exact(shape, low)}`
  return high === null ? '不限' : `≤ ${exact(shape, high)}`
}
