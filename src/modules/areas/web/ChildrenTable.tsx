// The areas directly below one, with urban or rural and who said so.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { asNumber } from '../../../ui/CountText.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { useMay } from '../../../ui/may.ts'
import { levelLabels, settlementLabels, settlementSourceLabels } from '../area.ts'
import type { AreaHit } from '../areas-api.ts'
import { type Child, childrenQuery } from './areas-queries.ts'
import { summary } from './children-summary.ts'
import { DecideSettlement } from './DecideSettlement.tsx'
import { RecordPopulation } from './RecordPopulation.tsx'

type Go = (code: string) => void

export function ChildrenTable({ code, go }: { code: string; go: Go }): ReactNode {
  const { data, error, refetch } = useQuery(childrenQuery(code))
  const [deciding, decide] = useState<Child | null>(null)
  const [counting, count] = useState<Child | null>(null)
  const may = useMay()
  const rows = data?.items
  return (
    <>
      {rows && rows.length > 0 && <p className="faint">{summary(rows)}</p>}
      <DataTable
        label="下一级区划"
        columns={columnsOf(go, rows)}
        rows={rows}
        rowKey={(row) => row.code}
        problem={error}
        retry={() => void refetch()}
        empty={<EmptyHint title="这里下面没有区划。">社区和村是最下面一级。</EmptyHint>}
        {...(rows?.some(isCommunity) && {
          rowActions: (row: Child) =>
            isCommunity(row) && (
              <>
                {may('area.decideSettlement') && (
                  <RowButton label="认定城乡" row={row} onPress={() => decide(row)} />
                )}
                {may('area.recordPopulation') && (
                  <RowButton label="登记人口" row={row} onPress={() => count(row)} />
                )}
              </>
            ),
        })}
      />
      {deciding && <DecideSettlement area={deciding} onClose={() => decide(null)} />}
      {counting && <RecordPopulation area={counting} onClose={() => count(null)} />}
    </>
  )
}

/** The highest areas that a person with postings in several places sees. */
export function TopTable({ tops, go }: { tops: AreaHit[] | undefined; go: Go }): ReactNode {
  const columns: Column<AreaHit>[] = [
    {
      key: 'name',
      title: '名称',
      cell: (row) => <AreaLink code={row.code} name={row.name} go={go} />,
      card: 'title',
    },
    { key: 'where', title: '所在', cell: (row) => row.where },
    { key: 'level', title: '级别', cell: (row) => levelLabels[row.level], card: 'mark' },
  ]
  const empty = <EmptyHint title="还没有可看的区划。">请联系系统管理员装入区划，或给您一个岗位。</EmptyHint>
  return <DataTable label="我的区域" columns={columns} rows={tops} rowKey={(row) => row.code} empty={empty} />
}

const isCommunity = (row: Child): boolean => row.level === 'community' && !row.virtual

type RowButtonProps = { label: string; row: Child; onPress: () => void }

const RowButton = ({ label, row, onPress }: RowButtonProps): ReactNode => (
  <button type="button" className="text-button" onClick={onPress} aria-label={`${label}：${row.name}`}>
    {label}
  </button>
)

function columnsOf(go: Go, rows: readonly Child[] = []): Column<Child>[] {
  const name: Column<Child> = {
    key: 'name',
    title: '名称',
    cell: (row) =>
      row.level === 'community' ? row.name : <AreaLink code={row.code} name={row.name} go={go} />,
    card: 'title',
  }
  return [name, ...plainColumns, ...(rows.some((row) => row.level === 'community') ? settlementColumns : [])]
}

const plainColumns: Column<Child>[] = [
  { key: 'code', title: '区划代码', cell: (row) => <span className="mono">{row.code}</span> },
  { key: 'level', title: '级别', cell: (row) => levelLabels[row.level], card: 'mark' },
]

const settlementColumns: Column<Child>[] = [
  { key: 'settlement', title: '城乡', cell: (row) => settlementOf(row) },
  {
    key: 'source',
    title: '依据',
    cell: (row) => (row.settlementSource ? settlementSourceLabels[row.settlementSource] : ''),
  },
  { key: 'population', title: '常住人口', cell: (row) => (row.virtual ? '' : peopleOf(row)) },
]

function peopleOf({ population }: Child): ReactNode {
  if (!population || population.residents === null) return <span className="faint">未采集</span>
  return (
    <>
      {`${asNumber(population.residents)} 人`}{' '}
      <span className="faint">{`${population.onDay} ${population.source}`}</span>
    </>
  )
}

function settlementOf(row: Child): ReactNode {
  if (row.virtual) return <span className="faint">虚拟社区，不计入任何总数</span>
  return row.level === 'community' ? settlementLabels[row.settlement] : ''
}

function AreaLink({ code, name, go }: { code: string; name: string; go: Go }): ReactNode {
  return (
    <button type="button" className="text-button area-link" onClick={() => go(code)}>
      {name}
    </button>
  )
}
