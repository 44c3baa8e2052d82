// Inviting organizations to a training, and what they answer.
import { refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { recordAll } from '../../../platform/events.ts'
import { authorize, notAllowed, notFound } from '../../../platform/policy.ts'
import { areaSubject } from '../../areas/server/index.ts'
import { organizationSubject } from '../../organizations/server/index.ts'
import type { EnrolmentDraft, TrainingView } from '../training.ts'
import {
  isTold,
  movedOn,
  outsideTraining,
  whyNotAnswer,
  whyNotEnrol,
  whyNotNames,
  whyNotRecall,
  whyNotSeats,
  whyNotSilent,
} from '../training-rules.ts'
import {
  askedOf,
  dropInvitation,
  type EnrolmentRow,
  enrolmentOf,
  enrolmentSubject,
  inviteThose,
  isOpenTo,
  lockEnrolment,
  moveEnrolment,
  reachOf,
  takenBeside,
  trainingAsked,
  type Whom,
  writeEnrolment,
} from './enrolment-store.ts'
import { knownTraining, locked, viewOf } from './training-commands.ts'
import type { Locked } from './training-store.ts'

/** Those who were asked already are not asked twice. */
export async function invite(ctx: Context, id: string, whom: Whom): Promise<{ invited: number }> {
  await knownTraining(ctx, id)
  await authorizeWhom(ctx, whom)
  const training = await locked(ctx, id)
  refuseIf(whyNotEnrol(training, ctx.today))
  const invited = await inviteThose(ctx, training, whom)
  await saidTo(ctx, 'invite', training.title, invited)
  return { invited: invited.length }
}

async function authorizeWhom(ctx: Context, whom: Whom): Promise<void> {
  if ('lackingIn' in whom) return authorize(ctx, 'training.invite', areaSubject(whom.lackingIn))
  const ids = [...new Set(whom.organizations)]
  const { seen, allowed } = await reachOf(ctx, ids)
  if (seen < ids.length) throw notFound('组织')
  if (allowed < ids.length) throw notAllowed('training.invite')
}

/** Seats are taken one after another: the training is held while they are counted. */
export async function enrol(ctx: Context, id: string, draft: EnrolmentDraft): Promise<TrainingView> {
  await knownTraining(ctx, id)
  await authorize(ctx, 'training.enrol', {
    ...organizationSubject(draft.organization),
    see: 'training.ofOrganization',
  })
  const training = await locked(ctx, id)
  refuseIf(whyNotEnrol(training, ctx.today) ?? whyNotNames(draft.people, draft.names))
  if (!(await isOpenTo(ctx.db, training, draft.organization))) throw outsideTraining('这个组织')
  const before = await enrolmentOf(ctx.db, id, draft.organization)
  refuseIf(before ? whyNotAnswer('enrol', before.status) : null)
  refuseIf(whyNotSeats(training.seats, await takenBeside(ctx.db, id, draft.organization), draft.people))
  await writeEnrolment(ctx, id, draft)
  await saidTo(ctx, 'enrol', training.title, [draft.organization], draft.people)
  return viewOf(ctx, id)
}

export const decline = (ctx: Context, id: string, reason: string): Promise<TrainingView> =>
  answer(ctx, id, 'decline', reason)

export const withdraw = (ctx: Context, id: string): Promise<TrainingView> => answer(ctx, id, 'withdraw', null)

async function answer(
  ctx: Context,
  id: string,
  step: 'decline' | 'withdraw',
  reason: string | null,
): Promise<TrainingView> {
  await authorize(ctx, 'training.enrol', enrolmentSubject(id))
  const { row, training } = await held(ctx, id)
  refuseIf(whyNotEnrol(training, ctx.today) ?? whyNotAnswer(step, row.status))
  if ((await moveEnrolment(ctx, id, step, reason)) !== 1) throw movedOn
  await saidTo(ctx, step, training.title, [row.organization], null, reason)
  return viewOf(ctx, row.training)
}

/**
 * Takes an invitation back. Whoever was told reads why; for the others it is gone. The training is held meanwhile, so that
 * nobody signs in between.
 */
export async function recall(ctx: Context, id: string, reason: string | null): Promise<TrainingView> {
  await authorize(ctx, 'training.invite', enrolmentSubject(id))
  const { row, training } = await held(ctx, id)
  const asked = await askedOf(ctx.db, id)
  refuseIf(whyNotRecall(asked, training, ctx.today) ?? whyNotSilent(asked, reason))
  const gone = isTold(asked) ? moveEnrolment(ctx, id, 'recall', reason) : dropInvitation(ctx.db, id)
  if ((await gone) !== 1) throw movedOn
  await saidTo(ctx, 'recall', training.title, [row.organization], null, reason)
  return viewOf(ctx, row.training)
}

/** The training first, then the answer to it: in one order, nobody waits for another in a circle. */
async function held(ctx: Context, id: string): Promise<{ row: EnrolmentRow; training: Locked }> {
  const known = await trainingAsked(ctx.db, id)
  const training = known && (await locked(ctx, known))
  const row = await lockEnrolment(ctx.db, id)
  if (!training || !row) throw notFound('报名')
  return { row, training }
}

/** Told in the timeline of each organization. */
const saidTo = (
  ctx: Context,
  what: string,
  title: string,
  organizations: readonly string[],
  people: number | null = null,
  reason: string | null = null,
): Promise<void> =>
  recordAll(
    ctx,
    organizations.map((subject) => ({
      ...{ action: `training.${what}`, subjectKind: 'organization', subject, reason },
      changes: [
        { field: 'training', from: null, to: title },
        ...(people === null ? [] : [{ field: 'people', from: null, to: people }]),
      ],
    })),
  )
