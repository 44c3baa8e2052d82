// One booking, or a series of them, with what the reader may do about it.
import type { ReactNode } from 'react'
import type { Day } from '../../../kernel/time.ts'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { Booking } from '../booking.ts'
import { bookingTones, stateWords, timeWords } from './venue-words.ts'

type Props = {
  /** In the order of time; of one series where there are several. */
  bookings: readonly [Booking, ...Booking[]]
  /** Who it is, for keepers; where it is, for organizations. */
  subject: (booking: Booking) => ReactNode
  children?: ReactNode
}

export function BookingItem({ bookings, subject, children }: Props): ReactNode {
  const { today } = useSession()
  const [first] = bookings
  const last = bookings.at(-1) ?? first
  const weekly = bookings.length > 1 ? `起每周一次，共 ${bookings.length} 次，到 ${last.day}` : ''
  return (
    <li>
      <div className="venue-booking-head">
        <b>
          {timeWords(first, today as Day)} {weekly}
        </b>
        <StateTag tone={first.lapsed ? 'none' : bookingTones[first.status]} word={stateWords(first)} />
      </div>
      <p className="venue-booking-words">
        {subject(first)} · {first.purpose}
        {first.people !== null && ` · ${first.people} 人`}
        {first.reason && ` · 理由：${first.reason}`}
      </p>
      {children && <div className="venue-booking-acts no-print">{children}</div>}
    </li>
  )
}
