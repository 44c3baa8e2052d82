// What a made-up sheet says and how it looks, before it is written in one format or another.

/** A date is written as a serial number under a date format; `apostrophe` as text marked with a quote prefix. */
export type MadeCell =
  | string
  | number
  | boolean
  | null
  | { serial: number; format: string }
  | { formula: string; value: string | number | null }
  | { error: string }
  | { apostrophe: string }

export type MadeSheet = {
  name: string
  rows: MadeCell[][]
  /** `A1:C1`. */
  merges?: string[]
  hidden?: boolean
  /** One-based. */
  hiddenRows?: number[]
  /** One-based. */
  hiddenColumns?: number[]
  /** So many rows below the last that hold formatted, empty cells. */
  formattedEmptyRows?: number
  /** The sheet claims all 16,384 columns and 1,048,576 rows, and formats a cell in the last column. */
  claimsEverything?: boolean
}

/** The text that a CSV has of a cell. */
export function cellText(cell: MadeCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell !== 'object') return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell)
  if ('serial' in cell) return dayOfSerial(cell.serial).replaceAll('-', '/')
  if ('formula' in cell) return String(cell.value ?? '')
  return 'error' in cell ? cell.error : `'${cell.apostrophe}`
}

/** The ISO day of a serial number in the 1900 system, counted on the calendar day by day from a known one. */
export function dayOfSerial(serial: number): string {
  const known = new Date(Date.UTC(2000, 0, 1))
  known.setUTCDate(known.getUTCDate() + (serial - 36_526))
  return known.toISOString().slice(0, 10)
}

export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}
