// Puts together who was at a training and who was only named beforehand, so that the organizer ticks instead of typing.
import { bareText } from '../areas/fold-text.ts'
import type { AttendanceList, Attendee, ListedAttendee } from './training.ts'

type Organization = NonNullable<ListedAttendee['organization']>
export type Enrolled = { organization: Organization; people: number; names: Attendee[] }

/** Those who were there first, then those who are enrolled by name and were not; and how many came without a name. */
export function listOf(
  attended: readonly ListedAttendee[],
  enrolled: readonly Enrolled[],
): Pick<AttendanceList, 'items' | 'unnamed'> {
  const there = new Set(attended.map(keyOf))
  const expected = enrolled.flatMap(({ organization, names }) =>
    names.map((one) => ({ ...one, id: null, organization, attendedOn: null, elsewhere: null, scan: null })),
  )
  const unnamed = enrolled
    .map(({ organization, people, names }) => ({ organization, people: people - names.length }))
    .filter(({ people }) => people > 0)
  return { items: [...attended, ...expected.filter((one) => !there.has(keyOf(one)))], unnamed }
}

const keyOf = ({ organization, name }: Pick<ListedAttendee, 'organization' | 'name'>): string =>
  `${organization?.id ?? ''} ${bareText(name)}`
