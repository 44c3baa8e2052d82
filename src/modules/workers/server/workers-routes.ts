// Serves the endpoints of workers.
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../platform/context.ts'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { pageAfter, pageToken } from '../../../platform/page-place.ts'
import { authorize, type Subject } from '../../../platform/policy.ts'
import { areaSubject } from '../../areas/server/index.ts'
import { organizationSubject } from '../../organizations/server/index.ts'
import { knownPlatform } from '../../support/server/index.ts'
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
  setAccount,
} from './worker-commands.ts'
import { exportWorkers } from './worker-export.ts'
import { insideOf, workerCondition } from './worker-filter-store.ts'
import { colleaguesAt, colleaguesAtStation, countWorkers, listWorkers, sumWorkers } from './worker-store.ts'
import { trainingsOfWorker } from './worker-trainings.ts'

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
    await authorize(ctx, 'worker.ofOrganization', subject)
    const maySee = await may(ctx, 'worker.see', subject)
    const items = await colleaguesAt(ctx, params.id)
    return {
      items: maySee ? items : items.map((one) => ({ ...one, id: null })),
      mayKeep: await may(ctx, 'worker.keep', subject),
    }
  },
  ofStation: async (ctx, { params }) => {
    const { area } = await knownPlatform(ctx, params.id)
    const items = await colleaguesAtStation(ctx, params.id)
    return {
      ...{ working: items.length, certified: items.filter(({ grade }) => grade !== 'none').length },
      items: (await may(ctx, 'worker.see', areaSubject(area))) ? items : null,
      mayKeep: await may(ctx, 'worker.keep', areaSubject(area)),
    }
  },
  create: (ctx, { body }) => createWorker(ctx, body),
  one: (ctx, { params }) => seeWorker(ctx, params.id),
  trainings: (ctx, { params, query }) => trainingsOfWorker(ctx, params.id, query),
  setAccount: (ctx, { params, body }) => setAccount(ctx, params.id, body.loginName),
  rename: (ctx, { params, body }) => renameWorker(ctx, params.id, body),
  move: (ctx, { params, body }) => moveWorker(ctx, params.id, body),
  correctPost: (ctx, { params, body }) => correctPost(ctx, params.id, params.post, body),
  leave: (ctx, { params, body }) => leaveWork(ctx, params.id, body),
  certify: (ctx, { params, body }) => certifyWorker(ctx, params.id, body),
  correctCertificate: (ctx, { params, body }) => correctCertificate(ctx, params.id, params.certificate, body),
})

const may = (ctx: Context, action: string, subject: Subject): Promise<boolean> =>
  authorize(ctx, action, subject).then(
    () => true,
    () => false,
  )
