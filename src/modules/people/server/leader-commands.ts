// Accounts of organizations' leaders: opened by the community, on a printed slip, for leading and nothing else.
import { randomInt } from 'node:crypto'
import { Problem } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { record } from '../../../platform/events.ts'
import { authorize } from '../../../platform/policy.ts'
import { endSessions } from '../../../platform/sessions.ts'
import { areaSubject } from '../../areas/server/index.ts'
import type { AccountSlip } from '../leaders-api.ts'
import { freeLogin, holdsMore, leaderIn, leaderSubject } from './leader-store.ts'
import { hashPassword } from './passwords.ts'
import { addPerson, addPosting } from './people-commands.ts'
import { setPassword } from './people-store.ts'

/** The sign-in name is the leader's own, with a number where another has it: nothing to be remembered. */
export async function createLeader(
  ctx: Context,
  { displayName, area }: { displayName: string; area: string },
): Promise<AccountSlip> {
  await authorize(ctx, 'person.createLeader', areaSubject(area))
  const loginName = await freeLogin(ctx.db, signInName(displayName))
  const password = firstPassword()
  const id = await addPerson(ctx, { loginName, displayName, password })
  await addPosting(ctx, id, 'organizationLeader', area)
  return slip(ctx, id, password)
}

export async function renewLeader(ctx: Context, id: string): Promise<AccountSlip> {
  await authorize(ctx, 'person.createLeader', leaderSubject(id))
  if (await holdsMore(ctx, id)) throw moreThanLeader
  const password = firstPassword()
  await setPassword(ctx.db, id, await hashPassword(password))
  await endSessions(ctx.db, id)
  await record(ctx, { action: 'person.resetPassword', subjectKind: 'person', subject: id })
  return slip(ctx, id, password)
}

/** Whoever sets a password can sign in as that person. */
const moreThanLeader = new Problem(403, {
  code: 'person.moreThanLeader',
  message: '这个人还有别的岗位，不能由您重设密码。',
  mend: '请由系统管理员办理，或由本人在“我的账号”中修改。',
})

async function slip(ctx: Context, id: string, password: string): Promise<AccountSlip> {
  return { ...(await leaderIn(ctx.db, id)), password }
}

const signInName = (displayName: string): string =>
  displayName.replace(/[^\p{L}\p{N}._@-]/gu, '').slice(0, 20) || '负责人'

const letters = 'abcdefghjkmnpqrstuvwxyz'
const pick = (from: string): string => from.charAt(randomInt(from.length))

/** Four letters and four digits, without those that look alike: Kmpt-4827. About 2 × 10⁹; five failures lock. */
function firstPassword(): string {
  const word = Array.from({ length: 4 }, () => pick(letters)).join('')
  const digits = Array.from({ length: 4 }, () => pick('23456789')).join('')
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}-${digits}`
}
