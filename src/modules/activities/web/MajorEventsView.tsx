// Major events of an area: which are not reported, late, wait for an answer or for a summary.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { Filters } from '../../../ui/FilterRows.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { type EventLine, type EventState, eventStates } from '../major-events-api.ts'
import { useMajorEvents } from './activity-queries.ts'
import { eventTones } from './activity-words.ts'

export function MajorEventsView({ area }: { area: string }): ReactNode {
  const url = useUrlState()
  const state = stateOf(url.one('state'))
  const { data, error, refetch } = useMajorEvents({ area, ...(state && { state }) })
  const options = (Object.entries(eventStates) as [EventState, string][]).map(([value, label]) => ({
    value,
    label: `${label}${data?.states[value] ? ` ${data.states[value]}` : ''}`,
  }))
  return (
    <>
      <Filters url={url} rows={[{ key: 'state', title: '状态', options, single: true }]} />
      <DataTable
        label="重大活动"
        columns={columns}
        rows={data?.items}
        rowKey={({ id }) => id}
        problem={data ? null : error}
        retry={() => void refetch()}
        empty={
          <EmptyHint title="没有这样的重大活动">
            节庆、演出、竞赛、集会等达到本地规定的规模，安排时就会列在这里。
          </EmptyHint>
        }
      />
    </>
  )
}

const stateOf = (text: string | undefined): EventState | undefined =>
  text !== undefined && Object.hasOwn(eventStates, text) ? (text as EventState) : undefined

const columns: readonly Column<EventLine>[] = [
  {
    key: 'title',
    title: '活动',
    width: '30%',
    card: 'title',
    cell: ({ id, title }) => <Link to={`/activities/${id}#major`}>{title}</Link>,
  },
  {
    key: 'who',
    title: '主办',
    card: 'words',
    cell: ({ organizationName, areaName }) => organizationName ?? areaName,
  },
  {
    key: 'from',
    title: '开始',
    cell: ({ from }) => <span className="nowrap">{from.replace('T', ' ')}</span>,
  },
  { key: 'expected', title: '预计人数', align: 'right', cell: ({ expected }) => expected },
  {
    key: 'due',
    title: '期限',
    cell: ({ dueOn }) => (dueOn ? <span className="nowrap">{dueOn}</span> : null),
  },
  { key: 'late', title: '迟报', align: 'right', cell: ({ late }) => (late > 0 ? `${late} 天` : '') },
  {
    key: 'state',
    title: '状态',
    card: 'mark',
    cell: ({ state }) => <StateTag tone={eventTones[state]} word={eventStates[state]} />,
  },
]
