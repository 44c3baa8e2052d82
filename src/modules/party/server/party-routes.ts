// Serves the endpoints of party-building.
import type { FastifyInstance } from 'fastify'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { isDayKey, pageAfter, pageToken } from '../../../platform/page-place.ts'
import { authorize } from '../../../platform/policy.ts'
import { partyApi } from '../party-api.ts'
import { insideOf } from './area-store.ts'
import { arrange, endArrangement } from './arrangement-commands.ts'
import { organizationSubject } from './arrangement-store.ts'
import { around, partyOf, proposalFor } from './arrangement-view.ts'
import {
  addActivity,
  addPairing,
  dissolve,
  editBranch,
  finishPairing,
  lookAtSecretary,
  oneBranch,
  takeBackActivity,
} from './branch-commands.ts'
import { listBranches } from './branch-store.ts'
import { addContact } from './contact-commands.ts'
import { coverageView, coveredPage } from './coverage.ts'
import { addInstructor, endInstructor } from './instructor-commands.ts'
import { listInstructors } from './instructor-store.ts'
import {
  addKeyPerson,
  addMember,
  editMember,
  endKeyPerson,
  endMember,
  keepRoster,
  lookAtMembers,
} from './member-commands.ts'
import { addPhoto, dropPhoto, readPhoto } from './photo-commands.ts'

export const mountParty = (app: FastifyInstance, services: Services): void =>
  mount(app, services, partyApi, handlers)

const handlers: Handlers<typeof partyApi> = {
  coverage: (ctx, { query }) => coverageView(ctx, query),
  covered: (ctx, { query }) => coveredPage(ctx, query),
  ofOrganization: (ctx, { params }) => partyOf(ctx, params.id),
  proposal: async (ctx, { params }) => {
    await authorize(ctx, 'party.arrange', organizationSubject(params.id))
    return proposalFor(ctx, params.id)
  },
  partners: async (ctx, { params }) => {
    await authorize(ctx, 'party.arrange', organizationSubject(params.id))
    return around(ctx, params.id)
  },
  arrange: (ctx, { params, body }) => arrange(ctx, params.id, body),
  endArrangement: (ctx, { params, body }) => endArrangement(ctx, params.id, body),
  contact: (ctx, { params, body }) => addContact(ctx, params.id, body),
  lookAtMembers: (ctx, { params }) => lookAtMembers(ctx, params.id),
  addMember: (ctx, { params, body }) => addMember(ctx, params.id, body),
  keepRoster: (ctx, { params, body }) => keepRoster(ctx, params.id, body.from),
  editMember: (ctx, { params, body }) => editMember(ctx, params.id, body),
  endMember: (ctx, { params, body }) => endMember(ctx, params.id, body.on),
  addKeyPerson: (ctx, { params, body }) => addKeyPerson(ctx, params.id, body),
  endKeyPerson: (ctx, { params, body }) => endKeyPerson(ctx, params.id, body),
  branches: async (ctx, { query }) => {
    const rows = await listBranches(ctx, {
      condition: await insideOf(ctx, query.area, 'b'),
      overdue: query.overdue ?? false,
      after: pageAfter(query.after, isDayKey),
      limit: query.limit,
    })
    return page(rows, query.limit)
  },
  branch: (ctx, { params }) => oneBranch(ctx, params.id),
  lookAtSecretary: (ctx, { params }) => lookAtSecretary(ctx, params.id),
  editBranch: (ctx, { params, body }) => editBranch(ctx, params.id, body),
  dissolve: (ctx, { params, body }) => dissolve(ctx, params.id, body),
  addActivity: (ctx, { params, body }) => addActivity(ctx, params.id, body),
  withdrawActivity: (ctx, { params, body }) => takeBackActivity(ctx, params.id, body.reason),
  addPhoto: (ctx, { params, upload }) => addPhoto(ctx, params.id, upload),
  dropPhoto: (ctx, { params }) => dropPhoto(ctx, params.id, params.file),
  photo: (ctx, { params }) => readPhoto(ctx, params.id, params.file),
  addPairing: (ctx, { params, body }) => addPairing(ctx, params.id, body),
  endPairing: (ctx, { params, body }) => finishPairing(ctx, params.id, body),
  instructors: async (ctx, { query }) => {
    const condition = await insideOf(ctx, query.area, 'i')
    const rows = await listInstructors(ctx, {
      ...{ condition, after: pageAfter(query.after), limit: query.limit },
    })
    return page(rows, query.limit)
  },
  addInstructor: (ctx, { body }) => addInstructor(ctx, body),
  endInstructor: (ctx, { params, body }) => endInstructor(ctx, params.id, body),
}

const page = <V extends { id: string }>(rows: readonly { view: V; key: string }[], limit: number) => ({
  items: rows.map(({ view }) => view),
  next: pageToken(
    rows.map(({ view, key }) => ({ id: view.id, key })),
    limit,
  ),
})
