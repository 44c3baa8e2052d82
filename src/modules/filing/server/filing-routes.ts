// The endpoints of applications, each with its handler.
import type { FastifyInstance } from 'fastify'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { filingApi } from '../filing-api.ts'
import { formPdf, formWord } from './application-documents.ts'
import {
  beginApplication,
  saveApplication,
  sayInThread,
  submitApplication,
  withdrawApplication,
} from './filing-commands.ts'
import { conditionOf, placeOf, placeToken } from './filing-filter-store.ts'
import { countApplications, listApplications } from './filing-list-store.ts'
import { lineOf, shownApplication } from './filing-view.ts'
import { handle, handleMany } from './handling.ts'
import { addFile, dropFile, partyOf, readFile, rosterOf, saveRoster, uploadRoster } from './papers.ts'

export const mountFiling = (app: FastifyInstance, services: Services): void =>
  mount(app, services, filingApi, handlers)

/** A list stops counting here. */
const countCap = 10_000

const handlers: Handlers<typeof filingApi> = {
  list: async (ctx, { query }) => {
    const { sort, limit } = query
    const condition = await conditionOf(ctx, query)
    const found = await listApplications(ctx, { condition, sort, after: placeOf(query.after, sort), limit })
    const last = found.length === limit ? found.at(-1) : undefined
    return {
      items: found.map(({ row }) => lineOf({ ...row, sinceNow: ctx.today })),
      next: last ? placeToken(last.key, last.row.id) : null,
    }
  },
  count: async (ctx, { query }) => {
    const counted = await countApplications(ctx, await conditionOf(ctx, query), countCap)
    return { value: Math.min(counted, countCap), capped: counted > countCap }
  },
  one: (ctx, { params }) => shownApplication(ctx, params.id),
  create: (ctx, { body }) => beginApplication(ctx, body),
  save: (ctx, { params, body }) => saveApplication(ctx, params.id, body),
  submit: (ctx, { params }) => submitApplication(ctx, params.id),
  withdraw: (ctx, { params, body }) => withdrawApplication(ctx, params.id, body.words),
  roster: (ctx, { params }) => rosterOf(ctx, params.id),
  saveRoster: (ctx, { params, body }) => saveRoster(ctx, params.id, body.members),
  uploadRoster: (ctx, { params, upload }) => uploadRoster(ctx, params.id, upload),
  party: (ctx, { params }) => partyOf(ctx, params.id),
  addFile: (ctx, { params, query, upload }) => addFile(ctx, params.id, query.material, upload),
  dropFile: (ctx, { params }) => dropFile(ctx, params.id, params.file),
  file: (ctx, { params }) => readFile(ctx, params.id, params.file),
  formPdf: (ctx, { params }) => formPdf(ctx, params.id),
  formWord: (ctx, { params }) => formWord(ctx, params.id),
  say: (ctx, { params, body }) => sayInThread(ctx, params.id, 'say', body.words),
  urge: (ctx, { params, body }) => sayInThread(ctx, params.id, 'urge', body.words),
  handleInCommunity: (ctx, { params, body }) => handle(ctx, 'community', params.id, body),
  handleInTownship: (ctx, { params, body }) => handle(ctx, 'township', params.id, body),
  handleInCounty: (ctx, { params, body }) => handle(ctx, 'county', params.id, body),
  confirmMany: (ctx, { body }) => handleMany(ctx, 'community', body),
  decideMany: (ctx, { body }) => handleMany(ctx, 'township', body),
  registerMany: (ctx, { body }) => handleMany(ctx, 'county', body),
}
