// Serves the endpoints of dated records.
import type { FastifyInstance } from 'fastify'
import { sendFile } from '../../../platform/files/index.ts'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { isDayKey, pageAfter, pageToken } from '../../../platform/page-place.ts'
import { notFound } from '../../../platform/policy.ts'
import { recordsApi } from '../records-api.ts'
import {
  attachTo,
  correctRecord,
  endLasting,
  enterRecord,
  seeRecord,
  withdrawRecord,
} from './record-commands.ts'
import { exportRecords } from './record-export.ts'
import { conditionOf } from './record-filter-store.ts'
import { countRecords, fileOf, listRecords } from './record-store.ts'

/** A list stops counting here. */
const countCap = 10_000

export const mountRecords = (app: FastifyInstance, services: Services): void =>
  mount(app, services, recordsApi, handlersOf(services))

const handlersOf = ({ database }: Services): Handlers<typeof recordsApi> => ({
  list: async (ctx, { query }) => {
    const items = await listRecords(ctx, {
      action: 'record.see',
      condition: await conditionOf(ctx, query),
      after: pageAfter(query.after, isDayKey),
      limit: query.limit,
    })
    const rows = items.map(({ id, startsOn }) => ({ id, key: startsOn }))
    return { items, next: pageToken(rows, query.limit) }
  },
  count: async (ctx, { query }) => {
    const counted = await countRecords(ctx, await conditionOf(ctx, query), countCap)
    return { value: Math.min(counted, countCap), capped: counted > countCap }
  },
  export: (ctx, { query }) => exportRecords(ctx, database, query),
  one: (ctx, { params }) => seeRecord(ctx, params.id),
  enter: (ctx, { body }) => enterRecord(ctx, body),
  correct: (ctx, { params, body }) => correctRecord(ctx, params.id, body),
  withdraw: (ctx, { params, body }) => withdrawRecord(ctx, params.id, body.reason),
  end: (ctx, { params, body }) => endLasting(ctx, params.id, body),
  attach: (ctx, { params, upload }) => attachTo(ctx, params.id, upload),
  file: async (ctx, { params }) => {
    await seeRecord(ctx, params.id)
    const file = await fileOf(ctx, params.id)
    if (!file) throw notFound('文件')
    return sendFile(ctx.db, file)
  },
})
