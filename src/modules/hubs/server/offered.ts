// Which services the rules know at the place that a person looks at.
import type { Context } from '../../../platform/context.ts'
import { rulesFor } from '../../rules/server/index.ts'

/** Of the area looked at, else of the person's own. */
export async function offeredAt(ctx: Context, area: string | undefined): Promise<Record<string, string>> {
  const at = area ?? ctx.who.postings[0]?.area ?? ''
  return (await rulesFor(ctx.db, at))['hubs.services']
}
