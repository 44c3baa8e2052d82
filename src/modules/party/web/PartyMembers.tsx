// Party members of an organization: numbers for all, names only after a look that is recorded. (D4)
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { PartyOfOrganization } from '../arrangement-api.ts'
import type { Member } from '../members-api.ts'
import { keyPersonKinds, relations } from '../party.ts'
import { DayItem, FormDialog } from './FormDialog.tsx'
import { EndKeyPersonDialog, EndMemberDialog, KeyPersonDialog, MemberDialog } from './MemberDialogs.tsx'
import { useKeepRoster, useLook } from './party-queries.ts'

type Props = { party: PartyOfOrganization }

type Open =
  | { what: 'member'; member: Member | null }
  | { what: 'end'; member: Member }
  | { what: 'keyPerson' }
  | { what: 'endKeyPerson'; id: string }
  | { what: 'roster' }

export function PartyMembers({ party }: Props): ReactNode {
  const look = useLook(party.organization.id)
  const [open, setOpen] = useState<Open | null>(null)
  const may = party.may.includes('party.members')
  const close = () => {
    setOpen(null)
    if (look.data) look.mutate()
  }
  return (
    <>
      <h3>党员</h3>
      <p>{countWords(party)}</p>
      {look.data && (
        <MemberList members={look.data.members} choose={(what, member) => setOpen({ what, member })} />
      )}
      <KeyPeople
        party={party}
        names={look.data?.keyPeople}
        end={(id) => setOpen({ what: 'endKeyPerson', id })}
      />
      {may && (
        <div className="party-actions no-print">
          {!look.data && (
            <Button loading={look.isPending} onClick={() => look.mutate()}>
              显示名单（查看会留下记录）
            </Button>
          )}
          <Button onClick={() => setOpen({ what: 'member', member: null })}>登记党员</Button>
          <Button onClick={() => setOpen({ what: 'keyPerson' })}>登记骨干</Button>
          {!party.members.kept && look.data && look.data.members.length > 0 && (
            <Button onClick={() => setOpen({ what: 'roster' })}>名单已齐</Button>
          )}
        </div>
      )}
      <ProblemAlert problem={look.error} />
      {open && <Dialog open={open} party={party} onClose={close} />}
    </>
  )
}

function countWords({ members: { kept, full, probationary, elsewhere } }: PartyOfOrganization): string {
  if (!kept) return full === null ? '人数不详。' : `${full} 名，按名录所记。`
  const away = elsewhere > 0 ? `，其中 ${elsewhere} 名组织关系不在本组织` : ''
  return `正式党员 ${full} 名${away}；预备党员 ${probationary} 名。按党员名单。`
}

type ListProps = { members: readonly Member[]; choose: (what: 'member' | 'end', member: Member) => void }

function MemberList({ members, choose }: ListProps): ReactNode {
  if (members.length === 0) return <p className="faint">名单还是空的。</p>
  return (
    <ul className="plain-list party-records" aria-label="党员名单">
      {members.map((member) => (
        <li key={member.id}>
          <b>{member.name}</b>{' '}
          <span className="faint">
            {member.fullSince ? `${member.fullSince} 转正` : '预备党员'} · 组织关系
            {relations[member.relation]}
            {member.leader && ' · 负责人'}
            {member.keyMember && ' · 骨干'}
            {member.until && ` · ${member.until} 离开`}
          </span>
          {member.until === null && (
            <span className="no-print">
              <button type="button" className="text-button" onClick={() => choose('member', member)}>
                修改<span className="sr-only">{member.name}</span>
              </button>
              <button type="button" className="text-button" onClick={() => choose('end', member)}>
                离开<span className="sr-only">：{member.name}</span>
              </button>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

type KeyProps = Props & {
  names: readonly { id: string; name: string }[] | undefined
  end: (id: string) => void
}

function KeyPeople({ party: { keyPeople, may }, names, end }: KeyProps): ReactNode {
  if (keyPeople.length === 0) return null
  return (
    <ul className="plain-list party-records" aria-label="骨干">
      {keyPeople.map(({ id, kind, body, from, until }) => (
        <li key={id}>
          {names?.find((one) => one.id === id)?.name ?? '一名'} {keyPersonKinds[kind]}
          {body && `：${body}`} <span className="faint">{until ? `${from} 至 ${until}` : `${from} 起`}</span>
          {until === null && kind !== 'developed' && may.includes('party.members') && (
            <button type="button" className="text-button no-print" onClick={() => end(id)}>
              结束
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

type DialogProps = Props & { open: Open; onClose: () => void }

function Dialog({ open, party, onClose }: DialogProps): ReactNode {
  const { id } = party.organization
  if (open.what === 'member') return <MemberDialog organization={id} member={open.member} onClose={onClose} />
  if (open.what === 'end') return <EndMemberDialog member={open.member} onClose={onClose} />
  if (open.what === 'keyPerson') return <KeyPersonDialog organization={id} onClose={onClose} />
  if (open.what === 'endKeyPerson') return <EndKeyPersonDialog id={open.id} onClose={onClose} />
  return <RosterDialog organization={id} onClose={onClose} />
}

function RosterDialog({ organization, onClose }: { organization: string; onClose: () => void }): ReactNode {
  const { today } = useSession()
  const { mutateAsync } = useKeepRoster(organization)
  return (
    <FormDialog<{ from: string }>
      title="名单已齐"
      explain="从这一天起，名录里的党员人数以名单上的正式党员为准，名单有变化就跟着变。"
      okText="以名单为准"
      initialValues={{ from: today }}
      onSubmit={mutateAsync}
      onClose={onClose}
    >
      <DayItem name="from" label="从哪一天起" max={today} />
    </FormDialog>
  )
}
