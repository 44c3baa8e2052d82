// The titles on an organization's page, and the way to nominate it.
import type { ReactNode } from 'react'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { PagePart } from '../../../ui/PagePart.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { HonorLines } from './HonorLines.tsx'
import { useHonorsOf } from './honor-queries.ts'
import './honors.css'

export function HonorsSection({ organization }: { organization: Organization }): ReactNode {
  const { data, error, refetch } = useHonorsOf(organization.id)
  if (data && data.items.length === 0 && !data.mayNominate) return null
  return (
    <PagePart
      id="honors"
      title="品牌与荣誉"
      waiting={!data}
      problem={error}
      retry={() => void refetch()}
      empty={data?.items.length === 0 && '还没有称号。'}
    >
      <HonorLines honors={data?.items ?? []} />
      {data?.mayNominate && (
        <div className="honor-actions no-print">
          <ButtonLink to={`/honors/new?organization=${organization.id}`}>提名</ButtonLink>
        </div>
      )}
    </PagePart>
  )
}
