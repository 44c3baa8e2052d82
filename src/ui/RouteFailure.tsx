// Shown in place of a page that does not exist or that broke while it was drawn.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link, useRouteError } from 'react-router'
import { EmptyHint } from './EmptyHint.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'
import { useTitle } from './use-title.ts'

export function RouteFailure(): ReactNode {
  const error = useRouteError()
  useTitle(error ? '出错了' : '没有这一页')
  return (
    <div className="route-failure">
      <h1>{error ? '这一页没有打开' : '没有这一页'}</h1>
      {error ? <Broken error={error} /> : <Missing />}
    </div>
  )
}

function Missing(): ReactNode {
  return (
    <EmptyHint title="地址可能写错了，或者内容已经移走。">
      <Link className="link" to="/">
        回到今日
      </Link>
    </EmptyHint>
  )
}

function Broken({ error }: { error: unknown }): ReactNode {
  return (
    <>
      {isMissingCode(error) ? <p>聚沙刚刚更新过，刷新后就能打开。</p> : <ProblemAlert problem={error} />}
      <Button type="primary" onClick={() => location.reload()}>
        刷新
      </Button>
    </>
  )
}

/** A page whose code is no longer on the server, because a newer version has taken its place. */
const isMissingCode = (error: unknown): boolean =>
  error instanceof TypeError && error.message.includes('import')
