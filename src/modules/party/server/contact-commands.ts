// Regular contact of a community's party organization with an organization. (CQ (十七), TC 落实党建责任)
import type { z } from 'zod'
import { refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { authorize } from '../../../platform/policy.ts'
import type { arrangementApi, PartyOfOrganization } from '../arrangement-api.ts'
import { whyNotFrom } from '../branch-rules.ts'
import { organizationSubject } from './arrangement-store.ts'
import { partyOf } from './arrangement-view.ts'
import { insertContact } from './contact-store.ts'

export type ContactDraft = z.output<typeof arrangementApi.contact.body>

export async function addContact(
  ctx: Context,
  id: string,
  draft: ContactDraft,
): Promise<PartyOfOrganization> {
  await authorize(ctx, 'party.record', organizationSubject(id))
  refuseIf(whyNotFrom(draft.on, ctx.today, 'on'))
  await insertContact(ctx, id, draft)
  await record(ctx, {
    action: 'party.contact',
    subjectKind: 'party',
    subject: id,
    effectiveOn: draft.on,
  })
  return partyOf(ctx, id)
}
