// Reminder, talk and rectification as dated records: what comes before a removal. (CQ 十八, domain.md §3)
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { authorize } from '../../../platform/policy.ts'
import { organizationSubject } from '../../organizations/server/index.ts'
import { whyNotLiving } from '../change-rules.ts'
import type { Admonition, AdmonitionDraft } from '../exit.ts'
import { whyNotAdmonition, whyNotPast } from '../exit-rules.ts'
import { factsFor } from './change-store.ts'
import {
  admonitionSubject,
  insertAdmonition,
  organizationAdmonished,
  readAdmonitions,
  settleAdmonition,
} from './exit-store.ts'

export async function admonish(
  ctx: Context,
  organization: string,
  draft: AdmonitionDraft,
): Promise<Admonition> {
  await authorize(ctx, 'change.admonish', organizationSubject(organization))
  const { status } = await factsFor(ctx.db, organization)
  refuseIf(whyNotLiving({ status, leaving: false }) ?? whyNotAdmonition(draft, ctx.today))
  const id = ctx.newId()
  await insertAdmonition(ctx, id, organization, draft)
  await told(ctx, organization, `admonition.${draft.kind}`, draft)
  return one(ctx, id)
}

export async function settle(ctx: Context, id: string, done: { on: Day; said: string }): Promise<Admonition> {
  await authorize(ctx, 'change.admonish', admonitionSubject(id))
  refuseIf(whyNotPast('on', done.on, ctx.today))
  if ((await settleAdmonition(ctx, id, done)) !== 1) throw settledAlready
  await told(ctx, await organizationAdmonished(ctx.db, id), 'admonition.settle', done)
  return one(ctx, id)
}

async function one(ctx: Context, id: string): Promise<Admonition> {
  const [found] = await readAdmonitions(ctx.db, { admonition: id })
  if (!found) throw settledAlready
  return found
}

const settledAlready = new Problem(409, {
  code: 'admonition.settled',
  message: '这一条已有结果，或者结果的日期早于发出的日期。',
  mend: '请刷新页面，核对日期。',
})

const told = (ctx: Context, organization: string, action: string, { on, said }: { on: Day; said: string }) =>
  record(ctx, { action, subjectKind: 'organization', subject: organization, effectiveOn: on, reason: said })
