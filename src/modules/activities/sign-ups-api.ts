// The endpoints of signing up (报名): the public page, one's own sign-up by its code, and the organizer's list.
import { z } from 'zod'
import { type EndpointTable, get, post } from '../../kernel/endpoint.ts'
import { IdField } from '../../kernel/fields.ts'
import { PublicActivity, SignUp, SignUpDraft, SignUpOnBehalf, Ticket } from './sign-up.ts'

const byId = z.object({ id: IdField })
const bySignUp = z.object({ id: IdField, signUp: IdField })
const byCode = z.object({ code: z.string().max(40) })
const byTicket = z.object({ code: z.string().max(40), ticket: z.string().max(40) })
const List = z.object({ items: z.array(SignUp) })

export const signUpsApi = {
  shown: get('/public/activities/:code', {
    summary: 'What everybody may know of a published activity',
    needs: 'public',
    params: byCode,
    returns: PublicActivity,
  }),
  signUp: post('/public/activities/:code/sign-ups', {
    summary: 'Sign up with a name or nickname and a phone number; beyond the limit one waits, in order',
    needs: 'public',
    params: byCode,
    body: SignUpDraft,
    returns: Ticket,
  }),
  ticket: get('/public/activities/:code/sign-ups/:ticket', {
    summary: 'One’s own sign-up, by its code',
    needs: 'public',
    params: byTicket,
    returns: Ticket,
  }),
  giveBack: post('/public/activities/:code/sign-ups/:ticket/cancellation', {
    summary: 'Cancel one’s own sign-up; the first who waits moves up',
    needs: 'public',
    params: byTicket,
    returns: Ticket,
  }),
  signUps: get('/activities/:id/sign-ups', {
    summary: 'Those who signed up, in order; numbers are masked',
    needs: 'activity.seeSignUps',
    params: byId,
    returns: List,
  }),
  addSignUp: post('/activities/:id/sign-ups', {
    summary: 'Sign somebody up on their behalf',
    needs: 'activity.seeSignUps',
    params: byId,
    body: SignUpOnBehalf,
    returns: List,
  }),
  dropSignUp: post('/activities/:id/sign-ups/:signUp/cancellation', {
    summary: 'Cancel somebody’s sign-up on their behalf',
    needs: 'activity.seeSignUps',
    params: bySignUp,
    returns: List,
  }),
  phones: post('/activities/:id/phone-views', {
    summary: 'Show the numbers of those who signed up, to call them; the look is recorded',
    needs: 'activity.seeSignUps',
    params: byId,
    returns: z.object({ items: z.array(z.object({ id: IdField, phone: z.string() })) }),
  }),
} as const satisfies EndpointTable
