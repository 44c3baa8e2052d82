// Serves the endpoints of honors.
import type { FastifyInstance } from 'fastify'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { isDayKey, pageAfter, pageToken } from '../../../platform/page-place.ts'
import { honorsApi } from '../honors-api.ts'
import {
  annulHonor,
  awardHonor,
  objectTo,
  passReview,
  refuseHonor,
  settle,
  withdrawHonor,
} from './decisions.ts'
import { addFile, dropFile, readFile } from './evidence.ts'
import { exportHonors } from './honor-export.ts'
import { conditionOf } from './honor-filter-store.ts'
import { countHonors, listHonors } from './honor-store.ts'
import { fullHonor } from './honor-views.ts'
import { awardMany, passMany } from './many.ts'
import { editHonor, nominate, recordHonor, retract } from './nominations.ts'
import { noticePdf, noticeWord } from './notice-paper.ts'
import { honorsOfOrganization } from './of-organization.ts'
import { noticesToday } from './public-store.ts'

/** A list stops counting here. */
const countCap = 10_000
/** More than a person asks, far less than a copy of everything needs. */
const askedPerMinute = 60

export const mountHonors = (app: FastifyInstance, services: Services): void =>
  mount(app, services, honorsApi, handlersOf(services), {
    ...{ notices: askedPerMinute, noticePdf: askedPerMinute, noticeWord: askedPerMinute },
  })

const handlersOf = ({ database }: Services): Handlers<typeof honorsApi> => ({
  list: async (ctx, { query }) => {
    const items = await listHonors(ctx, {
      action: 'honor.see',
      condition: await conditionOf(ctx, query),
      after: pageAfter(query.after, isDayKey),
      limit: query.limit,
    })
    const rows = items.map(({ id, nominatedOn }) => ({ id, key: nominatedOn }))
    return { items, next: pageToken(rows, query.limit) }
  },
  count: async (ctx, { query }) => {
    const counted = await countHonors(ctx, await conditionOf(ctx, query), countCap)
    return { value: Math.min(counted, countCap), capped: counted > countCap }
  },
  export: (ctx, { query }) => exportHonors(ctx, database, query),
  one: (ctx, { params }) => fullHonor(ctx, params.id),
  nominate: (ctx, { body }) => nominate(ctx, body),
  record: (ctx, { body }) => recordHonor(ctx, body),
  edit: (ctx, { params, body }) => editHonor(ctx, params.id, body),
  retract: (ctx, { params, body }) => retract(ctx, params.id, body.reason),
  pass: (ctx, { params }) => passReview(ctx, params.id),
  passMany: async (ctx, { body }) => ({ results: await passMany(ctx, body.ids) }),
  awardMany: async (ctx, { body: { ids, ...award } }) => ({ results: await awardMany(ctx, ids, award) }),
  refuse: (ctx, { params, body }) => refuseHonor(ctx, params.id, body.reason),
  award: (ctx, { params, body }) => awardHonor(ctx, params.id, body),
  withdraw: (ctx, { params, body }) => withdrawHonor(ctx, params.id, body),
  annul: (ctx, { params, body }) => annulHonor(ctx, params.id, body.reason),
  object: (ctx, { params, body }) => objectTo(ctx, params.id, body),
  settle: (ctx, { params, body }) => settle(ctx, params.id, { ...body, id: params.objection }),
  addFile: (ctx, { params, upload }) => addFile(ctx, params.id, upload),
  dropFile: (ctx, { params }) => dropFile(ctx, params.id, params.file),
  file: (ctx, { params }) => readFile(ctx, params.id, params.file),
  ofOrganization: (ctx, { params }) => honorsOfOrganization(ctx, params.id),
  notices: async (ctx, { query }) => ({ items: await noticesToday(ctx, query.area) }),
  noticePdf: (ctx, { params }) => noticePdf(ctx, params.id),
  noticeWord: (ctx, { params }) => noticeWord(ctx, params.id),
})
