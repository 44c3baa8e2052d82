// One endpoint: a line that opens to its parameters, body and answer.
import { type ReactNode, useState } from 'react'
import { kindWords, type Listed, type OpenApi, type Parameter, type Schema } from './openapi.ts'
import { SchemaView } from './SchemaView.tsx'

type Props = { operation: Listed; document: OpenApi }

export function OperationView({ operation, document }: Props): ReactNode {
  const { method, path, summary } = operation
  const [opened, setOpened] = useState(false)
  return (
    <details className="operation" id={operation.operationId} onToggle={() => setOpened(true)}>
      <summary>
        <span className={`method method-${method.toLowerCase()}`}>{method}</span>
        <code>{path}</code>
        <span className="operation-summary" lang="en">
          {summary}
        </span>
        <span className="needs">{needsWords(operation['x-needs'])}</span>
      </summary>
      {opened && <OperationBody operation={operation} document={document} />}
    </details>
  )
}

/** Made when it is first asked for: of hundreds of endpoints a reader opens a few. */
function OperationBody({ operation, document }: Props): ReactNode {
  const { parameters = [], requestBody, responses } = operation
  return (
    <div className="operation-body">
      {parameters.length > 0 && <Parameters parameters={parameters} />}
      {requestBody && <Part title="请求内容" content={requestBody.content} document={document} />}
      <Part title="回答" content={responses['200']?.content} document={document} />
    </div>
  )
}

function needsWords(needs: string | undefined): string {
  if (needs === 'public' || needs === undefined) return '不必登录'
  return needs === 'signedIn' ? '要登录' : `要有权限 ${needs}`
}

function Parameters({ parameters }: { parameters: Parameter[] }): ReactNode {
  return (
    <>
      <h3>参数</h3>
      <ul className="schema">
        {parameters.map((parameter) => (
          <li key={`${parameter.in} ${parameter.name}`}>
            <code>{parameter.name}</code>{' '}
            <span className="schema-kind">
              {parameter.in === 'path' ? '地址中' : '查询'}，{kindWords(parameter.schema)}
            </span>
            {parameter.required && <span className="schema-required">必有</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

type PartProps = { title: string; content: Record<string, { schema: Schema }> | undefined; document: OpenApi }

function Part({ title, content = {}, document }: PartProps): ReactNode {
  return Object.entries(content).map(([type, { schema }]) => (
    <div key={type}>
      <h3>
        {title} <span className="faint">{type}</span>
      </h3>
      <SchemaView schema={schema} document={document} />
    </div>
  ))
}
