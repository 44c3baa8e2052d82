// Serves the endpoints of activities.
import type { FastifyInstance } from 'fastify'
import { type Handlers, mount, type Services } from '../../../platform/http.ts'
import { publicAddress } from '../../../platform/public-address.ts'
import { activitiesApi } from '../activities-api.ts'
import type { majorEventsApi } from '../major-events-api.ts'
import type { signUpsApi } from '../sign-ups-api.ts'
import { cancelActivity, createActivity, editActivity, publishActivity } from './activity-commands.ts'
import { showActivity } from './activity-view.ts'
import { activitiesOfOrganization, calendarOf, countsOf, majorEventsOf } from './lists.ts'
import { concludeActivity, correctAttendance, holdActivity } from './outcome-commands.ts'
import { addPhoto, dropPhoto, sendPhoto } from './photos.ts'
import { makePoster } from './poster.ts'
import { answerEvent, assessPlan, recordPermit, reportEvent, summarizeEvent } from './report-commands.ts'
import { seriesAt } from './series.ts'
import {
  cancelFor,
  giveBack,
  listSignUps,
  showPhones,
  showPublic,
  showTicket,
  signUp,
  signUpFor,
} from './sign-up-commands.ts'

/** A whole community may sit behind one address; guessing a code of eight letters takes far more. */
const askedPerMinute = 300

export const mountActivities = (app: FastifyInstance, services: Services): void =>
  mount(app, services, activitiesApi, handlers, {
    shown: askedPerMinute,
    signUp: askedPerMinute,
    ticket: askedPerMinute,
    giveBack: askedPerMinute,
  })

const ofSignUps: Handlers<typeof signUpsApi> = {
  shown: (ctx, { params }) => showPublic(ctx, params.code),
  signUp: (ctx, { params, body }) => signUp(ctx, params.code, body),
  ticket: (ctx, { params }) => showTicket(ctx, params.code, params.ticket),
  giveBack: (ctx, { params }) => giveBack(ctx, params.code, params.ticket),
  signUps: (ctx, { params }) => listSignUps(ctx, params.id),
  addSignUp: (ctx, { params, body }) => signUpFor(ctx, params.id, body),
  dropSignUp: (ctx, { params }) => cancelFor(ctx, params.id, params.signUp),
  phones: (ctx, { params }) => showPhones(ctx, params.id),
}

const ofMajorEvents: Handlers<typeof majorEventsApi> = {
  assess: (ctx, { body }) => assessPlan(ctx, body),
  majorEvents: (ctx, { query }) => majorEventsOf(ctx, query),
  report: (ctx, { params, body }) => reportEvent(ctx, params.id, body),
  answer: (ctx, { params, body }) => answerEvent(ctx, params.id, 'township', body),
  answerInCounty: (ctx, { params, body }) => answerEvent(ctx, params.id, 'county', body),
  summarize: (ctx, { params, body }) => summarizeEvent(ctx, params.id, body),
  permit: (ctx, { params, body }) => recordPermit(ctx, params.id, body),
}

const handlers: Handlers<typeof activitiesApi> = {
  calendar: (ctx, { query }) => calendarOf(ctx, query),
  counts: (ctx, { query }) => countsOf(ctx, query),
  series: async (ctx, { query }) => ({ items: await seriesAt(ctx, query.area) }),
  ofOrganization: (ctx, { params }) => activitiesOfOrganization(ctx, params.id),
  create: (ctx, { body }) => createActivity(ctx, body),
  one: (ctx, { params }) => showActivity(ctx, params.id),
  edit: (ctx, { params, body }) => editActivity(ctx, params.id, body),
  publish: (ctx, { params }) => publishActivity(ctx, params.id),
  hold: (ctx, { params, body }) => holdActivity(ctx, params.id, body),
  correct: (ctx, { params, body }) => correctAttendance(ctx, params.id, body),
  conclude: (ctx, { params, body }) => concludeActivity(ctx, params.id, body.result),
  cancel: (ctx, { params, body }) => cancelActivity(ctx, params.id, body.reason),
  addPhoto: (ctx, { params, upload }) => addPhoto(ctx, params.id, upload),
  photo: (ctx, { params }) => sendPhoto(ctx, params.id, params.photo),
  dropPhoto: (ctx, { params }) => dropPhoto(ctx, params.id, params.photo),
  poster: (ctx, { params, request }) => makePoster(ctx, params.id, publicAddress(request)),
  ...ofSignUps,
  ...ofMajorEvents,
}
