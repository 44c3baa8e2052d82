// Serves the endpoints of charters.
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../platform/context.ts'
import { sendFile } from '../../../platform/files/index.ts'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { authorize, notFound } from '../../../platform/policy.ts'
import type { Charter } from '../charter.ts'
import { chartersApi } from '../charters-api.ts'
import { acknowledgePaper, correctVote, enterCharter, recordVote } from './charter-decisions.ts'
import { pdfOf, wordOf } from './charter-documents.ts'
import { discardCharter, editCharter, startCharter, uploadPaper, whyNotDraft } from './charter-drafts.ts'
import { ownerOf, ownerSubject, paperOf, versionsOf } from './charter-store.ts'
import { seeCharter, viewCharter } from './charter-view.ts'

export const mountCharters = (app: FastifyInstance, services: Services): void =>
  mount(app, services, chartersApi, handlers)

const handlers: Handlers<typeof chartersApi> = {
  list: async (ctx, { params }) => {
    await authorize(ctx, 'charter.see', ownerSubject(params.id))
    const owner = await ownerOf(ctx, params.id)
    const items = await versionsOf(ctx.db, params.id)
    return { items, may: owner.may, whyNotDraft: whyNotDraft(owner, items)?.message ?? null }
  },
  start: async (ctx, { params, body }) => viewCharter(ctx, await startCharter(ctx, params.id, body.from)),
  upload: async (ctx, { params, upload }) => viewCharter(ctx, await uploadPaper(ctx, params.id, upload)),
  one: (ctx, { params }) => viewCharter(ctx, params.id),
  edit: (ctx, { params, body }) => then(ctx, params.id, editCharter(ctx, params.id, body)),
  discard: (ctx, { params, body }) => then(ctx, params.id, discardCharter(ctx, params.id, body.reason)),
  vote: (ctx, { params, body }) => then(ctx, params.id, recordVote(ctx, params.id, body)),
  correctVote: (ctx, { params, body }) => then(ctx, params.id, correctVote(ctx, params.id, body)),
  acknowledge: (ctx, { params, body }) => then(ctx, params.id, acknowledgePaper(ctx, params.id, body)),
  enter: (ctx, { params, body }) => then(ctx, params.id, enterCharter(ctx, params.id, body.inForceOn)),
  file: async (ctx, { params }) => {
    await seeCharter(ctx, params.id)
    const file = await paperOf(ctx.db, params.id)
    if (!file) throw notFound('文件')
    return sendFile(ctx.db, file)
  },
  pdf: async (ctx, { params }) => pdfOf(await seeCharter(ctx, params.id)),
  word: async (ctx, { params }) => wordOf(await seeCharter(ctx, params.id)),
}

/** Whoever may change a charter may see it. */
async function then(ctx: Context, id: string, work: Promise<void>): Promise<Charter> {
  await work
  return viewCharter(ctx, id)
}
