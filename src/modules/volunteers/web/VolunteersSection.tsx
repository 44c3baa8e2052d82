// Volunteer teams on an organization's page: the teams, what waits, and founding one.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { dayFromText } from '../../../ui/day-text.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { DayItem, WordsItem } from '../../../ui/FormItems.tsx'
import { PagePart } from '../../../ui/PagePart.tsx'
import type { Organization } from '../../organizations/organization.ts'
import { useSession } from '../../people/web/session-queries.ts'
import { hoursText } from '../service.ts'
import { useTeamsOf, useVolunteerAct, volunteerActs } from './volunteer-queries.ts'
import './volunteers.css'

type Props = { organization: Organization }

export function VolunteersSection({ organization }: Props): ReactNode {
  const { data, error, refetch } = useTeamsOf(organization.id)
  const [open, setOpen] = useState(false)
  if (data?.items.length === 0 && !data.mayFound) return null
  return (
    <PagePart
      id="volunteers"
      title="志愿服务"
      waiting={!data}
      problem={error}
      retry={() => void refetch()}
      empty={data?.items.length === 0 && data.waiting === 0 && '还没有志愿服务队。'}
    >
      <ul className="volunteer-lines">
        {data?.items.map(({ id, name, members, minutes, endsOn }) => (
          <li key={id}>
            <Link to={`/volunteer-teams/${id}`}>{name}</Link>
            <span className="faint">
              {endsOn ? `${endsOn} 解散` : `${members} 人 · 今年已确认 ${hoursText(minutes)}`}
            </span>
          </li>
        ))}
      </ul>
      {data && data.waiting > 0 && (
        <p>
          <Link to="/service?status=waiting">有 {data.waiting} 条时长待确认</Link>
        </p>
      )}
      {data?.mayFound && <Found why={data.whyNotFound} onOpen={() => setOpen(true)} />}
      {open && <FoundDialog organization={organization} onClose={() => setOpen(false)} />}
    </PagePart>
  )
}

const Found = ({ why, onOpen }: { why: string | null; onOpen: () => void }): ReactNode =>
  why ? (
    <p className="faint">{why}</p>
  ) : (
    <div className="volunteer-actions no-print">
      <Button onClick={onOpen}>新建志愿服务队</Button>
    </div>
  )

function FoundDialog({ organization, onClose }: Props & { onClose: () => void }): ReactNode {
  const { today } = useSession()
  const act = useVolunteerAct<unknown>()
  return (
    <FormDialog<{ name: string; startsOn: string }>
      title="新建志愿服务队"
      okText="新建"
      initialValues={{ startsOn: today }}
      onSend={({ name, startsOn }) =>
        act.mutateAsync(() =>
          volunteerActs.found(organization.id, { name, startsOn: dayFromText(startsOn) ?? startsOn }),
        )
      }
      onClose={onClose}
    >
      <WordsItem name="name" label="队名" max={40} needed="请填写队名" placeholder="例如：护河志愿服务队" />
      <DayItem name="startsOn" label="哪一天成立的" max={today} />
    </FormDialog>
  )
}
