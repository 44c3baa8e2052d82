// The organizations that a leader keeps, each with how it stands on the register.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { categories, tiers } from '../../organizations/choices.ts'
import type { Organization } from '../../organizations/organization.ts'
import { useOrganizations } from '../../organizations/web/organization-queries.ts'
import { StatusTag } from '../../organizations/web/StatusTag.tsx'

export function HomeKept(): ReactNode {
  const { data, error, refetch } = useOrganizations({ limit: 50 })
  return (
    <section className="home-part" aria-labelledby="kept">
      <h2 id="kept">我的组织</h2>
      <ProblemAlert problem={data ? null : error} retry={() => void refetch()} />
      {!data && !error && <Bones lines={3} />}
      {data?.items.length === 0 && <None />}
      {data && data.items.length > 0 && (
        <ul className="panel lines row-links">
          {data.items.map((one) => (
            <Kept key={one.id} organization={one} />
          ))}
        </ul>
      )}
    </section>
  )
}

const None = (): ReactNode => (
  <div className="panel">
    <EmptyHint title="名录里还没有您负责的组织">
      请社区工作者在名录里把您的账号记为负责人；记好后会出现在这里。
    </EmptyHint>
  </div>
)

function Kept({ organization: one }: { organization: Organization }): ReactNode {
  return (
    <li className="line">
      <div>
        <Link className="row-link" to={`/organizations/${one.id}`}>
          {one.name}
        </Link>
        <small>{[one.areaName, categories[one.category], tiers[one.tier]].join(' · ')}</small>
      </div>
      <StatusTag status={one.status} />
    </li>
  )
}
