// What can be done about subsidies: grant one, take an unpaid one back, record payments.

import { yuanText } from '../../../kernel/money.ts'
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { recordAll } from '../../../platform/events.ts'
import { notFound } from '../../../platform/policy.ts'
import type { IncubationView, SubsidyDraft } from '../incubation.ts'
import { grantedAlready, whyNotGrant, whyNotGrantNow } from '../incubation-rules.ts'
import { whyNotDay } from '../platform-rules.ts'
import { atDesk, knownIncubation, told } from './incubation-commands.ts'
import { insertSubsidy, lockPayable, oneSubsidy, paySubsidies, revokeSubsidy } from './subsidy-store.ts'

export async function grant(ctx: Context, id: string, draft: SubsidyDraft): Promise<IncubationView> {
  const row = await atDesk(ctx, id, 'incubation.subsidize')
  refuseIf(whyNotGrantNow(row.status) ?? whyNotGrant(row, draft.decidedOn, ctx.today))
  await insertSubsidy(ctx, id, draft).catch(explain)
  await told(ctx, 'incubation.grant', row, {
    on: draft.decidedOn,
    reason: draft.basis,
    changes: [sum(draft)],
  })
  return knownIncubation(ctx, id)
}

export async function revoke(ctx: Context, id: string, reason: string): Promise<IncubationView> {
  const subsidy = await oneSubsidy(ctx.db, id)
  if (!subsidy) throw notFound('补贴')
  const row = await atDesk(ctx, subsidy.incubation, 'incubation.subsidize', '补贴')
  if ((await revokeSubsidy(ctx, id, reason)) !== 1) throw notOpen(1)
  await told(ctx, 'incubation.revoke', row, { reason, changes: [sum(subsidy)] })
  return knownIncubation(ctx, subsidy.incubation)
}

/** All or none: a list that holds one which is paid already is stale. */
export async function pay(
  ctx: Context,
  { ids, on }: { ids: readonly string[]; on: Day },
): Promise<{ paid: number }> {
  const rows = await lockPayable(ctx, ids)
  if (rows.length < new Set(ids).size) throw notFound('补贴')
  const stale = rows.filter(({ open }) => !open).length
  if (stale > 0) throw notOpen(stale)
  refuseIf(whyNotDay(on, ctx.today, 'on'))
  const early = rows.find(({ decidedOn }) => on < decidedOn)
  if (early) throw beforeDecided(early.decidedOn)
  const paid = await paySubsidies(ctx, ids, on)
  await recordAll(
    ctx,
    rows.map((row) => ({
      ...{
        action: 'incubation.pay',
        subjectKind: 'organization',
        subject: row.organization,
        effectiveOn: on,
      },
      changes: [{ field: 'incubator', from: null, to: row.platformName }, sum(row)],
    })),
  )
  return { paid }
}

const sum = ({ amount }: { amount: number }) => ({
  field: 'amount',
  from: null,
  to: `${yuanText(amount)} 元`,
})

const notOpen = (count: number): Problem =>
  new Problem(409, {
    code: 'incubation.notUnpaid',
    message: count > 1 ? `其中 ${count} 笔已经拨付或取消。` : '这笔补贴已经拨付或取消。',
    mend: '请刷新页面，重新选择。',
  })

function beforeDecided(decidedOn: Day): Problem {
  const message = `拨付日期早于决定日期（${decidedOn}）。`
  return new Problem(422, {
    ...{ code: 'incubation.paidTooEarly', message, mend: '请填写决定以后的日期。' },
    faults: [{ at: 'on', message }],
  })
}

function explain(error: unknown): never {
  if (brokenConstraint(error) === 'incubation_subsidy_once') throw grantedAlready
  throw error
}
