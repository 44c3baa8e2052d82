// A venue is one no more from a day on.
import { Button, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Day } from '../../../kernel/time.ts'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { useSession } from '../../people/web/session-queries.ts'
import type { Venue } from '../venue.ts'
import { useVenueAct, venueActs } from './venue-queries.ts'

export function CloseVenue({ venue }: { venue: Venue }): ReactNode {
  const [open, setOpen] = useState(false)
  const { today } = useSession()
  const act = useVenueAct()
  return (
    <>
      <Button onClick={() => setOpen(true)}>不再开放</Button>
      <ConfirmWithReason
        open={open}
        title={`不再开放：${venue.name}`}
        explain="从所填的那一天起不能再约，也不再计入活动场所；以前的记录都保留。那以后已同意的预约要先取消。"
        confirmText="不再开放"
        danger
        reasonHint="例如：房屋收回另作他用"
        initialValues={{ on: today }}
        onConfirm={({ on, reason }) =>
          act.mutateAsync(() =>
            venueActs.close(venue.id, { on: (dayFromText(String(on)) ?? String(on)) as Day, reason }),
          )
        }
        onClose={() => setOpen(false)}
      >
        <Form.Item name="on" label="从哪一天起">
          <DayInput calendarLabel="从日历选日期" />
        </Form.Item>
      </ConfirmWithReason>
    </>
  )
}
