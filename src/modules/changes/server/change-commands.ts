// What can be done with a change request: ask, ask again, take back, decide; approved, it changes the register.
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Day } from '../../../kernel/time.ts'
import { dueOn } from '../../../kernel/working-days.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { isMasked, maskPhone, unmask } from '../../organizations/masking.ts'
import { changeFacts, organizationSubject } from '../../organizations/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { ChangeDraft, ChangeRequest } from '../change.ts'
import { type ChangeStep, whyNotChange, whyNotChangeStep, whyNotLiving } from '../change-rules.ts'
import {
  authorizeRequest,
  factsFor,
  insertRequest,
  insertStep,
  isKeeper,
  knownArea,
  lockRequest,
  mayDecide,
  moveRequest,
  type RequestRow,
  readRequests,
  rewriteRequest,
} from './change-store.ts'
import { deskOf } from './desk-store.ts'
import { whyNotNewName } from './new-names.ts'

export async function requestChange(
  ctx: Context,
  organization: string,
  { change: given, directly }: { change: ChangeDraft; directly: boolean },
): Promise<ChangeRequest> {
  await authorize(ctx, 'change.request', organizationSubject(organization))
  const facts = await factsFor(ctx.db, organization)
  const change = withPhone(given, facts.now.phone as string | null)
  refuseIf(whyNotChange(change, facts, ctx.today) ?? (await whyNotRename(ctx, nameIn(change), facts)))
  const where = await deskFor(ctx, organization, facts, change)
  const id = ctx.newId()
  const onBehalf = !(await isKeeper(ctx, organization))
  await insertRequest(ctx, id, { organization, onBehalf, ...where, change }).catch(explainOpen)
  await insertStep(ctx, id, 'submit', change.reason)
  await told(ctx, organization, 'change.request', change.reason)
  if (directly && (await mayDecide(ctx, id)))
    return decideChange(ctx, id, { decision: 'approve', said: null })
  return shownRequest(ctx, id)
}

/** After a return: what is asked for may differ, and so may the desk. */
export async function resubmitChange(ctx: Context, id: string, given: ChangeDraft): Promise<ChangeRequest> {
  await authorizeRequest(ctx, 'change.request', id)
  const request = await lockRequest(ctx.db, id)
  refuseIf(whyNotChangeStep('resubmit', request.status) ?? whyNotOtherKind(request, given))
  const facts = await factsFor(ctx.db, request.organization)
  const change = withPhone(given, request.asked?.phone ?? (facts.now.phone as string | null))
  refuseIf(whyNotChange(change, facts, ctx.today) ?? (await whyNotRename(ctx, nameIn(change), facts)))
  await rewriteRequest(ctx, id, { ...(await deskFor(ctx, request.organization, facts, change)), change })
  await take(ctx, request, 'resubmit', change.reason)
  return shownRequest(ctx, id)
}

export async function withdrawChange(ctx: Context, id: string, reason: string): Promise<ChangeRequest> {
  await authorizeRequest(ctx, 'change.request', id)
  await take(ctx, await lockRequest(ctx.db, id), 'withdraw', reason)
  return shownRequest(ctx, id)
}

type Decision = { decision: 'approve' | 'return' | 'refuse'; said: string | null }

export async function decideChange(
  ctx: Context,
  id: string,
  { decision, said }: Decision,
): Promise<ChangeRequest> {
  await authorizeRequest(ctx, 'change.decide', id)
  const request = await lockRequest(ctx.db, id)
  refuseIf(whyNotChangeStep(decision, request.status) ?? whyNotSilent(decision, said))
  await take(ctx, request, decision, said)
  if (decision === 'approve') await carryOut(ctx, request)
  return shownRequest(ctx, id)
}

/** The approved change becomes a dated change of the register; a name is held once more against the rule of the day. */
async function carryOut(ctx: Context, request: RequestRow): Promise<void> {
  const { organization, asked, toArea, reason } = request
  const facts = await factsFor(ctx.db, organization)
  refuseIf(whyNotLiving(facts) ?? (await whyNotRename(ctx, asked?.name, facts)))
  const patch = toArea === null ? (asked ?? {}) : { area: toArea }
  const action = toArea === null ? 'organization.change' : 'organization.move'
  const on = request.effectiveOn as Day
  await changeFacts(ctx, organization, patch, { action, on, reason })
}

async function take(ctx: Context, request: RequestRow, step: ChangeStep, said: string | null): Promise<void> {
  refuseIf(whyNotChangeStep(step, request.status))
  if ((await moveRequest(ctx, request.id, step)) !== 1) refuseIf(whyNotChangeStep(step, 'withdrawn'))
  await insertStep(ctx, request.id, step, said)
  await told(ctx, request.organization, `change.${step}`, said)
}

/** Events of requests stand in the audit trail of the organization. */
const told = (ctx: Context, organization: string, action: string, reason: string | null) =>
  record(ctx, { action, subjectKind: 'organization', subject: organization, reason })

type Facts = Awaited<ReturnType<typeof factsFor>>

async function deskFor(
  ctx: Context,
  organization: string,
  { tier, area }: Facts,
  change: ChangeDraft,
): Promise<{ desk: string; due: Day }> {
  const rules = await rulesFor(ctx.db, area)
  const to = change.kind === 'move' ? change.to : null
  if (to) refuseIf(whyNotThere(await knownArea(ctx.db, to)))
  const desk = await deskOf(ctx.db, organization, rules['changes.decidedAt'][tier], to)
  if (desk === null) throw tooFar
  return { desk, due: dueOn(ctx.today, rules['changes.decideWithin']) }
}

/** A new name must be lawful; one that stays as it is may be as it is. */
async function whyNotRename(ctx: Context, name: string | undefined, facts: Facts): Promise<Problem | null> {
  return name === undefined
    ? null
    : whyNotNewName(ctx.db, { ...facts, name, known: [facts.now], at: 'asked.name' })
}

const nameIn = (change: ChangeDraft): string | undefined =>
  change.kind === 'details' ? change.asked.name : undefined

function whyNotThere(area: { virtual: boolean } | null): Problem | null {
  if (area && !area.virtual) return null
  return new Problem(422, {
    code: 'change.noSuchArea',
    message: '没有找到要迁入的社区（村）。',
    mend: '请从列表中重新选择。',
    faults: [{ at: 'to', message: '没有找到' }],
  })
}

const tooFar = new Problem(422, {
  code: 'change.tooFar',
  message: '要迁入的地方在外省，这里办不了。',
  mend: '请在原地办理注销，到迁入地重新备案或登记。',
})

function whyNotOtherKind({ kind }: RequestRow, change: ChangeDraft): Problem | null {
  if (kind === change.kind) return null
  return new Problem(422, {
    code: 'change.otherKind',
    message: '补正时不能把变更改成迁移，或把迁移改成变更。',
    mend: '请撤回这一项，另提一项。',
  })
}

/** Who returns or refuses says why; consent needs no words. */
function whyNotSilent(decision: Decision['decision'], said: string | null): Problem | null {
  if (decision === 'approve' || said) return null
  return new Problem(422, {
    code: 'change.sayWhy',
    message: '退回或不同意要写明理由。',
    mend: '请写明哪里不对、怎样改。',
    faults: [{ at: 'said', message: '请写明理由' }],
  })
}

/** A phone number with hidden digits stands for the one that is known. */
function withPhone(change: ChangeDraft, known: string | null): ChangeDraft {
  if (change.kind !== 'details' || change.asked.phone === undefined) return change
  const phone = unmask(change.asked.phone, known)
  if (phone === null || isMasked(phone)) throw maskedPhone
  return { ...change, asked: { ...change.asked, phone } }
}

const maskedPhone = new Problem(422, {
  code: 'change.phoneMasked',
  message: '联系电话有遮住的部分，与记录的号码不符。',
  mend: '请填写完整的号码，或者不填。',
  faults: [{ at: 'asked.phone', message: '有遮住的部分' }],
})

function explainOpen(error: unknown): never {
  if (brokenConstraint(error) !== 'change_request_one_open') throw error
  throw new Problem(409, {
    code: 'change.alreadyAsked',
    message: '这个组织已有一项同样的申请还没办结。',
    mend: '请先办结或撤回那一项；它就在这个组织的“变更与退出”里。',
  })
}

export async function shownRequest(ctx: Context, id: string): Promise<ChangeRequest> {
  const [request] = await shownRequests(ctx, { request: id })
  if (!request) throw notFound('变更申请')
  return request
}

/** With the phone numbers masked. */
export const shownRequests = async (
  ctx: Context,
  of: Parameters<typeof readRequests>[1],
): Promise<ChangeRequest[]> =>
  (await readRequests(ctx, of)).map((request) => ({
    ...request,
    asked: request.asked && maskedIn(request.asked),
    now: maskedIn(request.now),
  }))

const maskedIn = <T extends { phone?: string | null | undefined }>(facts: T): T =>
  facts.phone ? { ...facts, phone: maskPhone(facts.phone) } : facts
