// The endpoints of rules, each with its handler.
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../platform/context.ts'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { authorize } from '../../../platform/policy.ts'
import { areaSubject } from '../../areas/server/index.ts'
import { checkRuleSet } from '../rule-set-check.ts'
import { rulesApi } from '../rules-api.ts'
import { changeRules, loadRuleSetText } from './rule-set-commands.ts'
import { visibleSets } from './rule-set-store.ts'
import { historyOf, inForceAt } from './rules-views.ts'

/** What else must be brought in line when the rules of an area change; null: of the whole country. */
export type FollowRules = (ctx: Context, area: string | null) => Promise<void>

export const mountRules = (app: FastifyInstance, services: Services, follow: FollowRules): void =>
  mount(app, services, rulesApi, handlersOf(follow))

const handlersOf = (follow: FollowRules): Handlers<typeof rulesApi> => ({
  sets: async (ctx) => ({ items: await visibleSets(ctx) }),
  inForce: async (ctx, { params }) => {
    await authorizeReading(ctx, params.area)
    return inForceAt(ctx, params.area)
  },
  history: async (ctx, { params, query }) => {
    await authorizeReading(ctx, params.area)
    return historyOf(ctx, params.area, query)
  },
  change: async (ctx, { params, body }) => {
    await changeRules(ctx, params.area, body)
    await follow(ctx, params.area)
    return inForceAt(ctx, params.area)
  },
  check: async (_ctx, { body }) => {
    const { ruleSet, faults } = checkRuleSet(body.text, 'rules.yaml')
    const { title, area, version, values } = ruleSet ?? {}
    return {
      summary:
        title && area && version && values
          ? { title, area: area.code, version, decides: Object.keys(values).length }
          : null,
      faults,
    }
  },
  load: async (ctx, { body }) => {
    const area = await loadRuleSetText(ctx, body.text, body.reason)
    await follow(ctx, area)
    return inForceAt(ctx, area ?? '')
  },
})

const authorizeReading = (ctx: Context, area: string): Promise<void> =>
  authorize(ctx, 'rule.see', { ...areaSubject(area), see: 'rule.see' })
