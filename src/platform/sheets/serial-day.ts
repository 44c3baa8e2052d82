// Turns the serial numbers in which spreadsheets keep dates into ISO days, and back.
import type { Shown } from './number-format.ts'
import type { Cell, DayCell, Precision } from './workbook.ts'

const millisecondsPerDay = 86_400_000
const epoch1900 = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)
/** 9999-12-31, the last day that spreadsheet programs know. */
const lastSerial = 2_958_465

/** The cell that a number shows under its format; a number that is no date stays a number. */
export function dateCell(serial: number, shown: Shown, is1904: boolean): Cell {
  if (shown === 'number') return serial
  const whole = Math.floor(serial)
  const time = timeOf(serial - whole)
  if (shown === 'time' && whole === 0) return time
  const at = instantOf(whole, is1904)
  if (at === null) return serial
  if (shown === 'time') return { ...cellAt(at, 'day'), time }
  return time === '00:00' || shown !== 'day' ? cellAt(at, shown) : { ...cellAt(at, shown), time }
}

/**
 * Midnight (UTC) of a whole serial, or null outside 1900–9999. Serials below 60 are one day off in the 1900 system,
 * which believes in a 29 February 1900 (serial 60, no day at all).
 */
function instantOf(serial: number, is1904: boolean): number | null {
  if (serial < (is1904 ? 0 : 1) || serial > lastSerial || (!is1904 && serial === 60)) return null
  const shifted = !is1904 && serial < 60 ? serial + 1 : serial
  return (is1904 ? epoch1904 : epoch1900) + shifted * millisecondsPerDay
}

const known = {
  day: new Map<number, DayCell>(),
  month: new Map<number, DayCell>(),
  year: new Map<number, DayCell>(),
} satisfies Record<Precision, unknown>

/** Registers hold few different days: equal cells are one, and formatting a day, which is what reading costs, is done once. */
function cellAt(at: number, precision: Precision): DayCell {
  const cells = known[precision]
  let cell = cells.get(at)
  if (cell === undefined) {
    if (cells.size > 20_000) cells.clear()
    cell = Object.freeze({ day: new Date(at).toISOString().slice(0, 10), precision })
    cells.set(at, cell)
  }
  return cell
}

/** The serial (1900 system) under which an ISO day from 1900-03-01 on is written; null for earlier ones. */
export function serialOfDay(day: string): number | null {
  const serial = (Date.parse(`${day}T00:00:00Z`) - epoch1900) / millisecondsPerDay
  return Number.isInteger(serial) && serial > 60 && serial <= lastSerial ? serial : null
}

function timeOf(fraction: number): string {
  const minutes = Math.min(Math.round(fraction * 1440), 1439)
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const two = (n: number): string => String(n).padStart(2, '0')
