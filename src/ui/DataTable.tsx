// Rows as a table on wide screens and as cards on phones, from one definition of columns.
// Written by hand: Ant Design's Table weighs 128 KB gzip, more than a third of what a page may load.
import type { ReactNode } from 'react'
import { CardList } from './CardList.tsx'
import type { DataTableProps, Selection } from './data-table.ts'
import { Pager } from './Pager.tsx'
import { Pick } from './Pick.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'
import { SortSelect, SortTitle } from './SortTitle.tsx'
import { useNarrow } from './use-narrow.ts'

export type { Column } from './data-table.ts'

export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const narrow = useNarrow()
  const { rows, problem, retry, empty, paging } = props
  if (problem) return <ProblemAlert problem={problem} {...(retry && { retry })} />
  if (rows?.length === 0 && !paging?.keyset.previous) return <div className="empty-box">{empty}</div>
  return (
    <div
      className={props.stale ? 'data stale' : 'data'}
      aria-busy={rows === undefined || props.stale === true}
    >
      {narrow ? (
        <>
          <SortSelect {...props} />
          <CardList {...props} />
        </>
      ) : (
        <WideTable {...props} />
      )}
      {paging && <Pager keyset={paging.keyset} next={paging.next} rows={rows?.length} />}
    </div>
  )
}

function WideTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { label, columns, rows, sort, onSort, selection } = props
  return (
    <div className="table-box">
      <table className="table" aria-label={label}>
        <thead>
          <tr>
            {selection && <SelectAll {...props} selection={selection} />}
            {columns.map((column) => (
              <SortTitle key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
            {props.rowActions && (
              <th scope="col" className="no-print">
                <span className="sr-only">操作</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows ? (
            rows.map((row) => <WideRow key={props.rowKey(row)} row={row} {...props} />)
          ) : (
            <Bones {...props} />
          )}
        </tbody>
      </table>
    </div>
  )
}

function WideRow<Row>({ row, ...props }: DataTableProps<Row> & { row: Row }): ReactNode {
  const chosen = props.selection?.keys.includes(props.rowKey(row))
  return (
    <tr className={[chosen && 'chosen', props.rowClass?.(row)].filter(Boolean).join(' ') || undefined}>
      {props.selection && (
        <td className="pick no-print">
          <Pick selection={props.selection} id={props.rowKey(row)} />
        </td>
      )}
      {props.columns.map((column) => (
        <td key={column.key} className={column.align === 'right' ? 'right' : undefined}>
          {column.cell(row)}
        </td>
      ))}
      {props.rowActions && <td className="right no-print">{props.rowActions(row)}</td>}
    </tr>
  )
}

function Bones<Row>({ columns, selection, rowActions }: DataTableProps<Row>): ReactNode {
  const width = columns.length + (selection ? 1 : 0) + (rowActions ? 1 : 0)
  return Array.from({ length: 8 }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: skeleton rows have no identity
    <tr key={row}>
      {Array.from({ length: width }, (_, cell) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: skeleton cells have no identity
        <td key={cell}>
          <span className="bone" style={{ width: `${40 + ((row * 7 + cell * 13) % 5) * 11}%` }} />
        </td>
      ))}
    </tr>
  ))
}

function SelectAll<Row>({
  rows = [],
  rowKey,
  selection,
}: DataTableProps<Row> & { selection: Selection }): ReactNode {
  const keys = rows.map(rowKey)
  const all = keys.length > 0 && keys.every((key) => selection.keys.includes(key))
  const others = selection.keys.filter((key) => !keys.includes(key))
  return (
    <th scope="col" className="pick no-print">
      <input
        type="checkbox"
        aria-label="选择这一页的全部"
        checked={all}
        onChange={() => selection.onChange(all ? others : [...others, ...keys])}
      />
    </th>
  )
}
