// The SQL that only the certificates of the demo world need.
import type { Day } from '../kernel/time.ts'
import { type Db, type Sql, sql } from '../platform/db.ts'

/** Those that were filed on a known day and go on. */
export const filedOrganizations = (db: Db): Promise<{ id: string; filedOn: Day }[]> =>
  db.rows(sql`
    select id, filed_on as "filedOn" from organization
    where tier = 'filed' and status <> 'ended' and filed_on is not null order by filed_on, name, id`)

/** Cancels one in two hundred of those that hold. */
export const cancelSome = (db: Db, on: Day): Promise<number> =>
  db.run(sql`
    update certificate set status = 'cancelled', ended_on = ${on}, reason = '登记地址有误，核实后重新核发'
    where id in (${every(200)})`)

/** Ends one in a hundred of those that hold, to be issued anew; gives which. */
export const replaceableAmong = (db: Db, on: Day): Promise<{ id: string; organization: string }[]> =>
  db.rows(sql`
    update certificate set status = 'replaced', ended_on = ${on}, reason = '原证书遗失'
    where id in (${every(100)}) returning id, organization`)

/** Some that were issued a year ago or earlier were issued for one year: they expire about now. */
export const shortenSome = (db: Db, today: Day): Promise<number> =>
  db.run(sql`
    update certificate c set valid_until = due.on, renew_from = due.on - 30
    from (select id, ${today}::date + (row_number() over (order by number) * 7 % 45)::int - 15 as on
      from certificate where status = 'valid' and issued_on < ${today}::date - 365 and id in (${every(8)})) due
    where c.id = due.id`)

/** One in so many of the certificates that hold. */
const every = (count: number): Sql => sql`select id from (
  select id, row_number() over (order by number) as place from certificate where status = 'valid') c
  where place % ${count} = 7`
