// Gives certificates their numbers, words and days, and writes them: the one place where a certificate comes from.
import { type Problem, refuseIf } from '../../../kernel/problem.ts'
import { type Day, yearOf } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { recordAll } from '../../../platform/events.ts'
import { notFound } from '../../../platform/policy.ts'
import { unguessable } from '../../../platform/public-answer.ts'
import { numbering, readNumberTemplate } from '../../rules/keys/number-template.ts'
import type { Rules } from '../../rules/rule-keys.ts'
import { rulesFor } from '../../rules/server/index.ts'
import { categoryCode } from '../certificate.ts'
import { validity, whyNotIssuer } from '../certificate-rules.ts'
import { bodyOf } from '../issuing-body.ts'
import {
  type CertificateRow,
  insertCertificates,
  lockRecipients,
  type Recipient,
  takeSerials,
} from './issue-store.ts'

/** Whom, and the certificate in whose place. */
export type Issue = { recipient: Recipient; replaces: string | null }
export type Issued = { id: string; organization: string; number: string }

/**
 * Issues certificates that nothing else speaks against any more; the recipients are locked. Takes the numbers of each
 * series in the order of the recipients. Refuses where the rule lets only the county issue.
 */
export async function issueAll(
  ctx: Context,
  issues: readonly Issue[],
  on: Day,
  step: 'issue' | 'renew' | 'reissue' = 'issue',
  reason: string | null = null,
): Promise<Issued[]> {
  const rules = await rulesOf(ctx, issues)
  for (const { recipient } of issues) refuseIf(whyNotHere(ctx, rules, recipient))
  const issued = await writeCertificates(ctx, issues, on, rules)
  await recordAll(
    ctx,
    issued.map(({ organization, number }, at) => ({
      action: `certificate.${step}`,
      subjectKind: 'organization',
      subject: organization,
      area: issues[at]?.recipient.area ?? null,
      effectiveOn: on,
      reason,
      changes: [{ field: 'certificate', from: null, to: number }],
    })),
  )
  return issued
}

export async function issueOne(
  ctx: Context,
  issue: Issue,
  on: Day,
  step: 'issue' | 'renew' | 'reissue' = 'issue',
  reason: string | null = null,
): Promise<Issued> {
  const [issued] = await issueAll(ctx, [issue], on, step, reason)
  if (!issued) throw new Error('nothing was issued')
  return issued
}

/** One organization, locked; 404 when there is none. */
export async function lockRecipient(ctx: Context, organization: string | null): Promise<Recipient> {
  const [recipient] = await lockRecipients(ctx.db, organization ? [organization] : [])
  if (!recipient) throw notFound('组织')
  return recipient
}

/** Writes them and nothing else: for those who have decided and told it already, and for made-up worlds. */
export async function writeCertificates(
  ctx: Context,
  issues: readonly Issue[],
  on: Day,
  rules: ReadonlyMap<string, Rules>,
): Promise<Issued[]> {
  if (issues.length === 0) return []
  const drafts = issues.map((issue) => draftOf(ctx, issue, rulesAt(rules, issue.recipient), on))
  const rows = await withNumbers(ctx, drafts)
  await insertCertificates(ctx, rows)
  return rows.map(({ id, organization, number }) => ({ id, organization, number }))
}

/** Why this person cannot issue to a recipient by the rules of its place, or null. */
export const whyNotHere = (
  ctx: Context,
  rules: ReadonlyMap<string, Rules>,
  recipient: Recipient,
): Problem | null =>
  whyNotIssuer(
    rulesAt(rules, recipient)['certificate.issuer'],
    ctx.who.postings.map(({ role }) => role),
  )

/** By place: the rules of a thousand organizations of one township are asked for once. */
export async function rulesOf(
  ctx: Context,
  issues: readonly Pick<Issue, 'recipient'>[],
): Promise<ReadonlyMap<string, Rules>> {
  const places = new Set(issues.map(({ recipient }) => recipient.rulesArea))
  const found = new Map<string, Rules>()
  for (const place of places) found.set(place, await rulesFor(ctx.db, place))
  return found
}

function rulesAt(rules: ReadonlyMap<string, Rules>, { rulesArea }: Recipient): Rules {
  const found = rules.get(rulesArea)
  if (!found) throw new Error(`no rules for ${rulesArea}`)
  return found
}

type Draft = Omit<CertificateRow, 'number' | 'serial'> & { numberOf: (serial: number) => string }

function draftOf(ctx: Context, { recipient, replaces }: Issue, rules: Rules, on: Day): Draft {
  const { area, category, name, place, leader, scope, demo } = recipient
  const read = readNumberTemplate(rules['certificate.number'])
  if ('fault' in read) throw new Error(`the rule certificate.number of ${recipient.rulesArea}: ${read.fault}`)
  const { series, number } = numbering(read.parts, {
    area,
    category: categoryCode(category),
    year: yearOf(on),
  })
  const { validUntil, renewFrom } = validity(
    on,
    rules['certificate.validYears'],
    rules['certificate.renewWithin'],
  )
  return {
    ...{ id: ctx.newId(), organization: recipient.id, series, numberOf: number, code: unguessable(), demo },
    ...{ title: rules['certificate.title'], name, place, scope },
    leader: rules['certificate.leader'] ? leader : null,
    body: issuerOf(recipient, rules),
    ...{ issued_on: on, valid_until: validUntil, renew_from: renewFrom, replaces },
  }
}

function issuerOf({ township, county, place }: Recipient, rules: Rules): string {
  const office = rules['certificate.issuer'] === 'township' ? (township ?? county) : (county ?? township)
  return office ? bodyOf(office, rules['certificate.bodies']) : place
}

async function withNumbers(ctx: Context, drafts: readonly Draft[]): Promise<CertificateRow[]> {
  const counts = new Map<string, number>()
  for (const { series } of drafts) counts.set(series, (counts.get(series) ?? 0) + 1)
  const lasts = await takeSerials(ctx.db, counts)
  const next = new Map([...counts].map(([series, count]) => [series, (lasts.get(series) ?? count) - count]))
  return drafts.map(({ numberOf, ...draft }) => {
    const serial = (next.get(draft.series) ?? 0) + 1
    next.set(draft.series, serial)
    return { ...draft, serial, number: numberOf(serial) }
  })
}
