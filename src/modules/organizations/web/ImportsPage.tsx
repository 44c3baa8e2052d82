// The imports of one's own areas, newest first: to take a draft up again, or to see what was done.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { useKeyset } from '../../../ui/use-url-state.ts'
import { type Import, importStatuses } from '../imports-api.ts'
import { useImports } from './import-queries.ts'
import { resultText, statusTones } from './import-words.ts'
import './imports.css'
import { momentText } from '../../../ui/moment-text.ts'

type Line = Pick<
  Import,
  'id' | 'words' | 'fileName' | 'areaName' | 'status' | 'uploadedBy' | 'uploadedAt' | 'result'
>

export function ImportsPage(): ReactNode {
  const keyset = useKeyset()
  const { data, error, refetch, isPlaceholderData } = useImports(keyset.after)
  return (
    <>
      <PageHeader
        title="表格导入"
        sentence="把手里的表格原样传上来：先看、再改、最后才写进去，写错了还能整次撤销。"
        action={
          <ButtonLink primary to="/imports/new">
            导入一张表格
          </ButtonLink>
        }
      />
      <DataTable
        label="导入记录"
        columns={columns}
        rows={data?.items}
        rowKey={(line) => line.id}
        empty={<Empty />}
        problem={data ? null : error}
        retry={() => void refetch()}
        paging={{ keyset, next: data?.next }}
        stale={isPlaceholderData}
      />
    </>
  )
}

const columns: readonly Column<Line>[] = [
  {
    key: 'fileName',
    title: '文件',
    width: '30%',
    card: 'title',
    cell: (line) => <Link to={`/imports/${line.id}`}>{line.fileName}</Link>,
  },
  { key: 'kind', title: '内容', card: 'words', cell: ({ words }) => words.title },
  { key: 'areaName', title: '导入到', card: 'words', cell: (line) => line.areaName },
  { key: 'uploadedBy', title: '上传人', card: 'hide', cell: (line) => line.uploadedBy },
  {
    key: 'uploadedAt',
    title: '上传时间',
    card: 'words',
    cell: (line) => <span className="nowrap">{momentText(line.uploadedAt)}</span>,
  },
  { key: 'result', title: '结果', card: 'words', cell: (line) => lineResult(line) },
  {
    key: 'status',
    title: '状态',
    card: 'mark',
    cell: ({ status }) => <StateTag tone={statusTones[status]} word={importStatuses[status]} />,
  },
]

const lineResult = ({ status, result, words }: Line): string =>
  result
    ? resultText(result, words)
    : status === 'draft'
      ? `还没有写进${words.book}，可以接着做`
      : `没有写进${words.book}`

const Empty = (): ReactNode => (
  <EmptyHint title="还没有导入过表格">
    <Link className="link" to="/imports/new">
      选一张平时在用的表格
    </Link>
    ，不用改成模板的样子。
  </EmptyHint>
)
