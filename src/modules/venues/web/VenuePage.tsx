// One venue: what it is, its calendar, and what its keepers have to answer.
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { Venue } from '../venue.ts'
import { KeeperBookings } from './KeeperBookings.tsx'
import { RoomCalendar } from './RoomCalendar.tsx'
import { RoomFeeds } from './RoomFeeds.tsx'
import { useVenue } from './venue-queries.ts'
import { hoursWords, termsWords } from './venue-words.ts'
import './venues.css'

export function VenuePage(): ReactNode {
  const { id = '' } = useParams()
  const { data, error, refetch } = useVenue(id)
  if (error && !data) return <ProblemAlert problem={error} retry={() => void refetch()} />
  return data ? <Shown venue={data} /> : <PageBones />
}

function Shown({ venue }: { venue: Venue }): ReactNode {
  const keeps = venue.may.includes('venue.keep')
  return (
    <>
      <PageHeader
        title={venue.name}
        sentence={`${venue.area.name} · ${venue.address}`}
        back={{ to: '/venues', label: '场地' }}
        mark={<Mark venue={venue} />}
        extra={keeps && <ButtonLink to={`/venues/${venue.id}/edit`}>修改</ButtonLink>}
      />
      {keeps && <KeeperBookings venue={venue} />}
      <RoomCalendar venue={venue} />
      <Facts venue={venue} />
      {keeps && <RoomFeeds venue={venue} />}
    </>
  )
}

function Mark({ venue }: { venue: Venue }): ReactNode {
  const { today } = useSession()
  if (venue.closedOn && venue.closedOn <= today) return <StateTag tone="none" word="已不再开放" />
  if (venue.closedOn) return <StateTag tone="behind" word={`开放到 ${venue.closedOn} 前`} />
  return null
}

function Facts({ venue }: { venue: Venue }): ReactNode {
  const rows: [string, ReactNode][] = [
    ['开放时间', `${hoursWords(venue.hours)}${venue.closedOnHolidays ? '；法定节假日不开放' : ''}`],
    ['费用', termsWords(venue)],
    ['对谁开放', [`${venue.openTo.name}的组织`, venue.forWhom].filter(Boolean).join('；')],
    ['电话', venue.contact ?? '没有填写'],
    ['开放日期', venue.openedOn],
  ]
  return (
    <section className="panel" aria-labelledby="venue-facts">
      <h2 id="venue-facts">场地情况</h2>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {venue.rooms.map((room) => (
          <div key={room.id}>
            <dt>{room.name}</dt>
            <dd>
              {[
                room.closed ? '暂停预约' : '',
                room.capacity === null ? '人数不详' : `最多 ${room.capacity} 人`,
                room.equipment,
              ]
                .filter(Boolean)
                .join('；')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
