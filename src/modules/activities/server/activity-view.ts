// One activity as a reader sees it: what is stored, and what the rules of its place make of it today.
import { dayIn, minuteOf } from '../../../kernel/minute.ts'
import type { Problem } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/policy.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { Activity } from '../activity.ts'
import { type Standing, whyNot, whyNotEdit } from '../activity-rules.ts'
import type { Assessment } from '../major-event.ts'
import { assess, whyNotReport } from '../major-event-rules.ts'
import { type ActivityRow, oneActivity } from './activity-store.ts'

/** 404 for one that does not exist or may not be seen. */
export async function knownActivity(ctx: Context, id: string): Promise<ActivityRow> {
  const row = await oneActivity(ctx, id)
  if (!row) throw notFound('活动')
  return row
}

export async function showActivity(ctx: Context, id: string): Promise<Activity> {
  const row = await knownActivity(ctx, id)
  const assessment = await assessRow(ctx, row)
  const { report, permitNumber, permitOn, decidedOn: _, ...shown } = row
  return {
    ...shown,
    partners: row.partnerNames.map((partner) => partner.id),
    majorEvent: { ...assessment, report, permitNumber, permitOn },
    whyNot: whyNots(ctx, row, assessment),
  }
}

/** By the rules of today: they tell on the page what the dues stored with the plan say to the queues. */
export async function assessRow(ctx: Context, row: ActivityRow): Promise<Assessment> {
  return assess({ ...row, day: dayIn(row.from) }, await rulesFor(ctx.db, row.area))
}

export const standingOf = ({ status, from, to, report }: ActivityRow): Standing => ({
  ...{ status, from, to },
  report: report?.status ?? null,
})

function whyNots(ctx: Context, row: ActivityRow, { reasons }: Assessment): Activity['whyNot'] {
  const now = minuteOf(ctx.now)
  const standing = standingOf(row)
  const words = (problem: Problem | null) => problem?.body.message ?? null
  return {
    edit: words(whyNotEdit(row)),
    publish: words(whyNot('publish', standing, now)),
    hold: words(whyNot('hold', standing, now)),
    conclude: words(whyNot('conclude', standing, now)),
    cancel: words(whyNot('cancel', standing, now)),
    report: words(whyNotReport(row, reasons.length > 0, row.report)),
  }
}
