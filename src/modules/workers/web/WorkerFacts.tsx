// What is known of where a social worker works now, or worked last, and of the own account.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Facts } from '../../../ui/Facts.tsx'
import { employments, type Post, sites, type WorkerPage } from '../worker.ts'
import { spanWords } from './worker-words.ts'

export const WorkerFacts = ({ worker }: { worker: WorkerPage }): ReactNode => (
  <Facts facts={factsOf(worker)} />
)

const factsOf = ({ post, account }: WorkerPage): [string, ReactNode][] => [
  ['单位', sites[post.site]],
  ['在哪里', <Where key="where" post={post} />],
  ['专职或兼职', employments[post.employment]],
  ['任职', spanWords(post)],
  ['本人账号', account ?? '没有；由社区或街镇替人申请奖励'],
]

function Where({ post: { organization, station, areaName } }: { post: Post }): ReactNode {
  if (organization)
    return (
      <Link className="link" to={`/organizations/${organization.id}`}>
        {organization.name}
      </Link>
    )
  if (!station?.id) return station ? `${areaName} ${station.name}` : areaName
  return (
    <Link className="link" to={`/support/${station.id}`}>
      {station.name}
    </Link>
  )
}
