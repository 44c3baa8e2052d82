// Rooms that organizations may use: those that stand here, and those that are open to here.
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { type UrlState, useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { AreaPicker } from '../../areas/web/AreaPicker.tsx'
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
      <Filters url={useUrlState()} />
      <Venues />
    </>
  )
}

function Filters({ url }: { url: UrlState }): ReactNode {
  const [typed, setTyped] = useState(url.one('q') ?? '')
  return (
    <search className="venue-filters no-print">
      <Input.Search
        aria-label="按名称或地址找"
        placeholder="名称或地址"
        allowClear
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onSearch={(q) => url.set({ q })}
      />
      <AreaPicker
        aria-label="在哪个区划里看"
        placeholder="全部区划"
        allowClear
        value={url.one('area')}
        onChange={(area) => url.set({ area: area ?? null })}
      />
      <ChooseOne
        name="terms"
        options={chipsOf({ any: '不限', ...venueTerms })}
        value={(url.one('terms') as VenueTerms | undefined) ?? 'any'}
        onChange={(terms) => url.set({ terms: terms === 'any' ? null : terms })}
      />
    </search>
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
