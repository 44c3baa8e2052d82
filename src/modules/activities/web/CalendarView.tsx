// The calendar of an area: a grid of days on a desk, the days that have something on a phone.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { dayIn, weekdayOf } from '../../../kernel/minute.ts'
import { asDay, type Day } from '../../../kernel/time.ts'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { PeriodSteps } from '../../../ui/PeriodSteps.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateShape } from '../../../ui/StateTag.tsx'
import { useNarrow } from '../../../ui/use-narrow.ts'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { useSession } from '../../people/web/session-queries.ts'
import { type ActivityLine, activityStatuses } from '../activity.ts'
import { useCalendar } from './activity-queries.ts'
import { clockOn, peopleWords, statusTones } from './activity-words.ts'
import { daysOf, type Period, periodWords, stepped } from './calendar-days.ts'

type Props = { area: string; period: Period }

export function CalendarView({ area, period }: Props): ReactNode {
  const url = useUrlState()
  const narrow = useNarrow()
  const today = useSession().today as Day
  const day = asDay(url.one('day') ?? '') ?? today
  const days = daysOf(period, day)
  const { data, error, refetch, isPlaceholderData } = useCalendar({
    area,
    from: days[0] ?? day,
    to: days.at(-1) ?? day,
  })
  return (
    <>
      <PeriodSteps
        unit={period === 'week' ? '周' : '月'}
        shown={periodWords(period, day)}
        now={period === 'week' ? '本周' : '本月'}
        onStep={(by) => url.set({ day: stepped(period, day, by) })}
        onNow={() => url.set({ day: null })}
      />
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {!data && !error && <Bones lines={8} />}
      {data && (
        <div className={isPlaceholderData ? 'stale' : undefined}>
          {narrow ? (
            <DayList days={days} lines={data.items} />
          ) : (
            <Grid days={days} lines={data.items} period={period} day={day} />
          )}
          {data.more && <p className="faint">活动太多，这里只列出前一部分；请选小一点的区划。</p>}
        </div>
      )}
    </>
  )
}

const onDay = (lines: readonly ActivityLine[], day: Day): ActivityLine[] =>
  lines.filter(({ from, to }) => dayIn(from) <= day && to > `${day}T00:00`)

/** A month's day shows so many; the week shows all. */
const most = 3

type GridProps = { days: readonly Day[]; lines: readonly ActivityLine[]; period: Period; day: Day }

function Grid({ days, lines, period, day }: GridProps): ReactNode {
  const { today } = useSession()
  return (
    <div className={`activity-grid activity-grid-${period}`}>
      {days.slice(0, 7).map((one) => (
        <p key={one} className="activity-weekday" aria-hidden="true">
          {weekdayOf(one)}
        </p>
      ))}
      {days.map((one) => (
        <GridDay
          key={one}
          day={one}
          lines={onDay(lines, one)}
          limit={period === 'month' ? most : Number.POSITIVE_INFINITY}
          beyond={period === 'month' && one.slice(0, 7) !== day.slice(0, 7)}
          isToday={one === today}
        />
      ))}
    </div>
  )
}

type DayProps = { day: Day; lines: readonly ActivityLine[]; limit: number; beyond: boolean; isToday: boolean }

function GridDay({ day, lines, limit, beyond, isToday }: DayProps): ReactNode {
  const url = useUrlState()
  const hidden = lines.length - Math.min(lines.length, limit)
  const look = ['activity-day', beyond && 'beyond', isToday && 'today'].filter(Boolean).join(' ')
  return (
    <section className={look} aria-label={dayWords(day)}>
      <h3>{Number(day.slice(8))}</h3>
      <ul>
        {lines.slice(0, limit).map((line) => (
          <li key={line.id}>
            <Entry line={line} day={day} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" className="text-button" onClick={() => url.set({ view: 'week', day })}>
          还有 {hidden} 项
        </button>
      )}
    </section>
  )
}

const dayWords = (day: Day): string =>
  `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日 ${weekdayOf(day)}`

function Entry({ line, day }: { line: ActivityLine; day: Day }): ReactNode {
  return (
    <Link
      to={`/activities/${line.id}`}
      className={line.status === 'cancelled' ? 'activity-entry cancelled' : 'activity-entry'}
    >
      <Mark line={line} />
      <span className="activity-clock">{clockOn(line, day)}</span> {line.title}
    </Link>
  )
}

/** The state as a shape with its word for those who cannot see it. */
function Mark({ line }: { line: ActivityLine }): ReactNode {
  const tone = line.unreported ? 'overdue' : statusTones[line.status]
  return (
    <>
      <StateShape tone={tone} size={10} />
      <span className="sr-only">{line.unreported ? '未报告' : activityStatuses[line.status]}</span>
    </>
  )
}

function DayList({ days, lines }: { days: readonly Day[]; lines: readonly ActivityLine[] }): ReactNode {
  const full = days.filter((day) => onDay(lines, day).length > 0)
  if (full.length === 0) return <EmptyHint title="这段时间没有活动" />
  return full.map((day) => (
    <section key={day} className="activity-listed" aria-label={dayWords(day)}>
      <h2>{dayWords(day)}</h2>
      {onDay(lines, day).map((line) => (
        <ActivityCard key={line.id} line={line} day={day} />
      ))}
    </section>
  ))
}

function ActivityCard({ line, day }: { line: ActivityLine; day: Day }): ReactNode {
  const { title, place, areaName, organizationName, status, unreported } = line
  const about = [place, organizationName ?? areaName, peopleWords(line)].filter(Boolean)
  return (
    <Link to={`/activities/${line.id}`} className="activity-card">
      <b>
        {clockOn(line, day)} {title}
      </b>
      <span className="faint">{about.join(' · ')}</span>
      <span className={`state state-${unreported ? 'overdue' : statusTones[status]}`}>
        <StateShape tone={unreported ? 'overdue' : statusTones[status]} />
        {unreported ? `${activityStatuses[status]} · 未报告` : activityStatuses[status]}
      </span>
    </Link>
  )
}
