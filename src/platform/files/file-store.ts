// The SQL of kept files.
import type { FileKind, FileView } from '../../kernel/file-kind.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Context } from '../context.ts'
import { type Db, join, raw, sql } from '../db.ts'

export type StoredFile = FileView & { sha256: string; keptAt: Instant }

/** Content that is there already is not written again. */
export async function insertFile(ctx: Context, file: StoredFile, bytes: Uint8Array): Promise<void> {
  await ctx.db.run(sql`
    insert into file_content (sha256, byte_size, bytes) values (${file.sha256}, ${file.byteSize}, ${bytes})
    on conflict (sha256) do nothing`)
  await ctx.db.run(sql`
    insert into stored_file (id, sha256, kind, file_name, kept_at, kept_by)
    values (${file.id}, ${file.sha256}, ${file.kind}, ${file.fileName}, ${file.keptAt}, ${ctx.who.id})`)
}

/** JSON of a kept file for answers: `alias` is a relation of `stored_file` rows. In the shape of `FileView`. */
export const fileView = (alias: string) => sql`json_build_object('id', ${raw(`${alias}.id`)},
  'fileName', ${raw(`${alias}.file_name`)}, 'kind', ${raw(`${alias}.kind`)}, 'byteSize',
  (select c.byte_size from file_content c where c.sha256 = ${raw(`${alias}.sha256`)}))`

export const fileWithBytes = (
  db: Db,
  id: string,
): Promise<{ fileName: string; kind: FileKind; bytes: Buffer } | null> =>
  db.maybe(sql`
    select f.file_name as "fileName", f.kind, c.bytes from stored_file f join file_content c using (sha256)
    where f.id = ${id}`)

/** Drops files kept before a moment that nothing refers to, and contents that no file has. Returns how many files. */
export async function deleteOrphans(db: Db, before: Instant): Promise<number> {
  const links = await linksToFiles(db)
  const unlinked = links.map(
    ({ place, column }) => sql`not exists (select 1 from ${raw(place)} l where l.${raw(column)} = f.id)`,
  )
  const dropped = await db.run(sql`
    delete from stored_file f where ${join([sql`f.kept_at < ${before}::timestamptz`, ...unlinked], ' and ')}`)
  await db.run(sql`
    delete from file_content c where not exists (select 1 from stored_file f where f.sha256 = c.sha256)`)
  return dropped
}

/** Every column that refers to a kept file, from the catalogue: no module needs to say where it links. */
const linksToFiles = (db: Db): Promise<{ place: string; column: string }[]> =>
  db.rows(sql`
    select k.conrelid::regclass::text as place, quote_ident(a.attname) as column from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = 'stored_file'::regclass`)
