// What a volunteer with an account sees of the own service, and records of it.
import { refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/policy.ts'
import type { ServiceDraft } from '../service.ts'
import type { Mine } from '../service-api.ts'
import { ownEntries } from './entry-store.ts'
import { ownSums, ownTeams, teamOfOwn } from './own-store.ts'
import { recordFor } from './record-commands.ts'
import { object } from './service-commands.ts'

const mostShown = 200

export async function mine(ctx: Context): Promise<Mine> {
  const sums = await ownSums(ctx)
  const teams = await ownTeams(ctx)
  return { ...sums, teams, entries: await ownEntries(ctx, mostShown) }
}

/** Waits for the organizer's confirmation. */
export async function recordOwn(
  ctx: Context,
  { member, ...draft }: ServiceDraft & { member: string },
): Promise<Mine> {
  const team = await teamOfOwn(ctx, member)
  if (team === null) throw notFound('志愿服务队')
  const [result] = await recordFor(ctx, team, { ...draft, members: [member], confirm: false })
  refuseIf(result?.problem ?? null)
  return mine(ctx)
}

export async function objectToOwn(ctx: Context, id: string, words: string): Promise<Mine> {
  await object(ctx, id, words)
  return mine(ctx)
}
