// One page of a list: keyset paging, and a count that stops counting in time.
import { z } from 'zod'

/** How many matches there are: exact, or "at least" when counting stopped at the cap. */
export const CappedCount = z.object({ value: z.int(), capped: z.boolean() })
export type CappedCount = z.infer<typeof CappedCount>

/** `next` is the `after` of the following page, null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

export const pageQuery = {
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}
