// What can be done with a project next; what cannot be done now is not offered.
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { DayDialog, DayItem } from '../../certificates/web/DayDialog.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import type { Project } from '../project.ts'
import { type ProjectStep, whyNotStep } from '../project-rules.ts'
import { projectActs, useProjectAct } from './project-queries.ts'

export function ProjectActions({ project }: { project: Project }): ReactNode {
  const [open, setOpen] = useState<'begin' | 'stop' | null>(null)
  const { id, status, organization, title } = project
  const can = (step: ProjectStep) => whyNotStep(step, status) === null
  if (!project.may.includes('project.write')) return null
  return (
    <div className="project-actions no-print">
      {can('begin') && (
        <Button type="primary" onClick={() => setOpen('begin')}>
          已经开始了
        </Button>
      )}
      {can('finish') && (
        <ButtonLink primary to={`/projects/${id}/result`}>
          办完了，填结果
        </ButtonLink>
      )}
      {can('edit') && <ButtonLink to={`/projects/${id}/edit`}>改计划</ButtonLink>}
      {can('stop') && <Button onClick={() => setOpen('stop')}>不办了</Button>}
      {can('correct') && <ButtonLink to={`/projects/${id}/result`}>更正结果</ButtonLink>}
      {(status === 'finished' || status === 'stopped') && (
        <ButtonLink to={`/organizations/${organization}/projects/new?like=${id}`}>照这个再办一次</ButtonLink>
      )}
      {open === 'begin' && <Begin id={id} title={title} onClose={() => setOpen(null)} />}
      {open === 'stop' && <Stop id={id} title={title} onClose={() => setOpen(null)} />}
    </div>
  )
}

type DialogProps = { id: string; title: string; onClose: () => void }

function Begin({ id, title, onClose }: DialogProps): ReactNode {
  const act = useProjectAct()
  return (
    <DayDialog
      title={`开始实施：${title}`}
      explain="从这一天起，算这个组织今年办了服务项目。"
      label="哪一天开始的"
      confirmText="已经开始"
      onConfirm={(on) => act.mutateAsync(() => projectActs.begin(id, on))}
      onClose={onClose}
    />
  )
}

function Stop({ id, title, onClose }: DialogProps): ReactNode {
  const { today } = useSession()
  const act = useProjectAct()
  return (
    <ConfirmWithReason
      open
      title={`中止：${title}`}
      explain="从这一天起不再算数；以前的记录都保留。"
      confirmText="中止"
      danger
      reasonHint="例如：没有人手；经费没有落实"
      initialValues={{ on: today }}
      onConfirm={({ on, reason }) =>
        act.mutateAsync(() => projectActs.stop(id, { on: dayFromText(String(on)) ?? String(on), reason }))
      }
      onClose={onClose}
    >
      <DayItem label="从哪一天起" />
    </ConfirmWithReason>
  )
}
