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

type Told = { label: string; note: string; day: string; kind: Fact['kind'] }

/**
 * The words of a record on the page of its own organization: a label and a note were written for lists of many
 * organizations, so what is known here already, the organization's name and the day, is left out; of what happened, what
 * bears its name (its party branch) comes last.
 */
export function wordsOn(
  organization: string,
  { label, note, day, kind }: Told,
): { title: string; note: string } {
  const said = [label, ...note.split(divider)].filter(
    (part) => part !== '' && part !== organization && part !== day,
  )
  const bears = (part: string): boolean => kind === 'flow' && part.startsWith(organization)
  const [title = label, ...rest] = [...said.filter((part) => !bears(part)), ...said.filter(bears)]
  return { title, note: rest.join(divider) }
}
