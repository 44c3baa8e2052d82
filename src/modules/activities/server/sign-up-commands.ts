// What can be done about signing up: by everybody on the public page, and by the organizer for others.
import { minuteOf } from '../../../kernel/minute.ts'
import { Problem, refuseIf } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import { authorize } from '../../../platform/policy.ts'
import { maskPhone } from '../../organizations/masking.ts'
import { sessionSecret } from '../../people/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import type { PublicActivity, SignUp, SignUpDraft, SignUpOnBehalf, Ticket } from '../sign-up.ts'
import { freeFor, seatFor, signedUpAlready, whyNotCancel, whyNotSignUp } from '../sign-up-rules.ts'
import { activitySubject } from './activity-store.ts'
import { foldCode, hashPhone, randomCode } from './codes.ts'
import {
  cancelSignUp,
  type Door,
  insertSignUp,
  lockDoor,
  moveUp,
  publicActivity,
  signUpsOf,
  ticketBy,
} from './sign-up-store.ts'

export async function showPublic(ctx: Context, code: string): Promise<PublicActivity> {
  const found = await publicActivity(ctx.db, foldCode(code))
  if (!found) throw unknownPage
  const { signUp, area, ...shown } = found
  const seats = { ...shown, waitingAtMost: await waitingAtMost(ctx, area) }
  const door = { status: shown.status, signUp, until: shown.signUpUntil }
  const problem = whyNotSignUp(door, seats, minuteOf(ctx.now))
  return { ...shown, whyNot: problem && wordsOf(problem), full: seatFor(seats) !== 'going' }
}

const wordsOf = ({ body: { message, mend } }: Problem): string => (mend ? `${message}${mend}` : message)

const waitingAtMost = async (ctx: Context, area: string): Promise<number> =>
  (await rulesFor(ctx.db, area))['activities.waitingAtMost']

/** Takes a place, or the next turn on the waiting list. The same number can do it once. */
export async function signUp(ctx: Context, code: string, draft: SignUpDraft): Promise<Ticket> {
  const door = await lockDoor(ctx.db, { code: foldCode(code) })
  if (!door) throw unknownPage
  const seats = { ...door, waitingAtMost: await waitingAtMost(ctx, door.area) }
  refuseIf(whyNotSignUp(door, seats, minuteOf(ctx.now)))
  return enter(ctx, door, { ...draft, status: seatFor(seats) ?? 'waiting' })
}

type Entering = { name: string; phone: string | null; status: 'going' | 'waiting' }

async function enter(ctx: Context, door: Door, { name, phone, status }: Entering): Promise<Ticket> {
  const ticket = randomCode()
  const phoneHash = phone && hashPhone(phone, await sessionSecret(ctx.db))
  await insertSignUp(ctx, { activity: door.id, name, phone, phoneHash, code: ticket, status }).catch(explain)
  return ticketOf(ctx, door.id, ticket)
}

function explain(error: unknown): never {
  throw brokenConstraint(error) === 'activity_sign_up_phone_once' ? signedUpAlready : error
}

export async function showTicket(ctx: Context, code: string, ticket: string): Promise<Ticket> {
  const door = await lockDoor(ctx.db, { code: foldCode(code) })
  if (!door) throw unknownPage
  return ticketOf(ctx, door.id, foldCode(ticket))
}

async function ticketOf(ctx: Context, activity: string, ticket: string): Promise<Ticket> {
  const found = await ticketBy(ctx.db, activity, ticket)
  if (!found) throw unknownTicket
  const { id: _, ...shown } = found
  return shown
}

/** Who knows the code may give the place back; the first who waits moves up. */
export async function giveBack(ctx: Context, code: string, ticket: string): Promise<Ticket> {
  const door = await lockDoor(ctx.db, { code: foldCode(code) })
  if (!door) throw unknownPage
  const own = await ticketBy(ctx.db, door.id, foldCode(ticket))
  if (!own) throw unknownTicket
  refuseIf(whyNotCancel(own, door, minuteOf(ctx.now)))
  await release(ctx, door, own)
  return ticketOf(ctx, door.id, own.code)
}

async function release(ctx: Context, door: Door, own: { id: string; status: string }): Promise<void> {
  if ((await cancelSignUp(ctx, own.id)) !== 1) return
  const going = own.status === 'going' ? door.going - 1 : door.going
  await moveUp(ctx, door.id, freeFor({ ...door, going }))
}

export async function listSignUps(ctx: Context, id: string): Promise<{ items: SignUp[] }> {
  await authorize(ctx, 'activity.seeSignUps', activitySubject(id))
  return masked(ctx, id)
}

async function masked(ctx: Context, id: string): Promise<{ items: SignUp[] }> {
  const rows = await signUpsOf(ctx.db, id)
  return { items: rows.map((row) => ({ ...row, phone: row.phone && maskPhone(row.phone) })) }
}

/** For somebody who came by or called: also when the waiting list is full, and after the last minute. */
export async function signUpFor(
  ctx: Context,
  id: string,
  { name, phone }: SignUpOnBehalf,
): Promise<{ items: SignUp[] }> {
  const door = await doorOf(ctx, id)
  refuseIf(whyNotEnter(door))
  const seat = seatFor({ ...door, waitingAtMost: Number.POSITIVE_INFINITY }) ?? 'waiting'
  await enter(ctx, door, { name, phone, status: seat })
  await told(ctx, door, 'activity.signUpFor')
  return masked(ctx, id)
}

export async function cancelFor(ctx: Context, id: string, one: string): Promise<{ items: SignUp[] }> {
  const door = await doorOf(ctx, id)
  refuseIf(whyNotEnter(door))
  const own = (await signUpsOf(ctx.db, id)).find((row) => row.id === one)
  if (!own) throw unknownTicket
  await release(ctx, door, own)
  await told(ctx, door, 'activity.cancelFor')
  return masked(ctx, id)
}

/** Numbers in full, to call people; that somebody looked is on record. */
export async function showPhones(
  ctx: Context,
  id: string,
): Promise<{ items: { id: string; phone: string }[] }> {
  const door = await doorOf(ctx, id)
  await told(ctx, door, 'activity.seePhones')
  const rows = await signUpsOf(ctx.db, id)
  return { items: rows.flatMap(({ id, phone }) => (phone === null ? [] : [{ id, phone }])) }
}

async function doorOf(ctx: Context, id: string): Promise<Door> {
  await authorize(ctx, 'activity.seeSignUps', activitySubject(id))
  const door = await lockDoor(ctx.db, { id })
  if (!door) throw unknownPage
  return door
}

function whyNotEnter({ status }: Door): Problem | null {
  if (status === 'planned' || status === 'published') return null
  return new Problem(409, {
    code: 'signUp.over',
    message: '活动已经举办或取消，名单不再改动。',
    mend: '到场的人数可以在举办情况里更正。',
  })
}

/** Nobody is named on record. */
const told = (ctx: Context, { id, area }: Door, action: string): Promise<void> =>
  record(ctx, { action, subjectKind: 'activity', subject: id, area })

/** Of public pages: what exists and what does not differ in nothing but this. */
const unknownPage = new Problem(404, {
  code: 'activity.unknownPage',
  message: '没有这项活动，或者它还没有发布。',
  mend: '请重新扫海报上的二维码，或问一问发给您链接的人。',
})

const unknownTicket = new Problem(404, {
  code: 'signUp.unknown',
  message: '没有这个报名码。',
  mend: '请对照报名时显示的八位报名码再填一次；丢了的，请打电话给主办的组织或社区。',
})
