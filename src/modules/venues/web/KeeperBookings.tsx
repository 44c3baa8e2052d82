// What the keepers of a venue have before them: requests to answer, use to record, what comes, what was.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import type { Booking } from '../booking.ts'
import type { Venue } from '../venue.ts'
import { type BookingView, bookingViews } from '../venues-api.ts'
import { BookingItem } from './BookingItem.tsx'
import { KeeperActs } from './KeeperActs.tsx'
import { useBookings, useVenueAct, venueActs } from './venue-queries.ts'
import { grouped } from './venue-words.ts'

export function KeeperBookings({ venue }: { venue: Venue }): ReactNode {
  const url = useUrlState()
  const view = viewOf(url.one('view')) ?? (venue.waiting ? 'waiting' : 'coming')
  const keyset = useKeyset()
  const { data, error, refetch } = useBookings(venue.id, {
    view,
    ...(keyset.after && { after: keyset.after }),
  })
  return (
    <section className="panel no-print" id="bookings" aria-labelledby="venue-bookings">
      <h2 id="venue-bookings">组织的预约{venue.waiting ? `（${venue.waiting} 件待答复）` : ''}</h2>
      <ChooseOne
        name="view"
        options={chipsOf(bookingViews)}
        value={view}
        onChange={(one) => url.set({ view: one })}
      />
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {!data && !error && <Bones lines={3} />}
      {data && <List venue={venue} view={view} bookings={data.items} />}
      {data && <Pager keyset={keyset} next={data.next} rows={data.items.length} />}
    </section>
  )
}

const viewOf = (text: string | undefined): BookingView | undefined =>
  text !== undefined && Object.hasOwn(bookingViews, text) ? (text as BookingView) : undefined

type ListProps = { venue: Venue; view: BookingView; bookings: readonly Booking[] }

function List({ venue, view, bookings }: ListProps): ReactNode {
  const [apart, setApart] = useState<readonly string[]>([])
  if (bookings.length === 0) return <p className="fact-unknown">{empty[view]}</p>
  const groups = view === 'waiting' ? grouped(bookings) : bookings.map((one) => [one])
  const shown = groups.flatMap((group) =>
    apart.includes(group[0]?.id ?? '') ? group.map((one) => [one]) : [group],
  )
  return (
    <>
      <ul className="venue-bookings">
        {shown.map(([first, ...rest]) =>
          first ? (
            <BookingItem key={first.id} bookings={[first, ...rest]} subject={whoAndWhere}>
              <KeeperActs
                booking={first}
                view={view}
                {...(rest.length > 0 && { takeApart: () => setApart([...apart, first.id]) })}
              />
            </BookingItem>
          ) : null,
        )}
      </ul>
      {view === 'unrecorded' && bookings.length > 1 && <AllUsed venue={venue} bookings={bookings} />}
    </>
  )
}

const empty = {
  waiting: '没有等您答复的预约。',
  unrecorded: '没有要记录的：都记过了。',
  coming: '还没有已同意、将要使用的预约。',
  past: '还没有以前的预约。',
} as const satisfies Record<BookingView, string>

const whoAndWhere = ({ organization, room }: Booking): ReactNode => `${organization.name} · ${room.name}`

function AllUsed({ venue, bookings }: Omit<ListProps, 'view'>): ReactNode {
  const act = useVenueAct()
  const used = bookings.map(({ id }) => id)
  return (
    <>
      <Button
        type="primary"
        loading={act.isPending}
        onClick={() => act.mutate(() => venueActs.recordUse(venue.id, { used, unused: [] }))}
      >
        这 {used.length} 次都用了
      </Button>
      <ProblemAlert problem={act.error} />
    </>
  )
}
