// The endpoints of census, each with its handler.
import type { FastifyInstance } from 'fastify'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { censusApi } from '../census-api.ts'
import {
  closeCensus,
  createCensus,
  discardCensus,
  editCensus,
  knownCensus,
  openCensus,
  reopenCensus,
} from './census-commands.ts'
import { listCensuses } from './census-store.ts'
import { baselineOf, progressOf } from './census-views.ts'
import { exportCensus } from './export.ts'
import { addOne, answerOne, finish, resume } from './walk-commands.ts'
import { walkOf } from './walk-views.ts'

export const mountCensus = (app: FastifyInstance, services: Services): void =>
  mount(app, services, censusApi, handlersOf(services))

const handlersOf = ({ database }: Services): Handlers<typeof censusApi> => ({
  list: async (ctx) => ({ items: await listCensuses(ctx) }),
  create: (ctx, { body }) => createCensus(ctx, body),
  one: (ctx, { params }) => knownCensus(ctx, params.id),
  edit: (ctx, { params, body }) => editCensus(ctx, params.id, body),
  open: (ctx, { params }) => openCensus(ctx, params.id),
  close: (ctx, { params, body }) => closeCensus(ctx, params.id, body.reason),
  reopen: (ctx, { params, body }) => reopenCensus(ctx, params.id, body.reason),
  discard: (ctx, { params }) => discardCensus(ctx, params.id),
  progress: async (ctx, { params, query }) => progressOf(ctx, await knownCensus(ctx, params.id), query.area),
  baseline: async (ctx, { params, query }) => baselineOf(ctx, await knownCensus(ctx, params.id), query.area),
  export: async (ctx, { params, query }) =>
    exportCensus(ctx, database, await knownCensus(ctx, params.id), query.area),
  walk: async (ctx, { params }) => walkOf(ctx, await knownCensus(ctx, params.id), params.area),
  answer: (ctx, { params, body }) => answerOne(ctx, params.id, body),
  add: (ctx, { params, body }) => addOne(ctx, params.id, body),
  finish: (ctx, { params }) => finish(ctx, params.id, params.area),
  resume: (ctx, { params }) => resume(ctx, params.id, params.area),
})
