// What can be done with the plan of an activity: write it, change it, publish it, cancel it.
import { dayIn } from '../../../kernel/minute.ts'
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import { dueOn } from '../../../kernel/working-days.ts'
import type { Context } from '../../../platform/context.ts'
import type { FieldChange } from '../../../platform/events.ts'
import { authorize } from '../../../platform/policy.ts'
import { organizationSubject } from '../../organizations/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { Activity, ActivityDraft } from '../activity.ts'
import { whyNotEdit, whyNotFewer } from '../activity-rules.ts'
import { assess } from '../major-event-rules.ts'
import { freeFor } from '../sign-up-rules.ts'
import { movedOn, takeStep, toChange, told } from './activity-steps.ts'
import {
  type ActivityRow,
  type Dues,
  insertActivity,
  liesAt,
  setPartners,
  spotSubject,
  updateActivity,
} from './activity-store.ts'
import { showActivity } from './activity-view.ts'
import { randomCode } from './codes.ts'
import { withdrawReports } from './report-store.ts'
import { seriesAt } from './series.ts'
import { moveUp } from './sign-up-store.ts'

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
  const row = await takeStep(ctx, id, 'publish')
  await told(ctx, 'activity.publish', row)
  return showActivity(ctx, id)
}

/** Its page goes on saying that it is cancelled and why; a report of it is withdrawn. */
export async function cancelActivity(ctx: Context, id: string, reason: string): Promise<Activity> {
  const row = await takeStep(ctx, id, 'cancel', { reason })
  await withdrawReports(ctx.db, id)
  await told(ctx, 'activity.cancel', row, { reason })
  return showActivity(ctx, id)
}

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
