// What a volunteer sees of the own service: hours, recording some, saying what is wrong.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { EmptyHint } from '../../../ui/EmptyHint.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { OneItem, WordsItem } from '../../../ui/FormItems.tsx'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { type Entry, hoursText } from '../service.ts'
import type { Mine } from '../service-api.ts'
import { whyNotStep } from '../service-rules.ts'
import { EntryLine } from './EntryLine.tsx'
import { ServiceItems } from './ServiceItems.tsx'
import { serviceBody, type TypedService } from './service-form.ts'
import { useMine, useVolunteerAct, volunteerActs } from './volunteer-queries.ts'
import './volunteers.css'

export function MyServicePage(): ReactNode {
  const { data, error, refetch } = useMine()
  const [open, setOpen] = useState(false)
  const mayRecord = data !== undefined && data.teams.length > 0
  return (
    <>
      <PageHeader
        title="我的志愿服务"
        sentence={data && `今年已确认 ${hoursText(data.thisYear)}，一共 ${hoursText(data.minutes)}。`}
        action={
          mayRecord && (
            <Button type="primary" onClick={() => setOpen(true)}>
              记时长
            </Button>
          )
        }
      />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <PageBones />}
      {data && <Entries mine={data} />}
      {data && open && <RecordOwn mine={data} onClose={() => setOpen(false)} />}
    </>
  )
}

function Entries({ mine }: { mine: Mine }): ReactNode {
  if (mine.entries.length === 0)
    return (
      <div className="empty-box">
        <EmptyHint title="还没有您的记录">
          {mine.teams.length > 0
            ? '服务结束后，可以自己记，由组织者确认。'
            : '请让所在的社区（村）把您的账号对应到志愿服务队里的名字。'}
        </EmptyHint>
      </div>
    )
  return (
    <section className="panel" aria-labelledby="mine-title">
      <h2 id="mine-title">时长记录</h2>
      <ul className="volunteer-lines">
        {mine.entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry}>
            <Objection entry={entry} />
          </EntryLine>
        ))}
      </ul>
      <p className="faint">要志愿服务证明，请找记录的组织；不收费。</p>
    </section>
  )
}

function Objection({ entry }: { entry: Entry }): ReactNode {
  const [open, setOpen] = useState(false)
  const act = useVolunteerAct<unknown>()
  if (whyNotStep('correct', entry.status) !== null || (entry.objection && !entry.answer)) return null
  return (
    <div className="volunteer-actions no-print">
      <Button onClick={() => setOpen(true)}>记得不对</Button>
      {open && (
        <FormDialog<{ words: string }>
          title={`“${entry.activity}”哪里不对`}
          explain="组织者会更正，或者答复您。"
          okText="提出"
          initialValues={{}}
          onSend={({ words }) => act.mutateAsync(() => volunteerActs.object(entry.id, words))}
          onClose={() => setOpen(false)}
        >
          <WordsItem name="words" label="应该是怎样的" max={200} needed="请写明哪里不对" long />
        </FormDialog>
      )}
    </div>
  )
}

function RecordOwn({ mine, onClose }: { mine: Mine; onClose: () => void }): ReactNode {
  const { today } = useSession()
  const act = useVolunteerAct<unknown>()
  const teams = Object.fromEntries(
    mine.teams.map(({ member, teamName, organizationName }) => [
      member,
      `${teamName}（${organizationName}）`,
    ]),
  )
  const [first] = mine.teams
  return (
    <FormDialog<TypedService & { member: string }>
      title="记时长"
      explain="记上以后，由组织者确认了才算数。"
      okText="记上"
      initialValues={{ on: today, kind: 'community', member: first?.member ?? '' }}
      onSend={({ member, ...typed }) =>
        act.mutateAsync(() => volunteerActs.recordOwn({ ...serviceBody(typed), member }))
      }
      onClose={onClose}
    >
      <OneItem name="member" label="哪一支队" choices={teams} needed="请选择" />
      <ServiceItems />
    </FormDialog>
  )
}
