// The endpoints of queues, each with its handler.
import type { FastifyInstance } from 'fastify'
import { mount, type Services } from '../../../platform/http.ts'
import { queuesApi } from '../queues-api.ts'
import { type AllWork, exportWork, summaryOf, workPage } from './work-views.ts'

export const mountQueues = (app: FastifyInstance, services: Services, work: AllWork): void =>
  mount(app, services, queuesApi, {
    summary: (ctx, { query }) => summaryOf(ctx, work, query.area),
    list: (ctx, { params, query }) => workPage(ctx, work, params.source, query),
    export: (ctx, { params, query }) => exportWork(ctx, services.database, work, params.source, query),
  })
