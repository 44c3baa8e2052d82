// The endpoints of areas, each with its handler.
import type { FastifyInstance } from 'fastify'
import { record } from '../../../platform/events.ts'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { areasApi } from '../areas-api.ts'
import { decideSettlement, loadSubtree, visibleArea } from './area-commands.ts'
import { searchAreas } from './area-search.ts'
import { childrenOf, loadedAmong } from './area-store.ts'
import { divisionHits } from './division-hits.ts'
import { importPopulation, recordPopulation } from './population.ts'
import { importSettlement } from './settlement-import.ts'

export const mountAreas = (app: FastifyInstance, services: Services): void =>
  mount(app, services, areasApi, handlers)

const handlers: Handlers<typeof areasApi> = {
  search: async (ctx, { query }) => ({ items: await searchAreas(ctx, query) }),
  area: (ctx, { params }) => visibleArea(ctx, params.code),
  children: async (ctx, { params }) => {
    await visibleArea(ctx, params.code)
    return { items: await childrenOf(ctx, params.code) }
  },
  decideSettlement: (ctx, { params, body }) => decideSettlement(ctx, params.code, body),
  importSettlement: (ctx, { upload }) => importSettlement(ctx, upload.bytes),
  recordPopulation: (ctx, { params, body }) => recordPopulation(ctx, params.code, body),
  importPopulation: (ctx, { upload, query }) => importPopulation(ctx, upload.bytes, query),
  divisions: async (ctx, { query }) => {
    const found = divisionHits(query.q)
    const loaded = await loadedAmong(
      ctx.db,
      found.map((hit) => hit.code),
    )
    return { items: found.map((hit) => ({ ...hit, loaded: loaded.has(hit.code) })) }
  },
  load: async (ctx, { body }) => {
    const result = await loadSubtree(ctx.db, body.code)
    await record(ctx, { action: 'area.load', subjectKind: 'area', subject: body.code, area: body.code })
    return result
  },
}
