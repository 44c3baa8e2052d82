// Incubations as rows: who, where, in which state and stage, until when.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { dueWords } from '../../../kernel/due-words.ts'
import { yuanText } from '../../../kernel/money.ts'
import type { Day } from '../../../kernel/time.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useKeyset } from '../../../ui/use-url-state.ts'
import { useSession } from '../../people/web/session-queries.ts'
import { type Incubation, incubationStatuses, results } from '../incubation.ts'
import { type IncubationQuery, useChoices, useIncubations } from './support-queries.ts'
import { statusTone } from './support-words.ts'

type Props = { filter: IncubationQuery; empty: string; withPlatform: boolean }

export function IncubationTable({ filter, empty, withPlatform }: Props): ReactNode {
  const keyset = useKeyset()
  const today = useSession().today as Day
  const { data: choices } = useChoices()
  const { data, error, refetch, isPlaceholderData } = useIncubations({
    ...filter,
    ...(keyset.after && { after: keyset.after }),
  })
  return (
    <DataTable
      label="孵化"
      columns={columnsOf(choices?.stages ?? {}, withPlatform, today)}
      rows={data?.items}
      rowKey={({ id }) => id}
      empty={<EmptyHint title={empty} />}
      problem={data ? null : error}
      retry={() => void refetch()}
      paging={{ keyset, next: data?.next }}
      stale={isPlaceholderData}
    />
  )
}

const columnsOf = (
  stages: Readonly<Record<string, string>>,
  withPlatform: boolean,
  today: Day,
): Column<Incubation>[] => [
  {
    key: 'organization',
    title: '组织',
    width: '28%',
    card: 'title',
    cell: ({ id, organization }) => (
      <>
        <Link to={`/incubation/${id}`}>{organization.name}</Link>
        <small className="support-small">
          {organization.areaName}
          {organization.ended && ' · 已退出名录'}
        </small>
      </>
    ),
  },
  {
    key: 'status',
    title: '状态',
    width: '14%',
    card: 'mark',
    cell: (one) => <StateTag tone={statusTone(one, today)} word={incubationStatuses[one.status]} />,
  },
  ...(withPlatform
    ? [
        {
          key: 'platform',
          title: '孵化基地',
          card: 'words',
          cell: ({ platform }: Incubation) => <Link to={`/support/${platform.id}`}>{platform.name}</Link>,
        } as const,
      ]
    : []),
  {
    key: 'stage',
    title: '阶段或结果',
    cell: ({ stage, result }) => (result ? results[result] : stage && (stages[stage] ?? stage)),
  },
  {
    key: 'when',
    title: '时间',
    cell: (one) => <span className="support-when">{whenWords(one, today)}</span>,
  },
  {
    key: 'money',
    title: '补贴',
    align: 'right',
    cell: ({ granted }) => (granted > 0 ? `${yuanText(granted)} 元` : null),
  },
]

function whenWords(
  { status, appliedOn, dueOn, enteredOn, leaveBy, exitedOn }: Incubation,
  today: Day,
): string {
  if (status === 'applied') return `${appliedOn} 申请 · ${dueWords(dueOn, today)}`
  if (exitedOn) return `${enteredOn} 至 ${exitedOn}`
  return enteredOn ? `${enteredOn} 入驻 · ${dueWords(leaveBy, today)}` : `${appliedOn} 申请`
}
