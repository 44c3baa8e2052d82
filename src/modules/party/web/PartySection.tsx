// Party-building on an organization's page: how the party is present, numbers, contacts, key people.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { PagePart } from '../../../ui/PagePart.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { useSession } from '../../people/web/session-queries.ts'
import type { PartyOfOrganization } from '../arrangement-api.ts'
import { absenceReasons, arrangementKinds } from '../party.ts'
import { ArrangeDialog } from './ArrangeDialog.tsx'
import { PresenceTag } from './CoverageList.tsx'
import { DayItem } from './FormDialog.tsx'
import { PartyContacts } from './PartyContacts.tsx'
import { PartyMembers } from './PartyMembers.tsx'
import { useEndArrangement, usePartyOf } from './party-queries.ts'
import './party.css'

type Props = { organization: Organization }

export function PartySection({ organization }: Props): ReactNode {
  const { data, error, refetch } = usePartyOf(organization.id)
  return (
    <PagePart
      id="party"
      title="党的组织和工作"
      className="party-section"
      waiting={!data}
      problem={error}
      retry={() => void refetch()}
    >
      {data && (
        <>
          <Presence party={data} organization={organization} />
          <History party={data} />
          <PartyMembers party={data} />
          <PartyContacts party={data} />
        </>
      )}
    </PagePart>
  )
}

type Shown = Props & { party: PartyOfOrganization }

function Presence({ party, organization }: Shown): ReactNode {
  const [open, setOpen] = useState<'arrange' | 'end' | null>(null)
  const close = () => setOpen(null)
  const may = party.may.includes('party.arrange') && organization.status !== 'ended'
  return (
    <>
      <p className="party-now">
        <PresenceTag presence={party.presence} /> <Words party={party} />
      </p>
      {party.reason && <p>没有党组织的原因：{absenceReasons[party.reason]}</p>}
      {party.revisit && <StateTag tone="behind" word={party.revisit} />}
      {may && (
        <div className="party-actions no-print">
          <Button type={party.presence === 'none' ? 'primary' : 'default'} onClick={() => setOpen('arrange')}>
            {party.arrangement ? '改变安排' : '作出安排'}
          </Button>
          {party.arrangement && <Button onClick={() => setOpen('end')}>结束安排</Button>}
        </div>
      )}
      {open === 'arrange' && <ArrangeDialog organization={organization} onClose={close} />}
      {open === 'end' && <EndDialog organization={organization} onClose={close} />}
    </>
  )
}

/** What is on record; where the register alone says it, that is said too. */
function Words({ party: { arrangement, presence } }: { party: PartyOfOrganization }): ReactNode {
  if (!arrangement)
    return presence === null || presence === 'none' ? null : (
      <span className="faint">按名录所记；还没有登记是哪个支部或哪位指导员。</span>
    )
  const { branch, instructor, from } = arrangement
  return (
    <span>
      {branch && <BranchName branch={branch} />}
      {instructor?.name} <span className="faint">{from} 起</span>
    </span>
  )
}

const BranchName = ({ branch: { id, name } }: { branch: { id: string; name: string } }): ReactNode => (
  <Link to={`/party/branches/${id}`}>{name}</Link>
)

function History({ party: { history, arrangement } }: { party: PartyOfOrganization }): ReactNode {
  const past = history.filter(({ id }) => id !== arrangement?.id)
  if (past.length === 0) return null
  return (
    <>
      <h3>以前的安排</h3>
      <ul className="plain-list small">
        {past.map(({ id, kind, branch, instructor, from, until, endedBecause }) => (
          <li key={id}>
            {from} 至 {until} {arrangementKinds[kind]}：{branch?.name ?? instructor?.name}
            {endedBecause && <span className="faint">（{endedBecause}）</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

function EndDialog({ organization, onClose }: Props & { onClose: () => void }): ReactNode {
  const { today } = useSession()
  const { mutateAsync } = useEndArrangement(organization.id)
  return (
    <ConfirmWithReason
      open
      title={`结束安排：${organization.name}`}
      explain="这个组织会回到待办，要重新安排；单独建立的党支部随之撤销。以前的记录都保留。"
      confirmText="结束安排"
      initialValues={{ on: today }}
      onConfirm={({ on, reason }) => mutateAsync({ on: String(on), reason })}
      onClose={onClose}
    >
      <DayItem name="on" label="从哪一天起" max={today} />
    </ConfirmWithReason>
  )
}
