// What can be done about an incubation: ask, answer, enter, begin a stage, stay longer, leave.
import { type Problem, refuseIf } from '../../../kernel/problem.ts'
import { addMonths, type Day } from '../../../kernel/time.ts'
import { dueOn } from '../../../kernel/working-days.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { type FieldChange, record } from '../../../platform/events.ts'
import { authorize, notAllowed, notFound } from '../../../platform/policy.ts'
import { lockOrganizations, organizationSubject } from '../../organizations/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import { type ExitDraft, type IncubationView, results, type StageDraft } from '../incubation.ts'
import {
  type IncubationStep,
  incubationSteps,
  openAlready,
  stayedThen,
  whyNotApply,
  whyNotDuring,
  whyNotEnter,
  whyNotExit,
  whyNotExtend,
  whyNotStage,
  whyNotStep,
} from '../incubation-rules.ts'
import { takesIn } from '../platform-rules.ts'
import {
  extendStay,
  type IncubationRow,
  incubationSubject,
  insertIncubation,
  lockIncubation,
  moveIncubation,
  oneIncubation,
  servedBy,
  type Written,
} from './incubation-store.ts'
import { lockPlatform } from './platform-store.ts'
import { endStage, insertStage } from './stage-store.ts'

export async function knownIncubation(ctx: Context, id: string): Promise<IncubationView> {
  const { place, ...view } = existing(await oneIncubation(ctx, id), '孵化')
  return { ...view, offered: (await rulesFor(ctx.db, place))['support.stages'] }
}

type Asking = { platform: string; need: string; on?: Day | undefined }

/** An organization asks an incubator at its place or above for a place there. */
export async function apply(
  ctx: Context,
  organization: string,
  { platform, need, on = ctx.today }: Asking,
): Promise<IncubationView> {
  await authorize(ctx, 'incubation.apply', organizationSubject(organization))
  const [applicant] = await lockOrganizations(ctx.db, [organization])
  const host = await lockPlatform(ctx.db, platform)
  if (!applicant || !host || !(await servedBy(ctx.db, organization, platform))) throw notFound('孵化基地')
  const name = String(applicant.name)
  const hosting = { ...host, takesIn: takesIn(host) }
  refuseIf(whyNotApply({ status: applicant.status, name }, hosting, on, ctx.today))
  const due = dueOn(ctx.today, (await rulesFor(ctx.db, host.area))['support.decideWithin'])
  const id = ctx.newId()
  await insertIncubation(ctx, { id, organization, platform, need, appliedOn: on, dueOn: due }).catch(explain)
  await told(ctx, 'incubation.apply', { organization, platformName: host.name }, { on })
  return knownIncubation(ctx, id)
}

type Decision = { decision: 'accept'; entersOn: Day | null } | { decision: 'refuse'; reason: string }

export async function decide(ctx: Context, id: string, decision: Decision): Promise<IncubationView> {
  const row = await atDesk(ctx, id, 'incubation.decide')
  if (decision.decision === 'refuse') {
    await step(ctx, row, 'refuse', { decided: true, reason: decision.reason })
    await told(ctx, 'incubation.refuse', row, { reason: decision.reason })
    return knownIncubation(ctx, id)
  }
  await step(ctx, row, 'accept', { decided: true })
  await told(ctx, 'incubation.accept', row, {})
  if (decision.entersOn) await goIn(ctx, { ...row, status: 'accepted' }, decision.entersOn)
  return knownIncubation(ctx, id)
}

export async function enter(ctx: Context, id: string, on: Day): Promise<IncubationView> {
  await goIn(ctx, await atDesk(ctx, id, 'incubation.decide'), on)
  return knownIncubation(ctx, id)
}

/** How long it may stay is the rule of the day on which it enters. */
async function goIn(ctx: Context, row: IncubationRow, on: Day): Promise<void> {
  refuseIf(whyNotStep('enter', row.status))
  const host = { name: row.platformName, openedOn: row.openedOn, closedOn: row.closedOn, takesIn: true }
  refuseIf(whyNotEnter(row, host, on, ctx.today))
  const months = (await rulesFor(ctx.db, row.platformArea))['support.stayMonths']
  await step(ctx, row, 'enter', { enteredOn: on, leaveBy: addMonths(on, months) })
  await told(ctx, 'incubation.enter', row, { on })
}

export async function withdraw(ctx: Context, id: string, reason: string): Promise<IncubationView> {
  const row = await ofOwn(ctx, id)
  await step(ctx, row, 'withdraw', { reason })
  await told(ctx, 'incubation.withdraw', row, { reason })
  return knownIncubation(ctx, id)
}

export async function beginStage(ctx: Context, id: string, draft: StageDraft): Promise<IncubationView> {
  const row = await atDesk(ctx, id, 'incubation.decide')
  const offered = (await rulesFor(ctx.db, row.platformArea))['support.stages']
  refuseIf(whyNotDuring(row.status, '开始新的阶段'))
  refuseIf(whyNotStage(row, { name: draft.stage, from: draft.from }, { offered, today: ctx.today }))
  await endStage(ctx.db, id, draft.from, draft.finding)
  await insertStage(ctx, id, draft)
  const changes = [
    { field: 'stage', from: null, to: offered[draft.stage] },
    { field: 'goal', from: null, to: draft.goal },
  ]
  await told(ctx, 'incubation.stage', row, { on: draft.from, changes })
  return knownIncubation(ctx, id)
}

export async function extend(
  ctx: Context,
  id: string,
  { until, reason }: { until: Day; reason: string },
): Promise<IncubationView> {
  const row = await atDesk(ctx, id, 'incubation.decide')
  refuseIf(whyNotDuring(row.status, '延长') ?? whyNotExtend(row, until))
  await extendStay(ctx.db, id, until)
  const changes = [{ field: 'leaveBy', from: row.leaveBy, to: until }]
  await told(ctx, 'incubation.extend', row, { reason, changes })
  return knownIncubation(ctx, id)
}

export async function exit(ctx: Context, id: string, draft: ExitDraft): Promise<IncubationView> {
  const row = await atDesk(ctx, id, 'incubation.decide')
  refuseIf(whyNotStep('exit', row.status) ?? whyNotExit(row, draft.on, ctx.today))
  await endStage(ctx.db, id, draft.on, null)
  const { on, result, conclusion } = draft
  await step(ctx, row, 'exit', { exitedOn: on, result, conclusion })
  const changes = [{ field: 'result', from: null, to: results[result] }]
  await told(ctx, 'incubation.exit', row, { on, reason: conclusion, changes })
  return knownIncubation(ctx, id)
}

/** Moves it one step; of two at once exactly one succeeds. */
async function step(ctx: Context, row: IncubationRow, name: IncubationStep, written: Written): Promise<void> {
  refuseIf(whyNotStep(name, row.status))
  const moved = await moveIncubation(ctx, row.id, name, written).catch(explain)
  if (moved !== 1) throw whyNotStep(name, incubationSteps[name].to)
}

/** Locked, for an action of the organization's people. */
async function ofOwn(ctx: Context, id: string): Promise<IncubationRow> {
  await authorize(ctx, 'incubation.apply', incubationSubject(id))
  return existing(await lockIncubation(ctx.db, id), '孵化')
}

/** Locked, for an action of those who answer at the incubator; others who may see it are told that they may not. */
export async function atDesk(
  ctx: Context,
  id: string,
  action: string,
  called = '孵化',
): Promise<IncubationRow> {
  const { may } = existing(await oneIncubation(ctx, id), called)
  if (!may.includes(action)) throw notAllowed(action)
  return existing(await lockIncubation(ctx.db, id), called)
}

function existing<T>(row: T | null, called: string): T {
  if (row === null) throw notFound(called)
  return row
}

type Said = { on?: Day; reason?: string; changes?: FieldChange[] }

/** Told in the timeline of the organization. */
export const told = (
  ctx: Context,
  action: string,
  { organization, platformName }: { organization: string; platformName: string },
  { on, reason, changes = [] }: Said,
): Promise<void> =>
  record(ctx, {
    ...{ action, subjectKind: 'organization', subject: organization },
    ...{ effectiveOn: on ?? null, reason: reason ?? null },
    changes: [{ field: 'incubator', from: null, to: platformName }, ...changes],
  })

const refusals: Readonly<Record<string, Problem>> = {
  incubation_one_open: openAlready,
  incubation_once_at_a_time: stayedThen,
}

function explain(error: unknown): never {
  throw refusals[brokenConstraint(error) ?? ''] ?? error
}
