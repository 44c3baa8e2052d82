// Sign up for an activity: for everybody, on a phone, without an account; a name or nickname and a number are enough.
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { dayIn, minuteOf, spanWords } from '../../../kernel/minute.ts'
import { type Instant, yearOf } from '../../../kernel/time.ts'
import { OpenFacts, OpenSheet } from '../../../ui/OpenSheet.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import type { PublicActivity } from '../sign-up.ts'
import { JoinForm } from './JoinForm.tsx'
import { usePublicActivity, useTicketCode } from './join-queries.ts'
import { OwnTicket } from './OwnTicket.tsx'
import './join.css'

export function JoinPage(): ReactNode {
  const { code = '' } = useParams()
  const query = usePublicActivity(code)
  useTitle(query.data?.title ?? '报名')
  return (
    <OpenSheet title="报名" query={query}>
      {(activity) => <Shown code={code} activity={activity} />}
    </OpenSheet>
  )
}

function Shown({ code, activity }: { code: string; activity: PublicActivity }): ReactNode {
  const { title, content, whyNot } = activity
  const [ticket, setTicket] = useTicketCode(code)
  return (
    <>
      <h1>{title}</h1>
      <Facts activity={activity} />
      {content && <p className="open-content">{content}</p>}
      {activity.cancelReason !== null && (
        <p className="open-note" role="status">
          活动取消了：{activity.cancelReason}
        </p>
      )}
      {ticket === null ? (
        <>
          {activity.cancelReason === null && whyNot !== null && (
            <p className="open-note" role="status">
              {whyNot}
            </p>
          )}
          {whyNot === null && <JoinForm code={code} full={activity.full} onDone={setTicket} />}
        </>
      ) : (
        <OwnTicket code={code} ticket={ticket} onForget={() => setTicket(null)} />
      )}
      {ticket === null && <Find onFound={setTicket} />}
    </>
  )
}

function Facts({ activity }: { activity: PublicActivity }): ReactNode {
  const { from, to, where, place, organizer, seriesTitle, places, going, waiting, whyNot } = activity
  const now = minuteOf(new Date().toISOString() as Instant)
  const left = places === null ? null : Math.max(0, places - going)
  const facts: [string, string | null][] = [
    ['时间', spanWords(from, to, yearOf(dayIn(now)))],
    ['地点', `${where} ${place}`],
    ['主办', organizer],
    ['系列', seriesTitle],
    ['名额', whyNot === null && left !== null ? seatWords(places ?? 0, left, waiting) : null],
  ]
  return <OpenFacts facts={facts} />
}

const seatWords = (places: number, left: number, waiting: number): string =>
  left > 0
    ? `${places} 人，还剩 ${left} 个`
    : `${places} 人，已经报满${waiting > 0 ? `，${waiting} 人候补` : ''}`

/** Who signed up on another device looks by the code. */
function Find({ onFound }: { onFound: (ticket: string) => void }): ReactNode {
  return (
    <details className="join-find">
      <summary>已经报过名：凭报名码查看或取消</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const typed = new FormData(event.currentTarget).get('ticket')
          if (typeof typed === 'string' && typed.trim()) onFound(typed.trim())
        }}
      >
        <label>
          报名码
          <input name="ticket" autoComplete="off" autoCapitalize="characters" maxLength={12} />
        </label>
        <button type="submit">查看</button>
      </form>
    </details>
  )
}
