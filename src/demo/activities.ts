// Makes up three years of activities, those of the coming weeks with people who signed up, and major events in every state.
import type { Context } from '../platform/context.ts'
import { addHeld, addMajorEvents, addServed, addSignUps, addUpcoming } from './activities-store.ts'
import type { Spots } from './demo-store.ts'

/** `series` are those of the programme's pack; a pack may have none. */
export async function addActivities(
  ctx: Context,
  { community, township }: Spots,
  series: readonly { id: string; title: string }[],
): Promise<void> {
  await addHeld(ctx, series)
  await addUpcoming(ctx, township, series)
  await addMajorEvents(ctx, { township, community })
  await addServed(ctx)
  await addSignUps(ctx, community)
}
