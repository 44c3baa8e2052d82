// The register: find, sort, choose many, export; the way to one organization and to the import.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useSearchParams } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { CountText } from '../../../ui/CountText.tsx'
import { urlOf } from '../../../ui/call.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { ClearFilters } from '../../../ui/FilterRows.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { useNarrow } from '../../../ui/use-narrow.ts'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { useMay } from '../../people/web/session-queries.ts'
import type { Organization } from '../organization.ts'
import { organizationsApi } from '../organizations-api.ts'
import { BulkBar } from './BulkBar.tsx'
import { ColumnChoice } from './ColumnChoice.tsx'
import { ListFilters } from './ListFilters.tsx'
import { cardColumns, chosenColumns } from './list-columns.tsx'
import { filterKeys, filterOf, listQueryOf, sortOf } from './list-filters.ts'
import { useOrganizationCount, useOrganizations } from './organization-queries.ts'
import { useColumns } from './use-columns.ts'
import './organizations.css'

export function OrganizationsPage(): ReactNode {
  return (
    <>
      <Head />
      <ListFilters />
      <List />
    </>
  )
}

function Head(): ReactNode {
  const may = useMay()
  const [search] = useSearchParams()
  const area = search.get('area')
  return (
    <PageHeader
      title="组织名录"
      sentence="辖区里的社区社会组织，每个只登记一次；各项目标的数字都从这里来。"
      action={
        may('organization.create') && (
          <ButtonLink primary to={`/organizations/new${area ? `?area=${area}` : ''}`}>
            登记一个组织
          </ButtonLink>
        )
      }
      extra={
        <>
          {may('organization.export') && (
            <Button
              href={urlOf(organizationsApi.export, { query: { ...filterOf(search), ...sortOf(search) } })}
              download
            >
              导出
            </Button>
          )}
          {may('organization.import') && <ButtonLink to="/imports/new">导入表格</ButtonLink>}
        </>
      }
    />
  )
}

function List(): ReactNode {
  const narrow = useNarrow()
  const may = useMay()
  const url = useUrlState()
  const keyset = useKeyset()
  const [search] = useSearchParams()
  const [columns, chooseColumns] = useColumns()
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const { data, error, refetch, isPlaceholderData } = useOrganizations(listQueryOf(search, keyset.after))
  const count = useOrganizationCount(filterOf(search))
  const { sort, order } = sortOf(search)
  const choose = (ids: readonly string[]) => setChosen((now) => named(ids, now, data?.items ?? []))
  return (
    <>
      <div className="list-bar no-print">
        <CountText count={count.data} noun="组织" />
        {!narrow && <ColumnChoice chosen={columns} onChange={chooseColumns} />}
      </div>
      <DataTable
        label="组织名录"
        columns={narrow ? cardColumns : chosenColumns(columns)}
        rows={data?.items}
        rowKey={(one) => one.id}
        empty={<Empty />}
        problem={data ? null : error}
        retry={() => void refetch()}
        sort={{ by: sort, order }}
        onSort={({ by, order }) => url.set({ sort: by, order })}
        paging={{ keyset, next: data?.next }}
        stale={isPlaceholderData}
        {...(may('organization.edit') && {
          selection: {
            keys: [...chosen.keys()],
            onChange: choose,
            nameOf: (id: string) => data?.items.find((one) => one.id === id)?.name ?? chosen.get(id) ?? '',
          },
        })}
      />
      <BulkBar chosen={chosen} onChoose={choose} />
    </>
  )
}

/** The chosen ids with their names, also of organizations on other pages. */
function named(ids: readonly string[], known: ReadonlyMap<string, string>, shown: readonly Organization[]) {
  const names = new Map([...known, ...shown.map((one) => [one.id, one.name] as const)])
  return new Map(ids.map((id) => [id, names.get(id) ?? '']))
}

function Empty(): ReactNode {
  const url = useUrlState()
  if (url.filled(filterKeys) > 0) {
    return (
      <EmptyHint title="没有符合这些条件的组织">
        放宽一两个条件再看，或 <ClearFilters url={url} keys={filterKeys} />
      </EmptyHint>
    )
  }
  return (
    <EmptyHint title="名录还是空的">手里有表格，点右上角“导入表格”；只有一两个，点“登记一个组织”。</EmptyHint>
  )
}
