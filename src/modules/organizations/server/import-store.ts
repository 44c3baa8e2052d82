// The SQL of imports: the uploaded workbook, its rows, and what its uploader chose before.
import type { Instant } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, empty, type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import type { AreaLevel } from '../../areas/area.ts'
import { within } from '../../areas/server/index.ts'
import type { KnownArea, Remembered } from '../import/index.ts'
import type { ImportRow, ImportStatus, RowOutcome } from '../imports-api.ts'
import type { StoredRow, WrittenRow } from './import-kind.ts'
import { type OrganizationRow, rowFields } from './organization-store.ts'

/** What a person may change before committing. Row numbers are zero-based. */
export type Matching = {
  sheet: string
  headerRows: [number, number]
  columns: Record<string, string | null>
  communities: Record<string, string>
}

/** What reading the workbook found, for the page. */
export type Reading = {
  sheets: { name: string; rows: number }[]
  columns: { index: number; path: string[]; why: string | null; samples: string[] }[]
  remarks: string[]
  ambiguities: { text: string; rows: number; candidates: { code: string; name: string; where: string }[] }[]
}

export type ImportResult = { added: number; changed: number; same: number; left: number }

export type StoredImport = {
  id: string
  kind: string
  belongsTo: string | null
  area: string
  areaName: string
  areaLevel: string
  person: string
  uploadedBy: string
  fileName: string
  status: ImportStatus
  matching: Matching
  reading: Reading
  result: ImportResult | null
  uploadedAt: string
  decidedAt: string | null
  /** The workbook is still there. */
  kept: boolean
}

const fields = sql`i.id, i.kind, i.belongs_to as "belongsTo", i.area::text as area, a.short_name as "areaName", a.level as "areaLevel", i.person,
  p.display_name as "uploadedBy", i.file_name as "fileName", i.status, i.matching, i.reading, i.result,
  i.uploaded_at as "uploadedAt", i.decided_at as "decidedAt", i.bytes <> '' as kept`

const tables = sql`import i join area a on a.code = i.area join person p on p.id = i.person`

export const oneImport = (ctx: Context, id: string): Promise<StoredImport | null> =>
  ctx.db.maybe(
    sql`select ${fields} from ${tables} where i.id = ${id} and ${ctx.authority.scope('organization.import', 'a')}`,
  )

export const listImports = (
  ctx: Context,
  after: readonly [unknown, string] | null,
  limit: number,
): Promise<StoredImport[]> =>
  ctx.db.rows(sql`
    select ${fields} from ${tables}
    where ${ctx.authority.scope('organization.import', 'a')}
      ${after ? sql`and (i.uploaded_at, i.id) < (${String(after[0])}::timestamptz, ${after[1]}::uuid)` : empty}
    order by i.uploaded_at desc, i.id desc limit ${limit}`)

export const importBytes = async (db: Db, id: string): Promise<Uint8Array> =>
  (await db.one<{ bytes: Uint8Array }>(sql`select bytes from import where id = ${id}`)).bytes

/** Days for which a workbook with more than is kept of it stays: once it is decided on, or while nobody does. */
export const workbookKept = { decided: 1, undecided: 30 } as const

/** Of kinds that forget: workbooks whose time has come go with the samples that were shown of them; drafts are discarded. */
export const forgetWorkbooks = (db: Db, now: Instant, kinds: readonly string[]): Promise<number> =>
  db.run(sql`
    with gone as (
      update import set bytes = '', status = case when status = 'draft' then 'discarded' else status end,
        reading = reading || jsonb_build_object('columns', (
          select coalesce(jsonb_agg(c || '{"samples": []}'), '[]') from jsonb_array_elements(reading -> 'columns') c))
      where kind = any(${kinds}::text[]) and bytes <> '' and case when decided_at is null
        then uploaded_at < ${now}::timestamptz - ${workbookKept.undecided} * interval '1 day'
        else decided_at < ${now}::timestamptz - ${workbookKept.decided} * interval '1 day' end
      returning id, status)
    delete from import_row r using gone where r.import = gone.id and gone.status = 'discarded'`)

export const importSubject = (id: string): Subject => ({
  from: sql`import i join area a on a.code = i.area where i.id = ${id}`,
  alias: 'a',
  see: 'organization.import',
  called: '导入',
})

export const insertImport = (
  ctx: Context,
  given: {
    id: string
    kind: string
    area: string
    belongsTo: string | null
    fileName: string
    bytes: Uint8Array
    matching: Matching
  },
): Promise<number> =>
  ctx.db.run(sql`
    insert into import (id, kind, area, belongs_to, person, file_name, bytes, status, matching, reading, uploaded_at)
    values (${given.id}, ${given.kind}, ${given.area}, ${given.belongsTo}, ${ctx.who.id}, ${given.fileName}, ${given.bytes}, 'draft',
            ${JSON.stringify(given.matching)}, ${JSON.stringify(nothingRead)}, ${ctx.now})`)

const nothingRead: Reading = { sheets: [], columns: [], remarks: [], ambiguities: [] }

/** How many were set: none when the import is a draft no more. */
export const setMatching = (db: Db, id: string, matching: Matching): Promise<number> =>
  db.run(sql`
    update import set matching = ${JSON.stringify(matching)} where id = ${id} and status = 'draft'`)

export const setReading = (db: Db, id: string, reading: Reading): Promise<number> =>
  db.run(sql`update import set reading = ${JSON.stringify(reading)} where id = ${id}`)

/** Moves an import on from the status that it leaves; 0 when it has left already, so that two cannot both decide. */
export const moveImport = (ctx: Context, id: string, from: ImportStatus, to: ImportStatus): Promise<number> =>
  ctx.db.run(sql`
    update import set status = ${to},
      decided_at = case when ${to} = 'undone' then decided_at else ${ctx.now}::timestamptz end
    where id = ${id} and status = ${from}`)

export const setResult = (db: Db, id: string, result: ImportResult): Promise<number> =>
  db.run(sql`update import set result = ${JSON.stringify(result)} where id = ${id}`)

export const deleteRows = (db: Db, id: string): Promise<number> =>
  db.run(sql`delete from import_row where import = ${id}`)

export const insertRows = (db: Db, id: string, rows: readonly StoredRow[]): Promise<number> =>
  db.run(sql`
    insert into import_row (import, row, outcome, name, area, draft, problems, warnings, changes, record, version)
    select ${id}, r.row, r.outcome, r.name, r.area, r.statement, r.problems, r.warnings, r.changes, r.record, r.version
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(row int, outcome text, name text, area bigint, statement jsonb,
      problems jsonb, warnings jsonb, changes jsonb, record uuid, version int)`)

export async function countOutcomes(db: Db, id: string): Promise<Record<RowOutcome, number>> {
  const found = await db.rows<{ outcome: RowOutcome; rows: number }>(sql`
    select outcome, count(*)::int as rows from import_row where import = ${id} group by outcome`)
  return {
    new: 0,
    same: 0,
    changed: 0,
    problem: 0,
    ...Object.fromEntries(found.map(({ outcome, rows }) => [outcome, rows])),
  }
}

export const previewRows = (
  db: Db,
  id: string,
  page: { outcome?: RowOutcome | undefined; after: number; limit: number },
): Promise<ImportRow[]> =>
  db.rows(sql`
    select r.row, r.outcome, r.name, a.short_name as "areaName", r.problems, r.warnings, r.changes,
      case when o.id is not null then json_build_object('id', o.id, 'name', o.name)
        when i.kind <> 'organizations' and r.record is not null and (i.status <> 'undone' or r.outcome <> 'new')
          then json_build_object('id', r.record, 'name', r.name) end as match
    from import_row r join import i on i.id = r.import left join area a on a.code = r.area left join organization o on o.id = r.record
    where r.import = ${id} and r.row > ${page.after} ${page.outcome ? sql`and r.outcome = ${page.outcome}` : empty}
    order by r.row limit ${page.limit}`)

/** Rows of some outcomes, in portions. */
export const rowsToWrite = (
  db: Db,
  id: string,
  outcome: RowOutcome,
  after: number,
  limit: number,
): Promise<StoredRow[]> =>
  db.rows(sql`
    select r.row, r.outcome, r.name, r.area::text as area, r.draft as statement, r.problems, r.warnings, r.changes,
      r.record, r.version
    from import_row r where r.import = ${id} and r.outcome = ${outcome} and r.row > ${after} order by r.row limit ${limit}`)

export const noteWritten = (db: Db, id: string, rows: readonly WrittenRow[]): Promise<number> =>
  db.run(sql`
    update import_row i set record = r.record, version = r.version, before = r.before
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(row int, record uuid, version int, before jsonb)
    where i.import = ${id} and i.row = r.row`)

export const writtenRows = (db: Db, id: string, after: number, limit: number): Promise<WrittenRow[]> =>
  db.rows(sql`
    select row, record, version, before from import_row
    where import = ${id} and outcome in ('new', 'changed') and record is not null and row > ${after}
    order by row limit ${limit}`)

/** Holds the organizations that the import means to change, or has written, in one order: two imports never wait for each other. */
export const lockImported = (db: Db, id: string): Promise<number> =>
  db.run(sql`
    select 1 from organization o join import_row r on r.record = o.id
    where r.import = ${id} and r.outcome in ('new', 'changed') order by o.id for update of o`)

/** An organization of the import that something later has changed, or null. */
export const changedSince = (db: Db, id: string): Promise<{ name: string } | null> =>
  db.maybe(sql`
    select coalesce(o.name, r.name) as name from import_row r left join organization o on o.id = r.record
    where r.import = ${id} and r.outcome in ('new', 'changed') and r.record is not null
      and o.version is distinct from r.version
    order by r.row limit 1`)

/** The import's area, first, and everything below it. */
export const knownAreas = (db: Db, area: string): Promise<KnownArea[]> =>
  db.rows(sql`
    select a.code::text as code, a.name, a.short_name as "shortName", a.level, a.township::text as township,
      concat_ws(' ', c.short_name, t.short_name) as "where"
    from area a
    left join area t on t.code = a.township and t.code <> a.code and t.code <> ${area}
    left join area c on c.code = a.county and c.code <> a.code and c.code <> ${area} and a.level <> 'county'
    where ${area} in (a.province, a.city, a.county, a.township, a.community) and not a.virtual
    order by a.code = ${area} desc, a.code`)

export type Existing = OrganizationRow & { areaName: string }

/** Where an import may look: what the importer may import into, and never outside the import's own area. */
export const comparable = (ctx: Context, { code, level }: KnownArea): Sql =>
  sql`${ctx.authority.scope('organization.import', 'o')} and ${within(code, level as AreaLevel, 'o')}`

/** Organizations with the name in the area asked for or anywhere below it; `visible` is where the importer may look. */
export const existingAt = (
  db: Db,
  places: readonly { area: string; name: string }[],
  visible: Sql,
): Promise<{ asked: string; found: Existing }[]> =>
  db.rows(sql`
    select r.area::text as asked, ${existingFields} as found
    from (select distinct area, name from json_to_recordset(${JSON.stringify(places)}::json) as p(area bigint, name text)) r
    join organization o on o.name = r.name and r.area in (o.area, o.township, o.county, o.city, o.province)
    join area a on a.code = o.area
    where ${visible} order by o.id`)

/** Those that have not ended with one of the codes; `found` is null where the importer may not look. */
export const existingWith = (
  db: Db,
  codes: readonly string[],
  visible: Sql,
): Promise<{ code: string; found: Existing | null }[]> =>
  db.rows(sql`
    select o.unified_code as code, case when ${visible} then ${existingFields} end as found
    from organization o join area a on a.code = o.area
    where o.unified_code = any(${codes}::text[]) and o.status <> 'ended'`)

const existingFields = sql`(${rowFields}::jsonb || jsonb_build_object('areaName', a.short_name))`

export async function rememberedColumns(db: Db, person: string | null, kind: string): Promise<Remembered> {
  const found = await db.rows<{ header: string; field: string | null }>(
    sql`select header, field from column_memory where person = ${person} and kind = ${kind}`,
  )
  return Object.fromEntries(found.map(({ header, field }) => [header, field]))
}

export const rememberColumns = (db: Db, person: string, kind: string, columns: Remembered): Promise<number> =>
  db.run(sql`
    insert into column_memory (person, kind, header, field)
    select ${person}, ${kind}, key, value from json_each_text(${JSON.stringify(columns)}::json)
    on conflict (person, kind, header) do update set field = excluded.field`)
