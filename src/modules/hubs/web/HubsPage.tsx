// Townships and their hubs: where there is none yet, whom the others serve, with what.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { asNumber } from '../../../ui/CountText.tsx'
import { urlOf } from '../../../ui/call.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintMenu } from '../../../ui/PrintMenu.tsx'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { useMay } from '../../people/web/session-queries.ts'
import { hubsApi } from '../hubs-api.ts'
import { HubFilters } from './HubFilters.tsx'
import { filterOf } from './hub-filters.ts'
import { useTownshipSums, useTownships } from './hub-queries.ts'
import { townshipColumns } from './township-columns.tsx'
import './hubs.css'

export function HubsPage(): ReactNode {
  const may = useMay()
  const url = useUrlState()
  const filter = filterOf(url)
  const { data: sums } = useTownshipSums(filter)
  return (
    <>
      <PageHeader
        title="枢纽型组织"
        sentence="每个街道（乡镇）有没有枢纽型组织，它们服务哪些组织、提供什么；还没有的排在最前面。"
        extra={
          <>
            <PrintMenu />
            {may('hub.export') && (
              <Button href={urlOf(hubsApi.export, { query: filter })} download>
                导出
              </Button>
            )}
          </>
        }
      />
      <HubFilters url={url} offered={sums?.offered ?? {}} />
      <Sums />
      <Townships />
    </>
  )
}

function Sums(): ReactNode {
  const { data } = useTownshipSums(filterOf(useUrlState()))
  if (!data) return <p className="count">正在计数…</p>
  const { townships, without, hubs, organizations, served } = data
  return (
    <p className="count hub-sums" role="status">
      {asNumber(townships)} 个街道（乡镇）中 <b>{asNumber(townships - without)}</b> 个有枢纽型组织，
      <b className={without > 0 ? 'hub-lack' : ''}>{asNumber(without)}</b> 个还没有；{asNumber(hubs)}{' '}
      个枢纽服务 <b>{asNumber(served)}</b> / {asNumber(organizations)} 个正常的组织。
    </p>
  )
}

function Townships(): ReactNode {
  const url = useUrlState()
  const keyset = useKeyset()
  const filter = filterOf(url)
  const { data, error, refetch, isPlaceholderData } = useTownships({
    ...filter,
    ...(keyset.after && { after: keyset.after }),
  })
  const { data: sums } = useTownshipSums(filter)
  const counties = new Set(data?.items.map(({ countyName }) => countyName))
  return (
    <DataTable
      label="街道（乡镇）的枢纽型组织"
      columns={townshipColumns(sums?.offered ?? {}, counties.size > 1)}
      rows={data?.items}
      rowKey={(one) => one.code}
      empty={<EmptyHint title="没有符合这些条件的街道（乡镇）">放宽一两个条件再看。</EmptyHint>}
      problem={data ? null : error}
      retry={() => void refetch()}
      paging={{ keyset, next: data?.next }}
      stale={isPlaceholderData}
    />
  )
}
