// The endpoints of activities (活动): plans, calendars, counts; signing up and major events have their own files.
import { z } from 'zod'
import { del, type EndpointTable, get, post, put } from '../../kernel/endpoint.ts'
import { AreaCodeField, DayField, IdField, words } from '../../kernel/fields.ts'
import { FileView } from '../../kernel/file-kind.ts'
import { Activity, ActivityDraft, ActivityLine, Attendance, SeriesChoice } from './activity.ts'
import { Counts } from './counts.ts'
import { majorEventsApi } from './major-events-api.ts'
import { signUpsApi } from './sign-ups-api.ts'

const byId = z.object({ id: IdField })
const byPhoto = z.object({ id: IdField, photo: IdField })

/** More days than a month's page of six weeks shows. */
export const mostDays = 62
/** So many a calendar shows; a busier one says so. */
export const mostLines = 400

const Span = { area: AreaCodeField, from: DayField, to: DayField }

export const activitiesApi = {
  calendar: get('/activities', {
    summary: 'Activities of an area that touch some days, in order of time; at most 400',
    needs: 'activity.see',
    query: z.object({ ...Span, series: z.string().max(60).optional() }),
    returns: z.object({ items: z.array(ActivityLine), more: z.boolean() }),
  }),
  counts: get('/activities/counts', {
    summary:
      'What was held in an area between two days: by series, by area, by kind of people, and who came again',
    needs: 'activity.see',
    query: z.object(Span),
    returns: Counts,
  }),
  series: get('/activities/series', {
    summary: 'The series of the programmes in force at an area',
    needs: 'activity.see',
    query: z.object({ area: AreaCodeField }),
    returns: z.object({ items: z.array(SeriesChoice) }),
  }),
  ofOrganization: get('/organizations/:id/activities', {
    summary: 'The newest activities of an organization, and how many it has held this year and last',
    needs: 'activity.see',
    params: byId,
    returns: z.object({
      items: z.array(ActivityLine),
      held: z.object({ thisYear: z.int(), lastYear: z.int() }),
      mayPlan: z.boolean(),
    }),
  }),
  create: post('/activities', {
    summary: 'Plan an activity',
    needs: 'activity.edit',
    body: ActivityDraft,
    returns: Activity,
  }),
  one: get('/activities/:id', {
    summary: 'One activity',
    needs: 'activity.see',
    params: byId,
    returns: Activity,
  }),
  edit: put('/activities/:id', {
    summary: 'Change the plan; who waits moves up where there are more places',
    needs: 'activity.edit',
    params: byId,
    body: z.object({ version: z.int(), activity: ActivityDraft }),
    returns: Activity,
  }),
  publish: post('/activities/:id/publication', {
    summary: 'Publish an activity: everybody may see its page',
    needs: 'activity.edit',
    params: byId,
    returns: Activity,
  }),
  hold: post('/activities/:id/attendance', {
    summary: 'Record that it was held and how many came; phone numbers of those who signed up are deleted',
    needs: 'activity.edit',
    params: byId,
    body: z.object({
      attendance: Attendance,
      /** Those of the list who came. */
      came: z.array(IdField).max(100_000).default([]),
    }),
    returns: Activity,
  }),
  correct: put('/activities/:id/attendance', {
    summary: 'Put right how many came',
    needs: 'activity.edit',
    params: byId,
    body: z.object({ attendance: Attendance, reason: words(200) }),
    returns: Activity,
  }),
  conclude: post('/activities/:id/result', {
    summary: 'Say in words what came of it',
    needs: 'activity.edit',
    params: byId,
    body: z.object({ result: words(2000) }),
    returns: Activity,
  }),
  cancel: post('/activities/:id/cancellation', {
    summary: 'Cancel an activity; its page says so and why',
    needs: 'activity.edit',
    params: byId,
    body: z.object({ reason: words(200) }),
    returns: Activity,
  }),
  addPhoto: post('/activities/:id/photos', {
    summary: 'Add a picture of what was held',
    needs: 'activity.edit',
    params: byId,
    upload: true,
    returns: FileView,
  }),
  photo: get('/activities/:id/photos/:photo', {
    summary: 'A picture',
    needs: 'activity.see',
    params: byPhoto,
    file: 'image/jpeg',
  }),
  dropPhoto: del('/activities/:id/photos/:photo', {
    summary: 'Take a picture away',
    needs: 'activity.edit',
    params: byPhoto,
    returns: Activity,
  }),
  poster: get('/activities/:id/poster', {
    summary: 'A poster with the QR code of the public page, as a PDF',
    needs: 'activity.edit',
    params: byId,
    file: 'application/pdf',
  }),
  ...signUpsApi,
  ...majorEventsApi,
} as const satisfies EndpointTable
