// What the demo world knows for the three tiers: of some groups their founders and money, and what was decided so far.
import { keepMost, makeUpStandings } from '../modules/organizations/server/index.ts'
import type { Context } from '../platform/context.ts'

/** A few hints stay open, so that an officer finds something to decide. */
export async function addTiers(ctx: Context): Promise<void> {
  await makeUpStandings(ctx, 6)
  await keepMost(ctx, { reason: '成员多为临时参加，暂不改变管理方式', butOneIn: 60 })
}
