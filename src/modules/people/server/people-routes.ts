// The endpoints of people, each with its handler.
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../platform/context.ts'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { authorityOf, type Policy } from '../../../platform/policy.ts'
import { withinArea } from '../../areas/server/index.ts'
import { peopleApi, type Session } from '../people-api.ts'
import {
  changeOwnPassword,
  createPerson,
  postPerson,
  resetPassword,
  unpostPerson,
} from './people-commands.ts'
import {
  administratorExists,
  demoAccounts,
  isDemo,
  listPeople,
  loginOf,
  postings,
  preference,
  setPreference,
  whoIs,
} from './people-store.ts'
import { type PeopleKnown, recognize } from './sign-in.ts'

/** Shown on the sign-in page of a demo world, never elsewhere. */
export const demoPassword = 'Jusha-Demo-2023'

export function mountPeople(app: FastifyInstance, services: Services, known: PeopleKnown): void {
  mount(app, services, peopleApi, handlers(services.policy, known), { signIn: signInsPerMinute })
}

/** Of one address. A whole authority may stand behind it at the start of a working day. */
const signInsPerMinute = 600

const handlers = (policy: Policy, known: PeopleKnown): Handlers<typeof peopleApi> => ({
  session: (ctx) => sessionOf(ctx, policy, ctx.who.id),
  signIn: async (ctx, { body, request }) => {
    const person = await recognize(ctx, { ...body, address: request.ip })
    ctx.afterCommit(async () => {
      await request.session.regenerate()
      request.session.person = person
    })
    return sessionOf(ctx, policy, person)
  },
  signOut: async (ctx, { request }) => {
    ctx.afterCommit(() => request.session.destroy())
    return {}
  },
  changePassword: async (ctx, { body, request }) => {
    await changeOwnPassword(ctx, body.current, body.next, request.session.sessionId)
    return {}
  },
  preference: async (ctx, { params }) => ({ value: await preference(ctx.db, ctx.who.id ?? '', params.key) }),
  setPreference: async (ctx, { params, body }) => {
    await setPreference(ctx.db, ctx.who.id ?? '', params.key, body.value)
    return {}
  },
  demoAccounts: async (ctx) =>
    (await isDemo(ctx.db))
      ? { password: demoPassword, accounts: await demoAccounts(ctx.db) }
      : { password: null, accounts: [] },
  list: async (ctx, { query }) => {
    const within = query.area ? await withinArea(ctx.db, query.area, 'a') : null
    const items = await listPeople(ctx, { within, q: query.q, after: query.after, limit: query.limit })
    return { items, next: items.length === query.limit ? (items.at(-1)?.loginName ?? null) : null }
  },
  create: (ctx, { body }) => createPerson(ctx, body, body.posting),
  addPosting: (ctx, { params, body }) => {
    ctx.afterCommit(known.forget)
    return postPerson(ctx, params.id, body)
  },
  endPosting: (ctx, { params }) => {
    ctx.afterCommit(known.forget)
    return unpostPerson(ctx, params.id, params.posting)
  },
  resetPassword: async (ctx, { params, body }) => {
    await resetPassword(ctx, params.id, body.next)
    return {}
  },
})

/** Who is signed in, as the pages need it. */
export async function sessionOf(ctx: Context, policy: Policy, person: string | null): Promise<Session> {
  const who = person ? await whoIs(ctx.db, person) : null
  const firstRun = !person && !(await administratorExists(ctx.db))
  const account = person && who ? await loginOf(ctx.db, person) : null
  return {
    person: account,
    postings: account ? await postings(ctx.db, account.id) : [],
    may: who ? authorityOf(who, policy).actions() : [],
    demo: await isDemo(ctx.db),
    firstRun,
    today: ctx.today,
  }
}
