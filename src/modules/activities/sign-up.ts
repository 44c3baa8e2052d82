// The shapes of signing up (报名): what everybody sees of an activity, one's own sign-up, and the organizer's list.
import { z } from 'zod'
import { IdField, MinuteField, words } from '../../kernel/fields.ts'
import { choice } from '../organizations/organization.ts'
import { activityStatuses } from './activity.ts'

export const signUpStatuses = { going: '报上名', waiting: '候补', cancelled: '已取消' } as const
export type SignUpStatus = keyof typeof signUpStatuses

const Phone = z
  .string()
  .transform((text) => text.normalize('NFKC').replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^1\d{10}$/, '请填写 11 位手机号'))

/** A name or a nickname, and a number to call: nothing else is asked. */
export const SignUpDraft = z.object({ name: words(20), phone: Phone })
export type SignUpDraft = z.output<typeof SignUpDraft>

/** Entered by the organizer: somebody may have no phone. */
export const SignUpOnBehalf = z.object({ name: words(20), phone: Phone.nullable().default(null) })
export type SignUpOnBehalf = z.output<typeof SignUpOnBehalf>

/** What everybody may know of a published activity. */
export const PublicActivity = z.object({
  title: z.string(),
  seriesTitle: z.string().nullable(),
  organizer: z.string(),
  where: z.string(),
  place: z.string(),
  from: MinuteField,
  to: MinuteField,
  content: z.string().nullable(),
  status: choice(activityStatuses),
  cancelReason: z.string().nullable(),
  places: z.int().nullable(),
  going: z.int(),
  waiting: z.int(),
  signUpUntil: MinuteField,
  /** Why nobody can sign up now; null where one can. */
  whyNot: z.string().nullable(),
  /** Who signs up now waits until a place is given back. */
  full: z.boolean(),
  demo: z.boolean(),
})
export type PublicActivity = z.infer<typeof PublicActivity>

/** One's own sign-up, known by its code. */
export const Ticket = z.object({
  code: z.string(),
  name: z.string(),
  status: choice(signUpStatuses),
  /** Of a waiting one: how many stand before it, itself counted. */
  turn: z.int().nullable(),
})
export type Ticket = z.infer<typeof Ticket>

export const SignUp = z.object({
  id: IdField,
  number: z.int(),
  name: z.string(),
  /** The first three and the last four digits; null where there is none, or it has been deleted. */
  phone: z.string().nullable(),
  status: choice(signUpStatuses),
  came: z.boolean(),
  /** It waited first. */
  movedUp: z.boolean(),
})
export type SignUp = z.infer<typeof SignUp>
