// The endpoints of the register, each with its handler.
import type { FastifyInstance } from 'fastify'
import type { Day } from '../../../kernel/time.ts'
import type { Context } from '../../../platform/context.ts'
import { type Handlers, JsonText, mount, type Services } from '../../../platform/http.ts'
import { notFound } from '../../../platform/policy.ts'
import { organizationsApi } from '../organizations-api.ts'
import { exportOrganizations } from './export.ts'
import { nearDuplicates } from './near-duplicates.ts'
import {
  authorizeOrganization,
  changeMany,
  createOrganization,
  editOrganization,
  moveOrganization,
  showPhone,
} from './organization-commands.ts'
import { afterIn, afterOf, afterToken, conditionOf, sortOf } from './organization-filter-store.ts'
import { countOrganizations, listOrganizations, organizationText } from './organization-store.ts'
import { timelineOf } from './timeline-store.ts'

/** A list stops counting here. */
const countCap = 10_000

/** Ends what hangs on organizations in the modules above, from the day on which they leave. */
export type Leave = (ctx: Context, ids: readonly string[], on: Day, reason: string) => Promise<void>

export const mountOrganizations = (app: FastifyInstance, services: Services, leave: Leave): void =>
  mount(app, services, organizationsApi, handlersOf(services, leave))

const handlersOf = ({ database }: Services, leave: Leave): Handlers<typeof organizationsApi> => ({
  list: async (ctx, { query }) => {
    const condition = await conditionOf(ctx.db, query)
    const after = afterIn(query)
    const found = await listOrganizations(ctx, {
      action: 'organization.see',
      condition,
      sort: sortOf(query),
      after,
      limit: query.limit,
    })
    const last = found.length === query.limit ? found.at(-1) : undefined
    const next = JSON.stringify(last ? afterToken(last.key, last.id) : null)
    return new JsonText(`{"items":[${found.map(({ view }) => view).join()}],"next":${next}}`)
  },
  count: async (ctx, { query }) => {
    const counted = await countOrganizations(ctx, await conditionOf(ctx.db, query), countCap)
    return { value: Math.min(counted, countCap), capped: counted > countCap }
  },
  nearDuplicates: async (ctx, { query }) => ({ items: await nearDuplicates(ctx, query) }),
  export: (ctx, { query }) => exportOrganizations(ctx, database, query),
  one: async (ctx, { params }) => {
    const text = await organizationText(ctx, params.id)
    if (text === null) throw notFound('组织')
    return new JsonText(text)
  },
  timeline: async (ctx, { params, query }) => {
    const items = await timelineOf(ctx, params.id, afterOf(query.after), query.limit)
    if (items.length === 0 && (await organizationText(ctx, params.id)) === null) throw notFound('组织')
    const last = items.length === query.limit ? items.at(-1) : undefined
    return { items, next: last ? afterToken(last.at, last.id) : null }
  },
  create: (ctx, { body }) => createOrganization(ctx, body),
  edit: (ctx, { params, body }) => editOrganization(ctx, params.id, body),
  end: async (ctx, { params, body }) => {
    await authorizeOrganization(ctx, 'organization.edit', params.id)
    await leave(ctx, [params.id], body.on, body.reason)
    return moveOrganization(ctx, params.id, 'end', body)
  },
  revive: (ctx, { params, body }) => moveOrganization(ctx, params.id, 'revive', body),
  rest: (ctx, { params, body }) => moveOrganization(ctx, params.id, 'rest', body),
  phone: (ctx, { params }) => showPhone(ctx, params.id),
  bulkChange: async (ctx, { body }) => ({ results: await changeMany(ctx, body.ids, body.change, body) }),
})
