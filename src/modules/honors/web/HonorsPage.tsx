// Titles, pilots and nominations of one's own areas: find, open, export, print; nominate another.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { CountText } from '../../../ui/CountText.tsx'
import { urlOf } from '../../../ui/call.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { useMay } from '../../people/web/session-queries.ts'
import { type HonorLine, honorKinds, honorLevels } from '../honor.ts'
import { honorsApi } from '../honors-api.ts'
import { HonorFilters } from './HonorFilters.tsx'
import { HonorStateTag } from './HonorStateTag.tsx'
import { filterKeys, filterOf } from './honor-filters.ts'
import { type FilterQuery, useHonorCount, useHonors } from './honor-queries.ts'
import { dayWords } from './honor-words.ts'
import { ManyBar } from './ManyBar.tsx'
import '../../organizations/web/organizations.css'
import './honors.css'

export function HonorsPage(): ReactNode {
  const [search] = useSearchParams()
  const may = useMay()
  const filter = filterOf(search)
  return (
    <>
      <PageHeader
        title="品牌与试点"
        sentence="品牌、示范、试点、观察点：谁提名、凭什么、哪一级、哪一年、现在是否有效。"
        action={
          may('honor.nominate') && (
            <ButtonLink primary to="/honors/new">
              提名
            </ButtonLink>
          )
        }
        extra={
          <>
            {may('honor.export') && (
              <Button href={urlOf(honorsApi.export, { query: filter })} download>
                导出
              </Button>
            )}
            <ButtonLink to="/notices">公示页</ButtonLink>
            <PrintMenu />
          </>
        }
      />
      <HonorFilters />
      <List filter={filter} />
    </>
  )
}

const columns: readonly Column<HonorLine>[] = [
  {
    key: 'name',
    title: '名称',
    width: '24%',
    card: 'title',
    cell: (one) => <Link to={`/honors/${one.id}`}>{one.name}</Link>,
  },
  { key: 'title', title: '称号', card: 'words', cell: (one) => one.title },
  { key: 'kind', title: '种类', card: 'hide', cell: ({ kind }) => honorKinds[kind] },
  { key: 'level', title: '级别', cell: ({ level }) => honorLevels[level] },
  { key: 'year', title: '年度', cell: ({ year }) => year },
  { key: 'area', title: '所在区划', card: 'words', cell: (one) => one.areaName },
  { key: 'days', title: '日期', card: 'words', cell: dayWords },
  { key: 'state', title: '状态', card: 'mark', cell: ({ state }) => <HonorStateTag state={state} /> },
]

function List({ filter }: { filter: FilterQuery }): ReactNode {
  const keyset = useKeyset()
  const may = useMay()
  const [chosen, choose] = useState<string[]>(() => (filter.ids ? filter.ids.split(',') : []))
  const query = { ...filter, limit: 50, ...(keyset.after && { after: keyset.after }) }
  const { data, error, refetch, isPlaceholderData } = useHonors(query)
  const count = useHonorCount(filter)
  return (
    <>
      <div className="list-bar no-print">
        <CountText count={count.data} unit="条" noun="记录" />
      </div>
      <DataTable
        label="品牌与试点"
        columns={columns}
        rows={data?.items}
        rowKey={({ id }) => id}
        empty={<Empty />}
        problem={data ? null : error}
        retry={() => void refetch()}
        paging={{ keyset, next: data?.next }}
        stale={isPlaceholderData}
        {...(may('honor.decide') && {
          selection: {
            keys: chosen,
            onChange: choose,
            nameOf: (id: string) => data?.items.find((one) => one.id === id)?.name ?? '',
          },
        })}
      />
      <ManyBar chosen={chosen} onChoose={choose} />
    </>
  )
}

function Empty(): ReactNode {
  const url = useUrlState()
  return url.filled(filterKeys) > 0 ? (
    <EmptyHint title="没有符合这些条件的记录">放宽一两个条件再看。</EmptyHint>
  ) : (
    <EmptyHint title="还没有品牌、示范、试点或观察点">
      点“提名”推荐一个；已经公布过的，也从那里登记。
    </EmptyHint>
  )
}
