// The shape of counted activities: by series, by area, by kind of people, and how many people came again.
import { z } from 'zod'
import { AreaCodeField } from '../../kernel/fields.ts'
import { choice } from '../organizations/organization.ts'
import { servedKinds } from '../people/served-kinds.ts'

const Tally = z.object({ activities: z.int(), attended: z.int() })

/**
 * `returning` counts people by the keyed hash of their phone numbers: among those who signed up and came, how many there
 * were, and how many of them came at least twice. Nobody can be named from it; people without a phone are not in it.
 */
export const Counts = z.object({
  sum: Tally,
  bySeries: z.array(Tally.extend({ series: z.string().nullable(), title: z.string().nullable() })),
  byArea: z.array(Tally.extend({ area: AreaCodeField, name: z.string(), below: z.boolean() })),
  served: z.partialRecord(choice(servedKinds), z.int()),
  returning: z.object({ people: z.int(), again: z.int() }),
})
export type Counts = z.infer<typeof Counts>
