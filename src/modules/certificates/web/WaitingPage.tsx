// Filed organizations without a certificate: choose some, issue to all of them, print what was issued.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { CountText } from '../../../ui/CountText.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { Filters } from '../../../ui/FilterRows.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { AreaFilter } from '../../areas/web/AreaFilter.tsx'
import type { Waiting } from '../certificates-api.ts'
import { useIssueMany, useWaiting, useWaitingCount } from './certificate-queries.ts'
import { DayDialog } from './DayDialog.tsx'
import { PrintMany } from './PrintMany.tsx'
import '../../organizations/web/organizations.css'
import './certificates.css'

export function WaitingPage(): ReactNode {
  const [results, setResults] = useState<readonly Result[]>([])
  return (
    <>
      <PageHeader
        title="核发备案证书"
        sentence="已备案、还没有证书的组织，先备案的在前。"
        back={{ to: '/certificates', label: '备案证书' }}
      />
      <Area />
      <Results results={results} />
      <List onIssued={setResults} />
    </>
  )
}

function Area(): ReactNode {
  const url = useUrlState()
  const narrowed = url.one('ids') !== undefined
  return (
    <Filters url={url}>
      <AreaFilter url={url} />
      {narrowed && (
        <button type="button" className="text-button" onClick={() => url.set({ ids: null })}>
          现在只看选中的几个；看全部
        </button>
      )}
    </Filters>
  )
}

type Result = {
  id: string
  name: string
  ok: boolean
  message: string
  certificate: { id: string; number: string } | null
}

/** Those that failed first. */
function Results({ results }: { results: readonly Result[] }): ReactNode {
  if (results.length === 0) return null
  const issued = results.flatMap(({ certificate }) => (certificate ? [certificate.id] : []))
  const failed = results.filter(({ ok }) => !ok)
  return (
    <section className="panel" aria-label="核发的结果">
      <p role="status">
        发出 {issued.length} 张{failed.length > 0 && `，没有发出 ${failed.length} 张`}。
      </p>
      <div className="certificate-actions no-print">
        <PrintMany ids={issued} />
      </div>
      <ul className="bulk-results">
        {[...failed, ...results.filter(({ ok }) => ok)].map(({ id, name, ok, message }) => (
          <li key={id}>
            <span>{name}</span>
            <StateTag tone={ok ? 'met' : 'overdue'} word={message} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const columns: readonly Column<Waiting>[] = [
  {
    key: 'name',
    title: '组织',
    width: '40%',
    card: 'title',
    cell: (one) => <Link to={`/organizations/${one.id}#certificate`}>{one.name}</Link>,
  },
  {
    key: 'place',
    title: '所在社区（村）',
    card: 'words',
    cell: ({ townshipName, areaName }) => [townshipName, areaName].filter(Boolean).join(' '),
  },
  { key: 'filedOn', title: '备案日期', cell: (one) => one.filedOn ?? '不详' },
]

function List({ onIssued }: { onIssued: (results: readonly Result[]) => void }): ReactNode {
  const url = useUrlState()
  const keyset = useKeyset()
  const area = url.one('area')
  const ids = url.one('ids')?.split(',').filter(Boolean)
  const filter = { ...(area && { area }), ...(ids && { ids }) }
  const [chosen, setChosen] = useState<readonly string[]>(ids ?? [])
  const { data, error, refetch, isPlaceholderData } = useWaiting({
    ...filter,
    ...{ limit: 200, ...(keyset.after && { after: keyset.after }) },
  })
  const count = useWaitingCount(filter)
  const shown = chosen.filter((id) => data?.items.some((one) => one.id === id) ?? true)
  return (
    <>
      <div className="list-bar no-print">
        <CountText count={count.data} noun="组织" />
      </div>
      <DataTable
        label="等待核发证书的组织"
        columns={columns}
        rows={data?.items}
        rowKey={(one) => one.id}
        empty={<EmptyHint title="都有证书了">备案的组织都已经发了证书。</EmptyHint>}
        problem={data ? null : error}
        retry={() => void refetch()}
        paging={{ keyset, next: data?.next }}
        stale={isPlaceholderData}
        selection={{
          keys: shown,
          onChange: setChosen,
          nameOf: (id) => data?.items.find((one) => one.id === id)?.name ?? '',
        }}
      />
      <IssueBar
        chosen={shown}
        onClear={() => setChosen([])}
        onIssued={(results) => {
          onIssued(results)
          setChosen([])
          window.scrollTo({ top: 0 })
        }}
      />
    </>
  )
}

type BarProps = {
  chosen: readonly string[]
  onClear: () => void
  onIssued: (results: readonly Result[]) => void
}

function IssueBar({ chosen, onClear, onIssued }: BarProps): ReactNode {
  const [open, setOpen] = useState(false)
  const issue = useIssueMany()
  if (chosen.length === 0) return null
  return (
    <section className="form-bar bulk-bar no-print" aria-label="对选中的组织">
      <span className="form-bar-words" role="status">
        已选 {chosen.length} 个组织
      </span>
      <Button onClick={onClear}>取消选择</Button>
      <Button type="primary" onClick={() => setOpen(true)}>
        核发 {chosen.length} 张
      </Button>
      {open && (
        <DayDialog
          title={`给 ${chosen.length} 个组织核发备案证书`}
          explain="编号按顺序自动取；不能发的会逐个说明，其他的照发。"
          label="发证日期"
          confirmText="核发"
          onConfirm={async (on) => onIssued((await issue.mutateAsync({ ids: [...chosen], on })).results)}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  )
}
