// Lets through to a page those whose postings allow it; others read why not and where to go, and nothing is asked of the server.
import type { ReactNode } from 'react'
import { Link, Outlet } from 'react-router'
import { EmptyHint } from './EmptyHint.tsx'
import { useMay } from './may.ts'
import { useTitle } from './use-title.ts'

export function Allowed({ needs }: { needs: string }): ReactNode {
  return useMay()(needs) ? <Outlet /> : <NotAllowed />
}

function NotAllowed(): ReactNode {
  useTitle('您的岗位打不开这一页')
  return (
    <div className="route-failure">
      <h1>您的岗位打不开这一页</h1>
      <EmptyHint title="工作需要的话，请联系本级系统管理员给您加岗位。">
        <Link className="link" to="/">
          回到今日
        </Link>
      </EmptyHint>
    </div>
  )
}
