// Social workers of the demo world, and the rewards that they have claimed by the rules of the place.
import { rulesFor } from '../modules/rules/server/index.ts'
import type { Context } from '../platform/context.ts'
import { addRewards, addWorkers } from './workers-store.ts'

export async function addSocialWorkers(ctx: Context, area: string): Promise<void> {
  await addWorkers(ctx)
  await addRewards(ctx, (await rulesFor(ctx.db, area))['workers.rewards'])
}
