// The endpoints of signing in by a scan (扫码签到): the organizer's code, and the page behind it that needs no sign-in.
import { z } from 'zod'
import { del, type EndpointTable, get, post } from '../../kernel/endpoint.ts'
import { IdField } from '../../kernel/fields.ts'
import { Arrival, Arrived, CheckIn, Door } from './check-in.ts'

const byId = z.object({ id: IdField })
const byCode = z.object({ code: z.string().max(40) })

export const checkInApi = {
  checkIn: get('/trainings/:id/check-in', {
    summary: 'The code that stands open at the door of a training, and how many have scanned it',
    needs: 'training.run',
    params: byId,
    returns: CheckIn,
  }),
  openCheckIn: post('/trainings/:id/check-in', {
    summary: 'Open a code for today, in place of the former one, which ends',
    needs: 'training.run',
    params: byId,
    /** The code that the caller sees open, or null. */
    body: z.object({ former: z.string().max(40).nullable() }),
    returns: CheckIn,
  }),
  closeCheckIn: del('/trainings/:id/check-in', {
    summary: 'Close the code; who has signed in stays on the list',
    needs: 'training.run',
    params: byId,
    returns: CheckIn,
  }),
  checkInSheet: get('/trainings/:id/check-in/sheet', {
    summary: 'The open code on a sheet of A4, as PDF',
    needs: 'training.run',
    params: byId,
    file: 'application/pdf',
  }),
  door: get('/public/check-ins/:code', {
    summary: 'What somebody who scans a code is shown: the training, and the organizations to choose from',
    needs: 'public',
    params: byCode,
    returns: Door,
  }),
  arrive: post('/public/check-ins/:code/arrivals', {
    summary: 'Sign in with a name and the organization one comes for; twice is once',
    needs: 'public',
    params: byCode,
    body: Arrival,
    returns: Arrived,
  }),
} as const satisfies EndpointTable
