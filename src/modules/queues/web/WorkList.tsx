// One kind of step, thing by thing: a table, or cards on a phone; many can be chosen where many can be decided.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { CountText } from '../../../ui/CountText.tsx'
import { urlOf } from '../../../ui/call.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useKeyset, useUrlState } from '../../../ui/use-url-state.ts'
import { queuesApi, type WorkItem, type WorkLine } from '../queues-api.ts'
import { useWorkList } from './work-queries.ts'
import { itemState } from './work-words.ts'

type Props = {
  source: string
  overseen: boolean
  /** Its line of the summary, when it is known. */
  line: WorkLine | undefined
}

export function WorkList({ source, overseen, line }: Props): ReactNode {
  const keyset = useKeyset()
  const area = useUrlState().one('area')
  const narrowing = { ...(area && { area }), ...(overseen && { overseen: 'true' as const }) }
  const query = { ...narrowing, ...(keyset.after && { after: keyset.after }) }
  const { data, error, refetch, isPlaceholderData } = useWorkList(source, query)
  const [chosen, choose] = useState<string[]>([])
  const nameOf = (id: string) => data?.items.find((item) => item.id === id)?.label ?? ''
  return (
    <section aria-label={line?.title ?? '待办事项'}>
      {line && <h2 className="work-head">{overseen ? `下级逾期：${line.title}` : line.title}</h2>}
      <div className="work-bar no-print">
        <CountText count={line?.count} unit="件" />
        <div className="work-tools">
          {line?.bulk && <Many page={line.bulk} chosen={chosen} />}
          <Button href={urlOf(queuesApi.export, { params: { source }, query: narrowing })} download>
            导出
          </Button>
        </div>
      </div>
      <DataTable
        label="待办事项"
        columns={columns}
        rows={data?.items}
        rowKey={(item) => item.id}
        empty={<EmptyHint title="这一类眼下没有等着的事">看看别的类别，或回到今日。</EmptyHint>}
        problem={data ? null : error}
        retry={() => void refetch()}
        paging={{ keyset, next: data?.next }}
        stale={isPlaceholderData}
        {...(line?.bulk && { selection: { keys: chosen, onChange: choose, nameOf } })}
      />
    </section>
  )
}

/** The page that decides many opens with the ids of those chosen in its address. */
function Many({ page, chosen }: { page: string; chosen: readonly string[] }): ReactNode {
  if (chosen.length === 0) return <Button disabled>勾选后一起办</Button>
  return (
    <ButtonLink primary to={`${page}?ids=${chosen.join(',')}`}>
      {`一起办 ${chosen.length} 件`}
    </ButtonLink>
  )
}

const columns: readonly Column<WorkItem>[] = [
  {
    key: 'label',
    title: '对象',
    width: '44%',
    card: 'title',
    cell: (item) => (
      <>
        <Link to={item.link}>{item.label}</Link>
        {item.note && <small className="work-note">{item.note}</small>}
      </>
    ),
  },
  { key: 'area', title: '区划', card: 'words', cell: (item) => item.areaName },
  { key: 'since', title: '等候自', cell: (item) => <span className="nowrap">{item.since}</span> },
  { key: 'due', title: '期限', cell: (item) => <span className="nowrap">{item.due ?? '不限'}</span> },
  { key: 'left', title: '剩余时间', card: 'mark', cell: (item) => <Left item={item} /> },
]

function Left({ item }: { item: WorkItem }): ReactNode {
  const state = itemState(item)
  return state && <StateTag {...state} />
}
