// The first run: makes an empty installation somebody's own.
import type { FastifyInstance } from 'fastify'
import { Problem } from '../../../kernel/problem.ts'
import type { Context } from '../../../platform/context.ts'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { divisionHits, loadSubtree } from '../../areas/server/index.ts'
import { firstRunApi } from '../../people/first-run-api.ts'
import { addPerson, addPosting, administratorExists, sessionOf } from '../../people/server/index.ts'
import { loadShippedRules } from '../../rules/server/index.ts'
import { loadPackText } from './pack-commands.ts'
import { holdFirstRun } from './programme-store.ts'
import { shippedPacks, shippedText } from './shipped-packs.ts'

export const mountFirstRun = (app: FastifyInstance, services: Services): void =>
  mount(app, services, firstRunApi, handlersOf(services))

const handlersOf = ({ policy }: Services): Handlers<typeof firstRunApi> => ({
  divisions: async (ctx, { query }) => {
    await refuseWhenFounded(ctx)
    return { items: divisionHits(query.q) }
  },
  packs: async (ctx) => {
    await refuseWhenFounded(ctx)
    const items = shippedPacks().map(({ id, title, area, document }) => ({
      id,
      title,
      area: area.code,
      areaName: area.name,
      note: area.example ?? document.number ?? document.title,
    }))
    return { items }
  },
  // Asked until it is over, and once more by who had just asked: nothing to refuse.
  progress: async (ctx) => ({ progress: (await administratorExists(ctx.db)) ? null : loading }),
  found: async (ctx, { body, request }) => {
    await holdFirstRun(ctx.db)
    await refuseWhenFounded(ctx)
    await loadSubtree(ctx.db, body.area, (progress) => {
      loading = progress
    })
    const person = await addPerson(ctx, body.administrator)
    await addPosting(ctx, person, 'administrator', body.area)
    const text = body.packText ?? (body.pack ? shippedText(body.pack) : null)
    if (text) await loadPackText(ctx, text, body.area)
    await loadShippedRules(ctx, body.packText === undefined ? body.pack : null, body.area)
    ctx.afterCommit(async () => {
      await request.session.regenerate()
      request.session.person = person
    })
    return sessionOf(ctx, policy, person)
  },
})

/** Of the first run that this process carries out; another process says nothing. */
let loading: { done: number; total: number } | null = null

async function refuseWhenFounded(ctx: Context): Promise<void> {
  if (!(await administratorExists(ctx.db))) return
  throw new Problem(403, {
    code: 'firstRun.done',
    message: '本系统已经有管理员，初次设置已完成。',
    mend: '请直接登录；忘记密码请找系统管理员重设。',
  })
}
