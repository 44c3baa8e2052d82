// Looks over all sheets of a workbook: which holds the register, which is a dictionary, which is empty.
import { findHeader, type Header } from './header.ts'
import { type Match, matchColumns } from './match-columns.ts'
import type { Table } from './table.ts'

/** `data` can be imported; `dictionary` lists choices; `other` has no column for the organization's name. */
export type SheetKind = 'data' | 'dictionary' | 'empty' | 'other'

export type SheetFinding = {
  index: number
  name: string
  hidden: boolean
  kind: SheetKind
  header: Header | null
  matches: Match[]
  score: number
}

/** Every sheet with what it is, and the index of the one to import (null when none can be). */
export function surveySheets(tables: readonly Table[]): { findings: SheetFinding[]; best: number | null } {
  const findings = tables.map(judge)
  const usable = findings.filter(({ kind }) => kind === 'data')
  const best = usable.reduce<SheetFinding | null>((a, b) => (a === null || b.score > a.score ? b : a), null)
  return { findings, best: best?.index ?? null }
}

function judge(table: Table, index: number): SheetFinding {
  const header = table.rows.length === 0 ? null : findHeader(table)
  const matches = header ? matchColumns(header.columns) : []
  const kind = kindOf(table, header, matches)
  return {
    index,
    name: table.name,
    hidden: table.hidden,
    kind,
    header,
    matches,
    score: scoreOf(table, header, matches, kind),
  }
}

function kindOf(table: Table, header: Header | null, matches: readonly Match[]): SheetKind {
  if (table.rows.length === 0) return 'empty'
  if (!header) return 'other'
  if (isRegister(matches) && !isRoster(header)) return 'data'
  return isDictionary(header) ? 'dictionary' : 'other'
}

/** A column that surely is the name; or one that may be, beside two other columns of a register. */
function isRegister(matches: readonly Match[]): boolean {
  const name = matches.find(({ field }) => field === 'name')
  if (!name) return false
  return name.confidence >= 0.9 || matches.filter(({ confidence }) => confidence >= 0.9).length >= 2
}

/** A list of persons: a column 姓名 of its own, with their sex, birth or education. */
function isRoster({ columns }: Header): boolean {
  const alone = columns.filter(({ path }) => path.length === 1).map(({ path }) => path[0] ?? '')
  const personal = alone.filter((text) => /^(性别|民族|出生|学历|身份证|文化程度|政治面貌)/.test(text))
  return alone.includes('姓名') && personal.length >= 2
}

/** Columns of different length, each value once: lists of choices side by side. */
function isDictionary({ columns, dataCount }: Header): boolean {
  if (columns.length < 2 || dataCount < 3) return false
  const lengths = columns.map(({ samples }) => samples.length)
  return Math.min(...lengths) * 2 <= Math.min(Math.max(...lengths), 20)
}

function scoreOf(table: Table, header: Header | null, matches: readonly Match[], kind: SheetKind): number {
  if (!header || kind !== 'data') return 0
  const fields = matches.reduce((sum, match) => sum + (match.field ? match.confidence : 0), 0)
  return (
    fields * 10 +
    Math.min(header.dataCount, 1000) / 100 +
    (header.dataCount > 0 ? 20 : 0) -
    (table.hidden ? 30 : 0)
  )
}
