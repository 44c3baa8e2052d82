// Looks over all sheets of a workbook: which holds the table looked for, which is a dictionary, which is empty.
import { findHeader, type Header } from './header.ts'
import { type Match, matchColumns } from './match-columns.ts'
import type { Table } from './table.ts'
import type { Vocabulary } from './vocabulary.ts'

/** `data` can be imported; `dictionary` lists choices; `other` has no column that names its rows. */
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
export function surveySheets(
  tables: readonly Table[],
  vocabulary: Vocabulary,
): { findings: SheetFinding[]; best: number | null } {
  const findings = tables.map((table, index) => judge(table, index, vocabulary))
  const usable = findings.filter(({ kind }) => kind === 'data')
  const best = usable.reduce<SheetFinding | null>((a, b) => (a === null || b.score > a.score ? b : a), null)
  return { findings, best: best?.index ?? null }
}

function judge(table: Table, index: number, vocabulary: Vocabulary): SheetFinding {
  const header = table.rows.length === 0 ? null : findHeader(table, vocabulary)
  const matches = header ? matchColumns(header.columns, vocabulary) : []
  const kind = kindOf(table, header, matches, vocabulary)
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

function kindOf(
  table: Table,
  header: Header | null,
  matches: readonly Match[],
  { key, habits }: Vocabulary,
): SheetKind {
  if (table.rows.length === 0) return 'empty'
  if (!header) return 'other'
  if (isMeant(matches, key) && !habits?.isOther(header)) return 'data'
  return isDictionary(header) ? 'dictionary' : 'other'
}

/** A column that surely names the rows; or one that may, beside two other columns of the kind. */
function isMeant(matches: readonly Match[], key: string): boolean {
  const name = matches.find(({ field }) => field === key)
  if (!name) return false
  return name.confidence >= 0.9 || matches.filter(({ confidence }) => confidence >= 0.9).length >= 2
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
