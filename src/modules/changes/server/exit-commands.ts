// How an organization leaves: a cancellation asked for, wound up step by step and concluded; a removal after a hearing.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import { dueOn, type Limit } from '../../../kernel/working-days.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import { authorize, notAllowed, notFound } from '../../../platform/policy.ts'
import { endOrganization, organizationSubject } from '../../organizations/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import { type Cancellation, type Exit, exitCauses, type Removal } from '../exit.ts'
import {
  type ExitMove,
  whyNotExit,
  whyNotLeave,
  whyNotPast,
  whyNotTick,
  whyNotVote,
  whyNotWindUp,
} from '../exit-rules.ts'
import { factsFor, isKeeper } from './change-store.ts'
import { deskOf } from './desk-store.ts'
import {
  type ExitRow,
  exitSubject,
  insertAnswer,
  insertExit,
  insertSteps,
  lockExit,
  moveExit,
  reachesDesk,
  readExits,
  tickStep,
} from './exit-store.ts'
import { closeTies } from './ties.ts'

export async function requestExit(ctx: Context, organization: string, given: Cancellation): Promise<Exit> {
  await authorize(ctx, 'exit.request', organizationSubject(organization))
  const facts = await factsFor(ctx.db, organization)
  const rules = await rulesFor(ctx.db, facts.area)
  refuseIf(
    whyNotLeave('cancellation', facts) ??
      (given.vote && whyNotVote(given.vote, rules['changes.endVote'], ctx.today)),
  )
  const desk = await deskOf(ctx.db, organization, rules['changes.decidedAt'][facts.tier])
  const onBehalf = !(await isKeeper(ctx, organization))
  return open(ctx, {
    ...{ organization, kind: 'cancellation', desk: desk ?? facts.area, ...given, onBehalf },
    ...{ noticedOn: null, answerDue: null },
  })
}

/** The organization is told, and has the rule set's time to answer. (domain.md §3: for those that are not registered) */
export async function openRemoval(ctx: Context, organization: string, given: Removal): Promise<Exit> {
  await authorize(ctx, 'exit.remove', organizationSubject(organization))
  const facts = await factsFor(ctx.db, organization)
  refuseIf(whyNotLeave('removal', facts) ?? whyNotPast('noticedOn', given.noticedOn, ctx.today))
  const rules = await rulesFor(ctx.db, facts.area)
  const desk = await deskOf(ctx.db, organization, 'township')
  const { cause, said, noticedOn } = given
  return open(ctx, {
    ...{ organization, kind: 'removal', desk: desk ?? facts.area, cause, said, vote: null, onBehalf: false },
    ...{ noticedOn, answerDue: dueOn(noticedOn, rules['changes.hearing']) },
  })
}

async function open(ctx: Context, exit: Parameters<typeof insertExit>[2]): Promise<Exit> {
  const id = ctx.newId()
  await insertExit(ctx, id, exit).catch(explainOpen)
  await told(ctx, exit.organization, `exit.${exit.kind}`, exit.said)
  return shownExit(ctx, id)
}

type Decision = { decision: 'accept' | 'refuse' | 'conclude'; said: string | null; on: Day | null }

export async function decideExit(ctx: Context, id: string, { decision, said, on }: Decision): Promise<Exit> {
  await authorizeDesk(ctx, id)
  const exit = await lockExit(ctx.db, id)
  const day = on ?? ctx.today
  refuseIf(
    whyNotExit(decision, exit, ctx.today) ?? whyNotSilent(decision, said) ?? whyNotPast('on', day, ctx.today),
  )
  await move(ctx, exit, decision, said, decision === 'conclude' ? day : null)
  if (decision === 'accept') await insertSteps(ctx.db, id, await stepsFor(ctx, exit))
  if (decision === 'conclude') await leave(ctx, exit, day, 'organization.cancel')
  return shownExit(ctx, id)
}

export async function decideRemoval(
  ctx: Context,
  id: string,
  { decision, said, on }: { decision: 'remove' | 'drop'; said: string; on: Day | null },
): Promise<Exit> {
  await authorize(ctx, 'exit.remove', exitSubject(id))
  const exit = await lockExit(ctx.db, id)
  const day = on ?? ctx.today
  refuseIf(whyNotExit(decision, exit, ctx.today) ?? whyNotPast('on', day, ctx.today))
  await move(ctx, exit, decision, said, decision === 'remove' ? day : null)
  if (decision === 'remove') await leave(ctx, exit, day, 'organization.remove')
  return shownExit(ctx, id)
}

export async function tickExitStep(
  ctx: Context,
  id: string,
  name: string,
  done: { on: Day; evidence: string },
): Promise<Exit> {
  await authorize(ctx, 'exit.request', exitSubject(id))
  const exit = await lockExit(ctx.db, id)
  refuseIf(whyNotWindUp(exit.status))
  const step = exit.steps.find((one) => one.name === name)
  if (!step) throw notFound('步骤')
  refuseIf(whyNotTick(step, done.on, ctx.today))
  if ((await tickStep(ctx, id, name, done)) !== 1)
    refuseIf(whyNotTick({ ...step, doneOn: done.on }, done.on, ctx.today))
  await told(ctx, exit.organization, 'exit.step', `${step.title}：${done.evidence}`)
  return shownExit(ctx, id)
}

export async function withdrawExit(ctx: Context, id: string, reason: string): Promise<Exit> {
  await authorize(ctx, 'exit.request', exitSubject(id))
  const exit = await lockExit(ctx.db, id)
  refuseIf(whyNotExit('withdraw', exit, ctx.today))
  await move(ctx, exit, 'withdraw', reason, null)
  return shownExit(ctx, id)
}

export async function answerExit(ctx: Context, id: string, said: string): Promise<Exit> {
  await authorize(ctx, 'exit.request', exitSubject(id))
  const exit = await lockExit(ctx.db, id)
  if ((await insertAnswer(ctx, id, said)) !== 1) throw answeredAlready
  await told(ctx, exit.organization, 'exit.answer', said)
  return shownExit(ctx, id)
}

/** The organization ends with all that hangs on it. */
async function leave(ctx: Context, exit: ExitRow, on: Day, action: string): Promise<void> {
  const reason = `${exitCauses[exit.cause]}：${exit.said}`
  await closeTies(ctx, [exit.organization], on, reason)
  await endOrganization(ctx, exit.organization, { action, on, reason })
}

async function move(
  ctx: Context,
  exit: ExitRow,
  step: ExitMove,
  said: string | null,
  endedOn: Day | null,
): Promise<void> {
  if ((await moveExit(ctx, exit.id, step, { said, endedOn })) !== 1)
    refuseIf(whyNotExit(step, { ...exit, status: 'withdrawn' }, ctx.today))
  await told(ctx, exit.organization, `exit.${step}`, said)
}

/** The rule set's steps, counted from today; what is accepted later keeps the steps of its day. */
async function stepsFor(ctx: Context, { area, tier }: ExitRow) {
  const steps = (await rulesFor(ctx.db, area))['changes.liquidation'][tier]
  const due = (within: Limit | null): Day | null => within && dueOn(ctx.today, within)
  return steps.map(({ name, title, within }) => ({ name, title, dueOn: due(within) }))
}

async function authorizeDesk(ctx: Context, id: string): Promise<void> {
  await authorize(ctx, 'change.see', exitSubject(id))
  if (!(await reachesDesk(ctx, 'exit.decide', id))) throw notAllowed('exit.decide')
}

/** Who refuses says why. */
function whyNotSilent(decision: Decision['decision'], said: string | null): Problem | null {
  if (decision !== 'refuse' || said) return null
  return new Problem(422, {
    code: 'exit.sayWhy',
    message: '不予受理要写明理由。',
    mend: '请写明哪里不符合、怎样办。',
    faults: [{ at: 'said', message: '请写明理由' }],
  })
}

function explainOpen(error: unknown): never {
  if (brokenConstraint(error) !== 'exit_case_one_open') throw error
  throw new Problem(409, {
    code: 'exit.notNow',
    message: '这个组织刚有人提出了退出。',
    mend: '请刷新页面看它现在的状态。',
  })
}

const answeredAlready = new Problem(409, {
  code: 'exit.answered',
  message: '已经有说明，或者已经不在等候说明。',
  mend: '请刷新页面。',
})

const told = (ctx: Context, organization: string, action: string, reason: string | null) =>
  record(ctx, { action, subjectKind: 'organization', subject: organization, reason })

export async function shownExit(ctx: Context, id: string): Promise<Exit> {
  const [exit] = await readExits(ctx, { exit: id })
  if (!exit) throw notFound('退出事项')
  return exit
}
