// The SQL of importing social workers: who is on record already, and what changed after an import.
import type { Context } from '../../../platform/context.ts'
import { type Db, sql } from '../../../platform/db.ts'
import { withinArea } from '../../areas/server/index.ts'
import type { Grade } from '../worker.ts'
import { lockWorkers, type WorkerRow } from './worker-writes-store.ts'

type Asked = { name: string; area: string | null; grade: Grade | null; number: string | null }

export type KnownWorkers = {
  /** The worker that a row means: by the certificate, else by name at the place. `elsewhere`: out of the importer's reach. */
  meant(
    name: string,
    area: string | null,
    grade: Grade | null,
    number: string | null,
  ): WorkerRow | 'elsewhere' | null
}

/** Those on record whom the rows may mean. */
export async function knownWorkers(ctx: Context, asked: readonly Asked[]): Promise<KnownWorkers> {
  const found = await ctx.db.rows<{
    id: string
    grade: Grade | null
    number: string | null
    mine: boolean
  }>(sql`
    select w.id, c.grade, c.number, ${ctx.authority.scope('worker.keep', 'w')} as mine
    from json_to_recordset(${JSON.stringify(asked)}::json) as r(name text, area bigint, grade text, number text)
    join worker_certificate c on c.grade = r.grade and c.number = r.number join social_worker w on w.id = c.social_worker
    union
    select w.id, null, null, ${ctx.authority.scope('worker.keep', 'w')} as mine
    from json_to_recordset(${JSON.stringify(asked)}::json) as r(name text, area bigint, grade text, number text)
    join social_worker w on w.name = r.name and w.area = r.area`)
  const mine = new Set(found.flatMap(({ id, mine }) => (mine ? [id] : [])))
  const workers = new Map((await lockWorkers(ctx.db, [...mine])).map((worker) => [worker.id, worker]))
  const byNumber = new Map(
    found.flatMap(({ id, grade, number }) => (number ? [[`${grade} ${number}`, id]] : [])),
  )
  return {
    meant: (name, area, grade, number) => {
      const certified = number ? byNumber.get(`${grade} ${number}`) : undefined
      if (certified) return workers.get(certified) ?? 'elsewhere'
      const named = [...workers.values()].filter((one) => one.name === name && one.area === area)
      const open = named.filter((one) => !otherNumber(one, grade, number))
      return open.length === 1 ? (open[0] ?? null) : null
    },
  }
}

/** The one open station of each name within an area; null where two bear it. */
export type Stations = ReadonlyMap<string, { id: string; area: string } | null>

export async function stationsWithin(db: Db, area: string): Promise<Stations> {
  const rows = await db.rows<{ id: string; name: string; area: string }>(sql`
    select p.id, p.name, p.area::text as area from support_platform p
    where p.kind = 'socialWorkStation' and p.closed_on is null and ${await withinArea(db, area, 'p')}`)
  const named = new Map<string, { id: string; area: string } | null>()
  for (const { id, name, area } of rows) named.set(name, named.has(name) ? null : { id, area })
  return named
}

/** Another certificate of the same grade: another person of the name. */
const otherNumber = ({ certificates }: WorkerRow, grade: Grade | null, number: string | null): boolean =>
  number !== null &&
  certificates.some((one) => one.grade === grade && one.number !== null && one.number !== number)

/** A worker of the import whom something later has changed, or null. */
export const changedSince = (db: Db, id: string): Promise<{ name: string } | null> =>
  db.maybe(sql`
    select coalesce(w.name, r.name) as name from import_row r left join social_worker w on w.id = r.record
    where r.import = ${id} and r.outcome in ('new', 'changed') and r.record is not null
      and w.version is distinct from r.version
    order by r.row limit 1`)
