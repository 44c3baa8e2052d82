// The endpoints of leaders' accounts, each with its handler.
import type { FastifyInstance } from 'fastify'
import { mount, type Services } from '../../../platform/http.ts'
import { leadersApi } from '../leaders-api.ts'
import { createLeader, renewLeader } from './leader-commands.ts'
import { leadersIn } from './leader-store.ts'

export const mountLeaders = (app: FastifyInstance, services: Services): void =>
  mount(app, services, leadersApi, {
    list: async (ctx, { query }) => ({ items: await leadersIn(ctx, query.area) }),
    create: (ctx, { body }) => createLeader(ctx, body),
    renew: (ctx, { params }) => renewLeader(ctx, params.id),
  })
