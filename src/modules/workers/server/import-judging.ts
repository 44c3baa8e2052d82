// Judges the rows of a list of social workers: new ones, the same, with changes, or problems by cell.
import { Problem } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type AreaIndex, cellOf, type Remark } from '../../organizations/import/index.ts'
import {
  type Judging,
  judged,
  organizationFinder,
  type Placed,
  type StoredRow,
} from '../../organizations/server/index.ts'
import type { PostDraft } from '../worker.ts'
import type { WorkerRowValues } from '../worker-columns.ts'
import { whyNotMove } from '../worker-rules.ts'
import { changesIn, nextOf } from './import-changes.ts'
import { type PlaceOfRow, placeOf, type Workplace } from './import-place.ts'
import { type KnownWorkers, knownWorkers, stationsWithin } from './import-store.ts'
import { certificateRow, renewBeforeAt } from './worker-commands.ts'
import type { CertificateRow, WorkerRow } from './worker-writes-store.ts'

type Row = Placed<WorkerRowValues>
/** What a new worker's row comes to. */
export type NewWorker = { name: string; post: PostDraft; certificate: CertificateRow | null }

/** What lasts while a table is read: which rows were about whom, and what was asked of the rules. */
type Table = { ctx: Context; seen: Map<string, number>; renewBefore: (area: string) => Promise<number> }

export function judgeWorkers(ctx: Context, index: AreaIndex): Judging<WorkerRowValues> {
  const table: Table = {
    ctx,
    seen: new Map(),
    renewBefore: remembered((area) => renewBeforeAt(ctx.db, area)),
  }
  const find = organizationFinder(ctx, index)
  const stationsOf = remembered((area) => stationsWithin(ctx.db, area))
  return async (rows) => {
    const known = {
      find: await find(
        rows.flatMap(({ given }) => (given.site === 'station' ? [] : (given.organization ?? []))),
      ),
      stations: await stationsOf(index.root.code),
    }
    const placed = rows.map((row) => ({ row, place: placeOf(row, index, known) }))
    const workers = await knownWorkers(ctx, placed.map(askedOf))
    const said: StoredRow[] = []
    for (const { row, place } of placed) said.push(await judgeOne(table, row, place, workers))
    return said
  }
}

const askedOf = ({ row: { given }, place }: { row: Row; place: PlaceOfRow }) => ({
  ...{ name: given.name ?? '', area: place.area, grade: given.grade ?? null, number: given.number ?? null },
})

function remembered<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (key) => {
    const answer = known.get(key) ?? ask(key)
    known.set(key, answer)
    return answer
  }
}

async function judgeOne(table: Table, row: Row, place: PlaceOfRow, known: KnownWorkers): Promise<StoredRow> {
  const { ctx, seen } = table
  const { given } = row
  const name = given.name ?? '（没有姓名）'
  const problems = [...place.problems, ...faultsOf(row, ctx.today)]
  const existing = known.meant(given.name ?? '', place.area, given.grade ?? null, given.number ?? null)
  if (existing === 'elsewhere')
    problems.push({ cell: cellOf(row, 'number', 'name'), message: '这个证书编号已登记在您管不到的地方' })
  const twice = noteSeen(seen, row, place.area, existing)
  if (twice) problems.push({ cell: cellOf(row, 'name'), message: `与第 ${twice} 行是同一个人` })
  const base = { name, area: place.area, problems }
  if (problems.length > 0 || !place.area || existing === 'elsewhere')
    return judged(row, { ...base, outcome: 'problem', statement: {} })
  const { area, organization, station, stationWords } = place
  const post = { area, organization, station, stationWords }
  return existing ? judgeKnown(table, row, base, post, existing) : judgeNew(table, row, base, post)
}

function faultsOf(row: Row, today: Day): Remark[] {
  const { name, grade, number, from, obtainedOn, validUntil } = row.given
  const at = (field: keyof WorkerRowValues, message: string) => ({
    cell: cellOf(row, field, 'name'),
    message,
  })
  const faults: (Remark | false)[] = [
    !name && at('name', '没有写姓名'),
    !!number && (!grade || grade === 'none') && at('grade', '写了证书编号，没有写是哪个等级的证书'),
    !!from && from.day > today && at('from', '到岗日期在今天以后'),
    !!obtainedOn && obtainedOn.day > today && at('obtainedOn', '取得日期在今天以后'),
    !!obtainedOn && !!validUntil && validUntil.day < obtainedOn.day && at('validUntil', '有效期早于取得日期'),
  ]
  return faults.filter((fault) => fault !== false)
}

/** Remembers the row; the earlier row about the same person, if there is one. */
function noteSeen(
  seen: Map<string, number>,
  { row, given }: Row,
  area: string | null,
  existing: WorkerRow | 'elsewhere' | null,
): number | undefined {
  const number = given.number ? `${given.grade}\n${given.number}` : null
  const person = existing && existing !== 'elsewhere' ? existing.id : (number ?? `${area}\n${given.name}`)
  const twice = seen.get(person) ?? (number ? seen.get(number) : undefined)
  seen.set(person, seen.get(person) ?? row)
  if (number) seen.set(number, seen.get(number) ?? row)
  return twice
}

type Base = { name: string; area: string | null; problems: Remark[] }
type Where = Workplace & { area: string }

/** What was not written is said aloud. */
async function judgeNew(table: Table, row: Row, base: Base, where: Where): Promise<StoredRow> {
  const { ctx } = table
  const { given } = row
  const from = (given.from?.day ?? ctx.today) as Day
  const post = { ...where, site: siteOf(row, where), employment: given.employment ?? 'full', from }
  const worker: NewWorker = {
    name: base.name,
    post,
    certificate: await certificateOf(table, row, where.area, from),
  }
  const assumed = [
    !given.from && '没有写到岗日期，按今天登记',
    !given.employment && '没有写专职或兼职，按专职登记',
    worker.certificate && !given.obtainedOn && `没有写取得日期，按 ${worker.certificate.obtainedOn} 登记`,
  ].flatMap((message) => (message ? [{ cell: cellOf(row, 'name'), message }] : []))
  return judged(row, { ...base, outcome: 'new', statement: worker, warnings: [...row.warnings, ...assumed] })
}

async function judgeKnown(
  table: Table,
  row: Row,
  base: Base,
  where: Where,
  existing: WorkerRow,
): Promise<StoredRow> {
  const { ctx } = table
  const last = existing.posts.at(-1)
  const from = (row.given.from?.day ?? ctx.today) as Day
  const certificate = await certificateOf(table, row, where.area, last?.startsOn ?? from)
  const post = {
    ...where,
    site: siteOf(row, where),
    employment: row.given.employment ?? last?.employment ?? 'full',
  }
  const next = nextOf(ctx, existing, { ...post, from }, certificate)
  const changes = changesIn(existing, next)
  const moves = next.posts.length > existing.posts.length
  const fault = moves ? whyNotMove(last, from, ctx.today) : null
  const problems =
    fault instanceof Problem ? [{ cell: cellOf(row, 'from', 'name'), message: fault.message }] : []
  const outcome = changes.length > 0 ? 'changed' : 'same'
  return judged(row, {
    ...{ ...base, outcome, statement: next, changes, record: existing.id, version: existing.version },
    problems: [...base.problems, ...problems],
  })
}

const siteOf = (row: Row, { organization, area }: Where) =>
  organization ? 'organization' : (row.given.site ?? (area.endsWith('000') ? 'other' : 'community'))

async function certificateOf(
  { ctx, renewBefore }: Table,
  row: Row,
  area: string,
  fallback: Day,
): Promise<CertificateRow | null> {
  const { grade, number, obtainedOn, validUntil } = row.given
  if (!grade || grade === 'none') return null
  const said = {
    ...{ grade, number: number ?? null, obtainedOn: (obtainedOn?.day ?? fallback) as Day },
    validUntil: (validUntil?.day ?? null) as Day | null,
  }
  return certificateRow(ctx, '', said, await renewBefore(area))
}
