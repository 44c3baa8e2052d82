// One volunteer team: its people, recording what they did, and what else can be done with it.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useParams } from 'react-router'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { DayItem } from '../../certificates/web/DayDialog.tsx'
import { useMay, useSession } from '../../people/web/session-queries.ts'
import { hoursText } from '../service.ts'
import type { Member, Team } from '../volunteer.ts'
import { PersonDialog } from './PersonDialog.tsx'
import { RecordDialog, type Recorded } from './RecordDialog.tsx'
import { useTeam, useVolunteerAct, volunteerActs } from './volunteer-queries.ts'
import '../../organizations/web/organizations.css'
import './volunteers.css'

const back = { to: '/volunteer-teams', label: '志愿服务' }

export function TeamPage(): ReactNode {
  const { id = '' } = useParams()
  const { data, error, refetch } = useTeam(id)
  if (data) return <Shown team={data} />
  if (!error) return <PageBones />
  return (
    <>
      <PageHeader title="志愿服务队" back={back} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
    </>
  )
}

function Shown({ team }: { team: Team }): ReactNode {
  const { name, organization, organizationName, startsOn, endsOn, reason, members, minutes } = team
  return (
    <>
      <PageHeader
        title={name}
        mark={endsOn ? <StateTag tone="none" word={`${endsOn} 解散`} /> : null}
        sentence={
          <>
            <Link to={`/organizations/${organization}#volunteers`}>{organizationName}</Link> · {startsOn} 成立
            · {members} 人 · 今年已确认 {hoursText(minutes)}
          </>
        }
        back={back}
      />
      {reason && <p className="faint">解散的原因：{reason}</p>}
      <Actions team={team} />
      <People team={team} />
    </>
  )
}

function Actions({ team }: { team: Team }): ReactNode {
  const may = useMay()
  const [open, setOpen] = useState<'record' | 'join' | 'end' | null>(null)
  const [recorded, setRecorded] = useState<readonly Recorded[]>([])
  const close = () => setOpen(null)
  if (team.endsOn || !team.may.includes('volunteer.write')) return null
  const imports = `/imports/new?kind=hours&area=${team.area}&belongsTo=${team.id}`
  return (
    <>
      <div className="volunteer-actions no-print">
        <Button type="primary" disabled={team.members === 0} onClick={() => setOpen('record')}>
          记时长
        </Button>
        <Button onClick={() => setOpen('join')}>加队员</Button>
        <ButtonLink to={`/service?team=${team.id}`}>时长记录</ButtonLink>
        {may('organization.import') && <ButtonLink to={imports}>从表格导入时长</ButtonLink>}
        <Button onClick={() => setOpen('end')}>解散</Button>
      </div>
      {team.members === 0 && <p className="faint">还没有队员：先加队员，再记时长。</p>}
      <Results recorded={recorded} />
      {open === 'record' && <RecordDialog team={team} onRecorded={setRecorded} onClose={close} />}
      {open === 'join' && <PersonDialog team={team.id} onClose={close} />}
      {open === 'end' && <End team={team} onClose={close} />}
    </>
  )
}

/** Those that could not be recorded first, each with the reason. */
function Results({ recorded }: { recorded: readonly Recorded[] }): ReactNode {
  if (recorded.length === 0) return null
  const failed = recorded.filter(({ ok }) => !ok)
  return (
    <section className="panel" aria-label="刚才记的时长">
      <p role="status">
        记上 {recorded.length - failed.length} 人{failed.length > 0 && `，没有记上 ${failed.length} 人`}。
      </p>
      <ul className="plain-list">
        {failed.map(({ id, name, message }) => (
          <li key={id}>
            {name} <StateTag tone="overdue" word={message} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function End({ team, onClose }: { team: Team; onClose: () => void }): ReactNode {
  const { today } = useSession()
  const act = useVolunteerAct()
  return (
    <ConfirmWithReason
      open
      title={`解散：${team.name}`}
      explain="从这一天起不再算数，队员一同离队；以前的时长都保留。"
      confirmText="解散"
      danger
      initialValues={{ on: today }}
      onConfirm={({ on, reason }) =>
        act.mutateAsync(() =>
          volunteerActs.endTeam(team.id, { on: dayFromText(String(on)) ?? String(on), reason }),
        )
      }
      onClose={onClose}
    >
      <DayItem label="从哪一天起" />
    </ConfirmWithReason>
  )
}

function People({ team }: { team: Team }): ReactNode {
  const now = team.people.filter(({ endsOn }) => endsOn === null)
  const before = team.people.filter(({ endsOn }) => endsOn !== null)
  return (
    <section className="panel" aria-labelledby="people-title">
      <h2 id="people-title">队员</h2>
      {now.length === 0 && <p className="faint">现在没有队员。</p>}
      <Lines people={now} />
      {before.length > 0 && (
        <details className="volunteer-former">
          <summary>离队的（{before.length} 人）</summary>
          <Lines people={before} />
        </details>
      )}
    </section>
  )
}

function Lines({ people }: { people: readonly Member[] }): ReactNode {
  return (
    <ul className="volunteer-lines">
      {people.map(({ id, name, phone, birthYear, startsOn, minutes }) => (
        <li key={id}>
          <Link to={`/team-members/${id}`}>{name}</Link>
          {birthYear !== null && <StateTag tone="judged" word="未成年" />}
          <span className="faint">
            {[phone, `${startsOn} 入队`, `今年 ${hoursText(minutes)}`].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
