// How an incubation looks.
import type { Day } from '../../../kernel/time.ts'
import type { Tone } from '../../../ui/StateTag.tsx'
import type { Incubation, IncubationStatus } from '../incubation.ts'

const tones: Record<IncubationStatus, Tone> = {
  applied: 'onCourse',
  accepted: 'onCourse',
  refused: 'none',
  withdrawn: 'none',
  entered: 'met',
  exited: 'none',
}

/** What is late looks late. */
export function statusTone(
  { status, dueOn, leaveBy }: Pick<Incubation, 'status' | 'dueOn' | 'leaveBy'>,
  today: Day,
): Tone {
  const late =
    (status === 'applied' && dueOn < today) || (status === 'entered' && leaveBy !== null && leaveBy < today)
  return late ? 'overdue' : tones[status]
}
