// Hours of one's own area: those that wait are confirmed here, many at once.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { dueWords } from '../../../kernel/due-words.ts'
import type { Day } from '../../../kernel/time.ts'
import { chipsOf } from '../../../ui/ChoiceChips.tsx'
import { CountText } from '../../../ui/CountText.tsx'
import { urlOf } from '../../../ui/call.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { Filters } from '../../../ui/FilterRows.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { type UrlState, useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { AreaFilter } from '../../areas/web/AreaFilter.tsx'
import { useMay, useSession } from '../../people/web/session-queries.ts'
import { type Entry, hoursText, type ServiceStatus, serviceStatuses, standingText } from '../service.ts'
import { whyNotConfirm } from '../service-rules.ts'
import { volunteersApi } from '../volunteers-api.ts'
import type { Recorded } from './RecordDialog.tsx'
import {
  type EntryQuery,
  useEntries,
  useEntryCount,
  useVolunteerAct,
  volunteerActs,
} from './volunteer-queries.ts'
import { statusTones, whenText } from './volunteer-words.ts'
import '../../organizations/web/organizations.css'
import './volunteers.css'

const rows = [{ key: 'status', title: '状态', options: chipsOf(serviceStatuses) }]

export function ServicePage(): ReactNode {
  const may = useMay()
  const url = useUrlState()
  const filter = filterOf(url)
  return (
    <>
      <PageHeader
        title="志愿服务时长"
        sentence="活动结束后及时确认；确认了才算数，逾期的上级看得到。"
        back={{ to: '/volunteer-teams', label: '志愿服务' }}
        extra={
          may('service.export') && (
            <Button href={urlOf(volunteersApi.exportEntries, { query: filter })} download>
              导出
            </Button>
          )
        }
      />
      <Filters url={url} rows={rows}>
        <AreaFilter url={url} />
      </Filters>
      <List filter={filter} ids={url.one('ids')} />
    </>
  )
}

const isStatus = (text: string): text is ServiceStatus => Object.hasOwn(serviceStatuses, text)

/** Chosen ones come from the queue: they wait. */
function filterOf(url: UrlState): EntryQuery {
  const [area, team] = [url.one('area'), url.one('team')]
  const status = url.one('ids') ? (['waiting'] as const) : url.many('status').filter(isStatus)
  return {
    ...(area && /^\d{12}$/.test(area) && { area }),
    ...(team && /^[0-9a-f-]{36}$/.test(team) && { team }),
    ...(status.length > 0 && { status: [...status] }),
  }
}

type ListProps = { filter: EntryQuery; ids: string | undefined }

function List({ filter, ids }: ListProps): ReactNode {
  const keyset = useKeyset()
  const { today } = useSession()
  const [chosen, choose] = useState<string[]>(() => ids?.split(',') ?? [])
  const { data, error, refetch, isPlaceholderData } = useEntries({
    ...{ ...filter, limit: 200 },
    ...(keyset.after && { after: keyset.after }),
  })
  const count = useEntryCount(filter)
  const waiting = data?.items.filter((one) => whyNotConfirm(one) === null) ?? []
  return (
    <>
      <div className="list-bar no-print">
        <CountText count={count.data} unit="条" noun="记录" />
        {waiting.length > chosen.length && (
          <button type="button" className="text-button" onClick={() => choose(waiting.map(({ id }) => id))}>
            选上这一页可以确认的 {waiting.length} 条
          </button>
        )}
      </div>
      <DataTable
        label="志愿服务时长"
        columns={columnsFor(today as Day)}
        rows={data?.items}
        rowKey={({ id }) => id}
        empty={<EmptyHint title="没有这样的记录">在一支队的页面上“记时长”；或放宽条件再看。</EmptyHint>}
        problem={data ? null : error}
        retry={() => void refetch()}
        paging={{ keyset, next: data?.next }}
        stale={isPlaceholderData}
        selection={{
          keys: chosen,
          onChange: choose,
          nameOf: (id) => data?.items.find((one) => one.id === id)?.name ?? '',
        }}
      />
      <ConfirmBar chosen={chosen} onClear={() => choose([])} />
    </>
  )
}

function ConfirmBar({ chosen, onClear }: { chosen: string[]; onClear: () => void }): ReactNode {
  const confirm = useVolunteerAct<{ results: Recorded[] }>()
  const failed = confirm.data?.results.filter(({ ok }) => !ok) ?? []
  const done = (confirm.data?.results.length ?? 0) - failed.length
  if (chosen.length === 0 && !confirm.data) return null
  return (
    <section className="form-bar bulk-bar no-print" aria-label="对选中的记录">
      <span className="form-bar-words" role="status">
        {chosen.length > 0 ? `已选 ${chosen.length} 条` : `确认了 ${done} 条。`}
        {chosen.length === 0 &&
          failed.map(({ id, name, message }) => (
            <span key={id}>
              {' '}
              {name}：{message}
            </span>
          ))}
      </span>
      <ProblemAlert problem={confirm.error} />
      {chosen.length > 0 && (
        <>
          <Button onClick={onClear}>取消选择</Button>
          <Button
            type="primary"
            loading={confirm.isPending}
            onClick={() => confirm.mutate(() => volunteerActs.confirm(chosen), { onSuccess: onClear })}
          >
            确认 {chosen.length} 条
          </Button>
        </>
      )}
    </section>
  )
}

const columnsFor = (today: Day): readonly Column<Entry>[] => [
  {
    key: 'name',
    title: '谁',
    card: 'title',
    cell: (one) => <Link to={`/team-members/${one.member}`}>{one.name}</Link>,
  },
  { key: 'activity', title: '做了什么', card: 'words', cell: (one) => one.activity },
  { key: 'when', title: '时间', card: 'words', cell: whenText },
  { key: 'minutes', title: '时长', cell: ({ minutes }) => hoursText(minutes) },
  { key: 'team', title: '队', card: 'words', cell: (one) => one.teamName },
  {
    key: 'status',
    title: '状态',
    card: 'mark',
    cell: (one) => <StateTag tone={statusTones[one.status]} word={standingText(one)} />,
  },
  {
    key: 'due',
    title: '时限',
    cell: (one) => {
      if (one.status !== 'waiting') return ''
      const words = dueWords(one.dueOn as Day, today)
      return one.waitsForAnother ? `${words}，等另一人确认` : words
    },
  },
]
