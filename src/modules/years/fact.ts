// One fact of an organization: what some module recorded, with the page of its record; and how it reads.
import { z } from 'zod'

export const Fact = z.object({
  /** Unique within the organization. */
  id: z.string(),
  measure: z.string(),
  measureTitle: z.string(),
  unit: z.string(),
  kind: z.enum(['stock', 'flow']),
  /** When it happened, or began. */
  day: z.string(),
  /** Of what lasts: the first day on which it is over; null while it goes on, and of what happened on a day. */
  until: z.string().nullable(),
  title: z.string(),
  note: z.string(),
  /** More about it, in sentences. */
  detail: z.string().nullable(),
  /** Where its record is shown; null where the reader may not go. */
  link: z.string().nullable(),
  /** In the unit of the measure, in the time that was asked for. */
  quantity: z.number(),
})
export type Fact = z.infer<typeof Fact>

const divider = ' · '

/**
 * The words of a record on the page of its own organization: a label and a note were written for lists of many
 * organizations, so what is known here already, the organization's name and the day, is left out.
 */
export function wordsOn(
  organization: string,
  { label, note, day }: { label: string; note: string; day: string },
): { title: string; note: string } {
  const said = [label, ...note.split(divider)].filter((part) => part !== organization && part !== day)
  const [title = label, ...rest] = said.filter(Boolean)
  return { title, note: rest.join(divider) }
}
