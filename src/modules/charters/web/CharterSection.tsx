// The charter on an organization's page: what holds, since when, how it was adopted, and what to do next.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { PagePart } from '../../../ui/PagePart.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { type CharterSummary, charterStatuses } from '../charter.ts'
import { useCharters } from './charter-queries.ts'
import { statusTones, versionName, versionSentence } from './charter-words.ts'
import './charters.css'

export function CharterSection({ organization }: { organization: Organization }): ReactNode {
  const { data, error, refetch } = useCharters(organization.id)
  const shown = data?.items.filter(({ status }) => status !== 'discarded' && status !== 'refused') ?? []
  const begun = data?.items.find(({ status }) => status === 'draft' || status === 'adopted')
  return (
    <PagePart
      id="charter"
      title="章程"
      className="charter-section"
      waiting={!data}
      problem={error}
      retry={() => void refetch()}
      empty={data && shown.length === 0 && noneText(organization)}
    >
      <ul className="plain-list">
        {shown.map((one) => (
          <Line key={one.id} charter={one} />
        ))}
      </ul>
      {data?.may.includes('charter.draft') && organization.status !== 'ended' && (
        <div className="charter-actions no-print">
          <NextStep organization={organization.id} begun={begun} hasOne={shown.length > 0} />
        </div>
      )}
    </PagePart>
  )
}

const noneText = ({ charter }: Organization): string =>
  charter === true ? '名录里记有章程，但这里还没有存：可以把纸质章程上传，或者按表填写一份。' : '还没有章程。'

function Line({ charter }: { charter: CharterSummary }): ReactNode {
  return (
    <li className="charter-line">
      <StateTag tone={statusTones[charter.status]} word={charterStatuses[charter.status]} />
      <Link className="link" to={`/charters/${charter.id}`}>
        {versionName(charter)}
      </Link>
      <span className="faint">{versionSentence(charter)}</span>
    </li>
  )
}

type NextProps = { organization: string; begun: CharterSummary | undefined; hasOne: boolean }

function NextStep({ organization, begun, hasOne }: NextProps): ReactNode {
  if (begun?.status === 'adopted') return <ButtonLink to={`/charters/${begun.id}`}>办生效</ButtonLink>
  if (begun?.kind === 'paper') return <ButtonLink to={`/charters/${begun.id}`}>接着办登记</ButtonLink>
  const label = begun ? '接着写草稿' : hasOne ? '起草新版' : '制定章程'
  return <ButtonLink to={`/organizations/${organization}/charter`}>{label}</ButtonLink>
}
