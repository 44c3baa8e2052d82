// What was typed at filing is not typed again: the roster's party members become the organization's list. (D1)
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { recordAll } from '../../../platform/events.ts'
import { type Handover, takeMembers, takeRosters } from './handover-store.ts'

/** For whoever has just decided the applications; asks for no action of its own, and shows no name. */
export async function takeOverRosters(ctx: Context, handovers: readonly Handover[], on: Day): Promise<void> {
  const listed = await takeMembers(ctx, handovers, on)
  await takeRosters(ctx, handovers, on)
  await recordAll(
    ctx,
    listed.map((subject) => ({
      action: 'party.takeOverRoster',
      subjectKind: 'party',
      subject,
      effectiveOn: on,
    })),
  )
}
