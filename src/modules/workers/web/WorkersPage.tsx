// Social workers of one's own areas: how many of which grade, who works where; put one on record or import a list.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { asNumber, CountText } from '../../../ui/CountText.tsx'
import { urlOf } from '../../../ui/call.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { useMay } from '../../people/web/session-queries.ts'
import { grades, type Worker } from '../worker.ts'
import { workersApi } from '../workers-api.ts'
import { CreateDialog } from './WorkerDialogs.tsx'
import { WorkerFilters } from './WorkerFilters.tsx'
import { filterKeys, filterOf } from './worker-filters.ts'
import { type FilterQuery, useWorkerCount, useWorkerSums, useWorkers } from './worker-queries.ts'
import { employmentWords, gradeWords, placeWords } from './worker-words.ts'
import '../../organizations/web/organizations.css'
import './workers.css'

export function WorkersPage(): ReactNode {
  const [search] = useSearchParams()
  const filter = filterOf(search)
  return (
    <>
      <PageHeader
        title="社会工作者"
        sentence="谁在哪里做社会工作、持什么证；人数由这里算，不用另外填表。"
        action={<Create />}
        extra={<Extras filter={filter} />}
      />
      <Sums area={filter.area} />
      <WorkerFilters />
      <List filter={filter} />
    </>
  )
}

function Create(): ReactNode {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  if (!useMay()('worker.keep')) return null
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        登记社会工作者
      </Button>
      {open && (
        <CreateDialog onClose={() => setOpen(false)} onMade={({ id }) => void navigate(`/workers/${id}`)} />
      )}
    </>
  )
}

function Extras({ filter }: { filter: FilterQuery }): ReactNode {
  const may = useMay()
  return (
    <>
      {may('worker.export') && (
        <Button href={urlOf(workersApi.export, { query: filter })} download>
          导出
        </Button>
      )}
      {may('organization.import') && <ButtonLink to="/imports/new?kind=workers">导入表格</ButtonLink>}
      <ButtonLink to="/rewards">持证奖励</ButtonLink>
      <PrintMenu />
    </>
  )
}

function Sums({ area }: { area: string | undefined }): ReactNode {
  const { data } = useWorkerSums(area)
  if (!data) return <p className="count">正在计数…</p>
  const { working, grades: by, employments, certifiedCommunities, communities } = data
  const certified = working - by.none
  return (
    <p className="count worker-sums" role="status">
      现有 <b>{asNumber(working)}</b> 名，专职 {asNumber(employments.full)}、兼职 {asNumber(employments.part)}
      ；持证 <b>{asNumber(certified)}</b> 名（{grades.assistant} {asNumber(by.assistant)}、{grades.qualified}{' '}
      {asNumber(by.qualified)}、{grades.senior} {asNumber(by.senior)}）；{asNumber(communities)}{' '}
      个社区（村）中 <b>{asNumber(certifiedCommunities)}</b> 个有持证人员。
    </p>
  )
}

const columns: readonly Column<Worker>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '16%',
    card: 'title',
    cell: (one) => <Link to={`/workers/${one.id}`}>{one.name}</Link>,
  },
  { key: 'place', title: '在哪里工作', width: '30%', card: 'words', cell: ({ post }) => placeWords(post) },
  { key: 'employment', title: '专职或兼职', card: 'words', cell: employmentWords },
  { key: 'grade', title: '职业资格', card: 'mark', cell: gradeWords },
  {
    key: 'number',
    title: '证书编号',
    card: 'hide',
    cell: ({ certificate }) => certificate?.number ?? <span className="faint">—</span>,
  },
  { key: 'from', title: '到岗日期', cell: ({ post }) => <span className="nowrap">{post.startsOn}</span> },
]

function List({ filter }: { filter: FilterQuery }): ReactNode {
  const keyset = useKeyset()
  const query = { ...filter, limit: 50, ...(keyset.after && { after: keyset.after }) }
  const { data, error, refetch, isPlaceholderData } = useWorkers(query)
  const count = useWorkerCount(filter)
  return (
    <>
      <div className="list-bar no-print">
        <CountText count={count.data} unit="名" noun="社会工作者" />
      </div>
      <DataTable
        label="社会工作者"
        columns={columns}
        rows={data?.items}
        rowKey={({ id }) => id}
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
  const url = useUrlState()
  return url.filled(filterKeys) > 0 ? (
    <EmptyHint title="没有符合这些条件的社会工作者">放宽一两个条件再看。</EmptyHint>
  ) : (
    <EmptyHint title="还没有登记社会工作者">手里有名单的，点“导入表格”一次传上来。</EmptyHint>
  )
}
