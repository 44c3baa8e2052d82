// Serves the endpoints of volunteers.
import type { FastifyInstance } from 'fastify'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { isDayKey, pageAfter, pageToken } from '../../../platform/page-place.ts'
import { authorize } from '../../../platform/policy.ts'
import { publicAddress } from '../../../platform/public-address.ts'
import { askedPerMinute } from '../../../platform/public-answer.ts'
import { organizationSubject } from '../../organizations/server/index.ts'
import { serviceApi } from '../service-api.ts'
import { whyNotFound } from '../team-rules.ts'
import { teamsApi } from '../teams-api.ts'
import { cancelCertificate, certify, verifyService } from './certificate-commands.ts'
import { printCertificate } from './certificate-paper.ts'
import { exportEntries } from './entry-export.ts'
import { countEntries, entryCondition, listEntries } from './entry-store.ts'
import { mine, objectToOwn, recordOwn } from './own-commands.ts'
import { recordService } from './record-commands.ts'
import { answer, confirmMany, correct, refuse, withdraw } from './service-commands.ts'
import {
  closeTeam,
  editMember,
  foundTeam,
  join,
  leave,
  setAccount,
  showMember,
  showPhone,
  showTeam,
} from './team-commands.ts'
import { countTeams, founderOf, listTeams, ofOrganization, teamCondition } from './team-store.ts'

/** A list stops counting here. */
const countCap = 10_000

export function mountVolunteers(app: FastifyInstance, services: Services): void {
  mount(app, services, teamsApi, teamHandlers)
  mount(app, services, serviceApi, serviceHandlersOf(services), { verifyService: askedPerMinute })
}

const capped = (counted: number) => ({ value: Math.min(counted, countCap), capped: counted > countCap })

const teamHandlers: Handlers<typeof teamsApi> = {
  teams: async (ctx, { query }) => {
    const after = pageAfter(query.after, isDayKey)
    const condition = await teamCondition(ctx, query)
    const items = await listTeams(ctx, { condition, after, limit: query.limit })
    const places = items.map(({ id, startsOn }) => ({ id, key: startsOn }))
    return { items, next: pageToken(places, query.limit) }
  },
  teamCount: async (ctx, { query }) =>
    capped(await countTeams(ctx, await teamCondition(ctx, query), countCap)),
  team: (ctx, { params }) => showTeam(ctx, params.id),
  ofOrganization: async (ctx, { params: { id } }) => {
    await authorize(ctx, 'volunteer.see', organizationSubject(id))
    const founder = await founderOf(ctx, id)
    return {
      items: await listTeams(ctx, { condition: ofOrganization(id), after: null, limit: 100 }),
      waiting: founder?.waiting ?? 0,
      whyNotFound: (founder && whyNotFound(founder)?.body.message) ?? null,
      mayFound: founder?.mayFound ?? false,
    }
  },
  found: (ctx, { params, body }) => foundTeam(ctx, params.id, body),
  endTeam: (ctx, { params, body }) => closeTeam(ctx, params.id, body),
  join: (ctx, { params, body }) => join(ctx, params.id, body),
  member: (ctx, { params }) => showMember(ctx, params.id),
  editMember: (ctx, { params, body }) => editMember(ctx, params.id, body),
  leave: (ctx, { params, body }) => leave(ctx, params.id, body),
  phone: (ctx, { params }) => showPhone(ctx, params.id),
  setAccount: (ctx, { params, body }) => setAccount(ctx, params.id, body.loginName),
}

const serviceHandlersOf = ({ database }: Services): Handlers<typeof serviceApi> => ({
  entries: async (ctx, { query }) => {
    const items = await listEntries(ctx, {
      action: 'service.see',
      condition: await entryCondition(ctx, query),
      after: pageAfter(query.after, isDayKey),
      limit: query.limit,
    })
    const places = items.map(({ id, servedOn }) => ({ id, key: servedOn }))
    return { items, next: pageToken(places, query.limit) }
  },
  entryCount: async (ctx, { query }) =>
    capped(await countEntries(ctx, await entryCondition(ctx, query), countCap)),
  exportEntries: (ctx, { query }) => exportEntries(ctx, database, query),
  record: async (ctx, { params, body }) => ({ results: await recordService(ctx, params.id, body) }),
  confirm: async (ctx, { body }) => ({ results: await confirmMany(ctx, body.ids) }),
  refuse: (ctx, { params, body }) => refuse(ctx, params.id, body),
  correct: (ctx, { params, body }) => correct(ctx, params.id, body),
  withdraw: (ctx, { params, body }) => withdraw(ctx, params.id, body),
  answer: (ctx, { params, body }) => answer(ctx, params.id, body.words),
  certify: (ctx, { params, body }) => certify(ctx, params.id, body),
  printCertificate: (ctx, { params, request }) =>
    printCertificate(ctx, params.id, { database, address: `${publicAddress(request)}/verify-service/` }),
  cancelCertificate: (ctx, { params, body }) => cancelCertificate(ctx, params.id, body),
  verifyService: (ctx, { params }) => verifyService(ctx, params.code),
  mine: (ctx) => mine(ctx),
  recordOwn: (ctx, { body }) => recordOwn(ctx, body),
  object: (ctx, { params, body }) => objectToOwn(ctx, params.id, body.words),
})
