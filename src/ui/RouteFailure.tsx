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
      <ProblemAlert problem={error} />
      <Button type="primary" onClick={() => location.reload()}>
        刷新
      </Button>
    </>
  )
}
