// What every table, column and constraint keeps to, as questions to the live catalogue that answer with the offenders.
import { areaLevels } from '../../../src/modules/areas/area.ts'
import { type Sql, sql } from '../../../src/platform/db.ts'

const tables = sql`(select oid, relname from pg_class
  where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace)`

export const columns = sql`(select t.relname, t.relname || '.' || a.attname as name, a.attname, a.attnum, a.attnotnull,
    t.oid as relid, format_type(a.atttypid, a.atttypmod) as type
  from ${tables} t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped)`

export const constraints = sql`(select t.relname, k.* from ${tables} t
  join pg_constraint k on k.conrelid = t.oid and k.contype <> 'n')`

export type Convention = {
  /** Completes "Every …". */
  title: string
  /** Names the offenders. */
  offenders: Sql
  /** Each with its reason; the list may only shrink. */
  exceptions?: readonly string[]
}

const types = ['bigint', 'boolean', 'bytea', 'date', 'integer', 'integer[]', 'jsonb', 'text', 'uuid']
const lineage = 'province bigint known, city bigint, county bigint, township bigint, community bigint'
const choices = [
  'category',
  'tier',
  'legal_form',
  'status',
  'party_presence',
  'role',
  'level',
  'kind',
  'outcome',
]

export const conventions: readonly Convention[] = [
  {
    title: 'table has a primary key',
    offenders: sql`select relname as name from ${tables} t
      where not exists (select 1 from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')`,
  },
  {
    title: 'table is named in the singular, in lower case',
    offenders: sql`select relname as name from ${tables} t where relname !~ '^[a-z]+(_[a-z]+)*$' or relname ~ '[^s]s$'`,
    exceptions: ['census'], // One of them is called so.
  },
  {
    title: 'table with a lineage has all five levels, the province known and the others as far as it goes',
    offenders: sql`select relname as name from ${columns} c where attname = any(${[...areaLevels]}::text[])
      group by relname having string_agg(attname || ' ' || type || case when attnotnull then ' known' else '' end, ', '
        order by array_position(${[...areaLevels]}::text[], attname::text)) <> ${lineage}`,
  },
  {
    title: 'moment knows its time zone',
    offenders: sql`select name from ${columns} c where type like 'time%' and type <> 'timestamp with time zone'`,
  },
  {
    title: 'column is of a type that we use',
    offenders: sql`select name from ${columns} c where type <> all(${[...types, 'timestamp with time zone']}::text[])`,
  },
  {
    title: 'yes or no is known, where “unknown” is no lawful answer',
    offenders: sql`select name from ${columns} c where type = 'boolean' and not attnotnull`,
    // 不详 is an answer: a township's table does not say.
    exceptions: ['organization', 'organization_period', 'baseline_entry'].flatMap((table) =>
      ['charter', 'leader_in_party'].map((column) => `${table}.${column}`),
    ),
  },
  {
    title: 'column named like a table refers to it',
    offenders: sql`select name from ${columns} c
      where exists (select 1 from ${tables} t where t.relname = c.attname) and not exists (
        select 1 from pg_constraint k where k.conrelid = c.relid and k.contype = 'f' and c.attnum = any(k.conkey))`,
    exceptions: [
      'baseline_entry.organization', // Frozen: it stays when the organization is taken back.
      'event.area', // What happened stays told when its things are gone.
      'event.person',
      'import_row.area', // A preview; the import itself is tied to its area.
    ],
  },
  {
    title: 'constraint bears the name of its table and no name that PostgreSQL made up',
    offenders: sql`select conname as name from ${constraints} k where not starts_with(conname, relname || '_')
      or (contype not in ('p', 'f') and conname ~ '_(check|key|excl)\\d*$')`,
  },
  {
    title: 'constraint is in force',
    offenders: sql`select conname as name from ${constraints} k where not convalidated`,
  },
  {
    title: 'reference to a table has an index for the way back',
    offenders: sql`select conname as name from ${constraints} k where contype = 'f' and not exists (
      select 1 from pg_index i where i.indrelid = k.conrelid and i.indpred is null
        and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`,
    exceptions: [
      'organization_period_area_fkey', // The index holds periods in force; areas are never deleted.
      'pack_loaded_by_fkey', // A handful of packs.
      'programme_pack_fkey', // A handful of programmes.
    ],
  },
  {
    title: 'closed choice is checked wherever it is stored',
    offenders: sql`select name from ${columns} c where attname = any(${choices}::text[]) and not exists (
      select 1 from pg_constraint k where k.conrelid = c.relid and k.contype = 'c' and c.attnum = any(k.conkey)
        and pg_get_constraintdef(k.oid) ~ '= ANY')`,
    exceptions: [
      'area.kind', // Follows from the code, which nobody types.
      ...['organization_period', 'baseline_entry'].flatMap((table) =>
        ['category', 'legal_form', 'party_presence', 'tier'].map((column) => `${table}.${column}`),
      ), // Copied.
    ],
  },
]

/** A table that offends against every one of them. */
export const offensive = sql`create table offences (city bigint, area bigint, person bigint references person_number,
  at timestamp, price money, done boolean, kind text, constraint offences_check check (price > 0::money) not enforced)`
