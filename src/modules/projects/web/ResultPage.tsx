// What came of a project: written at its end, or corrected later with the reason.
import { type ReactNode, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { fenFromYuan, yuanText } from '../../../kernel/money.ts'
import type { Fault } from '../../../kernel/problem.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { dayFromText } from '../../../ui/day-text.ts'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { DayQuestion, TextQuestion } from '../../changes/web/ChangeControls.tsx'
import { ChangeForm, FormPart } from '../../changes/web/ChangeFrame.tsx'
import { useSending } from '../../changes/web/use-sending.ts'
import { useSession } from '../../people/web/session-queries.ts'
import type { People, Project } from '../project.ts'
import { whyNotStep } from '../project-rules.ts'
import { PeopleFields } from './PeopleFields.tsx'
import { moneyFault, peopleOf } from './project-form.ts'
import { projectActs, useProject, useProjectAct } from './project-queries.ts'

export function ResultPage(): ReactNode {
  const { id = '' } = useParams()
  const { data, error } = useProject(id)
  if (!data) return error ? <ProblemAlert problem={error} /> : <PageBones />
  const correcting = data.status === 'finished'
  const why = whyNotStep(correcting ? 'correct' : 'finish', data.status)
  return (
    <>
      <PageHeader
        title={`${correcting ? '更正结果' : '结项'}：${data.title}`}
        sentence={why?.message ?? '办成了什么、多少人受益、花了多少钱；不清楚的可以空着。'}
        back={{ to: `/projects/${id}`, label: data.title }}
      />
      {why ? (
        <ButtonLink to={`/projects/${id}`}>回到这个项目</ButtonLink>
      ) : (
        <Form key={data.version} project={data} correcting={correcting} />
      )}
    </>
  )
}

type Typed = { on: string | null; result: string; cost: string; reached: People; reason: string }

const typedFrom = (project: Project, today: string): Typed => ({
  on: project.status === 'finished' ? project.endsOn : today,
  ...{ result: project.result ?? '', reason: '' },
  cost: project.cost === null ? '' : yuanText(project.cost),
  reached: peopleOf(project, project.status === 'finished' ? 'reached' : 'planned'),
})

function Form({ project, correcting }: { project: Project; correcting: boolean }): ReactNode {
  const { id } = project
  const { today } = useSession()
  const [typed, setTyped] = useState(() => typedFrom(project, today))
  const set = (patch: Partial<Typed>) => setTyped((now) => ({ ...now, ...patch }))
  const sending = useSending(['on', 'result', 'cost', 'reason'])
  const act = useProjectAct<Project>()
  const navigate = useNavigate()
  const submit = () =>
    sending.send(faultsIn(typed, correcting), async () => {
      await act.mutateAsync(() => send(id, typed, correcting))
      await navigate(`/projects/${id}`, { replace: true })
    })
  const text = (at: 'result' | 'cost' | 'reason') => ({
    ...{ sending, at, value: typed[at], onChange: (value: string) => set({ [at]: value }) },
  })
  return (
    <ChangeForm
      sending={sending}
      submitText={correcting ? '更正' : '结项'}
      cancelTo={`/projects/${id}`}
      onSubmit={() => void submit()}
    >
      <FormPart id="result" title="结果">
        <div className="form-fields">
          <DayQuestion
            {...{ sending, at: 'on', label: '哪天办完的' }}
            value={typed.on}
            onChange={(on) => set({ on })}
          />
          <TextQuestion
            {...text('cost')}
            label="实际花了多少钱（元）"
            hint="没花钱填 0，不知道就空着"
            max={20}
          />
          <TextQuestion {...text('result')} label="办成了什么" rows={3} max={2000} required wide />
        </div>
      </FormPart>
      <FormPart id="people" title="多少人受益">
        <PeopleFields value={typed.reached} onChange={(reached) => set({ reached })} />
      </FormPart>
      {correcting && (
        <FormPart id="reason" title="为什么更正">
          <TextQuestion
            {...text('reason')}
            label="理由"
            hint="会写进经过；原来的内容仍有记录"
            rows={2}
            required
            wide
          />
        </FormPart>
      )}
    </ChangeForm>
  )
}

function send(id: string, typed: Typed, correcting: boolean): Promise<Project> {
  const { result, reached, reason } = typed
  const body = { on: dayFromText(typed.on ?? '') ?? '', result, cost: fenFromYuan(typed.cost), reached }
  return correcting ? projectActs.correct(id, { ...body, reason }) : projectActs.finish(id, body)
}

function faultsIn({ on, result, cost, reason }: Typed, correcting: boolean): Fault[] {
  const faults: Fault[] = []
  if (!dayFromText(on ?? '')) faults.push({ at: 'on', message: '请填写日期，例如 2023-09-01' })
  if (!result.trim()) faults.push({ at: 'result', message: '请填写办成了什么' })
  if (correcting && !reason.trim()) faults.push({ at: 'reason', message: '请填写理由' })
  return [...faults, ...moneyFault('cost', cost)]
}
