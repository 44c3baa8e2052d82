// Serves the endpoints of workers.
import type { FastifyInstance } from 'fastify'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { pageAfter, pageToken } from '../../../platform/page-place.ts'
import { authorize } from '../../../platform/policy.ts'
import { areaSubject } from '../../areas/server/index.ts'
import { organizationSubject } from '../../organizations/server/index.ts'
import { workersApi } from '../workers-api.ts'
import { rewardHandlers } from './reward-routes.ts'
import {
  certifyWorker,
  correctCertificate,
  correctPost,
  createWorker,
  leaveWork,
  moveWorker,
  renameWorker,
  seeWorker,
} from './worker-commands.ts'
import { exportWorkers } from './worker-export.ts'
import { insideOf, workerCondition } from './worker-filter-store.ts'
import { countWorkers, listWorkers, sumWorkers, workersOf } from './worker-store.ts'

/** A list stops counting here. */
const countCap = 10_000

export const mountWorkers = (app: FastifyInstance, services: Services): void =>
  mount(app, services, workersApi, handlersOf(services))

const handlersOf = (services: Services): Handlers<typeof workersApi> => ({
  ...rewardHandlers(services),
  list: async (ctx, { query }) => {
    const items = await listWorkers(ctx, {
      action: 'worker.see',
      condition: await workerCondition(ctx, query),
      after: pageAfter(query.after),
      limit: query.limit,
    })
    const keys = items.map(({ id, name }) => ({ id, key: name }))
    return { items, next: pageToken(keys, query.limit) }
  },
  count: async (ctx, { query }) => {
    const counted = await countWorkers(ctx, await workerCondition(ctx, query), countCap)
    return { value: Math.min(counted, countCap), capped: counted > countCap }
  },
  sums: async (ctx, { query }) => {
    if (query.area) await authorize(ctx, 'worker.see', areaSubject(query.area))
    return sumWorkers(ctx, await insideOf(ctx, query))
  },
  export: (ctx, { query }) => exportWorkers(ctx, services.database, query),
  ofOrganization: async (ctx, { params }) => {
    const subject = organizationSubject(params.id)
    await authorize(ctx, 'worker.see', subject)
    const mayKeep = await authorize(ctx, 'worker.keep', subject).then(
      () => true,
      () => false,
    )
    return { items: await workersOf(ctx, params.id), mayKeep }
  },
  create: (ctx, { body }) => createWorker(ctx, body),
  one: (ctx, { params }) => seeWorker(ctx, params.id),
  rename: (ctx, { params, body }) => renameWorker(ctx, params.id, body),
  move: (ctx, { params, body }) => moveWorker(ctx, params.id, body),
  correctPost: (ctx, { params, body }) => correctPost(ctx, params.id, params.post, body),
  leave: (ctx, { params, body }) => leaveWork(ctx, params.id, body),
  certify: (ctx, { params, body }) => certifyWorker(ctx, params.id, body),
  correctCertificate: (ctx, { params, body }) => correctCertificate(ctx, params.id, params.certificate, body),
})
