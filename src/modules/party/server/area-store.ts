// The SQL of areas: one as the thing of a survey, and what lies within one.
import type { Context } from '../../../platform/context.ts'
import { type Sql, sql } from '../../../platform/db.ts'
import type { Subject } from '../../../platform/policy.ts'
import { withinArea } from '../../areas/server/index.ts'

export const surveySubject = (code: string): Subject => ({
  from: sql`area a where a.code = ${code}`,
  alias: 'a',
  see: 'party.survey',
  called: '区划',
})

/** Rows of `alias` within an area; all of them when none is named. */
export const insideOf = async (ctx: Context, area: string | undefined, alias: string): Promise<Sql> =>
  area ? withinArea(ctx.db, area, alias) : sql`true`
