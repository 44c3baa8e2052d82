// A campaign as a workbook: how far each area is, and every organization with its answer.
import { dayOf, type Instant } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import type { FileAnswer } from '../../../platform/http.ts'
import { authorize } from '../../../platform/policy.ts'
import { type Cell, writeXlsx } from '../../../platform/sheets/index.ts'
import { areaSubject, within } from '../../areas/server/index.ts'
import { outcomes, type Progress, type Tally } from '../census.ts'
import type { CensusRow } from './census-store.ts'
import { areaOf, progressOf } from './census-views.ts'
import { type ResultRow, resultRows } from './walk-store.ts'

const portion = 1_000

/** Leaves a trace: who took which list. */
export async function exportCensus(
  ctx: Context,
  database: Database,
  census: CensusRow,
  code: string | undefined,
): Promise<FileAnswer> {
  await authorize(ctx, 'census.export', {
    ...areaSubject(code ?? census.start.code),
    see: 'census.see',
  })
  const progress = await progressOf(ctx, census, code)
  const { area } = progress
  const outside = { ...ctx, db: database }
  await record(outside, {
    action: 'census.export',
    subjectKind: 'census',
    subject: census.id,
    area: area.code,
  })
  const level = (await areaOf(ctx, census, area.code)).level
  const inside = (alias: string) => within(area.code, level, alias)
  const sheets = [
    { name: `进度 ${ctx.today}`, columns: progressColumns, rows: progressRows(progress) },
    { name: '核对结果', columns: resultColumns, rows: results(outside, census, inside) },
  ]
  return { fileName: `${census.title} ${area.name} ${ctx.today}.xlsx`, content: writeXlsx(sheets) }
}

const progressColumns = [
  { title: '区划', width: 20 },
  ...['社区（村）', '已走完', '组织', '已核对', ...Object.values(outcomes)].map((title) => ({
    title,
    width: 12,
  })),
]

const progressRows = ({ area, rows, sum }: Progress): Cell[][] => [
  ...rows.map(({ name, tally }) => [name, ...numbersOf(tally)]),
  [`${area.name}合计`, ...numbersOf(sum)],
]

const numbersOf = (tally: Tally): number[] => [
  ...[tally.places, tally.finished, tally.organizations, tally.answered],
  ...(Object.keys(outcomes) as (keyof typeof outcomes)[]).map((name) => tally[name]),
]

const resultColumns = [
  { title: '街道（镇）', width: 18 },
  { title: '社区（村）', width: 18 },
  { title: '组织名称', width: 36 },
  { title: '核对结果', width: 14 },
  { title: '说明', width: 40 },
  { title: '核对人', width: 18 },
  { title: '核对日期', width: 12 },
]

async function* results(
  ctx: Context,
  census: CensusRow,
  inside: Parameters<typeof resultRows>[2],
): AsyncGenerator<Cell[]> {
  let after: ResultRow['key'] | null = null
  for (;;) {
    const rows: ResultRow[] = await resultRows(ctx, census, inside, after, portion)
    for (const row of rows) yield cellsOf(row)
    const last = rows.at(-1)
    if (!last || rows.length < portion) return
    after = last.key
  }
}

const cellsOf = ({ township, place, name, outcome, note, by, at }: ResultRow): Cell[] => [
  ...[township, place, name, outcome ? outcomes[outcome] : '尚未核对', note, by],
  at === null ? null : { day: dayOf(at as Instant), precision: 'day' },
]
