// Enters a venue, or changes one: where, for whom, when it is open, which rooms.
import { Button, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { showFaults } from '../../../ui/faults.ts'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useHomeArea, useSession } from '../../people/web/session-queries.ts'
import type { Venue } from '../venue.ts'
import { CloseVenue } from './CloseVenue.tsx'
import { HoursFields } from './HoursFields.tsx'
import { RoomsFields } from './RoomsFields.tsx'
import { FactFields, PlaceFields } from './VenueFields.tsx'
import { useVenue, useVenueAct, venueActs } from './venue-queries.ts'
import { draftOf, newRoom, type VenueValues, valuesOf } from './venue-values.ts'
import './venues.css'

export function VenueFormPage(): ReactNode {
  const { id } = useParams()
  const { data, error, refetch } = useVenue(id)
  if (error && !data) return <ProblemAlert problem={error} retry={() => void refetch()} />
  if (id && !data) return <PageBones />
  return <VenueForm key={data?.version ?? 0} venue={data ?? null} />
}

function VenueForm({ venue }: { venue: Venue | null }): ReactNode {
  const [form] = Form.useForm<VenueValues>()
  const { send, act, shown } = useSend(form, venue)
  const initial = useInitial(venue)
  return (
    <>
      <PageHeader
        title={venue ? `修改${venue.name}` : '登记场地'}
        sentence={venue ? '已经同意的预约不受影响。' : '登记以后，开放范围里的组织就能看到它、提出预约。'}
        back={venue ? { to: `/venues/${venue.id}`, label: venue.name } : { to: '/venues', label: '场地' }}
        extra={venue && !venue.closedOn && <CloseVenue venue={venue} />}
      />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={send}
        scrollToFirstError={{ focus: true }}
        initialValues={initial}
        className="venue-form"
      >
        <section className="panel">
          <PlaceFields fixed={venue !== null} />
          <FactFields />
        </section>
        <section className="panel" aria-labelledby="venue-hours">
          <h2 id="venue-hours">开放时间</h2>
          <HoursFields />
        </section>
        <section className="panel" aria-labelledby="venue-rooms">
          <h2 id="venue-rooms">房间</h2>
          <RoomsFields />
        </section>
        <ProblemAlert problem={act.error} shown={shown} />
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {venue ? '保存' : '登记'}
        </Button>
      </Form>
    </>
  )
}

function useInitial(venue: Venue | null): Partial<VenueValues> {
  const home = useHomeArea()
  const { today } = useSession()
  if (venue) return valuesOf(venue)
  return {
    ...(home && { area: home.code, openTo: home.code }),
    ...{ terms: 'free', closedOnHolidays: true, openedOn: today, rooms: [newRoom] },
    hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  }
}

function useSend(form: ReturnType<typeof Form.useForm<VenueValues>>[0], venue: Venue | null) {
  const act = useVenueAct<Venue>()
  const navigate = useNavigate()
  const [shown, setShown] = useState<string[]>([])
  const send = (values: VenueValues) => {
    const { area, ...draft } = draftOf(values)
    const save = () =>
      venue
        ? venueActs.edit(venue.id, { ...draft, version: venue.version })
        : venueActs.create({ ...draft, area })
    act.mutate(save, {
      onSuccess: ({ id }) => void navigate(`/venues/${id}`),
      onError: (problem) => setShown(showFaults(form, problem)),
    })
  }
  return { send, act, shown }
}
