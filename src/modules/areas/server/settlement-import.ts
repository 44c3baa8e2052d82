// Imports 城乡分类代码 from a table with two columns, whatever kind of spreadsheet holds it.
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { settlementOfClass } from '../area-codes.ts'
import { communitiesAmong, type SettlementChange, setSettlements } from './area-store.ts'
import { type CodeRow, type RowProblem, readCodeTable } from './code-table.ts'

export type SettlementImport = { changed: number; same: number; problems: RowProblem[] }

const columns = {
  class: { called: '城乡分类代码', is: (title: string) => title.includes('城乡'), needed: true },
}

/**
 * The columns 区划代码 and 城乡分类代码 (111 … 220) of the first sheet that has both; others are ignored. Good rows are
 * written, every other one is named. A person's decision stays above what is imported.
 * @throws Problem 422 `areaTable.noHeader`, and what `readWorkbook` throws
 */
export async function importSettlement(ctx: Context, bytes: Uint8Array): Promise<SettlementImport> {
  const { rows, problems } = await readCodeTable(bytes, columns)
  const classed = rows.filter(isClassed)
  const known = await communitiesAmong(
    ctx,
    'area.importSettlement',
    classed.map(({ code }) => code),
  )
  const good = classed.filter(({ code }) => known.has(code))
  const changed = await setSettlements(ctx.db, good.map(asChange))
  await record(ctx, {
    action: 'area.importSettlement',
    subjectKind: 'area',
    subject: 'settlement',
    changes: [{ field: 'changed', from: null, to: changed.length }],
  })
  const wrong = rows.filter((row) => !isClassed(row)).map(noClass)
  const unknown = classed.filter(({ code }) => !known.has(code)).map(outOfReach)
  const all = [...problems, ...wrong, ...unknown].sort((a, b) => a.row - b.row)
  return { changed: changed.length, same: good.length - changed.length, problems: all }
}

type ClassRow = CodeRow<'class'>

const isClassed = ({ cells }: ClassRow): boolean => settlementOfClass(cells.class) !== null

const noClass = ({ row, cells }: ClassRow): RowProblem => ({
  row,
  message: `“${cells.class}”不是城乡分类代码（应为 111、112、121、122、123、210 或 220）`,
})

const outOfReach = ({ row, code }: ClassRow): RowProblem => ({
  row,
  message: `代码 ${code} 不是您管理范围内的社区（村）`,
})

const asChange = ({ code, cells }: ClassRow): SettlementChange => ({
  code,
  settlement: settlementOfClass(cells.class) ?? 'unknown',
  source: 'imported',
  class: cells.class,
})
