// The shapes of 扫码签到: the code at the door of a training, and what somebody who scans it sees and says.
import { z } from 'zod'
import { DayField, words } from '../../kernel/fields.ts'

/** The code that stands open now. */
const OpenCode = z.object({
  code: z.string(),
  /** Where it leads, for the QR code and for those who are sent there by hand. */
  address: z.string(),
  day: DayField,
})

export const CheckIn = z.object({
  open: OpenCode.nullable(),
  /** How many of the training's attendees signed in by scanning. */
  arrivals: z.int(),
  /** Why no code can stand open now; null where one can. */
  whyNot: z.string().nullable(),
})
export type CheckIn = z.infer<typeof CheckIn>

/** What everybody may know who holds a code: no ids, no names of people. */
export const Door = z.object({
  title: z.string(),
  organizer: z.string(),
  /** The day for which the code is. */
  day: DayField,
  place: z.string().nullable(),
  /** Why nobody can sign in by it now, and what to do; null where one can. */
  whyNot: z.string().nullable(),
  /** Invited and enrolled ones, by name; none where nobody can sign in. */
  organizations: z.array(
    z.object({
      /** Names it for this code alone. */
      key: z.string(),
      name: z.string(),
      /** Its community, where two bear one name. */
      where: z.string().nullable(),
    }),
  ),
  demo: z.boolean(),
})
export type Door = z.infer<typeof Door>

/** A name and whom one comes for, nothing else. `organization` and `said` null: for none. */
export const Arrival = z.object({
  name: words(30),
  /** Its key. */
  organization: z.string().max(40).nullable().default(null),
  /** One that was not offered, in the person's words. */
  said: words(60).nullable().default(null),
})
export type Arrival = z.output<typeof Arrival>

export const Arrived = z.object({
  name: z.string(),
  organization: z.string().nullable(),
  /** Had signed in before. */
  again: z.boolean(),
})
export type Arrived = z.infer<typeof Arrived>
