// The SQL of reports of major events.
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Db, type Sql, sql } from '../../../platform/db.ts'
import { daySql, minuteSql } from '../../../platform/minute-sql.ts'
import type { Recipient, ReportAnswer, ReportDraft, SummaryDraft } from '../major-event.ts'
import { answerSteps } from '../major-event-rules.ts'

/** Whether a report `r` tells of the plan `v` as it is now. */
export const covers: Sql = sql`(r.status in ('reported', 'approved', 'conditional') and r.starts_at = v.starts_at
  and r.ends_at = v.ends_at and r.place = v.place and r.expected >= v.expected)`

const summary = sql`case when r.summary is not null then json_build_object('result', r.summary, 'problems', r.problems,
  'spent', r.spent, 'on', ${daySql('r.summarized_at')}) end`

/** The newest report of the activity `v` that was not withdrawn, as JSON, or null. */
export const reportView: Sql = sql`(
  select json_build_object('id', r.id, 'status', r.status, 'recipient', r.recipient, 'on', r.reported_on,
    'by', p.display_name, 'dueOn', r.due_on, 'late', greatest(0, r.reported_on - r.due_on), 'content', r.content,
    'form', r.form, 'participants', r.participants, 'fundSource', r.fund_source, 'safetyPlan', r.safety_plan,
    'from', ${minuteSql('r.starts_at')}, 'to', ${minuteSql('r.ends_at')}, 'place', r.place, 'expected', r.expected,
    'money', r.money, 'covers', ${covers}, 'answerDue', r.answer_due, 'answeredBy', b.display_name,
    'answeredOn', ${daySql('r.answered_at')}, 'answerWords', r.answer_words,
    'summaryDue', r.summary_due, 'summary', ${summary})
  from major_event_report r left join person p on p.id = r.reported_by left join person b on b.id = r.answered_by
  where r.activity = v.id and r.status <> 'withdrawn' order by r.reported_at desc, r.id desc limit 1)`

export type NewReport = {
  id: string
  activity: string
  recipient: Recipient
  dueOn: Day
  answerDue: Day
  summaryDue: Day
  draft: ReportDraft
}

/** With the plan as it is at this moment. */
export const insertReport = (ctx: Context, { draft, ...report }: NewReport): Promise<number> =>
  ctx.db.run(sql`
    insert into major_event_report (id, activity, status, recipient, reported_on, reported_at, reported_by, due_on,
      content, form, participants, fund_source, safety_plan, starts_at, ends_at, place, expected, money, answer_due,
      summary_due)
    select ${report.id}, v.id, 'reported', ${report.recipient}, ${ctx.today}, ${ctx.now}, ${ctx.who.id},
      ${report.dueOn}, ${draft.content}, ${draft.form}, ${draft.participants}, ${draft.fundSource},
      ${draft.safetyPlan}, v.starts_at, v.ends_at, v.place, v.expected, v.money, ${report.answerDue},
      ${report.summaryDue}
    from activity v where v.id = ${report.activity}`)

/** Another takes its place, or the activity was cancelled. */
export const withdrawReports = (db: Db, activity: string): Promise<number> =>
  db.run(sql`
    update major_event_report set status = 'withdrawn'
    where activity = ${activity} and status in ('reported', 'approved', 'conditional')`)

/** The one statement that answers; it names the status that it leaves. Returns how many were answered. */
export const answerReport = (
  ctx: Context,
  id: string,
  recipient: Recipient,
  { answer, words }: { answer: ReportAnswer; words: string | null },
): Promise<number> =>
  ctx.db.run(sql`
    update major_event_report set status = ${answerSteps[answer].to}, answered_at = ${ctx.now},
      answered_by = ${ctx.who.id}, answer_words = ${words}
    where id = ${id} and recipient = ${recipient} and status = ${answerSteps[answer].from}`)

export const summarizeReport = (ctx: Context, id: string, draft: SummaryDraft): Promise<number> =>
  ctx.db.run(sql`
    update major_event_report set summary = ${draft.result}, problems = ${draft.problems}, spent = ${draft.spent},
      summarized_at = ${ctx.now}, summarized_by = ${ctx.who.id}
    where id = ${id} and status <> 'withdrawn' and summary is null`)

export const setPermit = (db: Db, activity: string, number: string, on: Day): Promise<number> =>
  db.run(sql`update activity set permit_number = ${number}, permit_on = ${on} where id = ${activity}`)
