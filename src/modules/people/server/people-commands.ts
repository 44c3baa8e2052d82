// Giving accounts and postings, and changing passwords.
import { Problem } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { brokenConstraint } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import { authorize } from '../../../platform/policy.ts'
import { endSessions } from '../../../platform/sessions.ts'
import { areaSubject } from '../../areas/server/index.ts'
import type { Person } from '../people-api.ts'
import type { Role } from '../roles.ts'
import { hashPassword, isPassword } from './passwords.ts'
import {
  accountById,
  endPosting,
  holdsElsewhere,
  insertPerson,
  insertPosting,
  onePerson,
  personSubject,
  postingSubject,
  setPassword,
} from './people-store.ts'

export type AccountDraft = { loginName: string; displayName: string; password: string; demo?: boolean }

export async function createPerson(
  ctx: Context,
  draft: AccountDraft,
  posting: { role: Role; area: string },
): Promise<Person> {
  await authorize(ctx, 'person.create', areaSubject(posting.area))
  const id = await addPerson(ctx, draft)
  await addPosting(ctx, id, posting.role, posting.area)
  return onePerson(ctx, id)
}

/** Writes the account; the caller has authorized it. */
export async function addPerson(ctx: Context, draft: AccountDraft): Promise<string> {
  const id = ctx.newId()
  const passwordHash = await hashPassword(draft.password)
  await insertPerson(ctx, { ...draft, id, passwordHash, demo: draft.demo ?? false }).catch(explainTaken)
  await record(ctx, { action: 'person.create', subjectKind: 'person', subject: id })
  return id
}

export async function addPosting(ctx: Context, person: string, role: Role, area: string): Promise<void> {
  await insertPosting(ctx, person, role, area).catch(explainTaken)
  await record(ctx, {
    action: 'person.post',
    subjectKind: 'person',
    subject: person,
    area,
    changes: [{ field: 'role', from: null, to: role }],
  })
}

export async function postPerson(
  ctx: Context,
  person: string,
  posting: { role: Role; area: string },
): Promise<Person> {
  await authorizePerson(ctx, person)
  await authorize(ctx, 'person.edit', areaSubject(posting.area))
  await addPosting(ctx, person, posting.role, posting.area)
  return onePerson(ctx, person)
}

export async function unpostPerson(ctx: Context, person: string, posting: string): Promise<Person> {
  await authorizePerson(ctx, person)
  if (person === ctx.who.id) throw ownPosting
  await authorize(ctx, 'person.edit', postingSubject(person, posting))
  await endPosting(ctx, person, posting)
  await endSessions(ctx.db, person)
  await record(ctx, { action: 'person.unpost', subjectKind: 'person', subject: person })
  return onePerson(ctx, person)
}

const ownPosting = new Problem(422, {
  code: 'person.ownPosting',
  message: '不能撤去自己的岗位。',
  mend: '请由另一位系统管理员办理，以免无人管理。',
})

export async function changeOwnPassword(
  ctx: Context,
  current: string,
  next: string,
  session: string,
): Promise<void> {
  const account = ctx.who.id ? await accountById(ctx.db, ctx.who.id) : null
  if (!account || !(await isPassword(current, account.passwordHash))) throw wrongCurrent
  await setPassword(ctx.db, account.id, await hashPassword(next))
  await endSessions(ctx.db, account.id, session)
  await record(ctx, { action: 'person.changePassword', subjectKind: 'person', subject: account.id })
}

const wrongCurrent = new Problem(422, {
  code: 'password.wrong',
  message: '现在的密码不对。',
  mend: '请核对后再试。',
  faults: [{ at: 'current', message: '现在的密码不对' }],
})

export async function resetPassword(ctx: Context, person: string, next: string): Promise<void> {
  await authorizePerson(ctx, person)
  if (await holdsElsewhere(ctx, person)) throw postedElsewhere
  await setPassword(ctx.db, person, await hashPassword(next))
  await endSessions(ctx.db, person)
  await record(ctx, { action: 'person.resetPassword', subjectKind: 'person', subject: person })
}

/** Whoever sets a password can sign in as that person, with all that the person may do anywhere. */
const postedElsewhere = new Problem(403, {
  code: 'person.postedElsewhere',
  message: '这个人在您的管理范围以外还有岗位，不能由您重设密码。',
  mend: '请由管理范围包含其全部岗位的系统管理员办理，或由本人在“我的账号”中修改。',
})

const authorizePerson = (ctx: Context, person: string) =>
  authorize(ctx, 'person.edit', personSubject(ctx, person))

function explainTaken(error: unknown): never {
  if (brokenConstraint(error) === 'person_login_name_unique') {
    throw new Problem(422, {
      code: 'person.loginNameTaken',
      message: '这个登录名已有人使用。',
      mend: '请换一个登录名。',
      faults: [{ at: 'loginName', message: '这个登录名已有人使用' }],
    })
  }
  if (brokenConstraint(error) === 'posting_held_once') {
    throw new Problem(422, {
      code: 'person.postingHeld',
      message: '这个人已担任该岗位。',
      mend: '不必再加。',
    })
  }
  throw error
}
