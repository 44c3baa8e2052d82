// Reports of major events: sent in, answered, summarized; and the permit of public security.
import { dayIn, minuteOf } from '../../../kernel/minute.ts'
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import { dueOn } from '../../../kernel/working-days.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { authorize } from '../../../platform/policy.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { Activity } from '../activity.ts'
import type { AnswerDraft, Assessment, Recipient, ReportDraft, SummaryDraft } from '../major-event.ts'
import {
  assess,
  type EventFacts,
  whyNotAnswer,
  whyNotHere,
  whyNotPermit,
  whyNotReport,
  whyNotSummary,
} from '../major-event-rules.ts'
import { type ActivityRow, activitySubject, lockActivity } from './activity-store.ts'
import { knownActivity, showActivity } from './activity-view.ts'
import { answerReport, insertReport, setPermit, summarizeReport, withdrawReports } from './report-store.ts'

/** Of a plan that is not written down yet: the form asks while it is filled in. */
export async function assessPlan(
  ctx: Context,
  {
    area,
    from,
    ...facts
  }: Omit<EventFacts, 'day' | 'decidedOn'> & { area: string; from: ActivityRow['from'] },
): Promise<Assessment> {
  return assess({ ...facts, day: dayIn(from), decidedOn: ctx.today }, await rulesFor(ctx.db, area))
}

/** Late or not it is taken, and how late it came stays to be seen. A plan that has changed is reported anew. */
export async function reportEvent(ctx: Context, id: string, draft: ReportDraft): Promise<Activity> {
  const row = await toReport(ctx, id, 'majorEvent.report')
  const rules = await rulesFor(ctx.db, row.area)
  const { reasons, recipient, dueOn: due } = assess({ ...row, day: dayIn(row.from) }, rules)
  refuseIf(whyNotReport(row, reasons.length > 0, row.report))
  await withdrawReports(ctx.db, id)
  await insertReport(ctx, {
    ...{ id: ctx.newId(), activity: id, draft },
    recipient: recipient ?? rules['majorEvents.recipient'],
    dueOn: due ?? ctx.today,
    answerDue: dueOn(ctx.today, rules['majorEvents.answerWithin']),
    summaryDue: dueOn(dayIn(row.to), rules['majorEvents.summaryWithin']),
  })
  await told(ctx, 'majorEvent.report', row)
  return showActivity(ctx, id)
}

/** By the desk that it went to; of two answers at once one counts. */
export async function answerEvent(
  ctx: Context,
  id: string,
  recipient: Recipient,
  draft: AnswerDraft,
): Promise<Activity> {
  const row = await toReport(ctx, id, answering[recipient])
  refuseIf(whyNotAnswer(row.report) ?? whyNotHere(row.report, recipient))
  if (!row.report || (await answerReport(ctx, row.report.id, recipient, draft)) !== 1) throw movedOn
  await told(ctx, answering[recipient], row, draft.words)
  return showActivity(ctx, id)
}

const answering = { township: 'majorEvent.answer', county: 'majorEvent.answerInCounty' } as const

export async function summarizeEvent(ctx: Context, id: string, draft: SummaryDraft): Promise<Activity> {
  const row = await toReport(ctx, id, 'majorEvent.report')
  refuseIf(whyNotSummary({ ended: row.to <= minuteOf(ctx.now) }, row.report))
  if (!row.report || (await summarizeReport(ctx, row.report.id, draft)) !== 1) throw movedOn
  await told(ctx, 'majorEvent.summarize', row)
  return showActivity(ctx, id)
}

/** Our report does not replace the permit; its number is kept so that everybody sees that there is one. */
export async function recordPermit(
  ctx: Context,
  id: string,
  { number, on }: { number: string; on: Day },
): Promise<Activity> {
  const row = await toReport(ctx, id, 'majorEvent.report')
  refuseIf(whyNotPermit(row, on, ctx.today))
  await setPermit(ctx.db, id, number, on)
  await told(ctx, 'majorEvent.permit', row)
  return showActivity(ctx, id)
}

async function toReport(ctx: Context, id: string, action: string): Promise<ActivityRow> {
  await authorize(ctx, action, activitySubject(id))
  await lockActivity(ctx.db, id)
  return knownActivity(ctx, id)
}

const movedOn = new Problem(409, {
  code: 'majorEvent.movedOn',
  message: '刚才有人处理过这份报告。',
  mend: '请刷新页面看它现在的样子。',
})

const told = (ctx: Context, action: string, { id, area }: ActivityRow, reason: string | null = null) =>
  record(ctx, { action, subjectKind: 'activity', subject: id, area, reason })
