// Rooms that organizations may use: those that stand here, and those that are open to here.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { chipsOf } from '../../../ui/ChoiceChips.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { Filters } from '../../../ui/FilterRows.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { SearchInput } from '../../../ui/SearchInput.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { AreaFilter } from '../../areas/web/AreaFilter.tsx'
import { useMay } from '../../people/web/session-queries.ts'
import { type VenueCard, type VenueTerms, venueTerms } from '../venue.ts'
import { useVenues } from './venue-queries.ts'
import { hoursWords, termsWords } from './venue-words.ts'
import './venues.css'

export function VenuesPage(): ReactNode {
  const may = useMay()
  return (
    <>
      <PageHeader
        title="场地"
        sentence="对社区社会组织开放的房间和设施：看哪天空着，替组织约下来。"
        action={
          may('venue.keep') && (
            <ButtonLink primary to="/venues/new">
              登记场地
            </ButtonLink>
          )
        }
      />
      <Narrowing />
      <Venues />
    </>
  )
}

const rows = [{ key: 'terms', title: '费用', options: chipsOf(venueTerms), single: true }] as const

function Narrowing(): ReactNode {
  const url = useUrlState()
  return (
    <Filters url={url} rows={rows}>
      <SearchInput label="按名称或地址找" placeholder="名称或地址" />
      <AreaFilter url={url} label="在哪个区划里看" />
    </Filters>
  )
}

function Venues(): ReactNode {
  const url = useUrlState()
  const keyset = useKeyset()
  const [area, q, terms] = ['area', 'q', 'terms'].map(url.one)
  const { data, error, refetch, isPlaceholderData } = useVenues({
    ...(area && { area }),
    ...(q && { q }),
    ...(terms && { terms: terms as VenueTerms }),
    ...(keyset.after && { after: keyset.after }),
  })
  return (
    <DataTable
      label="场地"
      columns={columnsFor(url.one('for'))}
      rows={data?.items}
      rowKey={({ id }) => id}
      empty={<Empty narrowed={Boolean(area || q || terms)} />}
      problem={data ? null : error}
      retry={() => void refetch()}
      paging={{ keyset, next: data?.next }}
      stale={isPlaceholderData}
    />
  )
}

/** `organization`: for whom somebody came here to book. */
const columnsFor = (organization: string | undefined): readonly Column<VenueCard>[] => [
  {
    key: 'name',
    title: '场地',
    width: '26%',
    card: 'title',
    cell: ({ id, name }) => (
      <Link to={`/venues/${id}${organization ? `?for=${organization}` : ''}`}>{name}</Link>
    ),
  },
  {
    key: 'address',
    title: '地址',
    card: 'words',
    cell: ({ address, areaName }) => `${areaName} · ${address}`,
  },
  { key: 'terms', title: '费用', cell: termsWords },
  { key: 'rooms', title: '房间', cell: roomWords },
  { key: 'hours', title: '开放时间', cell: ({ hours }) => hoursWords(hours) },
  {
    key: 'waiting',
    title: '待答复',
    card: 'mark',
    cell: ({ waiting }) => (waiting ? <StateTag tone="onCourse" word={`${waiting} 件`} /> : null),
  },
]

function roomWords({ rooms, mostPeople }: VenueCard): string {
  if (rooms === 0) return '暂停预约'
  return mostPeople === null ? `${rooms} 间` : `${rooms} 间，最多 ${mostPeople} 人`
}

const Empty = ({ narrowed }: { narrowed: boolean }): ReactNode => (
  <EmptyHint title={narrowed ? '没有符合这些条件的场地' : '还没有登记对组织开放的场地'}>
    {narrowed ? '放宽一两个条件再看。' : '社区、街镇可以把闲置的房间登记进来，供组织免费或优惠使用。'}
  </EmptyHint>
)
