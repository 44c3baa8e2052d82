// The endpoints of the three tiers, each with its handler.
import type { FastifyInstance } from 'fastify'
import { mount, type Services } from '../../../platform/http.ts'
import { tiersApi } from '../tiers-api.ts'
import { decideTier, keepMany, proposalAt, recordStanding, tierOf } from './tier-commands.ts'
import { hintsOf } from './tier-store.ts'

export const mountTiers = (app: FastifyInstance, services: Services): void =>
  mount(app, services, tiersApi, {
    propose: (ctx, { query: { area, ...given } }) =>
      proposalAt(ctx, area, { ...nothingKnown, ...defined(given) }),
    one: (ctx, { params }) => tierOf(ctx, params.id),
    record: (ctx, { params, body }) => recordStanding(ctx, params.id, body),
    decide: (ctx, { params, body }) => decideTier(ctx, params.id, body),
    hints: async (ctx, { query }) => ({ items: await hintsOf(ctx, query.ids) }),
    keepMany: async (ctx, { body }) => ({ results: await keepMany(ctx, body.ids, body.reason) }),
  })

const nothingKnown = {
  ...{ people: null, units: null, founders: null, foundingUnits: null },
  ...{ staff: null, money: null, place: null, scope: null },
}

const defined = <T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
