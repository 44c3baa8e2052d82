// Issuing a certificate for the first time: to one organization, or to many with a result per row.
import { refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { authorize } from '../../../platform/policy.ts'
import { organizationSubject } from '../../organizations/server/index.ts'
import { whyNotIssue } from '../certificate-rules.ts'
import { type Issued, issueAll, issueOne, lockRecipient, rulesOf, whyNotHere } from './issue.ts'
import { allowedAmong, lockRecipients, type Recipient } from './issue-store.ts'

/**
 * Issues a certificate to a filed organization that holds none; gives its id and number. For other modules too: the
 * organization must be a filed one by now, and the person be allowed `certificate.issue` on it.
 */
export async function issueCertificate(
  ctx: Context,
  { organization, on }: { organization: string; on: Day },
): Promise<Issued> {
  await authorize(ctx, 'certificate.issue', organizationSubject(organization))
  const recipient = await lockRecipient(ctx, organization)
  refuseIf(whyNotIssue(recipient, on, ctx.today))
  return issueOne(ctx, { recipient, replaces: null }, on)
}

type RowResult = {
  id: string
  name: string
  ok: boolean
  message: string
  certificate: { id: string; number: string } | null
}

/** The same for many: one that cannot be issued is named, the others are. */
export async function issueMany(ctx: Context, ids: readonly string[], on: Day): Promise<RowResult[]> {
  const allowed = await allowedAmong(ctx, 'certificate.issue', ids)
  const recipients = await lockRecipients(ctx.db, allowed)
  const refusals = await refusalsOf(ctx, recipients, on)
  const issues = recipients
    .filter(({ id }) => !refusals.has(id))
    .map((recipient) => ({ recipient, replaces: null }))
  const issued = new Map((await issueAll(ctx, issues, on)).map((one) => [one.organization, one]))
  const names = new Map(recipients.map(({ id, name }) => [id, name]))
  return [...new Set(ids)].map((id) => resultOf(id, names.get(id), issued.get(id), refusals.get(id)))
}

/** By organization; those that nothing speaks against are not in it. */
async function refusalsOf(
  ctx: Context,
  recipients: readonly Recipient[],
  on: Day,
): Promise<ReadonlyMap<string, string>> {
  const rules = await rulesOf(
    ctx,
    recipients.map((recipient) => ({ recipient })),
  )
  const found = new Map<string, string>()
  for (const recipient of recipients) {
    const problem = whyNotIssue(recipient, on, ctx.today) ?? whyNotHere(ctx, rules, recipient)
    if (problem) found.set(recipient.id, problem.message)
  }
  return found
}

function resultOf(
  id: string,
  name: string | undefined,
  issued: Issued | undefined,
  refusal: string | undefined,
): RowResult {
  const certificate = issued ? { id: issued.id, number: issued.number } : null
  const message = certificate?.number ?? refusal ?? '没有找到，或不在您的管理范围内'
  return { id, name: name ?? '', ok: certificate !== null, message, certificate }
}
