// What a roster must keep to, and how one is read from the rows of a sheet.
import { type Fault, Problem } from '../../kernel/problem.ts'
import type { Member, PartyStanding } from './filing.ts'

/** Why a roster cannot stand: the same person twice, with both rows named. `first` is the number of the first row. */
export function whyNotRoster(
  members: readonly Member[],
  rows: readonly number[] = rowsFrom(members, 1),
): Problem | null {
  const faults = doubles(members, rows)
  return faults.length === 0 ? null : rosterProblem(faults)
}

function doubles(members: readonly Member[], rows: readonly number[]): Fault[] {
  const seen = new Map<string, number>()
  return members.flatMap((member, index) => {
    const key = JSON.stringify([member.name, member.mark])
    const row = rows[index] ?? index + 1
    const before = seen.get(key)
    if (before === undefined) seen.set(key, row)
    return before === undefined
      ? []
      : [{ at: `members.${index}.name`, message: doubleWords(member, before, row) }]
  })
}

const doubleWords = ({ name, mark }: Member, before: number, row: number): string =>
  `第 ${before} 行和第 ${row} 行都是“${name}${mark ? `（${mark}）` : ''}”，请删去一行；若是同名的两个人，请在“同名区分”里写明（如 3 号楼）`

const rosterProblem = (faults: Fault[]): Problem =>
  new Problem(422, {
    code: 'filing.roster',
    message: `名册有 ${faults.length} 处不对：${faults[0]?.message ?? ''}。`,
    mend: '改好以后再保存；名册原来的内容没有变。',
    faults,
  })

const rowsFrom = (members: readonly Member[], first: number): number[] =>
  members.map((_, index) => first + index)

const headings = {
  name: /^(姓名|名字|成员|成员姓名|名称)$/,
  mark: /^(同名区分|区分|备注|住址|楼栋)$/,
  role: /^(职务|身份|角色|担任职务|负责人|骨干|是否骨干|是否负责人)$/,
  party: /^(政治面貌|党员|是否党员|党员情况)$/,
} as const
type Heading = keyof typeof headings

const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** The columns of the first of the first rows that names people; null when none does. */
function headerOf(
  rows: readonly (readonly string[])[],
): { row: number; columns: Partial<Record<Heading, number>> } | null {
  const row = rows.slice(0, 10).findIndex((cells) => cells.some((cell) => headings.name.test(bare(cell))))
  if (row < 0) return null
  const find = ([heading, pattern]: [string, RegExp]) => {
    const at = (rows[row] ?? []).findIndex((cell) => pattern.test(bare(cell)))
    return at < 0 ? [] : [[heading, at]]
  }
  return { row, columns: Object.fromEntries(Object.entries(headings).flatMap(find)) }
}

/**
 * Members from the rows of a sheet: a header within the first ten rows, else one name in each first cell. Empty rows are
 * passed over. Throws a problem that names the row of whatever cannot be read; nothing is half read.
 */
export function readRoster(rows: readonly (readonly string[])[]): Member[] {
  const header = headerOf(rows)
  const columns = header?.columns ?? { name: 0 }
  const from = header ? header.row + 1 : 0
  const found = rows.slice(from).flatMap((cells, index) => {
    const text = (heading: Heading) => (cells[columns[heading] ?? -1] ?? '').normalize('NFKC').trim()
    return cells.every((cell) => cell.trim() === '') || cells.some(isTotal)
      ? []
      : [{ row: from + index + 1, text }]
  })
  const faults = found.flatMap(({ row, text }) => rowFaults(row, text))
  if (found.length === 0) throw rosterProblem([{ at: 'file', message: '没有找到姓名；第一行请写“姓名”' }])
  if (faults.length > 0) throw rosterProblem(faults)
  const members = found.map(({ text }) => memberOf(text))
  const problem = whyNotRoster(
    members,
    found.map(({ row }) => row),
  )
  if (problem) throw problem
  return members
}

const isTotal = (cell: string): boolean => /^(合计|总计|共计)/.test(cell.trim())

function rowFaults(row: number, text: (heading: Heading) => string): Fault[] {
  const at = `rows.${row}`
  const name = text('name')
  return [
    ...(name === '' ? [{ at, message: `第 ${row} 行没有姓名` }] : []),
    ...(name.length > 40 ? [{ at, message: `第 ${row} 行的姓名太长` }] : []),
    ...(/\d{6,}/.test(name)
      ? [{ at, message: `第 ${row} 行的姓名里有一长串数字，名册不收证件号和电话` }]
      : []),
    ...(partyOf(text('party')) === undefined
      ? [{ at, message: `第 ${row} 行的政治面貌“${text('party')}”看不懂` }]
      : []),
  ]
}

function memberOf(text: (heading: Heading) => string): Member {
  const role = text('role')
  const leader = /^(负责人|会长|队长|团长|组长|站长|理事长|主任|社长)/.test(role)
  return {
    name: text('name').replace(/\s+/g, ''),
    mark: text('mark').slice(0, 20) || null,
    leader,
    keyMember: leader || /骨干|副|秘书|理事/.test(role),
    party: partyOf(text('party')) ?? null,
  }
}

/** Null for "not said", undefined for words that nobody understands. */
function partyOf(words: string): PartyStanding | null | undefined {
  const known: [RegExp, PartyStanding | null][] = [
    [/^(|不详|未知|-|—|\/)$/, null],
    [/预备/, 'probationary'],
    [/^(非党员|否|不是|无|群众|共青团员|团员|民主党派|无党派.*)$/, 'none'],
    [/^(中共党员|正式党员|党员|是|√|✓|1)$/, 'full'],
  ]
  return known.find(([pattern]) => pattern.test(words))?.[1]
}
