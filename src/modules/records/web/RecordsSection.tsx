// Records about one organization, on its page.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { useMay } from '../../../ui/may.ts'
import { PagePart } from '../../../ui/PagePart.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { attributeWords, titleOf } from '../record-kinds.ts'
import { useDatedRecords } from './record-queries.ts'
import { recordPath } from './record-words.ts'
import './records.css'

const shown = 5

export function RecordsSection({ organization }: { organization: Organization }): ReactNode {
  const { data, error, refetch } = useDatedRecords({ organization: organization.id, limit: shown })
  const mayEnter = useMay()('record.enter') && organization.status !== 'ended'
  if (data?.items.length === 0 && !mayEnter) return null
  return (
    <PagePart
      id="records"
      title="评议、公开和抽查"
      waiting={!data}
      problem={error}
      retry={() => void refetch()}
      empty={data?.items.length === 0 && '还没有记录。'}
    >
      <ul className="record-versions">
        {data?.items.map((one) => (
          <li key={one.id}>
            <Link to={recordPath(one.id)}>{one.title}</Link>
            <span className="faint">
              {[one.startsOn, titleOf(one.kind), ...attributeWords(one.kind, one.attributes)].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {mayEnter && (
        <p className="panel-more no-print">
          <ButtonLink to={`/records/new?organization=${organization.id}`}>登记一条</ButtonLink>
        </p>
      )}
    </PagePart>
  )
}
