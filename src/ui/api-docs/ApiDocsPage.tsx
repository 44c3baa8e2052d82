// The API for programs: every endpoint with its parameters, answer and the action that it needs.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { EmptyHint } from '../EmptyHint.tsx'
import { OpenPage } from '../OpenPage.tsx'
import { Bones } from '../PageBones.tsx'
import { PageHeader } from '../PageHeader.tsx'
import { ProblemAlert } from '../ProblemAlert.tsx'
import { OperationView } from './OperationView.tsx'
import { groupsOf, matches, type OpenApi } from './openapi.ts'
import './api-docs.css'

export function ApiDocsPage(): ReactNode {
  const { data, error, refetch } = useQuery({
    queryKey: ['openapi'],
    queryFn: readDocument,
    staleTime: Infinity,
  })
  return (
    <OpenPage>
      <PageHeader
        title="接口说明"
        sentence={
          <>
            页面能做的，程序都能经接口做。先用 POST /session 登录，之后带着 Cookie 调用。机器可读的全文：
            <a href="/api/openapi.json">OpenAPI 3.1</a>。
          </>
        }
      />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {data ? <Document document={data} /> : !error && <Bones lines={8} />}
    </OpenPage>
  )
}

async function readDocument({ signal }: { signal: AbortSignal }): Promise<OpenApi> {
  const response = await fetch('/api/openapi.json', { signal })
  return (await response.json()) as OpenApi
}

function Document({ document }: { document: OpenApi }): ReactNode {
  const [text, setText] = useState('')
  const groups = groupsOf(document)
    .map((group) => ({ ...group, operations: group.operations.filter((one) => matches(one, text.trim())) }))
    .filter((group) => group.operations.length > 0)
  return (
    <>
      <search className="filter-bar">
        <input
          type="search"
          className="plain-input api-search"
          aria-label="找接口"
          placeholder="按地址、说明或权限找，例如 organization.edit"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <span className="count" role="status">
          {`${groups.reduce((sum, group) => sum + group.operations.length, 0)} 个接口`}
        </span>
      </search>
      {groups.length === 0 && <EmptyHint title="没有这样的接口。">换个词试试。</EmptyHint>}
      {groups.map(({ tag, operations }) => (
        <section key={tag} className="panel" aria-labelledby={`tag-${tag}`}>
          <h2 id={`tag-${tag}`}>{tag}</h2>
          {operations.map((operation) => (
            <OperationView key={operation.operationId} operation={operation} document={document} />
          ))}
        </section>
      ))}
    </>
  )
}
