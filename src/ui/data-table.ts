// What a DataTable is told: columns, rows, sorting, selection, paging.
import type { ReactNode } from 'react'
import type { Keyset } from './use-url-state.ts'

export type Sort = { by: string; order: 'asc' | 'desc' }

export type Column<Row> = {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** The key that the server sorts by; without it the column cannot be sorted. */
  sort?: string
  /** What comes first, for the choice on a phone: ['从早到晚', '从晚到早']. Without it, from small to large. */
  sortWords?: readonly [ascending: string, descending: string]
  align?: 'right'
  /** CSS width: '36%', 120. */
  width?: number | string
  /** On a card: its heading, a mark beside the heading, a labelled line (default), words without label, or left out. */
  card?: 'title' | 'mark' | 'line' | 'words' | 'hide'
}

export type Selection = {
  keys: readonly string[]
  onChange: (keys: string[]) => void
  /** Names a row for people who hear the page: 选择“夕阳红合唱队”. */
  nameOf?: (key: string) => string
}

export type DataTableProps<Row> = {
  /** What the rows are; read aloud as the table's name. */
  label: string
  columns: readonly Column<Row>[]
  /** Undefined while loading. */
  rows: readonly Row[] | undefined
  rowKey: (row: Row) => string
  /** Shown when there is no row: what to do next. */
  empty: ReactNode
  problem?: unknown
  retry?: () => void
  sort?: Sort
  onSort?: (sort: Sort) => void
  selection?: Selection
  /** Keyset paging: `next` of the answer and the place in the address. */
  paging?: { keyset: Keyset; next: string | null | undefined }
  /** At the right of a card: buttons of a row; the last column of a table. */
  rowActions?: (row: Row) => ReactNode
  /** Marks a row, e.g. as chosen. */
  rowClass?: (row: Row) => string | undefined
  /** Rows that are older than the filters while new ones come. */
  stale?: boolean
}
