// Social workers of the demo world, the trainings at which they were, and the rewards that they have claimed by the rules of the place.
import { rulesFor } from '../modules/rules/server/index.ts'
import type { Context } from '../platform/context.ts'
import { addRewards, addWorkers, nameAttendees } from './workers-store.ts'

export async function addSocialWorkers(ctx: Context, area: string): Promise<void> {
  await addWorkers(ctx)
  await nameAttendees(ctx)
  await addRewards(ctx, (await rulesFor(ctx.db, area))['workers.rewards'])
}
