// Imports 城乡分类代码 from a table with two columns, whatever kind of spreadsheet holds it.
import { Problem } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { type Cell, readWorkbook, type Sheet } from '../../../platform/sheets/index.ts'
import { settlementOfClass, toAreaCode } from '../area-codes.ts'
import { foldText } from '../fold-text.ts'
import { communitiesAmong, type SettlementChange, setSettlements } from './area-store.ts'

/** `row` as people count, from 1. */
export type RowProblem = { row: number; message: string }
export type SettlementImport = { changed: number; same: number; problems: RowProblem[] }

/**
 * The columns 区划代码 and 城乡分类代码 (111 … 220) of the first sheet that has both; others are ignored. Good rows are
 * written, every other one is named. A person's decision stays above what is imported.
 * @throws Problem 422 `settlement.noHeader`, and what `readWorkbook` throws
 */
export async function importSettlement(ctx: Context, bytes: Uint8Array): Promise<SettlementImport> {
  const { sheets } = await readWorkbook(bytes, '')
  const { rows, problems } = readRows(tableIn(sheets))
  const codes = rows.map(({ code }) => code)
  const known = await communitiesAmong(ctx, 'area.importSettlement', codes)
  const good = rows.filter(({ code }) => known.has(code))
  const changed = await setSettlements(ctx.db, good.map(asChange))
  await record(ctx, {
    action: 'area.importSettlement',
    subjectKind: 'area',
    subject: 'settlement',
    changes: [{ field: 'changed', from: null, to: changed.length }],
  })
  const unknown = rows.filter(({ code }) => !known.has(code)).map(outOfReach)
  const all = [...problems, ...unknown].sort((a, b) => a.row - b.row)
  return { changed: changed.length, same: good.length - changed.length, problems: all }
}

type ClassRow = { row: number; code: string; class: string }

const outOfReach = ({ row, code }: ClassRow): RowProblem => ({
  row,
  message: `代码 ${code} 不是您管理范围内的社区（村）`,
})

const asChange = ({ code, class: digits }: ClassRow): SettlementChange => ({
  code,
  settlement: settlementOfClass(digits) ?? 'unknown',
  source: 'imported',
  class: digits,
})

type Table = { rows: readonly (readonly Cell[])[]; header: number; codeAt: number; classAt: number }

function tableIn(sheets: readonly Sheet[]): Table {
  for (const { rows } of sheets) {
    for (const [header, cells] of rows.entries()) {
      const titles = cells.map(shown)
      const classAt = titles.findIndex((title) => title.includes('城乡'))
      const codeAt = titles.findIndex((title) => title.includes('代码') && !title.includes('城乡'))
      if (classAt >= 0 && codeAt >= 0) return { rows, header, codeAt, classAt }
    }
  }
  throw noHeader
}

function readRows({ rows, header, codeAt, classAt }: Table): { rows: ClassRow[]; problems: RowProblem[] } {
  const found = new Map<string, ClassRow>()
  const problems: RowProblem[] = []
  for (const [index, cells] of rows.entries()) {
    const [codeText, classText] = [shown(cells[codeAt]), shown(cells[classAt])]
    if (index <= header || (codeText === '' && classText === '')) continue
    const row = index + 1
    const code = toAreaCode(codeText)
    const message = whyNotRow(code, codeText, classText) ?? whyTwice(found.get(code ?? ''))
    if (message) problems.push({ row, message })
    else if (code) found.set(code, { row, code, class: classText })
  }
  return { rows: [...found.values()], problems }
}

function whyNotRow(code: string | null, codeText: string, classText: string): string | null {
  if (!code) return `“${codeText}”不是区划代码（应为 12 位数字）`
  if (settlementOfClass(classText)) return null
  return `“${classText}”不是城乡分类代码（应为 111、112、121、122、123、210 或 220）`
}

const whyTwice = (first: ClassRow | undefined): string | null =>
  first ? `与第 ${first.row} 行是同一个社区（村）` : null

/** Digits of any width as plain ones; what is no text or number counts as empty. */
const shown = (cell: Cell | undefined): string =>
  typeof cell === 'string' || typeof cell === 'number' ? foldText(String(cell)).replace(/['‘’\s]/g, '') : ''

const noHeader = new Problem(422, {
  code: 'settlement.noHeader',
  message: '没有找到表头：需要“区划代码”和“城乡分类代码”两列。',
  mend: '请在同一行写上这两个列名，再导入。',
})
