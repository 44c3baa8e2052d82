// Rows of a DataTable as cards, for phones: nothing scrolls sideways and nothing is cut off.
import type { ReactNode } from 'react'
import type { Column, DataTableProps } from './data-table.ts'
import { Pick } from './Pick.tsx'

export function CardList<Row>(props: DataTableProps<Row>): ReactNode {
  if (!props.rows) return <CardBones />
  return (
    <ul className="cards" aria-label={props.label}>
      {props.rows.map((row) => (
        <li key={props.rowKey(row)} className={['card', props.rowClass?.(row)].filter(Boolean).join(' ')}>
          <Card row={row} {...props} />
        </li>
      ))}
    </ul>
  )
}

function Card<Row>({
  row,
  columns,
  selection,
  rowKey,
  rowActions,
}: DataTableProps<Row> & { row: Row }): ReactNode {
  const as = (kind: Column<Row>['card']) => columns.filter((column) => (column.card ?? 'line') === kind)
  return (
    <>
      <div className="card-head">
        {selection && <Pick selection={selection} id={rowKey(row)} />}
        <div className="card-title">{cells(as('title'), row)}</div>
        <div className="card-mark">{cells(as('mark'), row)}</div>
      </div>
      {as('words').map((column) => (
        <div key={column.key} className="card-words">
          {column.cell(row)}
        </div>
      ))}
      <Lines columns={as('line')} row={row} />
      {rowActions && <div className="card-actions">{rowActions(row)}</div>}
    </>
  )
}

const cells = <Row,>(columns: readonly Column<Row>[], row: Row): ReactNode =>
  columns.map((column) => <div key={column.key}>{column.cell(row)}</div>)

function Lines<Row>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }): ReactNode {
  if (columns.length === 0) return null
  return (
    <dl className="card-lines">
      {columns.map((column) => (
        <Line key={column.key} title={column.title} words={column.cell(row)} />
      ))}
    </dl>
  )
}

/** A line without words is left out. */
function Line({ title, words }: { title: string; words: ReactNode }): ReactNode {
  if (words === '' || words === null || words === undefined || words === false) return null
  return (
    <div>
      <dt>{title}</dt>
      <dd>{words}</dd>
    </div>
  )
}

function CardBones(): ReactNode {
  return (
    <ul className="cards" aria-hidden="true">
      {['a', 'b', 'c', 'd'].map((key) => (
        <li key={key} className="card">
          <span className="bone" style={{ width: '55%' }} />
          <span className="bone" style={{ width: '80%' }} />
          <span className="bone" style={{ width: '40%' }} />
        </li>
      ))}
    </ul>
  )
}
