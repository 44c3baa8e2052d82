// Dated records of one's own area: by kind, area and year, for export, and the way to enter one.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { chipsOf } from '../../../ui/ChoiceChips.tsx'
import { CountText } from '../../../ui/CountText.tsx'
import { urlOf } from '../../../ui/call.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { type FilterRow, Filters, yearRow } from '../../../ui/FilterRows.tsx'
import { MeasureTargets } from '../../../ui/MeasureTargets.tsx'
import { useMay } from '../../../ui/may.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { useNarrow } from '../../../ui/use-narrow.ts'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { AreaFilter } from '../../areas/web/AreaFilter.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { DatedRecord } from '../record.ts'
import { attributeWords, kindNames, type RecordKind, titleOf } from '../record-kinds.ts'
import { recordsApi } from '../records-api.ts'
import { type FilterQuery, useDatedRecords, useRecordCount } from './record-queries.ts'
import { recordPath } from './record-words.ts'
import '../../organizations/web/organizations.css'
import './records.css'

export function RecordsPage(): ReactNode {
  const [search] = useSearchParams()
  const may = useMay()
  const filter = filterOf(search)
  const only = onlyKind(search)
  return (
    <>
      <PageHeader
        title="记录"
        sentence="做过的事：文件、会议、抽查、验收……记一次，方案的数就自己算出来。"
        action={
          may('record.enter') && (
            <ButtonLink primary to="/records/new">
              登记一条记录
            </ButtonLink>
          )
        }
        extra={
          may('record.export') && (
            <Button href={urlOf(recordsApi.export, { query: filter })} download>
              导出
            </Button>
          )
        }
      />
      <Narrowing />
      {only && <MeasureTargets measure={only} />}
      <List filter={filter} />
    </>
  )
}

const isKind = (text: string): text is RecordKind => kindNames.some((kind) => kind === text)

/** The kind when it is the only one asked for: then its targets are shown. */
function onlyKind(search: URLSearchParams): RecordKind | null {
  const [first, ...more] = search.getAll('kind').filter(isKind)
  return first && more.length === 0 ? first : null
}

function filterOf(search: URLSearchParams): FilterQuery {
  const [area, year] = [search.get('area'), search.get('year')]
  const kind = search.getAll('kind').filter(isKind)
  return {
    ...(kind.length > 0 && { kind }),
    ...(area && { area }),
    ...(year && { year }),
    ...(search.get('show') === 'all' && { show: 'all' as const }),
  }
}

const kindTitles = Object.fromEntries(kindNames.map((kind) => [kind, titleOf(kind)]))

const kindRow: FilterRow = { key: 'kind', title: '种类', options: chipsOf(kindTitles) }
const showRow: FilterRow = {
  key: 'show',
  title: '看哪些',
  options: chipsOf({ standing: '在册的', all: '连更正、撤回的一起' }),
  single: 'standing',
}

function Narrowing(): ReactNode {
  const url = useUrlState()
  return (
    <Filters url={url} rows={[kindRow, yearRow(useSession().today), showRow]}>
      <AreaFilter url={url} />
    </Filters>
  )
}

const columns: readonly Column<DatedRecord>[] = [
  {
    key: 'title',
    title: '名称或事项',
    width: '34%',
    card: 'title',
    cell: (one) => <Link to={recordPath(one.id)}>{one.title}</Link>,
  },
  {
    key: 'kind',
    title: '种类',
    card: 'words',
    cell: (one) => [titleOf(one.kind), ...attributeWords(one.kind, one.attributes)].join(' · '),
  },
  { key: 'area', title: '地区', card: 'words', cell: (one) => one.organization?.name ?? one.areaName },
  { key: 'startsOn', title: '日期', cell: (one) => <span className="nowrap">{one.startsOn}</span> },
  { key: 'doneBy', title: '由谁', cell: (one) => one.doneBy },
]

function List({ filter }: { filter: FilterQuery }): ReactNode {
  const keyset = useKeyset()
  const limit = useNarrow() ? 20 : 50
  const query = { ...filter, limit, ...(keyset.after && { after: keyset.after }) }
  const { data, error, refetch, isPlaceholderData } = useDatedRecords(query)
  const count = useRecordCount(filter)
  return (
    <>
      <div className="list-bar no-print">
        <CountText count={count.data} unit="条" noun="记录" />
      </div>
      <DataTable
        label="记录"
        columns={columns}
        rows={data?.items}
        rowKey={(one) => one.id}
        empty={<Empty />}
        problem={data ? null : error}
        retry={() => void refetch()}
        paging={{ keyset, next: data?.next }}
        stale={isPlaceholderData}
      />
    </>
  )
}

function Empty(): ReactNode {
  const filled = useUrlState().filled(['area', 'kind', 'year', 'show']) > 0
  const may = useMay()
  if (filled) return <EmptyHint title="没有符合这些条件的记录">放宽一两个条件再看。</EmptyHint>
  return (
    <EmptyHint title="还没有记录">
      {may('record.enter') ? '开了会、印发了文件、做了抽查，点“登记一条记录”。' : '有了记录，会出现在这里。'}
    </EmptyHint>
  )
}
