// Serves the endpoints of naming.
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../platform/context.ts'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { authorize } from '../../../platform/policy.ts'
import { areaSubject } from '../../areas/server/index.ts'
import type { NameKind } from '../name-parts.ts'
import { namingApi } from '../naming-api.ts'
import { proposeNames } from '../propose-names.ts'
import { type NameQuestion, readName } from '../read-name.ts'
import { nameQuestion } from './name-question.ts'

export const mountNaming = (app: FastifyInstance, services: Services): void =>
  mount(app, services, namingApi, handlers)

const handlers: Handlers<typeof namingApi> = {
  check: async (ctx, { query }) => readName(query.name, await asked(ctx, query)),
  propose: async (ctx, { query }) => ({
    items: proposeNames(query.words, await asked(ctx, query), query.category ?? null),
  }),
}

async function asked(ctx: Context, { area, kind }: { area: string; kind: NameKind }): Promise<NameQuestion> {
  await authorize(ctx, 'name.check', areaSubject(area))
  return nameQuestion(ctx.db, area, kind)
}
