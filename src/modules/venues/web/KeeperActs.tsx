// What a keeper may do about a booking: say yes or no, cancel, record whether it was used.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Booking } from '../booking.ts'
import type { BookingView } from '../venues-api.ts'
import { useVenueAct, venueActs } from './venue-queries.ts'

type Props = {
  booking: Booking
  view: BookingView
  /** For a series: answer each on its own. */
  takeApart?: () => void
}

export function KeeperActs({ booking, view, takeApart }: Props): ReactNode {
  const act = useVenueAct()
  const [asking, setAsking] = useState<Asking | null>(null)
  const all = takeApart !== undefined
  const run = (step: () => Promise<unknown>) => act.mutate(step)
  return (
    <>
      {view === 'waiting' && (
        <>
          <Button
            type="primary"
            loading={act.isPending}
            onClick={() => run(() => venueActs.answer(booking.id, { answer: 'accept', all }))}
          >
            {all ? '全部同意' : '同意'}
          </Button>
          <Button onClick={() => setAsking('decline')}>{all ? '全部不同意' : '不同意'}</Button>
          {takeApart && <Button onClick={takeApart}>逐次答复</Button>}
        </>
      )}
      {view === 'coming' && <Button onClick={() => setAsking('revoke')}>取消</Button>}
      {(view === 'unrecorded' || booking.status === 'used' || booking.status === 'unused') && (
        <UseButtons booking={booking} run={run} />
      )}
      <ProblemAlert problem={act.error} />
      {asking && <ReasonDialog booking={booking} asking={asking} all={all} onClose={() => setAsking(null)} />}
    </>
  )
}

type UseProps = { booking: Booking; run: (step: () => Promise<unknown>) => void }

function UseButtons({ booking: { id, status, venue }, run }: UseProps): ReactNode {
  const say = (used: boolean) =>
    run(() => venueActs.recordUse(venue.id, { used: used ? [id] : [], unused: used ? [] : [id] }))
  return (
    <>
      {status !== 'used' && <Button onClick={() => say(true)}>用了</Button>}
      {status !== 'unused' && <Button onClick={() => say(false)}>没有用</Button>}
    </>
  )
}

type Asking = 'decline' | 'revoke'
type DialogProps = { booking: Booking; asking: Asking; all: boolean; onClose: () => void }

const words = {
  decline: { title: '不同意预约', confirm: '不同意', hint: '例如：当天社区要开会。组织会看到' },
  revoke: { title: '取消已同意的预约', confirm: '取消预约', hint: '例如：场地临时检修。组织会看到' },
} as const

function ReasonDialog({ booking, asking, all, onClose }: DialogProps): ReactNode {
  const act = useVenueAct()
  const { title, confirm, hint } = words[asking]
  return (
    <ConfirmWithReason
      open
      title={`${title}：${booking.organization.name}`}
      explain={asking === 'revoke' ? '组织会在待办里看到，以便另约场地；离开始很近的，记为临时取消。' : null}
      confirmText={confirm}
      danger={asking === 'revoke'}
      reasonHint={hint}
      onConfirm={({ reason }) =>
        act.mutateAsync(() =>
          asking === 'decline'
            ? venueActs.answer(booking.id, { answer: 'decline', reason, all })
            : venueActs.revoke(booking.id, { reason, all }),
        )
      }
      onClose={onClose}
    />
  )
}
