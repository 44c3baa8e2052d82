// The certificates of one organization, and whether it can be issued one: the section on its page.
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { rulesFor } from '../../rules/server/index.ts'
import { whyNotIssue, whyNotIssuer } from '../certificate-rules.ts'
import type { certificatesApi } from '../certificates-api.ts'
import { certificatesOf } from './certificate-store.ts'
import { allowedAmong, type Recipient, recipientOf } from './issue-store.ts'

type Section = z.infer<typeof certificatesApi.ofOrganization.returns>

export async function certificatesOfOrganization(ctx: Context, id: string): Promise<Section> {
  const [items, recipient, allowed] = await Promise.all([
    certificatesOf(ctx, id),
    recipientOf(ctx.db, id),
    allowedAmong(ctx, 'certificate.issue', [id]),
  ])
  const whyNot = recipient && (await whyNotNow(ctx, recipient))
  return { items, whyNotIssue: whyNot, mayIssue: allowed.length > 0 }
}

/** By the rules of the place and as the organization stands today. */
async function whyNotNow(ctx: Context, recipient: Recipient): Promise<string | null> {
  const rules = await rulesFor(ctx.db, recipient.rulesArea)
  const roles = ctx.who.postings.map(({ role }) => role)
  const problem =
    whyNotIssue(recipient, ctx.today, ctx.today) ?? whyNotIssuer(rules['certificate.issuer'], roles)
  return problem?.message ?? null
}
