// The list of requests and exits of an area: what is open, and what was decided.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { Filters } from '../../../ui/FilterRows.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { AreaFilter } from '../../areas/web/AreaFilter.tsx'
import { changeKinds, changeStatuses } from '../change.ts'
import { exitKinds, exitStatuses } from '../exit.ts'
import type { ChangeLine } from '../standing.ts'
import { changeTones, exitTones } from './change-words.ts'
import { useChanges } from './changes-queries.ts'
import './changes.css'

export function ChangesPage(): ReactNode {
  const url = useUrlState()
  const keyset = useKeyset()
  const state = url.one('state') === 'closed' ? 'closed' : 'open'
  const area = url.one('area')
  const { data, error, refetch, isPlaceholderData } = useChanges({
    state,
    ...(area && { area }),
    ...(keyset.after && { after: keyset.after }),
    limit: 50,
  })
  return (
    <>
      <PageHeader
        title="变更与退出"
        sentence="变更、迁移的申请，注销和清退；合并与拆分在各组织的页面上办理。"
      />
      <Filters url={url}>
        <ChooseOne
          name="state"
          options={chipsOf({ open: '没办结的', closed: '已办结的' })}
          value={state}
          onChange={(next) => url.set({ state: next === 'open' ? null : next })}
        />
        <AreaFilter url={url} />
      </Filters>
      <DataTable
        label="变更与退出"
        columns={columns}
        rows={data?.items}
        rowKey={({ id }) => id}
        empty={<Nothing state={state} />}
        problem={error}
        retry={() => void refetch()}
        paging={{ keyset, next: data?.next }}
        stale={isPlaceholderData}
      />
    </>
  )
}

const columns: Column<ChangeLine>[] = [
  {
    key: 'name',
    title: '组织',
    cell: (line) => <Link to={linkOf(line)}>{line.organization.name}</Link>,
    card: 'title',
  },
  { key: 'what', title: '事项', cell: kindOf },
  { key: 'status', title: '状态', cell: (line) => <Status line={line} />, card: 'mark' },
  { key: 'area', title: '所在区划', cell: ({ areaName }) => areaName },
  {
    key: 'desk',
    title: '由谁决定',
    cell: ({ deskName, mine }) => (mine ? `${deskName}（等您决定）` : deskName),
  },
  { key: 'since', title: '提出日期', cell: ({ since }) => since },
]

const linkOf = ({ what, id, organization }: ChangeLine): string =>
  what === 'request' ? `/changes/${id}` : `/organizations/${organization.id}/exit`

function kindOf({ what, kind }: ChangeLine): string {
  const table: Readonly<Record<string, string>> = what === 'request' ? changeKinds : exitKinds
  return table[kind] ?? kind
}

function Status({ line: { what, status } }: { line: ChangeLine }): ReactNode {
  if (what === 'request') {
    const known = status as keyof typeof changeStatuses
    return <StateTag tone={changeTones[known]} word={changeStatuses[known]} />
  }
  const known = status as keyof typeof exitStatuses
  return <StateTag tone={exitTones[known]} word={exitStatuses[known]} />
}

function Nothing({ state }: { state: 'open' | 'closed' }): ReactNode {
  return state === 'open' ? (
    <EmptyHint title="没有等着办的变更或退出。">要变更、迁移、合并或注销，请打开那个组织的页面。</EmptyHint>
  ) : (
    <EmptyHint title="还没有办结过变更或退出。" />
  )
}
