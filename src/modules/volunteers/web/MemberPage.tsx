// One volunteer in one team: what is known of the person, the hours, the certificates.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useParams } from 'react-router'
import { dayFromText } from '../../../ui/day-text.ts'
import { type Fact, Facts } from '../../../ui/Facts.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { WordsItem } from '../../../ui/FormItems.tsx'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { DayDialog } from '../../certificates/web/DayDialog.tsx'
import { hoursText } from '../service.ts'
import type { MemberPage as Shown } from '../teams-api.ts'
import { CertificatePart } from './CertificatePart.tsx'
import { EntryActions, EntryLine } from './EntryLine.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import { useMember, useVolunteerAct, volunteerActs } from './volunteer-queries.ts'
import '../../organizations/web/organizations.css'
import './volunteers.css'

export function MemberPage(): ReactNode {
  const { id = '' } = useParams()
  const { data, error, refetch } = useMember(id)
  if (data) return <Person member={data} />
  if (!error) return <PageBones />
  return (
    <>
      <PageHeader title="志愿者" back={{ to: '/volunteer-teams', label: '志愿服务' }} />
      <ProblemAlert problem={error} retry={() => void refetch()} />
    </>
  )
}

type Props = { member: Shown }

function Person({ member }: Props): ReactNode {
  const { name, team, teamName, organizationName, startsOn, endsOn, entries } = member
  return (
    <>
      <PageHeader
        title={name}
        sentence={`${organizationName} · ${startsOn} 入队${endsOn ? ` · ${endsOn} 离队` : ''}`}
        back={{ to: `/volunteer-teams/${team}`, label: teamName }}
      />
      <Actions member={member} />
      <Known member={member} />
      <section className="panel" aria-labelledby="entries-title">
        <h2 id="entries-title">时长记录</h2>
        {entries.length === 0 && <p className="faint">还没有记录；在队的页面上“记时长”。</p>}
        <ul className="volunteer-lines">
          {entries.map((entry) => (
            <EntryLine key={entry.id} entry={entry}>
              <EntryActions entry={entry} />
            </EntryLine>
          ))}
        </ul>
      </section>
      <CertificatePart member={member} />
    </>
  )
}

function Known({ member }: Props): ReactNode {
  const { phone, birthYear, guardian, consentedOn, minutes, account } = member
  const facts: Fact[] = [
    ['电话', phone ?? '没有'],
    ['年龄', birthYear === null ? '成年' : `${birthYear} 年出生，未成年`],
    ...(guardian ? [['监护人同意', `${guardian}，${consentedOn}`] as const] : []),
    ['今年已确认', hoursText(minutes)],
    ['本人账号', account ?? '没有；本人可以书面要求查看和更正'],
  ]
  return (
    <section className="panel" aria-labelledby="known-title">
      <h2 id="known-title">资料</h2>
      <Facts facts={facts} />
    </section>
  )
}

function Actions({ member }: Props): ReactNode {
  const [open, setOpen] = useState<'edit' | 'leave' | 'account' | null>(null)
  const phone = useVolunteerAct<{ phone: string | null }>()
  const { id, may, endsOn, team, name } = member
  const close = () => setOpen(null)
  if (!may.includes('volunteer.write')) return null
  return (
    <div className="volunteer-actions no-print">
      {member.phone && (
        <Button onClick={() => phone.mutate(() => volunteerActs.phone(id))}>
          {phone.data ? `电话：${phone.data.phone ?? '没有'}` : '显示电话（会留痕）'}
        </Button>
      )}
      <Button onClick={() => setOpen('edit')}>改资料</Button>
      {may.includes('volunteer.setAccount') && <Button onClick={() => setOpen('account')}>本人账号</Button>}
      {endsOn === null && <Button onClick={() => setOpen('leave')}>离队</Button>}
      <ProblemAlert problem={phone.error} />
      {open === 'edit' && <PersonDialog team={team} person={member} onClose={close} />}
      {open === 'account' && <Account id={id} onClose={close} />}
      {open === 'leave' && <Leave id={id} name={name} onClose={close} />}
    </div>
  )
}

function Leave({ id, name, onClose }: { id: string; name: string; onClose: () => void }): ReactNode {
  const act = useVolunteerAct<unknown>()
  return (
    <DayDialog
      title={`离队：${name}`}
      explain="以前的时长都保留，还可以开证明。"
      label="从哪一天起"
      confirmText="离队"
      onConfirm={(on) => act.mutateAsync(() => volunteerActs.leave(id, { on: dayFromText(on) ?? on }))}
      onClose={onClose}
    />
  )
}

function Account({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const act = useVolunteerAct<unknown>()
  return (
    <FormDialog<{ loginName?: string }>
      title="本人账号"
      explain="对应以后，本人登录就能看到、提出更正自己的时长；空着就是不对应任何账号。"
      okText="保存"
      initialValues={{}}
      onSend={({ loginName }) =>
        act.mutateAsync(() => volunteerActs.setAccount(id, loginName?.trim() || null))
      }
      onClose={onClose}
    >
      <WordsItem name="loginName" label="居民的登录名" max={60} />
    </FormDialog>
  )
}
