// Loading divisions, and deciding or importing what is urban and what is rural.
import iconv from 'iconv-lite'
import { Problem } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import type { Db } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import type { AreaLevel, Division } from '../area.ts'
import { settlementOfClass, shortName, toAreaCode } from '../area-codes.ts'
import type { AreaView } from '../areas-api.ts'
import { initialsOf, pinyinOf } from '../pinyin.ts'
import { searchTokens } from '../search-text.ts'
import {
  type AreaRow,
  areaSubject,
  communitiesAmong,
  insertAreas,
  oneArea,
  type SettlementChange,
  setSettlements,
} from './area-store.ts'
import { readManifest, readSubtree } from './divisions.ts'

const batch = 5_000

/** Loads an area of the shipped divisions with everything above and below it. Loading again adds what is missing. */
export async function loadSubtree(db: Db, code: string): Promise<{ added: number; communities: number }> {
  return loadDivisions(db, readSubtree(code))
}

/** Divisions in preorder, ancestors first. */
export async function loadDivisions(
  db: Db,
  divisions: Division[],
): Promise<{ added: number; communities: number }> {
  const rows = areaRows(divisions)
  let added = 0
  for (let start = 0; start < rows.length; start += batch) {
    added += await insertAreas(db, readManifest().codeSystem, rows.slice(start, start + batch))
  }
  return { added, communities: divisions.filter((division) => division.level === 'community').length }
}

function areaRows(divisions: Division[]): AreaRow[] {
  const lineages = new Map<string | null, Partial<Record<AreaLevel, string>>>()
  return divisions.map((division) => {
    const lineage = { ...lineages.get(division.parent), [division.level]: division.code }
    lineages.set(division.code, lineage)
    return areaRow(division, lineage)
  })
}

function areaRow(division: Division, lineage: AreaRow['lineage']): AreaRow {
  const { code, name, level, parent, kind, settlement } = division
  const short = shortName(name)
  const source = level === 'community' && settlement !== 'unknown' ? 'committee' : null
  const found = { pinyin: pinyinOf(short), initials: initialsOf(short), search: searchTokens(short) }
  const settled = { settlement, settlementSource: source, virtual: kind === 'virtual' } as const
  return { code, name, shortName: short, level, parent, lineage, kind, ...settled, ...found }
}

export async function decideSettlement(
  ctx: Context,
  code: string,
  decision: { settlement: 'urban' | 'rural'; reason: string },
): Promise<AreaView> {
  await authorize(ctx, 'area.decideSettlement', areaSubject(code))
  const before = await oneArea(ctx, code)
  if (before?.level !== 'community') throw onlyCommunities
  await setSettlements(ctx.db, [{ code, settlement: decision.settlement, source: 'decided', class: null }])
  await record(ctx, {
    action: 'area.decideSettlement',
    subjectKind: 'area',
    subject: code,
    area: code,
    reason: decision.reason,
    changes: [{ field: 'settlement', from: before.settlement, to: decision.settlement }],
  })
  return (await oneArea(ctx, code)) ?? before
}

const onlyCommunities = new Problem(422, {
  code: 'area.onlyCommunities',
  message: '城乡属性只认定到社区（村）。',
  mend: '请选择一个社区或村。',
})

export type SettlementImport = { changed: number; same: number; problems: { row: number; message: string }[] }

/** A CSV with the columns 区划代码 and 城乡分类代码 (111 … 220), UTF-8 or GBK. Other columns are ignored. */
export async function importSettlement(ctx: Context, bytes: Uint8Array): Promise<SettlementImport> {
  const { rows, problems } = readSettlementCsv(decode(bytes))
  const known = await communitiesAmong(
    ctx,
    'area.importSettlement',
    rows.map((row) => row.code),
  )
  for (const { code, row } of rows) {
    if (!known.has(code)) problems.push({ row, message: `代码 ${code} 不是您管理范围内的社区（村）` })
  }
  const good = rows.filter((row) => known.has(row.code))
  const changed = await setSettlements(ctx.db, good.map(asChange))
  await record(ctx, {
    action: 'area.importSettlement',
    subjectKind: 'area',
    subject: 'settlement',
    changes: [{ field: 'changed', from: null, to: changed.length }],
  })
  return {
    changed: changed.length,
    same: good.length - changed.length,
    problems: problems.sort((a, b) => a.row - b.row),
  }
}

type SettlementRow = { row: number; code: string; class: string }

const asChange = (row: SettlementRow): SettlementChange => ({
  code: row.code,
  settlement: settlementOfClass(row.class) ?? 'unknown',
  source: 'imported',
  class: row.class,
})

const decode = (bytes: Uint8Array): string => {
  const utf8 = new TextDecoder('utf-8').decode(bytes)
  return utf8.includes('\uFFFD') ? iconv.decode(Buffer.from(bytes), 'gb18030') : utf8
}

function readSettlementCsv(text: string): { rows: SettlementRow[]; problems: SettlementImport['problems'] } {
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((line) => line.split(/[,，\t;]/).map((cell) => cell.replace(/^["'\s]+|["'\s]+$/g, '')))
  const header = lines.findIndex((cells) => columnOf(cells, '城乡') >= 0 && columnOf(cells, '代码') >= 0)
  const cells = lines[header]
  if (!cells) throw noHeader
  const [classAt, codeAt] = [
    columnOf(cells, '城乡'),
    cells.findIndex((cell) => /代码/.test(cell) && !/城乡/.test(cell)),
  ]
  const problems: SettlementImport['problems'] = []
  const rows: SettlementRow[] = []
  for (const [index, line] of lines.entries()) {
    if (index <= header || line.every((cell) => cell === '')) continue
    const code = toAreaCode(line[codeAt] ?? '')
    const kind = line[classAt] ?? ''
    if (!code)
      problems.push({ row: index + 1, message: `“${line[codeAt] ?? ''}”不是区划代码（应为 12 位数字）` })
    else if (!settlementOfClass(kind)) {
      problems.push({
        row: index + 1,
        message: `“${kind}”不是城乡分类代码（应为 111、112、121、122、123、210 或 220）`,
      })
    } else rows.push({ row: index + 1, code, class: kind })
  }
  return { rows, problems }
}

const columnOf = (cells: string[], word: string) => cells.findIndex((cell) => cell.includes(word))

const noHeader = new Problem(422, {
  code: 'settlement.noHeader',
  message: '没有找到表头：需要“区划代码”和“城乡分类代码”两列。',
  mend: '请在第一行写上这两个列名，另存为 CSV 后再导入。',
})

/** One area within the person's reach; otherwise 404. */
export async function visibleArea(ctx: Context, code: string): Promise<AreaView> {
  const area = await oneArea(ctx, code)
  if (!area) throw notFound('区划')
  return area
}
