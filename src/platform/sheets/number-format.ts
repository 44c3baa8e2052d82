// Tells from a number format whether a number is a date, and how much of the date it shows.
import type { Precision } from './workbook.ts'

/** What a format makes of a number: a plain number, a date, or only a time of day. */
export type Shown = 'number' | 'time' | Precision

/**
 * Formats that files name by number only (ECMA-376 part 1, 18.8.30). 27–36 and 50–58 are dates in Chinese editions;
 * 32–35, 55 and 56 show times there.
 */
export function builtInFormat(id: number): Shown {
  if (id === 17 || id === 27 || id === 36 || id === 50 || id === 52 || id === 57) return 'month'
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return 'time'
  if (id === 55 || id === 56) return 'time'
  if ((id >= 14 && id <= 22) || (id >= 28 && id <= 31) || (id >= 51 && id <= 58)) return 'day'
  return 'number'
}

/** Reads a format code such as `[DBNum1][$-804]yyyy"年"m"月";@`. */
export function formatShows(code: string): Shown {
  const letters = code
    .slice(0, 255)
    .replace(/"[^"]*"|\\.|_.|\*./gs, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .split(';', 1)[0]
    ?.toLowerCase()
    .replace(/general|am\/pm|a\/p|上午\/下午/g, ' h ')
    .replace(/s\.0+/g, 's')
  if (!letters || /general/i.test(code) || /[0#?]/.test(letters)) return 'number'
  return shownBy(letters)
}

function shownBy(letters: string): Shown {
  if (/[ye]/.test(letters))
    return /d/.test(letters) ? 'day' : /m/.test(letters.replace(minutes, '')) ? 'month' : 'year'
  if (/d/.test(letters) || /m/.test(letters.replace(minutes, ''))) return 'day'
  return /[hs]/.test(letters) ? 'time' : /m/.test(letters) ? 'time' : 'number'
}

/** An m beside hours or seconds means minutes. */
const minutes = /h[^a-z]*m+|m+[^a-z]*s/g
