// What happened to an organization, newest first: who, when, from when, and what changed field by field.
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { PagePart } from '../../../ui/PagePart.tsx'
import { Timeline, Turn, TurnNote } from '../../../ui/Timeline.tsx'
import { areaQuery } from '../../areas/web/areas-queries.ts'
import { labelOf, valueText } from '../organization-fields.ts'
import type { OrganizationEvent } from '../organizations-api.ts'
import { Changes, type ChangeWords } from './Changes.tsx'
import { useTimeline } from './organization-queries.ts'

export function OrganizationTimeline({ id }: { id: string }): ReactNode {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useTimeline(id)
  const events = data?.pages.flatMap((page) => page.items)
  return (
    <PagePart
      id="timeline"
      title="经过"
      waiting={!events}
      problem={error}
      retry={() => void refetch()}
      empty={events?.length === 0 && '还没有在这里改动过。以后谁在什么时候改了什么，都会写在这里。'}
    >
      <Timeline>
        {events?.map((event) => (
          <TimelineEvent key={event.id} event={event} />
        ))}
      </Timeline>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          更早的记录
        </Button>
      )}
    </PagePart>
  )
}

function TimelineEvent({ event }: { event: OrganizationEvent }): ReactNode {
  return (
    <Turn what={event.what} who={event.who} at={event.at}>
      <TurnNote words={event.effectiveOn && `从 ${event.effectiveOn} 起算`} />
      {event.reason && <Reason text={event.reason} />}
      <Changes changes={event.changes.map(wordsOf)} />
    </Turn>
  )
}

/** The reason of a row that an import wrote is that import. */
const importReason = /^import ([0-9a-f-]{36})$/

function Reason({ text }: { text: string }): ReactNode {
  const id = importReason.exec(text)?.[1]
  return (
    <p className="timeline-note">{id ? <Link to={`/imports/${id}`}>看这次导入</Link> : `理由：${text}`}</p>
  )
}

/** A phone number changes without being written down; an area is shown by its name. */
function wordsOf({ field, from, to }: OrganizationEvent['changes'][number]): ChangeWords {
  const label = labelOf(field)
  if (field === 'phone') return { label, from: null, to: '（号码不写进经过）' }
  return { label, from: from === null ? null : shown(field, from), to: to === null ? '空' : shown(field, to) }
}

const shown = (field: string, value: unknown): ReactNode =>
  field === 'area' && typeof value === 'string' ? <AreaName code={value} /> : valueText(field, value)

function AreaName({ code }: { code: string }): ReactNode {
  const { data } = useQuery(areaQuery(code))
  return data ? [...data.ancestors.slice(-1), data].map(({ name }) => name).join(' ') : code
}
