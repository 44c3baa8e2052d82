// One row a target: what is demanded, where it stands, what is missing; cards on a phone.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { ProgrammeView, TargetRow } from '../programmes-api.ts'
import { FigureValue, saysNothing } from './FigureValue.tsx'
import { Meter } from './Meter.tsx'
import { Sparkline } from './Sparkline.tsx'
import { rowLook } from './states.ts'
import { footnotesOf, targetLine } from './target-words.ts'

export type Trends = { days: string[]; reached: Record<string, (number | null)[]> }

type Props = {
  rows: readonly TargetRow[] | undefined
  programme: ProgrammeView | undefined
  trends: Trends | undefined
  chosen: string | undefined
  /** Where a row leads: on a desk it is opened beside the table, on a phone on its own page. */
  rowPath: (row: TargetRow) => string
  /** The full page of a target. */
  fullPath: (row: TargetRow) => string
  stale: boolean
  empty: ReactNode
}

export function TargetTable(props: Props): ReactNode {
  const { rows, chosen, stale, empty } = props
  return (
    <div className="targets row-links">
      <DataTable
        label="各项目标"
        columns={columnsOf(props)}
        rows={rows}
        rowKey={(row) => row.target}
        rowClass={(row) => (row.target === chosen ? 'chosen' : undefined)}
        stale={stale}
        empty={empty}
      />
    </div>
  )
}

const columnsOf = (props: Props): Column<TargetRow>[] => [
  {
    key: 'wording',
    title: '目标与依据',
    width: '35%',
    card: 'title',
    cell: (row) => <Wording row={row} {...props} />,
  },
  {
    key: 'value',
    title: '现状',
    width: '14%',
    cell: (row) => <Value row={row} to={`${props.fullPath(row)}#records`} />,
  },
  {
    key: 'meter',
    title: '进度（竖线为应达进度）',
    width: '19%',
    card: 'words',
    cell: (row) => <Progress row={row} trends={props.trends} />,
  },
  { key: 'gap', title: '差距', cell: (row) => <GapWords row={row} to={props.fullPath(row)} /> },
  {
    key: 'state',
    title: '状态',
    width: 96,
    card: 'mark',
    cell: (row) => <StateTag {...rowLook(row)} />,
  },
]

function Wording({ row, programme, chosen, rowPath }: Props & { row: TargetRow }): ReactNode {
  return (
    <>
      <Link
        className="row-link"
        to={rowPath(row)}
        preventScrollReset
        aria-current={row.target === chosen ? 'true' : undefined}
      >
        {row.title}
      </Link>
      <Footnotes numbers={footnotesOf(row, programme)} />
      <small>{targetLine(row)}</small>
    </>
  )
}

/** Small raised numbers that lead to the notes below the table. */
function Footnotes({ numbers }: { numbers: readonly number[] }): ReactNode {
  return numbers.map((number) => (
    <sup key={number}>
      <a className="over-row" href={`#reading-${number}`} aria-label={`注 ${number}`}>
        [{number}]
      </a>
    </sup>
  ))
}

/** Opens the records behind the number. */
function Value({ row, to }: { row: TargetRow; to: string }): ReactNode {
  const figure = <FigureValue value={row.value} detail={row.detail} />
  if (row.judge === 'person') return <FigureValue value="—" />
  if (saysNothing(row.value)) return figure
  return (
    <Link className="over-row figure-link" to={to} title="看背后的记录">
      {figure}
    </Link>
  )
}

function Progress({ row, trends }: { row: TargetRow; trends: Trends | undefined }): ReactNode {
  const trend = trends?.reached[row.target]
  const { tone } = rowLook(row)
  return (
    <div className={`progress state-${tone}`}>
      <Meter reached={row.reached} expected={row.expected} tone={tone} />
      {trends && trend && <Sparkline days={trends.days} reached={trend} />}
    </div>
  )
}

function GapWords({ row, to }: { row: TargetRow; to: string }): ReactNode {
  if (!row.failingUnits) return row.gap
  return (
    <Link className="over-row" to={to}>
      {row.gap}
    </Link>
  )
}
