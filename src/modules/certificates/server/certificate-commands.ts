// What can be done with a certificate: renew, reissue, cancel, ask for a renewal.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import type { Certificate } from '../certificate.ts'
import {
  type CertificateStep,
  certificateSteps,
  whyNotDay,
  whyNotReplace,
  whyNotStep,
} from '../certificate-rules.ts'
import {
  certificateSubject,
  endCertificate,
  heldBy,
  lockCertificate,
  noteAsked,
  oneCertificate,
  organizationOf,
} from './certificate-store.ts'
import { type Issue, issueOne, lockRecipient } from './issue.ts'
import type { Recipient } from './issue-store.ts'

/** Issues the next certificate when one expires or has expired. */
export const renewCertificate = (ctx: Context, id: string, { on }: { on: Day }): Promise<Certificate> =>
  replace(ctx, id, 'renew', { on, reason: '到期换发' })

/** Issues another one in place of one that was lost or damaged, or whose words have changed. */
export const reissueCertificate = (
  ctx: Context,
  id: string,
  ending: { on: Day; reason: string },
): Promise<Certificate> => replace(ctx, id, 'reissue', ending)

async function replace(
  ctx: Context,
  id: string,
  step: 'renew' | 'reissue',
  ending: { on: Day; reason: string },
): Promise<Certificate> {
  await authorize(ctx, 'certificate.issue', certificateSubject(id))
  const { recipient } = await lockFor(ctx, id, step, ending.on)
  refuseIf(whyNotReplace(recipient, ending.on, ctx.today))
  await end(ctx, id, step, ending)
  const issue: Issue = { recipient, replaces: id }
  const issued = await issueOne(ctx, issue, ending.on, step, ending.reason)
  return shown(ctx, issued.id)
}

export async function cancelCertificate(
  ctx: Context,
  id: string,
  ending: { on: Day; reason: string },
): Promise<Certificate> {
  await authorize(ctx, 'certificate.cancel', certificateSubject(id))
  const { recipient, certificate } = await lockFor(ctx, id, 'cancel', ending.on)
  await end(ctx, id, 'cancel', ending)
  await tell(ctx, 'certificate.cancel', recipient, { ...ending, number: certificate.number })
  return shown(ctx, id)
}

/**
 * Cancels the certificate that an organization holds, if it holds one, because of something that another module has
 * authorized and decided: its end, a merger, its registration. Gives the number, or null.
 */
export async function endCertificateOf(
  ctx: Context,
  organization: string,
  { on, reason }: { on: Day; reason: string },
): Promise<string | null> {
  const recipient = await lockRecipient(ctx, organization)
  const held = await heldBy(ctx.db, organization)
  if (!held) return null
  await end(ctx, held.id, 'cancel', { on, reason })
  await tell(ctx, 'certificate.cancel', recipient, { on, reason, number: held.number })
  return held.number
}

/** The leader, or somebody in the leader's stead, asks for the next one. */
export async function askRenewal(ctx: Context, id: string): Promise<Certificate> {
  await authorize(ctx, 'certificate.ask', certificateSubject(id))
  const { recipient, certificate } = await lockFor(ctx, id, 'ask', null)
  if ((await noteAsked(ctx.db, id, ctx.today)) !== 1) throw movedOn
  await tell(ctx, 'certificate.ask', recipient, { on: ctx.today, reason: null, number: certificate.number })
  return shown(ctx, id)
}

/** The organization and its certificate, both locked, if the step can be taken. */
async function lockFor(ctx: Context, id: string, step: CertificateStep, on: Day | null) {
  const recipient = await lockRecipient(ctx, await organizationOf(ctx.db, id))
  const certificate = await lockCertificate(ctx, id)
  if (!certificate) throw notFound('证书')
  refuseIf(whyNotStep(step, certificate, ctx.today))
  if (on) refuseIf(whyNotDay(on, certificate.issuedOn, ctx.today))
  return { recipient, certificate }
}

/** The one statement that a certificate ends by; it says what it leaves. */
async function end(
  ctx: Context,
  id: string,
  step: 'renew' | 'reissue' | 'cancel',
  ending: { on: Day; reason: string },
): Promise<void> {
  if ((await endCertificate(ctx.db, id, certificateSteps[step].to, ending)) !== 1) throw movedOn
}

const movedOn = new Problem(409, {
  code: 'certificate.changedMeanwhile',
  message: '这张证书刚被别人办理过。',
  mend: '请刷新页面看它现在的状态。',
})

const tell = (
  ctx: Context,
  action: string,
  { id, area }: Recipient,
  { on, reason, number }: { on: Day; reason: string | null; number: string },
): Promise<void> =>
  record(ctx, {
    action,
    subjectKind: 'organization',
    subject: id,
    area,
    effectiveOn: on,
    reason,
    changes: [{ field: 'certificate', from: number, to: action === 'certificate.ask' ? number : null }],
  })

async function shown(ctx: Context, id: string): Promise<Certificate> {
  const certificate = await oneCertificate(ctx, id)
  if (!certificate) throw notFound('证书')
  return certificate
}
