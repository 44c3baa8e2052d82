// The very statements that our routes run for a person, caught on their way, so that a bare route can run the same.

import { whoIs } from '../src/modules/people/server/people-store.ts'
import { type Context, contextFor } from '../src/platform/context.ts'
import type { Database, Db, Sql } from '../src/platform/db.ts'
import { sql } from '../src/platform/db.ts'
import { policy } from '../src/policy.ts'

/** A context as the walk of a request makes it for this account. */
export async function contextOf(database: Database, loginName: string): Promise<Context> {
  const { id } = await database.one<{ id: string }>(
    sql`select id from person where login_name = ${loginName}`,
  )
  const who = await whoIs(database, id)
  if (!who) throw new Error(`${loginName} may not sign in`)
  return contextFor(database, who, policy)
}

/** The last statement that some work asked of the database. */
export async function statementOf(ctx: Context, work: (ctx: Context) => Promise<unknown>): Promise<Sql> {
  let last: Sql | undefined
  const listen =
    <T>(ask: (statement: Sql) => Promise<T>) =>
    (statement: Sql) => {
      last = statement
      return ask(statement)
    }
  const { rows, maybe, one, run } = ctx.db
  const db = { rows: listen(rows), maybe: listen(maybe), one: listen(one), run: listen(run) } as Db
  await work({ ...ctx, db })
  if (!last) throw new Error('no statement was asked')
  return last
}

/** Its only row's `view`, which is text. */
export const oneAsText = ({ text, values }: Sql) => ({
  text: `select s.view as body from (${text}) s`,
  values,
})

/** All rows' `view` in one text: a page as our list answers with it. */
export const pageAsText = ({ text, values }: Sql) => ({
  text: `select '{"items":[' || string_agg(s.view, ',') || '],"next":null}' as body from (${text}) s`,
  values,
})
