// Describes the live catalogue of a database as stable text: what db/schema.sql holds, since no pg_dump is shipped.
import { type Db, sql } from '../src/platform/db.ts'

/** Tables with columns and constraints, indexes, functions and triggers, each in the order of its name. */
export async function schemaText(db: Db): Promise<string> {
  const parts = await Promise.all([extensions(db), tables(db), indexes(db), functions(db), triggers(db)])
  return `${[head, ...parts.filter((part) => part !== '')].join('\n\n')}\n`
}

const head = `-- The schema after all migrations, for reading and for comparing. Written by bin/dump-schema.ts; change migrations instead.`

/** Those that we ask for; plpgsql is always there. */
async function extensions(db: Db): Promise<string> {
  const found = await db.rows<{ name: string }>(
    sql`select extname as name from pg_extension where extname <> 'plpgsql' order by extname`,
  )
  return found.map(({ name }) => `create extension ${name};`).join('\n')
}

async function tables(db: Db): Promise<string> {
  const found = await db.rows<{ name: string; columns: string[]; constraints: string[] }>(sql`
    select c.relname as name,
      (select array_agg(concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod),
          case when a.attnotnull then 'not null' end, 'default ' || pg_get_expr(d.adbin, d.adrelid)) order by a.attnum)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select coalesce(array_agg('constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
          order by array_position('{p,u,x,c,f}'::text[], k.contype::text), k.conname), '{}')
        from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n') as constraints
    from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by c.relname`)
  return found.map(tableText).join('\n\n')
}

const tableText = (table: { name: string; columns: string[]; constraints: string[] }): string =>
  `create table ${table.name} (\n${[...table.columns, ...table.constraints].map((line) => `  ${line}`).join(',\n')}\n);`

/** Those that no constraint makes by itself. */
async function indexes(db: Db): Promise<string> {
  const found = await db.rows<{ text: string }>(sql`
    select pg_get_indexdef(i.indexrelid) as text
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = 'public'::regnamespace
      and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
    order by c.relname`)
  return found.map(({ text }) => `${text};`).join('\n')
}

/** Ours, not those of extensions. */
async function functions(db: Db): Promise<string> {
  const found = await db.rows<{ text: string }>(sql`
    select pg_get_functiondef(p.oid) as text from pg_proc p
    where p.pronamespace = 'public'::regnamespace
      and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by p.oid::regprocedure::text`)
  return found.map(({ text }) => `${text.trimEnd()};`).join('\n\n')
}

async function triggers(db: Db): Promise<string> {
  const found = await db.rows<{ text: string }>(sql`
    select pg_get_triggerdef(t.oid) as text from pg_trigger t where not t.tgisinternal
    order by t.tgrelid::regclass::text, t.tgname`)
  return found.map(({ text }) => `${text};`).join('\n')
}
