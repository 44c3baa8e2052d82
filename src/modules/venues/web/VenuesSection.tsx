// On an organization's page: the rooms that it has booked, and the way to book another.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { PagePart } from '../../../ui/PagePart.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { useMay, useSession } from '../../people/web/session-queries.ts'
import type { Booking } from '../booking.ts'
import { BookingItem } from './BookingItem.tsx'
import { useBookingsOf, useVenueAct, venueActs } from './venue-queries.ts'
import './venues.css'

/** So many stand open; the others are a press away. */
const few = 4

export function VenuesSection({ organization }: { organization: Organization }): ReactNode {
  const { data, error, refetch } = useBookingsOf(organization.id)
  const [all, setAll] = useState(false)
  const mayBook = useMay()('venue.book') && organization.status !== 'ended'
  const shown = all ? data?.items : data?.items.slice(0, few)
  return (
    <PagePart
      id="venues"
      title="场地预约"
      waiting={!data}
      problem={data ? null : error}
      retry={() => void refetch()}
      empty={data?.items.length === 0 && '还没有约过场地。'}
    >
      {shown && shown.length > 0 && (
        <ul className="venue-bookings">
          {shown.map((booking) => (
            <BookingItem key={booking.id} bookings={[booking]} subject={where}>
              <TakeBack booking={booking} />
            </BookingItem>
          ))}
        </ul>
      )}
      {data && shown && data.items.length > shown.length && (
        <button type="button" className="text-button no-print" onClick={() => setAll(true)}>
          看全部 {data.items.length} 次
        </button>
      )}
      {mayBook && <ButtonLink to={`/venues?for=${organization.id}`}>预约场地</ButtonLink>}
    </PagePart>
  )
}

const where = ({ venue, room }: Booking): ReactNode => (
  <>
    <Link to={`/venues/${venue.id}`}>{venue.name}</Link> {room.name}
  </>
)

/** Withdraws a request, or cancels what was accepted, this time or the whole series; asked once more first. */
function TakeBack({ booking }: { booking: Booking }): ReactNode {
  const act = useVenueAct()
  const [asking, setAsking] = useState(false)
  const { today } = useSession()
  const open = (booking.status === 'asked' && !booking.lapsed) || booking.status === 'accepted'
  if (!open || booking.day < today || !booking.may.includes('venue.book')) return null
  const verb = booking.status === 'asked' ? '撤回' : '取消'
  const go = (all: boolean) => act.mutate(() => venueActs.withdraw(booking.id, all))
  if (!asking) return <Button onClick={() => setAsking(true)}>{verb}</Button>
  return (
    <>
      <Button danger loading={act.isPending} onClick={() => go(false)}>
        确定{verb}这一次
      </Button>
      {booking.series && (
        <Button danger loading={act.isPending} onClick={() => go(true)}>
          {verb}每周的全部
        </Button>
      )}
      <Button onClick={() => setAsking(false)}>先不</Button>
      <ProblemAlert problem={act.error} />
    </>
  )
}
