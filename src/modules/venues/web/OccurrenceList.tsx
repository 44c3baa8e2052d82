// What stands against each day that is asked for, before it is sent.
import type { ReactNode } from 'react'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { Occurrence } from '../booking.ts'

type Props = { items: readonly Occurrence[]; weekly: boolean }

export function OccurrenceList({ items, weekly }: Props): ReactNode {
  if (items.length === 0) return null
  const refused = items.filter(({ why }) => why !== null)
  const left = items.length - refused.length
  const noted = items.filter(({ why, note }) => why === null && note !== null)
  return (
    <div className="venue-occurrences" role="status">
      <StateTag tone={left > 0 ? 'met' : 'behind'} word={summary(items, left, weekly)} />
      <Days days={refused.map(({ day, why }) => ({ day, words: why }))} />
      <Days days={noted.map(({ day, note }) => ({ day, words: note }))} />
    </div>
  )
}

function summary(items: readonly Occurrence[], left: number, weekly: boolean): string {
  if (!weekly) return left > 0 ? '这个时间可以约' : '这个时间不能约'
  const refused = items.length - left
  if (refused === 0) return `共 ${items.length} 次，都可以约`
  return left === 0
    ? `共 ${items.length} 次，都不能约`
    : `共 ${items.length} 次，可以约 ${left} 次；下面 ${refused} 次会跳过`
}

function Days({ days }: { days: readonly { day: string; words: string | null }[] }): ReactNode {
  if (days.length === 0) return null
  return (
    <ul className="plain-list">
      {days.map(({ day, words }) => (
        <li key={day}>
          {day}：{words}
        </li>
      ))}
    </ul>
  )
}
