// Reads small tables in which every row names an area by its code: settlement classes, populations.
import { Problem } from '../../../kernel/problem.ts'
import { type Cell, readWorkbook, type Sheet } from '../../../platform/sheets/index.ts'
import { toAreaCode } from '../area-codes.ts'
import { foldText } from '../fold-text.ts'

/** `row` as people count, from 1. */
export type RowProblem = { row: number; message: string }
export type CodeRow<Key extends string> = { row: number; code: string; cells: Record<Key, string> }

/** What tells a column by its title; `needed` ones must be there for a row to be the header. */
export type CodeColumn = { called: string; is: (title: string) => boolean; needed: boolean }

/**
 * The rows below the header of the first sheet that has 区划代码 and every needed column; others are ignored. A row whose
 * code is none, or stands twice, is named as a problem.
 * @throws Problem 422 `areaTable.noHeader`, and what `readWorkbook` throws
 */
export async function readCodeTable<Key extends string>(
  bytes: Uint8Array,
  columns: Record<Key, CodeColumn>,
): Promise<{ rows: CodeRow<Key>[]; problems: RowProblem[] }> {
  const { sheets } = await readWorkbook(bytes, '')
  return readRows(tableIn(sheets, columns))
}

type Table<Key extends string> = {
  rows: readonly (readonly Cell[])[]
  header: number
  codeAt: number
  at: Record<Key, number>
}

function tableIn<Key extends string>(sheets: readonly Sheet[], columns: Record<Key, CodeColumn>): Table<Key> {
  const wanted = Object.entries(columns) as [Key, CodeColumn][]
  for (const { rows } of sheets) {
    for (const [header, cells] of rows.entries()) {
      const titles = cells.map(shown)
      const at = Object.fromEntries(
        wanted.map(([key, { is }]) => [key, titles.findIndex((title) => is(title))]),
      ) as Record<Key, number>
      const codeAt = titles.findIndex((title, here) => title.includes('代码') && !isTaken(at, here))
      if (codeAt >= 0 && wanted.every(([key, { needed }]) => !needed || at[key] >= 0))
        return { rows, header, codeAt, at }
    }
  }
  throw noHeader(wanted.map(([, column]) => column))
}

const isTaken = (at: Record<string, number>, here: number): boolean => Object.values(at).includes(here)

function readRows<Key extends string>({ rows, header, codeAt, at }: Table<Key>) {
  const found = new Map<string, CodeRow<Key>>()
  const problems: RowProblem[] = []
  for (const [index, line] of rows.entries()) {
    const codeText = shown(line[codeAt])
    const cells = Object.fromEntries(
      Object.entries<number>(at).map(([key, column]) => [key, shown(line[column])]),
    ) as Record<Key, string>
    if (index <= header || [codeText, ...Object.values(cells)].every((text) => text === '')) continue
    const row = index + 1
    const code = toAreaCode(codeText)
    const first = found.get(code ?? '')
    if (!code) problems.push({ row, message: `“${codeText}”不是区划代码（应为 12 位数字）` })
    else if (first) problems.push({ row, message: `与第 ${first.row} 行是同一个社区（村）` })
    else found.set(code, { row, code, cells })
  }
  return { rows: [...found.values()], problems }
}

/** Digits of any width as plain ones; what is no text or number counts as empty. */
const shown = (cell: Cell | undefined): string =>
  typeof cell === 'string' || typeof cell === 'number'
    ? foldText(String(cell)).replace(/['‘’\s,，]/g, '')
    : ''

const noHeader = (columns: readonly CodeColumn[]): Problem => {
  const needed = ['区划代码', ...columns.filter((one) => one.needed).map(({ called }) => called)]
  return new Problem(422, {
    code: 'areaTable.noHeader',
    message: `没有找到表头：需要${needed.map((called) => `“${called}”`).join('、')}这些列。`,
    mend: '请在同一行写上这些列名，再导入。',
  })
}
