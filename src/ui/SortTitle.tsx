// Sorting: a button in each column's head, or one choice above the cards of a phone.
import type { ReactNode } from 'react'
import type { Column, DataTableProps, Sort } from './data-table.ts'

type HeadProps<Row> = {
  column: Column<Row>
  sort: Sort | undefined
  onSort: ((sort: Sort) => void) | undefined
}

export function SortTitle<Row>({ column, sort, onSort }: HeadProps<Row>): ReactNode {
  const now = sort && sort.by === column.sort ? sort.order : undefined
  const key = column.sort
  return (
    <th
      scope="col"
      className={column.align}
      style={column.width === undefined ? undefined : { width: column.width }}
      aria-sort={now === undefined ? undefined : now === 'asc' ? 'ascending' : 'descending'}
    >
      {key && onSort ? (
        <>
          <button
            type="button"
            className="sort"
            onClick={() => onSort({ by: key, order: now === 'asc' ? 'desc' : 'asc' })}
          >
            {column.title}
            <span aria-hidden="true">{now === undefined ? '↕' : now === 'asc' ? '↑' : '↓'}</span>
          </button>
          {/* A head that is repeated on the next sheet of paper comes without its buttons. */}
          <span className="print-only">{column.title}</span>
        </>
      ) : (
        column.title
      )}
    </th>
  )
}

export function SortSelect<Row>({ columns, sort, onSort, rows }: DataTableProps<Row>): ReactNode {
  const sortable = columns.filter((column) => column.sort !== undefined)
  if (!onSort || !sort || sortable.length === 0 || !rows?.length) return null
  return (
    <label className="sort-select no-print">
      排序
      <select value={`${sort.by} ${sort.order}`} onChange={(event) => onSort(sortOf(event.target.value))}>
        {sortable.flatMap(({ key, title, sort, sortWords: [up, down] = ['从小到大', '从大到小'] }) => [
          <option key={`${key} asc`} value={`${sort} asc`}>{`${title}，${up}`}</option>,
          <option key={`${key} desc`} value={`${sort} desc`}>{`${title}，${down}`}</option>,
        ])}
      </select>
    </label>
  )
}

function sortOf(value: string): Sort {
  const [by = '', order] = value.split(' ')
  return { by, order: order === 'desc' ? 'desc' : 'asc' }
}
