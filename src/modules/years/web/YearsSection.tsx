// On an organization's page: the yearly reports, and whatever any module recorded of it, the newest first.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Day } from '../../../kernel/time.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { PagePart } from '../../../ui/PagePart.tsx'
import { useNarrow } from '../../../ui/use-narrow.ts'
import type { Organization } from '../../organizations/organization.ts'
import { useSession } from '../../people/web/session-queries.ts'
import { FactList } from './FactList.tsx'
import { useFacts } from './year-queries.ts'
import './years.css'

/** On a phone, and on a desk. */
const shownAtOnce = { narrow: 3, wide: 6 }
const yearsAtOnce = 3

export function YearsSection({ organization: { id } }: { organization: Organization }): ReactNode {
  const first = useNarrow() ? shownAtOnce.narrow : shownAtOnce.wide
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useFacts(id, {}, first)
  const today = useSession().today as Day
  const facts = data?.pages.flatMap((page) => page.items) ?? []
  const years = data?.pages[0]?.years
  return (
    <PagePart id="years" title="年度报告和记录" waiting={!data} problem={error} retry={() => void refetch()}>
      {years && (
        <nav className="year-links no-print" aria-label="年度报告">
          {newest(years).map((year) => (
            <ButtonLink key={year} to={`/organizations/${id}/years/${year}`}>
              {year} 年度报告
            </ButtonLink>
          ))}
        </nav>
      )}
      {facts.length === 0 && <p className="faint">还没有证书、培训、项目、活动等记录。</p>}
      <FactList facts={facts} to={today} kinds />
      {hasNextPage && (
        <Button className="no-print" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          更早的记录
        </Button>
      )}
    </PagePart>
  )
}

function newest({ first, last }: { first: number; last: number }): number[] {
  const count = Math.min(yearsAtOnce, last - first + 1)
  return Array.from({ length: count }, (_, back) => last - back)
}
