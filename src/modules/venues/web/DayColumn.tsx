// One day of a room: in the order of time, what is free (a button), what is taken, what somebody has asked for.
import type { CSSProperties, ReactNode } from 'react'
import { clockIn, minuteOf, weekdayOf } from '../../../kernel/minute.ts'
import type { Day, Instant } from '../../../kernel/time.ts'
import { useSession } from '../../people/web/session-queries.ts'
import type { CalendarDay, Slot, TakenSpan } from '../booking.ts'
import { freeSpans, minutesOf, type Span } from '../opening-rules.ts'

type Props = { day: CalendarDay; hours: Span; onPick: ((slot: Slot) => void) | null }

export function DayColumn({ day, hours, onPick }: Props): ReactNode {
  const { today } = useSession()
  const items = itemsOf(day, bookableFrom(day.day, today))
  const height = { '--hours': (minutesOf(hours.to) - minutesOf(hours.from)) / 60 } as CSSProperties
  const date = `${Number(day.day.slice(5, 7))} 月 ${Number(day.day.slice(8))} 日`
  return (
    <section className="venue-day" aria-label={`${date} ${weekdayOf(day.day as Day)}`}>
      <h3>
        {weekdayOf(day.day as Day)} <span>{date}</span>
      </h3>
      <ol className="venue-spans" style={height}>
        {items.length === 0 && <li className="venue-closed">{day.closed ?? '没有空档'}</li>}
        {items.map((item) => (
          <li key={`${item.from} ${item.state} ${item.who}`} style={placeOf(item, hours)}>
            <Item item={item} day={day.day} onPick={onPick} />
          </li>
        ))}
      </ol>
    </section>
  )
}

type ItemOfDay = Span & { state: 'free' | 'asked' | 'held'; who: string | null; purpose: string | null }

function Item({ item, day, onPick }: { item: ItemOfDay; day: string; onPick: Props['onPick'] }): ReactNode {
  const words = [stateWords[item.state], item.who, item.purpose].filter(Boolean).join(' · ')
  const content = (
    <>
      <b>
        {item.from}–{item.to}
      </b>{' '}
      <span>{words}</span>
    </>
  )
  if (item.state === 'held' || !onPick)
    return <div className={`venue-span venue-${item.state}`}>{content}</div>
  return (
    <button
      type="button"
      className={`venue-span venue-${item.state}`}
      onClick={() => onPick({ day: day as Day, from: item.from, to: firstHours(item) })}
    >
      {content}
    </button>
  )
}

const stateWords = { free: '空着，可以约', asked: '有人在等答复', held: '已约' } as const

/** Two hours of it, or all where it is shorter. */
function firstHours({ from, to }: Span): string {
  const end = minutesOf(from) + 120
  return end >= minutesOf(to) ? to : clockAt(end)
}

/** The first half hour of a day that has not begun yet. A demo's days stand off, its hours do not. */
function bookableFrom(day: string, today: string): string {
  if (day !== today) return day < today ? '24:00' : '00:00'
  const [hours = 0, minutes = 0] = clockIn(minuteOf(new Date().toISOString() as Instant))
    .split(':')
    .map(Number)
  return clockAt((hours * 2 + (minutes < 30 ? 1 : 2)) * 30)
}

const clockAt = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

function itemsOf({ open, taken }: CalendarDay, after: string): ItemOfDay[] {
  const free = freeSpans(open, [{ from: '00:00', to: after }, ...taken]).map((span) => ({
    ...span,
    ...{ state: 'free' as const, who: null, purpose: null },
  }))
  return [...free, ...taken.map(takenItem)].sort((a, b) => (a.from < b.from ? -1 : 1))
}

const takenItem = ({ status, ...span }: TakenSpan): ItemOfDay => ({
  ...span,
  state: status === 'asked' ? 'asked' : 'held',
})

/** The hours that a week's columns show. */
export function hoursOf(days: readonly CalendarDay[]): Span {
  const spans = days.flatMap(({ open, taken }) => [...open, ...taken])
  const [first = '09:00'] = spans.map(({ from }) => from).sort()
  const last =
    spans
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? '18:00'
  return { from: first, to: last }
}

const placeOf = ({ from, to }: Span, hours: Span): CSSProperties =>
  ({
    '--from': (minutesOf(from) - minutesOf(hours.from)) / 60,
    '--long': (minutesOf(to) - minutesOf(from)) / 60,
  }) as CSSProperties
