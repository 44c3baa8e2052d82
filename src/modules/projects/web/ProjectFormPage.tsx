// Plan a project, or change its plan; one like last year's begins with last year's words.
import { type ReactNode, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { ChooseOne, chipsOf } from '../../../ui/ChoiceChips.tsx'
import { FormGroup } from '../../../ui/FormField.tsx'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { DayQuestion, TextQuestion } from '../../changes/web/ChangeControls.tsx'
import { ChangeForm, FormPart } from '../../changes/web/ChangeFrame.tsx'
import { type Sending, useSending } from '../../changes/web/use-sending.ts'
import { useOrganization } from '../../organizations/web/organization-queries.ts'
import { useSession } from '../../people/web/session-queries.ts'
import { type BudgetSource, budgetSources, type Project } from '../project.ts'
import { PeopleFields } from './PeopleFields.tsx'
import { blank, bodyOf, faultsIn, planFields, type Typed, typedFrom, typedLike } from './project-form.ts'
import { projectActs, useProject, useProjectAct } from './project-queries.ts'
import './projects.css'

export function NewProjectPage(): ReactNode {
  const { id = '' } = useParams()
  const like = useSearchParams()[0].get('like')
  const { today } = useSession()
  const organization = useOrganization(id)
  const former = useProject(like)
  const problem = organization.error ?? former.error
  if (problem) return <Failed problem={problem} to={`/organizations/${id}`} />
  if (!organization.data || (like && !former.data)) return <PageBones />
  return (
    <>
      <PageHeader
        title={former.data ? '照以前的再办一次' : '新项目'}
        sentence={
          former.data ? '只改有变化的地方，其余已经照以前的填好。' : '打算为谁办什么事；不清楚的可以空着。'
        }
        back={{ to: `/organizations/${id}#projects`, label: organization.data.name }}
      />
      <Form
        typed={former.data ? typedLike(former.data, today) : blank(today)}
        submitText="保存计划"
        cancelTo={`/organizations/${id}#projects`}
        save={(typed) => projectActs.plan(id, { ...bodyOf(typed), follows: like })}
      />
    </>
  )
}

export function EditProjectPage(): ReactNode {
  const { id = '' } = useParams()
  const { data, error } = useProject(id)
  if (error && !data) return <Failed problem={error} to="/projects" />
  if (!data) return <PageBones />
  return (
    <>
      <PageHeader
        title={`改计划：${data.title}`}
        sentence={
          data.status === 'running' ? '已经开始，开始日期不能再改。' : '改好保存；结项以前随时可以再改。'
        }
        back={{ to: `/projects/${id}`, label: data.title }}
      />
      <Form
        typed={typedFrom(data)}
        submitText="保存"
        cancelTo={`/projects/${id}`}
        save={(typed) => projectActs.edit(id, { ...bodyOf(typed), version: data.version })}
      />
    </>
  )
}

const Failed = ({ problem, to }: { problem: unknown; to: string }): ReactNode => (
  <>
    <PageHeader title="服务项目" back={{ to, label: '返回' }} />
    <ProblemAlert problem={problem} />
  </>
)

type FormProps = {
  typed: Typed
  submitText: string
  cancelTo: string
  save: (typed: Typed) => Promise<Project>
}

function Form({ typed: first, submitText, cancelTo, save }: FormProps): ReactNode {
  const [typed, setTyped] = useState(first)
  const sending = useSending(planFields)
  const act = useProjectAct<Project>()
  const navigate = useNavigate()
  const submit = () =>
    sending.send(faultsIn(typed), async () => {
      const saved = await act.mutateAsync(() => save(typed))
      await navigate(`/projects/${saved.id}`, { replace: true })
    })
  const set = (patch: Partial<Typed>) => setTyped((now) => ({ ...now, ...patch }))
  return (
    <ChangeForm sending={sending} submitText={submitText} cancelTo={cancelTo} onSubmit={() => void submit()}>
      <WhatPart typed={typed} set={set} sending={sending} />
      <FormPart id="people" title="为谁办">
        <PeopleFields value={typed.beneficiaries} onChange={(beneficiaries) => set({ beneficiaries })} />
      </FormPart>
      <MoneyPart typed={typed} set={set} sending={sending} />
    </ChangeForm>
  )
}

type PartProps = { typed: Typed; set: (patch: Partial<Typed>) => void; sending: Sending }

function WhatPart({ typed, set, sending }: PartProps): ReactNode {
  const text = (at: 'title' | 'need' | 'plan') => ({
    ...{ sending, at, value: typed[at], onChange: (value: string) => set({ [at]: value }) },
  })
  return (
    <FormPart id="what" title="办什么">
      <div className="form-fields">
        <TextQuestion {...text('title')} label="项目名称" max={60} required wide />
        <TextQuestion
          {...text('need')}
          label="居民有什么需要"
          hint="例如：独居老人中午吃饭难"
          rows={2}
          max={500}
          required
          wide
        />
        <DayQuestion
          {...{ sending, at: 'startsOn', label: '哪天开始', open: true }}
          value={typed.startsOn}
          onChange={(startsOn) => set({ startsOn })}
        />
        <DayQuestion
          {...{ sending, at: 'endsOn', label: '办到哪天', open: true, required: false }}
          hint="没有定就空着"
          value={typed.endsOn}
          onChange={(endsOn) => set({ endsOn })}
        />
        <TextQuestion {...text('plan')} label="打算怎么做" rows={3} max={2000} wide />
      </div>
    </FormPart>
  )
}

function MoneyPart({ typed, set, sending }: PartProps): ReactNode {
  return (
    <FormPart id="money" title="要多少钱">
      <div className="form-fields">
        <TextQuestion
          {...{ sending, at: 'budget', label: '经费预算（元）', max: 20 }}
          hint="不花钱填 0，不知道就空着"
          value={typed.budget}
          onChange={(budget) => set({ budget })}
        />
        <FormGroup id="budget-source" label="钱从哪里来" wide>
          <ChooseOne
            name="budgetSource"
            options={chipsOf<BudgetSource>(budgetSources)}
            value={typed.budgetSource}
            onChange={(budgetSource) => set({ budgetSource })}
          />
        </FormGroup>
      </div>
    </FormPart>
  )
}
