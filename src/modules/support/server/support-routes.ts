// Serves the endpoints of support: platforms, coverage, incubation.
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../platform/context.ts'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { isAreaCode, isDayKey, pageAfter, pageToken } from '../../../platform/page-place.ts'
import { authorize } from '../../../platform/policy.ts'
import { organizationSubject } from '../../organizations/server/index.ts'
import { rulesFor } from '../../rules/server/index.ts'
import { supportApi } from '../support-api.ts'
import { exportCoverage } from './coverage-export.ts'
import { listUnits, sumUnits } from './coverage-store.ts'
import {
  apply,
  beginStage,
  decide,
  enter,
  exit,
  extend,
  knownIncubation,
  withdraw,
} from './incubation-commands.ts'
import { applicantOf, incubationsOf, listIncubations } from './incubation-store.ts'
import { exportPayments } from './payment-export.ts'
import { closeOne, createPlatform, editPlatform, knownPlatform, reopenOne } from './platform-commands.ts'
import { incubatorsFor, listPlatforms, operatedBy } from './platform-store.ts'
import { grant, pay, revoke } from './subsidy-commands.ts'
import { listPayments, sumPayments } from './subsidy-store.ts'

export const mountSupport = (app: FastifyInstance, services: Services): void =>
  mount(app, services, supportApi, handlersOf(services))

const isRank = (key: string): boolean => key === '0' || key === '1'

const handlersOf = ({ database }: Services): Handlers<typeof supportApi> => ({
  platforms: async (ctx, { query }) => {
    const items = await listPlatforms(ctx, query, {
      after: pageAfter(query.after, isAreaCode),
      limit: query.limit,
    })
    return { items, next: pageToken(items, query.limit) }
  },
  platform: (ctx, { params }) => knownPlatform(ctx, params.id),
  choices: (ctx, { query }) => choicesAt(ctx, query.area),
  create: (ctx, { body }) => createPlatform(ctx, body),
  edit: (ctx, { params, body }) => editPlatform(ctx, params.id, body.version, body.platform),
  close: (ctx, { params, body }) => closeOne(ctx, params.id, body),
  reopen: (ctx, { params }) => reopenOne(ctx, params.id),
  coverage: async (ctx, { query }) => {
    const place = { after: pageAfter(query.after, isRank, isAreaCode), limit: query.limit }
    const items = await listUnits(ctx, 'support.survey', query, place)
    return { items, next: pageToken(items, query.limit) }
  },
  sums: (ctx, { query }) => sumUnits(ctx, query),
  coverageExport: (ctx, { query }) => exportCoverage(ctx, database, query),
  incubations: async (ctx, { query }) => {
    const items = await listIncubations(ctx, query, {
      after: pageAfter(query.after, isDayKey),
      limit: query.limit,
    })
    return { items, next: pageToken(items, query.limit) }
  },
  incubation: (ctx, { params }) => knownIncubation(ctx, params.id),
  ofOrganization: (ctx, { params }) => showOrganization(ctx, params.id),
  incubators: async (ctx, { params }) => {
    await authorize(ctx, 'incubation.apply', organizationSubject(params.id))
    return { items: await incubatorsFor(ctx.db, params.id) }
  },
  apply: (ctx, { params, body }) => apply(ctx, params.id, body),
  decide: (ctx, { params, body }) => decide(ctx, params.id, body),
  withdraw: (ctx, { params, body }) => withdraw(ctx, params.id, body.reason),
  enter: (ctx, { params, body }) => enter(ctx, params.id, body.on),
  begin: (ctx, { params, body }) => beginStage(ctx, params.id, body),
  extend: (ctx, { params, body }) => extend(ctx, params.id, body),
  exit: (ctx, { params, body }) => exit(ctx, params.id, body),
  grant: (ctx, { params, body }) => grant(ctx, params.id, body),
  revoke: (ctx, { params, body }) => revoke(ctx, params.id, body.reason),
  payments: async (ctx, { query }) => {
    const items = await listPayments(ctx, query, {
      after: pageAfter(query.after, isDayKey),
      limit: query.limit,
    })
    return { items, next: pageToken(items, query.limit), ...(await sumPayments(ctx, query)) }
  },
  paymentExport: (ctx, { query }) => exportPayments(ctx, database, query),
  pay: (ctx, { body }) => pay(ctx, body),
})

/** Of the area looked at, else of the person's own. */
async function choicesAt(ctx: Context, area: string | undefined) {
  const rules = await rulesFor(ctx.db, area ?? ctx.who.postings[0]?.area ?? '')
  return { services: rules['support.services'], stages: rules['support.stages'] }
}

async function showOrganization(ctx: Context, id: string) {
  await authorize(ctx, 'incubation.see', organizationSubject(id))
  const { area, may } = await applicantOf(ctx, id)
  const { stages } = await choicesAt(ctx, area)
  return { incubations: await incubationsOf(ctx, id), operates: await operatedBy(ctx.db, id), stages, may }
}
