// The calendar of one room: a week on a desk, a day on a phone; what is free is a button.
import { type ReactNode, useState } from 'react'
import { weekdayOf } from '../../../kernel/minute.ts'
import { addDays, asDay, type Day } from '../../../kernel/time.ts'
import { ChooseOne } from '../../../ui/ChoiceChips.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { PeriodSteps } from '../../../ui/PeriodSteps.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useNarrow } from '../../../ui/use-narrow.ts'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { useMay, useSession } from '../../people/web/session-queries.ts'
import type { Slot } from '../booking.ts'
import { weekdayNumber } from '../opening-rules.ts'
import type { Room, Venue } from '../venue.ts'
import { AskDialog } from './AskDialog.tsx'
import { DayColumn, hoursOf } from './DayColumn.tsx'
import { useCalendar } from './venue-queries.ts'

export function RoomCalendar({ venue }: { venue: Venue }): ReactNode {
  const url = useUrlState()
  const room = venue.rooms.find(({ id }) => id === url.one('room')) ?? venue.rooms[0]
  const [wish, setWish] = useState<Slot | null>(null)
  const mayBook = useMay()('venue.book')
  if (!room) return null
  return (
    <section className="panel" id="calendar" aria-labelledby="venue-calendar">
      <h2 id="venue-calendar">看空档，预约</h2>
      {venue.rooms.length > 1 && (
        <ChooseOne
          name="room"
          options={venue.rooms.map(({ id, name }) => ({ value: id, label: name }))}
          value={room.id}
          onChange={(id) => url.set({ room: id })}
        />
      )}
      <Days room={room} onPick={mayBook ? setWish : null} lastDay={venue.bookableUntil as Day} />
      {wish && <AskDialog venue={venue} room={room} slot={wish} onClose={() => setWish(null)} />}
    </section>
  )
}

type DaysProps = { room: Room; onPick: ((slot: Slot) => void) | null; lastDay: Day }

function Days({ room, onPick, lastDay }: DaysProps): ReactNode {
  const { from, days, go } = useShownDays()
  const { data, error, refetch, isPlaceholderData } = useCalendar(room.id, { from, days })
  return (
    <>
      <Steps from={from} days={days} go={go} lastDay={lastDay} />
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {!data && !error && <Bones lines={6} />}
      {data && (
        <div className={`venue-days${isPlaceholderData ? ' stale' : ''}`}>
          {data.days.map((day) => (
            <DayColumn key={day.day} day={day} hours={hoursOf(data.days)} onPick={onPick} />
          ))}
        </div>
      )}
    </>
  )
}

/** From the address: the week in which the day lies, or on a phone the day alone. */
function useShownDays(): { from: Day; days: number; go: (day: Day) => void } {
  const url = useUrlState()
  const narrow = useNarrow()
  const { today } = useSession()
  const day = asDay(url.one('day') ?? '') ?? (today as Day)
  const from = narrow ? day : addDays(day, 1 - weekdayNumber(day))
  return { from, days: narrow ? 1 : 7, go: (to) => url.set({ day: to }) }
}

type StepsProps = { from: Day; days: number; go: (day: Day) => void; lastDay: Day }

function Steps({ from, days, go, lastDay }: StepsProps): ReactNode {
  const { today } = useSession()
  return (
    <PeriodSteps
      unit={days === 1 ? '天' : '周'}
      shown={days === 1 ? `${from} ${weekdayOf(from)}` : `${from} 至 ${addDays(from, 6)}`}
      onStep={(by) => go(addDays(from, by * days))}
      onNow={() => go(today as Day)}
      now={days === 1 ? '今天' : '本周'}
      last={addDays(from, days) > lastDay}
    />
  )
}
