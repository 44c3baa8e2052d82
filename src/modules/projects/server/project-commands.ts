// What can be done about projects: plan, change, begin, finish, stop, correct, remind.
import { type Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { record, recordAll } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { organizationSubject } from '../../organizations/server/index.ts'
import type { Project, ProjectDraft, ProjectResult } from '../project.ts'
import {
  changedMeanwhile,
  otherFollows,
  type ProjectStep,
  whyNotDates,
  whyNotDay,
  whyNotDoer,
  whyNotEnd,
  whyNotMoved,
  whyNotStep,
} from '../project-rules.ts'
import { isOf, lockDoer, lockProject, oneProject, type ProjectRow, projectSubject } from './project-store.ts'
import { remindAll, withoutCondition } from './without-store.ts'
import {
  beginProject,
  correctResult,
  finishProject,
  insertProject,
  stopProject,
  updatePlan,
} from './write-store.ts'

/** An organization plans a project; the leader, or somebody in the leader's stead. */
export async function planProject(
  ctx: Context,
  organization: string,
  { follows, ...draft }: ProjectDraft & { follows: string | null },
): Promise<Project> {
  await authorize(ctx, 'project.write', organizationSubject(organization))
  const doer = await lockDoer(ctx.db, organization)
  if (!doer) throw notFound('组织')
  refuseIf(whyNotDoer(doer) ?? whyNotDates(draft.startsOn, draft.endsOn))
  refuseIf(follows && !(await isOf(ctx.db, follows, organization)) ? otherFollows : null)
  const id = ctx.newId()
  await insertProject(ctx, { id, organization, follows, onBehalf: doer.keeper !== ctx.who.id, draft })
  await tell(ctx, 'plan', { id, area: doer.area }, { on: draft.startsOn, changes: { ...draft } })
  return shown(ctx, id)
}

export async function editPlan(
  ctx: Context,
  id: string,
  { version, ...draft }: ProjectDraft & { version: number },
): Promise<Project> {
  const row = await lockFor(ctx, id, 'edit')
  refuseIf(whyNotDates(draft.startsOn, draft.endsOn) ?? whyNotMoved(row.status, row.startsOn, draft.startsOn))
  if ((await updatePlan(ctx.db, id, version, draft)) !== 1) throw changedMeanwhile
  await tell(ctx, 'edit', row, { changes: { ...draft } })
  return shown(ctx, id)
}

export const begin = (ctx: Context, id: string, { on }: { on: Day }): Promise<Project> =>
  step(ctx, id, 'begin', {
    whyNot: ({ doer }) => whyNotDoer(doer) ?? whyNotDay(on, ctx.today),
    write: () => beginProject(ctx.db, id, on),
    said: { on },
  })

export const finish = (ctx: Context, id: string, given: ProjectResult): Promise<Project> =>
  step(ctx, id, 'finish', {
    whyNot: ({ startsOn }) => whyNotEnd(given.on, startsOn, ctx.today),
    write: () => finishProject(ctx.db, id, given),
    said: { on: given.on, changes: { ...given } },
  })

export const correct = (
  ctx: Context,
  id: string,
  { reason, ...given }: ProjectResult & { reason: string },
): Promise<Project> =>
  step(ctx, id, 'correct', {
    whyNot: ({ startsOn }) => whyNotEnd(given.on, startsOn, ctx.today),
    write: () => correctResult(ctx.db, id, given),
    said: { on: given.on, reason, changes: { ...given } },
  })

export const stop = (ctx: Context, id: string, given: { on: Day; reason: string }): Promise<Project> =>
  step(ctx, id, 'stop', {
    whyNot: ({ status, startsOn }) =>
      status === 'running' ? whyNotEnd(given.on, startsOn, ctx.today) : whyNotDay(given.on, ctx.today),
    write: () => stopProject(ctx.db, id, given),
    said: given,
  })

/** Reminds those of the given organizations that have no project this year; once a day each. */
export async function remind(ctx: Context, ids: readonly string[]): Promise<number> {
  const reminded = await remindAll(ctx, ids, await withoutCondition(ctx, 'project.remind', {}))
  await recordAll(
    ctx,
    reminded.map((subject) => ({ action: 'project.remind', subjectKind: 'organization', subject })),
  )
  return reminded.length
}

type Said = { on?: Day; reason?: string; changes?: Readonly<Record<string, unknown>> }
type Taking = { whyNot: (row: ProjectRow) => Problem | null; write: () => Promise<number>; said: Said }

/** Takes one step; of two at once exactly one succeeds. */
async function step(
  ctx: Context,
  id: string,
  name: ProjectStep,
  { whyNot, write, said }: Taking,
): Promise<Project> {
  const row = await lockFor(ctx, id, name)
  refuseIf(whyNot(row))
  const before = await shown(ctx, id)
  if ((await write()) !== 1) throw changedMeanwhile
  await tell(ctx, name, row, said, before)
  return shown(ctx, id)
}

async function lockFor(ctx: Context, id: string, name: ProjectStep): Promise<ProjectRow> {
  await authorize(ctx, 'project.write', projectSubject(id))
  const row = await lockProject(ctx.db, id)
  if (!row) throw notFound('项目')
  refuseIf(whyNotStep(name, row.status))
  return row
}

const tell = (
  ctx: Context,
  name: string,
  { id, area }: { id: string; area: string },
  { on, reason, changes = {} }: Said,
  before: Readonly<Record<string, unknown>> = {},
): Promise<void> =>
  record(ctx, {
    ...{ action: `project.${name}`, subjectKind: 'project', subject: id, area },
    ...{ effectiveOn: on ?? null, reason: reason ?? null },
    changes: Object.entries(changes).map(([field, to]) => ({ field, from: before[field] ?? null, to })),
  })

async function shown(ctx: Context, id: string): Promise<Project> {
  const project = await oneProject(ctx, id)
  if (!project) throw notFound('项目')
  return project
}
