// On an organization's page: what it came from and became, what is under way, and what can be begun.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { PagePart } from '../../../ui/PagePart.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { changeKinds, changeStatuses } from '../change.ts'
import { exitKinds, exitStatuses } from '../exit.ts'
import type { Standing } from '../standing.ts'
import { AdmonitionPart } from './AdmonitionPart.tsx'
import {
  changeTones,
  exitNow,
  exitTones,
  whyNotAsk,
  whyNotExit,
  whyNotReorganize,
  whyNotSplitHere,
} from './change-words.ts'
import { useStanding } from './changes-queries.ts'
import { DormancyPart } from './DormancyPart.tsx'
import { ReorganizationsPart } from './ReorganizationsPart.tsx'
import './changes.css'

type Props = { organization: Organization }

export function ChangesSection({ organization }: Props): ReactNode {
  const { data, error, refetch } = useStanding(organization.id)
  return (
    <PagePart id="changes" title="变更与退出" waiting={!data} problem={error} retry={() => void refetch()}>
      {data && <Shown organization={organization} standing={data} />}
    </PagePart>
  )
}

function Shown({ organization, standing }: Props & { standing: Standing }): ReactNode {
  return (
    <>
      <Requests standing={standing} organization={organization} />
      <ReorganizationsPart standing={standing} organization={organization} />
      <DormancyPart standing={standing} organization={organization} />
      <AdmonitionPart standing={standing} organization={organization} />
      <Doors standing={standing} organization={organization} />
    </>
  )
}

function Requests({
  standing: { requests, exits, reorganizations },
  organization,
}: Props & { standing: Standing }): ReactNode {
  if (requests.length + exits.length === 0 && reorganizations.length > 0) return null
  if (requests.length + exits.length === 0) return <p className="faint">没有提出过变更，也没有办理过退出。</p>
  return (
    <ul className="change-lines">
      {exits.map(({ id, kind, status, at }) => (
        <li key={id}>
          <Link className="link" to={`/organizations/${organization.id}/exit`}>
            {exitKinds[kind]}
          </Link>
          <StateTag tone={exitTones[status]} word={exitStatuses[status]} />
          <span className="when">{at.slice(0, 10)}</span>
        </li>
      ))}
      {requests.map(({ id, kind, status, askedAt, reason }) => (
        <li key={id}>
          <Link className="link" to={`/changes/${id}`}>
            {changeKinds[kind]}：{reason}
          </Link>
          <StateTag tone={changeTones[status]} word={changeStatuses[status]} />
          <span className="when">{askedAt.slice(0, 10)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Ways that are open; of those that are not, the reasons in one line, for those who might take them. */
function Doors(opened: Props & { standing: Standing }): ReactNode {
  const { organization, standing } = opened
  const doors = [
    { to: 'change', label: '申请变更', action: 'change.request', why: whyNotAsk('details', opened) },
    { to: 'move', label: '迁移', action: 'change.request', why: whyNotAsk('move', opened) },
    { to: 'merge', label: '合并', action: 'change.reorganize', why: whyNotReorganize(opened) },
    { to: 'split', label: '拆分', action: 'change.reorganize', why: whyNotSplitHere(opened) },
    { to: 'exit', label: '注销', action: 'exit.request', why: whyNotExit('cancellation', opened) },
    { to: 'exit?kind=removal', label: '清退', action: 'exit.remove', why: whyNotExit('removal', opened) },
  ].filter(({ action }) => standing.may.includes(action))
  const whys = new Set(doors.flatMap(({ why }) => why ?? []))
  if (doors.length === 0 || organization.status === 'ended' || exitNow(standing)) return null
  return (
    <div className="change-part no-print">
      <div className="change-actions">
        {doors
          .filter(({ why }) => why === null)
          .map(({ to, label }) => (
            <ButtonLink key={to} to={`/organizations/${organization.id}/${to}`}>
              {label}
            </ButtonLink>
          ))}
      </div>
      {whys.size > 0 && <p className="action-why">{[...whys].join('')}</p>}
    </div>
  )
}
