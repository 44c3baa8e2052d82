// For the keepers: each room's calendar under an address that a telephone can subscribe to.
import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { urlOf } from '../../../ui/call.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Room, Venue } from '../venue.ts'
import { venuesApi } from '../venues-api.ts'
import { useVenueAct, venueActs } from './venue-queries.ts'

export function RoomFeeds({ venue }: { venue: Venue }): ReactNode {
  return (
    <section className="panel no-print" aria-labelledby="venue-feeds">
      <h2 id="venue-feeds">订阅日历</h2>
      <p className="explain">
        把地址添加到手机或电脑的日历里，预约会自动出现。知道地址的人都能看到这一间的预约，请只给管场地的人。
      </p>
      <ul className="plain-list">
        {venue.rooms.map((room) => (
          <li key={room.id}>
            <Feed room={room} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Feed({ room }: { room: Room }): ReactNode {
  const act = useVenueAct()
  const code = room.feedCode
  return (
    <div className="venue-feed">
      <b>{room.name}</b>
      {code && <Input readOnly aria-label={`${room.name}的日历地址`} value={feedAddress(code)} />}
      <Button loading={act.isPending} onClick={() => act.mutate(() => venueActs.makeFeed(room.id))}>
        {code ? '换一个地址' : '生成地址'}
      </Button>
      <ProblemAlert problem={act.error} />
    </div>
  )
}

const feedAddress = (code: string): string =>
  new URL(urlOf(venuesApi.feed, { params: { code } }), location.origin).href
