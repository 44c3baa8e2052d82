// What can be done with an activity: plan, change, publish, record that it was held, conclude, cancel.
import { dayIn, minuteOf } from '../../../kernel/minute.ts'
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import { dueOn } from '../../../kernel/working-days.ts'
import type { Context } from '../../../platform/context.ts'
import { type FieldChange, record } from '../../../platform/events.ts'
import { authorize } from '../../../platform/policy.ts'
import { organizationSubject } from '../../organizations/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { Activity, ActivityDraft, Attendance } from '../activity.ts'
import { type Step, whyNot, whyNotCorrect, whyNotEdit, whyNotFewer } from '../activity-rules.ts'
import { assess } from '../major-event-rules.ts'
import { freeFor } from '../sign-up-rules.ts'
import {
  type ActivityRow,
  activitySubject,
  type Dues,
  insertActivity,
  liesAt,
  lockActivity,
  moveActivity,
  setAttended,
  setPartners,
  setServed,
  spotSubject,
  updateActivity,
} from './activity-store.ts'
import { knownActivity, showActivity, standingOf } from './activity-view.ts'
import { randomCode } from './codes.ts'
import { withdrawReports } from './report-store.ts'
import { seriesAt } from './series.ts'
import { forgetOldPhones, forgetPhones, moveUp, setCame } from './sign-up-store.ts'

export async function createActivity(ctx: Context, draft: ActivityDraft): Promise<Activity> {
  await authorizePlan(ctx, draft)
  const id = ctx.newId()
  await insertActivity(ctx, { id, code: randomCode() }, draft, await duesOf(ctx, draft, ctx.today))
  await setPartners(ctx.db, id, partnersOf(draft))
  await told(ctx, 'activity.create', { id, area: draft.area })
  return showActivity(ctx, id)
}

/** The organization's own may plan where it is; whoever plans elsewhere, or for no organization, must keep that place. */
async function authorizePlan(ctx: Context, { organization, partners, area }: ActivityDraft): Promise<void> {
  if (organization === null) return authorize(ctx, 'activity.edit', spotSubject(area))
  await authorize(ctx, 'activity.edit', organizationSubject(organization))
  for (const partner of partners) await authorize(ctx, 'organization.see', organizationSubject(partner))
  if (!(await liesAt(ctx.db, organization, area))) await authorize(ctx, 'activity.edit', spotSubject(area))
}

const partnersOf = ({ partners, organization }: ActivityDraft): string[] =>
  [...new Set(partners)].filter((partner) => partner !== organization)

/** The plan may change until it is held; whoever saved an older version is told. */
export async function editActivity(
  ctx: Context,
  id: string,
  { version, activity: draft }: { version: number; activity: ActivityDraft },
): Promise<Activity> {
  const row = await toChange(ctx, id)
  await authorizePlan(ctx, draft)
  refuseIf(whyNotEdit(row) ?? whyNotFewer(draft.signUp ? draft.places : null, row.going))
  const dues = await duesOf(ctx, draft, row.decidedOn, row)
  if ((await updateActivity(ctx, { id, version }, draft, dues)) !== 1) throw movedOn
  await setPartners(ctx.db, id, partnersOf(draft))
  await moveUp(ctx, id, freeFor({ ...row, places: draft.places }))
  await told(ctx, 'activity.edit', row, { changes: changesOf(row, draft) })
  return showActivity(ctx, id)
}

/** What follows from the plan and the rules of its place. A series keeps the title under which it was planned. */
async function duesOf(
  ctx: Context,
  draft: ActivityDraft,
  decidedOn: ActivityRow['decidedOn'],
  before: Pick<ActivityRow, 'series' | 'seriesTitle'> | null = null,
): Promise<Dues> {
  const rules = await rulesFor(ctx.db, draft.area)
  const {
    dueOn: reportDue,
    recipient,
    permit,
  } = assess({ ...draft, day: dayIn(draft.from), decidedOn }, rules)
  return {
    seriesTitle: draft.series === before?.series ? (before?.seriesTitle ?? null) : await titleOf(ctx, draft),
    recordDue: dueOn(dayIn(draft.to), rules['activities.recordWithin']),
    reportDue,
    reportTo: recipient,
    permitDue: permit?.dueOn ?? null,
  }
}

async function titleOf(ctx: Context, { series, area }: ActivityDraft): Promise<string | null> {
  if (series === null) return null
  const found = (await seriesAt(ctx, area)).find(({ id }) => id === series)
  if (found) return found.title
  throw new Problem(422, {
    code: 'activity.unknownSeries',
    message: '这里正在执行的方案没有这个主题活动系列。',
    mend: '请重新选择系列，或选“不属于任何系列”。',
    faults: [{ at: 'series', message: '没有这个系列' }],
  })
}

export async function publishActivity(ctx: Context, id: string): Promise<Activity> {
  const row = await step(ctx, id, 'publish')
  await forgetOldPhones(ctx, 30)
  await told(ctx, 'activity.publish', row)
  return showActivity(ctx, id)
}

/** Nobody's number is kept any longer than it is needed: the hash by which it is counted again stays. */
export async function holdActivity(
  ctx: Context,
  id: string,
  { attendance, came }: { attendance: Attendance; came: readonly string[] },
): Promise<Activity> {
  const row = await step(ctx, id, 'hold', attendance)
  await setServed(ctx.db, id, attendance.served)
  refuseIf(whyNotCame(attendance, await setCame(ctx.db, id, came)))
  await forgetPhones(ctx.db, id)
  await told(ctx, 'activity.hold', row, {
    changes: [{ field: 'attended', from: null, to: attendance.attended }],
  })
  return showActivity(ctx, id)
}

/** Whoever is ticked on the list was there. */
function whyNotCame({ attended }: Attendance, ticked: number): Problem | null {
  if (ticked <= attended) return null
  return new Problem(422, {
    code: 'activity.moreTicked',
    message: `名单上勾了 ${ticked} 人到场，总人数却只有 ${attended} 人。`,
    mend: '请改总人数，或取消勾错的人。',
    faults: [{ at: 'attendance.attended', message: `至少 ${ticked} 人` }],
  })
}

export async function correctAttendance(
  ctx: Context,
  id: string,
  { attendance, reason }: { attendance: Attendance; reason: string },
): Promise<Activity> {
  const row = await toChange(ctx, id)
  refuseIf(whyNotCorrect(row))
  await setAttended(ctx.db, id, attendance.attended)
  await setServed(ctx.db, id, attendance.served)
  const changes = [{ field: 'attended', from: row.attended, to: attendance.attended }]
  await told(ctx, 'activity.correct', row, { reason, changes })
  return showActivity(ctx, id)
}

export async function concludeActivity(ctx: Context, id: string, result: string): Promise<Activity> {
  const row = await step(ctx, id, 'conclude', { result })
  await told(ctx, 'activity.conclude', row)
  return showActivity(ctx, id)
}

/** Its page goes on saying that it is cancelled and why; a report of it is withdrawn. */
export async function cancelActivity(ctx: Context, id: string, reason: string): Promise<Activity> {
  const row = await step(ctx, id, 'cancel', { reason })
  await withdrawReports(ctx.db, id)
  await told(ctx, 'activity.cancel', row, { reason })
  return showActivity(ctx, id)
}

/** Of two who take the same step at the same time exactly one does. */
async function step(
  ctx: Context,
  id: string,
  name: Step,
  brought: Parameters<typeof moveActivity>[3] = {},
): Promise<ActivityRow> {
  const row = await toChange(ctx, id)
  refuseIf(whyNot(name, standingOf(row), minuteOf(ctx.now)))
  if ((await moveActivity(ctx, id, name, brought)) !== 1) throw movedOn
  return row
}

/** Read once it is held fast, so that what is decided on is what is changed. */
async function toChange(ctx: Context, id: string): Promise<ActivityRow> {
  await authorize(ctx, 'activity.edit', activitySubject(id))
  await lockActivity(ctx.db, id)
  return knownActivity(ctx, id)
}

const movedOn = new Problem(409, {
  code: 'activity.movedOn',
  message: '刚才有人修改过这项活动。',
  mend: '请刷新页面看它现在的样子；您填写的内容还在本页。',
})

const compared = [
  'title',
  'series',
  'organization',
  'area',
  'place',
  'from',
  'to',
  'expected',
  'places',
  'kind',
] as const

const changesOf = (row: ActivityRow, draft: ActivityDraft): FieldChange[] =>
  compared
    .filter((field) => row[field] !== draft[field])
    .map((field) => ({ field, from: row[field], to: draft[field] }))

type Telling = { reason?: string; changes?: FieldChange[] }

const told = (
  ctx: Context,
  action: string,
  { id, area }: { id: string; area: string },
  telling: Telling = {},
): Promise<void> => record(ctx, { action, subjectKind: 'activity', subject: id, area, ...telling })
