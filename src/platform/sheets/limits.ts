// How large a workbook may be before it is refused, so that no file can fill memory or keep the server busy.

export type SheetLimits = {
  fileBytes: number
  sheets: number
  /** The last row that may hold a value. */
  rows: number
  /** The last column that may hold a value. */
  columns: number
  /** Cells with a value, over all sheets. */
  cells: number
  /** Characters that a cell may have; more is refused (no spreadsheet program writes more). */
  cellLength: number
  /** Characters kept of one cell; the rest is cut. No field of ours accepts so many, so a cut cell is refused later. */
  keptLength: number
  /** Bytes of the unpacked archive. */
  unpackedBytes: number
  /** Unpacked to packed size, judged for archives above `ratioFrom` bytes. */
  ratio: number
  ratioFrom: number
  /** Files inside the archive. */
  entries: number
  merges: number
}

const megabyte = 1024 * 1024

export const defaultLimits: SheetLimits = {
  fileBytes: 20 * megabyte,
  sheets: 300,
  rows: 200_000,
  columns: 200,
  cells: 5_000_000,
  cellLength: 32_767,
  keptLength: 4_000,
  unpackedBytes: 400 * megabyte,
  ratio: 150,
  ratioFrom: 32 * megabyte,
  entries: 4_000,
  merges: 100_000,
}
