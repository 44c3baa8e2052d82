// The endpoints of queues, each with its handler.
import type { FastifyInstance } from 'fastify'
import { mount, type Services } from '../../../platform/http.ts'
import type { WorkSources } from '../../../platform/work-source.ts'
import { queuesApi } from '../queues-api.ts'
import { exportWork, summaryOf, workPage } from './work-views.ts'

export const mountQueues = (app: FastifyInstance, services: Services, sources: WorkSources): void =>
  mount(app, services, queuesApi, {
    summary: (ctx, { query }) => summaryOf(ctx, sources, query.area),
    list: (ctx, { params, query }) => workPage(ctx, sources, params.source, query),
    export: (ctx, { params, query }) => exportWork(ctx, services.database, sources, params.source, query),
  })
