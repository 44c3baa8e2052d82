// Applications: those due first, narrowed by state and place; officers decide many at once, leaders see their own.
import { type ReactNode, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { chipsOf } from '../../../ui/ChoiceChips.tsx'
import { CountText } from '../../../ui/CountText.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { type FilterRow, Filters } from '../../../ui/FilterRows.tsx'
import { useMay } from '../../../ui/may.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { AreaFilter } from '../../areas/web/AreaFilter.tsx'
import { tiers } from '../../organizations/choices.ts'
import { type ApplicationLine, applicationStatuses } from '../filing.ts'
import { DecideBar } from './DecideBar.tsx'
import { filterOf, listKeys } from './filing-filters.ts'
import { type BulkDesk, useApplicationCount, useApplications } from './filing-queries.ts'
import { askedWords, stateOf, titleOf } from './filing-words.ts'
import './filing.css'

export function ApplicationsPage(): ReactNode {
  const may = useMay()
  const isOfficer = may('organization.export') || may('organization.edit')
  return (
    <>
      <PageHeader
        title="申请"
        sentence={
          isOfficer ? '备案、登记和指导管理的申请，快到期的在前面。' : '您的申请办到哪一步，都在这里。'
        }
        action={
          may('filing.create') && (
            <ButtonLink primary to="/applications/new">
              {isOfficer ? '代为申请' : '申请'}
            </ButtonLink>
          )
        }
      />
      {isOfficer && <Narrowing />}
      <List />
    </>
  )
}

const rows: readonly FilterRow[] = [
  { key: 'status', title: '状态', options: chipsOf(applicationStatuses) },
  { key: 'tier', title: '申请', options: chipsOf(tiers) },
  { key: 'overdue', title: '时限', options: chipsOf({ true: '已逾期' }), single: true },
]

function Narrowing(): ReactNode {
  const url = useUrlState()
  return (
    <Filters url={url} rows={rows}>
      <AreaFilter url={url} />
    </Filters>
  )
}

/** The desk at which the person decides many; null for those who decide nothing. */
function useBulkDesk(): BulkDesk | null {
  const may = useMay()
  if (may('filing.handleInTownship')) return 'township'
  if (may('filing.handleInCounty')) return 'county'
  return may('filing.handleInCommunity') ? 'community' : null
}

function List(): ReactNode {
  const [search] = useSearchParams()
  const keyset = useKeyset()
  const filter = filterOf(search)
  const { data, error, refetch, isPlaceholderData } = useApplications({
    ...filter,
    ...(keyset.after && { after: keyset.after }),
  })
  const count = useApplicationCount(filter)
  const desk = useBulkDesk()
  const [chosen, choose] = useState<string[]>(() => search.get('ids')?.split(',') ?? [])
  const rows = data?.items
  return (
    <>
      <div className="list-bar no-print">
        <CountText count={count.data} unit="件" noun="申请" />
      </div>
      <DataTable
        label="申请"
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<Empty />}
        problem={data ? null : error}
        retry={() => void refetch()}
        paging={{ keyset, next: data?.next }}
        stale={isPlaceholderData}
        {...(desk && {
          selection: {
            keys: chosen,
            onChange: choose,
            nameOf: (id: string) => rows?.find((row) => row.id === id)?.name ?? '',
          },
        })}
      />
      {desk && <DecideBar desk={desk} chosen={chosen} onChoose={choose} />}
    </>
  )
}

function Empty(): ReactNode {
  const url = useUrlState()
  const may = useMay()
  if (url.filled(listKeys) > 0)
    return <EmptyHint title="没有符合这些条件的申请">放宽一两个条件再看。</EmptyHint>
  return (
    <EmptyHint title="还没有申请">
      {may('filing.create') ? <Link to="/applications/new">现在申请一个</Link> : '有了会出现在这里。'}
    </EmptyHint>
  )
}

const columns: readonly Column<ApplicationLine>[] = [
  {
    key: 'name',
    title: '名称',
    width: '36%',
    card: 'title',
    cell: (row) => <Link to={`/applications/${row.id}`}>{titleOf(row)}</Link>,
  },
  { key: 'asked', title: '申请', card: 'words', cell: askedWords },
  {
    key: 'area',
    title: '区划',
    card: 'words',
    cell: ({ townshipName, areaName }) => [townshipName, areaName].filter(Boolean).join(' '),
  },
  { key: 'state', title: '状态', card: 'mark', cell: (row) => <StateTag {...stateOf(row)} /> },
  {
    key: 'submitted',
    title: '提交',
    cell: ({ submittedOn, onBehalf }) => submittedOn && `${submittedOn}${onBehalf ? '（代填）' : ''}`,
  },
  {
    key: 'clock',
    title: '时限',
    cell: ({ clock }) => clock.words && <StateTag tone={clock.tone} word={clock.words} />,
  },
]
