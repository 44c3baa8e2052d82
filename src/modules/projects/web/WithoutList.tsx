// Organizations without a project this year: choose some and remind them.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { CountText } from '../../../ui/CountText.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { useMay } from '../../people/web/session-queries.ts'
import type { WithoutProject } from '../project.ts'
import { projectActs, useProjectAct, useWithout, useWithoutCount } from './project-queries.ts'

export function WithoutList(): ReactNode {
  const area = useUrlState().one('area')
  const keyset = useKeyset()
  const may = useMay()
  const filter = { ...(area && { area }) }
  const { data, error, refetch, isPlaceholderData } = useWithout({
    ...filter,
    ...(keyset.after && { after: keyset.after }),
  })
  const count = useWithoutCount(filter)
  const [chosen, choose] = useState<string[]>([])
  const nameOf = (id: string) => data?.items.find((one) => one.id === id)?.name ?? ''
  return (
    <>
      <div className="list-bar no-print">
        <CountText count={count.data} noun="组织" />
      </div>
      <DataTable
        label="今年还没有服务项目的组织"
        columns={columns}
        rows={data?.items}
        rowKey={({ id }) => id}
        empty={<EmptyHint title="都有了">每个正常的组织今年都有服务项目。</EmptyHint>}
        problem={data ? null : error}
        retry={() => void refetch()}
        paging={{ keyset, next: data?.next }}
        stale={isPlaceholderData}
        {...(may('project.remind') && { selection: { keys: chosen, onChange: choose, nameOf } })}
      />
      <RemindBar chosen={chosen} onClear={() => choose([])} />
    </>
  )
}

function RemindBar({ chosen, onClear }: { chosen: string[]; onClear: () => void }): ReactNode {
  const remind = useProjectAct<{ reminded: number }>()
  if (chosen.length === 0 && !remind.data) return null
  return (
    <section className="form-bar bulk-bar no-print" aria-label="对选中的组织">
      <span className="form-bar-words" role="status">
        {chosen.length > 0
          ? `已选 ${chosen.length} 个组织`
          : `提醒了 ${remind.data?.reminded} 个组织，负责人会在“待办”里看到；今天提醒过的不再重复。`}
      </span>
      <ProblemAlert problem={remind.error} />
      {chosen.length > 0 && (
        <>
          <Button onClick={onClear}>取消选择</Button>
          <Button
            type="primary"
            loading={remind.isPending}
            onClick={() => remind.mutate(() => projectActs.remind(chosen), { onSuccess: onClear })}
          >
            提醒负责人
          </Button>
        </>
      )}
    </section>
  )
}

const columns: readonly Column<WithoutProject>[] = [
  {
    key: 'name',
    title: '组织',
    width: '34%',
    card: 'title',
    cell: (one) => <Link to={`/organizations/${one.id}#projects`}>{one.name}</Link>,
  },
  {
    key: 'place',
    title: '所在社区（村）',
    card: 'words',
    cell: ({ townshipName, areaName }) => [townshipName, areaName].filter(Boolean).join(' '),
  },
  {
    key: 'last',
    title: '以前的项目',
    cell: ({ last }) => (last ? `${last.year} 年：${last.title}` : '没有'),
  },
  { key: 'reminded', title: '提醒', cell: ({ remindedOn }) => remindedOn ?? '没有提醒过' },
]
