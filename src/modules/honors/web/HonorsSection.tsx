// The titles on an organization's page, and the way to nominate it.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { Bones } from '../../../ui/PageBones.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { Organization } from '../../organizations/organization.ts'
import type { HonorLine } from '../honor.ts'
import { HonorStateTag } from './HonorStateTag.tsx'
import { useHonorsOf } from './honor-queries.ts'
import { dayWords, titleWords } from './honor-words.ts'
import './honors.css'

export function HonorsSection({ organization }: { organization: Organization }): ReactNode {
  const { data, error, refetch } = useHonorsOf(organization.id)
  if (data && data.items.length === 0 && !data.mayNominate) return null
  return (
    <section className="panel" id="honors" aria-labelledby="honors-heading">
      <h2 id="honors-heading">品牌与荣誉</h2>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Bones lines={2} />}
      {data?.items.length === 0 && <p className="faint">还没有称号。</p>}
      <ul className="plain-list honor-lines">
        {data?.items.map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </ul>
      {data?.mayNominate && (
        <div className="honor-actions no-print">
          <ButtonLink to={`/honors/new?organization=${organization.id}`}>提名</ButtonLink>
        </div>
      )}
    </section>
  )
}

const Line = ({ one }: { one: HonorLine }): ReactNode => (
  <li>
    <Link className="link" to={`/honors/${one.id}`}>
      {one.subject === 'project' ? `${one.name}：${titleWords(one)}` : titleWords(one)}
    </Link>{' '}
    <HonorStateTag state={one.state} />
    <span className="faint"> {dayWords(one)}</span>
  </li>
)
