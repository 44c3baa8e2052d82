// Serves the endpoints of projects.
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../platform/context.ts'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { isDayKey, pageAfter, pageToken } from '../../../platform/page-place.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import { organizationSubject } from '../../organizations/server/index.ts'
import { whyNotDoer } from '../project-rules.ts'
import { projectsApi } from '../projects-api.ts'
import { begin, correct, editPlan, finish, planProject, remind, stop } from './project-commands.ts'
import { exportProjects } from './project-export.ts'
import { conditionOf, ofOrganization } from './project-filter-store.ts'
import { countProjects, doerOf, listProjects, oneProject } from './project-store.ts'
import { countWithout, listWithout, withoutCondition } from './without-store.ts'

/** A list stops counting here. */
const countCap = 10_000
/** As many of one organization as its page shows. */
const mostOfOne = 100

export const mountProjects = (app: FastifyInstance, services: Services): void =>
  mount(app, services, projectsApi, handlersOf(services))

const capped = (counted: number) => ({ value: Math.min(counted, countCap), capped: counted > countCap })

const handlersOf = ({ database }: Services): Handlers<typeof projectsApi> => ({
  list: async (ctx, { query }) => {
    const items = await listProjects(ctx, {
      action: 'project.see',
      condition: await conditionOf(ctx, query),
      after: pageAfter(query.after, isDayKey),
      limit: query.limit,
    })
    const places = items.map(({ id, startsOn }) => ({ id, key: startsOn }))
    return { items, next: pageToken(places, query.limit) }
  },
  count: async (ctx, { query }) => capped(await countProjects(ctx, await conditionOf(ctx, query), countCap)),
  export: (ctx, { query }) => exportProjects(ctx, database, query),
  without: async (ctx, { query }) => {
    const [, after = null] = pageAfter(query.after) ?? []
    const condition = await withoutCondition(ctx, 'project.see', query)
    const items = await listWithout(ctx, condition, { year: query.year, after, limit: query.limit })
    return {
      items,
      next: pageToken(
        items.map(({ id }) => ({ id, key: '' })),
        query.limit,
      ),
    }
  },
  withoutCount: async (ctx, { query }) =>
    capped(await countWithout(ctx, await withoutCondition(ctx, 'project.see', query), countCap)),
  remind: async (ctx, { body }) => ({ reminded: await remind(ctx, body.ids) }),
  one: async (ctx, { params }) => {
    const project = await oneProject(ctx, params.id)
    if (!project) throw notFound('项目')
    return project
  },
  ofOrganization: (ctx, { params }) => projectsOf(ctx, params.id),
  plan: (ctx, { params, body }) => planProject(ctx, params.id, body),
  edit: (ctx, { params, body }) => editPlan(ctx, params.id, body),
  begin: (ctx, { params, body }) => begin(ctx, params.id, body),
  finish: (ctx, { params, body }) => finish(ctx, params.id, body),
  correct: (ctx, { params, body }) => correct(ctx, params.id, body),
  stop: (ctx, { params, body }) => stop(ctx, params.id, body),
})

async function projectsOf(ctx: Context, id: string) {
  await authorize(ctx, 'project.see', organizationSubject(id))
  const [items, doer] = await Promise.all([
    listProjects(ctx, {
      ...{ action: 'project.see', condition: ofOrganization(id), after: null, limit: mostOfOne },
    }),
    doerOf(ctx, id),
  ])
  return {
    items,
    whyNotPlan: (doer && whyNotDoer(doer)?.message) ?? null,
    mayPlan: doer?.mayPlan ?? false,
  }
}
