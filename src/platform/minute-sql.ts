// Minutes by the clock in China, to and from the moments that the database keeps.
import type { Minute } from '../kernel/minute.ts'
import { raw, type Sql, sql } from './db.ts'

/** A moment as the clock in China shows it; `column` is SQL. */
export const minuteSql = (column: string): Sql =>
  sql`to_char(${raw(column)} at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI')`

/** The moment of a minute. */
export const instantSql = (minute: Minute | null): Sql =>
  sql`(${minute}::timestamp at time zone 'Asia/Shanghai')`

/** The day in China on which a moment falls; `column` is SQL. */
export const daySql = (column: string): Sql => sql`(${raw(column)} at time zone 'Asia/Shanghai')::date`
