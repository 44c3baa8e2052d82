// One organization: what is known of it, what happened to it, and what can be done with it.
import type { ReactNode } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { type IndexEntry, PartIndex } from '../../../ui/PartIndex.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { PartsContext, useAnnouncements } from '../../../ui/page-parts.ts'
import { useMay } from '../../people/web/session-queries.ts'
import { categories, tiers } from '../choices.ts'
import type { Organization } from '../organization.ts'
import { whereText } from '../organization-fields.ts'
import { OrganizationActions } from './OrganizationActions.tsx'
import { OrganizationFacts } from './OrganizationFacts.tsx'
import { OrganizationTimeline } from './OrganizationTimeline.tsx'
import { useOrganization } from './organization-queries.ts'
import type { OrganizationSection } from './organization-sections.ts'
import { SectionsOfOthers } from './SectionsOfOthers.tsx'
import { StatusTag } from './StatusTag.tsx'
import { useSections } from './use-sections.ts'
import './organizations.css'

const back = { to: '/organizations', label: '组织名录' }

export function OrganizationPage(): ReactNode {
  const { id = '' } = useParams()
  const { data, error, refetch } = useOrganization(id)
  if (data) return <Shown key={id} organization={data} />
  if (!error) return <PageBones />
  return (
    <>
      <PageHeader title="组织" back={back} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
    </>
  )
}

function Shown({ organization }: { organization: Organization }): ReactNode {
  const { name, category, tier, status, hub } = organization
  const parts = useAnnouncements()
  const sections = useSections()
  const about = [whereText(organization), categories[category], tiers[tier], hub && '枢纽型'].filter(Boolean)
  return (
    <PartsContext value={parts}>
      <PageHeader
        title={name}
        mark={<StatusTag status={status} />}
        sentence={about.join(' · ')}
        back={back}
        extra={<OrganizationActions organization={organization} />}
      />
      <Notice organization={organization} />
      <PartIndex entries={entriesOf(sections)} />
      <div className="organization-layout">
        <div>
          <OrganizationFacts organization={organization} />
          <SectionsOfOthers organization={organization} />
        </div>
        <div>
          <SectionsOfOthers organization={organization} aside />
          <OrganizationTimeline id={organization.id} />
        </div>
      </div>
    </PartsContext>
  )
}

/** In the order of a phone's page: the facts, what stands below them, what stands beside them, the timeline. */
const entriesOf = (sections: readonly OrganizationSection[]): IndexEntry[] => [
  { id: 'facts', title: '基本信息' },
  ...sections.filter(({ aside }) => !aside),
  ...sections.filter(({ aside }) => aside),
  { id: 'timeline', title: '经过' },
]

const notices = {
  created: '已登记进名录。',
  edited: '修改已保存，记在经过里。',
  rest: '已标为不活跃，记在经过里。',
  end: '已退出名录，以前的数字和经过都保留。',
  revive: '已恢复，记在经过里。',
} as const

/** What was just done, here or on the page before this one. */
function Notice({ organization }: { organization: Organization }): ReactNode {
  const state: unknown = useLocation().state
  const may = useMay()
  const notice = typeof state === 'object' && state !== null && 'notice' in state ? String(state.notice) : ''
  if (!Object.hasOwn(notices, notice)) return null
  return (
    <div className="notice" role="status">
      <span>✓ {notices[notice as keyof typeof notices]}</span>
      {notice === 'created' && may('organization.create') && (
        <Link to={`/organizations/new?area=${organization.area}`}>再登记一个</Link>
      )}
    </div>
  )
}
