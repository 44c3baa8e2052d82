// Signing in and out, and knowing who is asking.
import type { FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { Problem } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db.ts'
import { record } from '../../../platform/events.ts'
import { KeptRefusal } from '../../../platform/http.ts'
import type { Who } from '../../../platform/policy.ts'
import { hashOfNobody, isPassword } from './passwords.ts'
import { accountByLogin, clearFailures, countFailure, whoIs } from './people-store.ts'

const stranger: Who = { id: null, name: '未登录', postings: [] }

/** Remembers people for five seconds, so that a page of requests asks the database once. */
export function knowPeople(database: Database) {
  const memory = new LRUCache<string, Who>({ max: 20_000, ttl: 5_000 })
  return {
    whoIsAsking: async (request: FastifyRequest): Promise<Who> => {
      const person = request.session.person
      if (!person) return stranger
      const known = memory.get(person) ?? (await whoIs(database, person))
      if (known) memory.set(person, known)
      return known ?? stranger
    },
    /** After a change of postings, of the account or of its state. */
    forget: () => memory.clear(),
  }
}
export type PeopleKnown = ReturnType<typeof knowPeople>

export type SignIn = { loginName: string; password: string; address: string }

/** The id of the person whose name and password these are; refuses with the same words whichever is wrong. */
export async function recognize(ctx: Context, { loginName, password, address }: SignIn): Promise<string> {
  if ((wrongFrom.get(address) ?? 0) >= wrongPerMinute) throw tooMany
  const account = await accountByLogin(ctx.db, loginName, ctx.now)
  if (account ? account.locked : (wrongFor.get(loginName) ?? 0) >= wrongUntilLocked) throw locked
  const right = await isPassword(password, account?.passwordHash ?? (await hashOfNobody))
  if (!account || !right) throw await refusal(ctx, account?.id, loginName, address)
  await clearFailures(ctx.db, account.id)
  await record(ctx, { action: 'person.signIn', subjectKind: 'person', subject: account.id })
  return account.id
}

/** Five wrong passwords in a row lock an account, and thirty in a minute whoever tries many accounts. */
const wrongUntilLocked = 5
const wrongPerMinute = 30
const minutes = 60_000

/** By address. Only wrong ones are counted, because an office shares an address. */
const wrongFrom = new LRUCache<string, number>({ max: 50_000, ttl: minutes, noUpdateTTL: true })
/** By a login name that nobody has: it locks as an account does, so that locking does not tell which exist. */
const wrongFor = new LRUCache<string, number>({ max: 50_000, ttl: 5 * minutes })

async function refusal(
  ctx: Context,
  account: string | undefined,
  loginName: string,
  address: string,
): Promise<KeptRefusal> {
  if (account) await countFailure(ctx.db, account, ctx.now)
  else countIn(wrongFor, loginName)
  countIn(wrongFrom, address)
  return new KeptRefusal(wrong)
}

function countIn(counts: LRUCache<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

const wrong = new Problem(401, {
  code: 'signIn.wrong',
  message: '登录名或密码不对。',
  mend: '请核对后再试；连续 5 次不对会锁定 5 分钟。忘记密码请找系统管理员重设。',
})
const locked = new Problem(429, {
  code: 'signIn.locked',
  message: '密码连续输错 5 次，账号暂时锁定。',
  mend: '请 5 分钟后再试，或请系统管理员重设密码。',
})
const tooMany = new Problem(429, {
  code: 'signIn.tooMany',
  message: '从您所在的网络输错密码的次数太多。',
  mend: '请等一分钟再试。',
})
