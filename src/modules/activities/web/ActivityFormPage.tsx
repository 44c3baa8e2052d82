// Plan an activity, or change its plan: what, when, where, who; the page says at once whether it must be reported.
import { type ReactNode, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { PageBones } from '../../../ui/PageBones.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { ChangeForm } from '../../changes/web/ChangeFrame.tsx'
import { useSending } from '../../changes/web/use-sending.ts'
import { useOrganization } from '../../organizations/web/organization-queries.ts'
import { useHomeArea } from '../../people/web/session-queries.ts'
import type { Activity } from '../activity.ts'
import { EventPart, SignUpPart, WhatPart, WhenPart } from './ActivityFormParts.tsx'
import { blank, bodyOf, faultsIn, planFields, type Typed, typedFrom } from './activity-form.ts'
import { activityActs, useActivity, useActivityAct } from './activity-queries.ts'
import { WhoPart } from './WhoPart.tsx'
import './activities.css'

/** Of an organization, when the address names one. */
export function NewActivityPage(): ReactNode {
  const id = useSearchParams()[0].get('organization')
  return id ? <NewOfOrganization id={id} /> : <NewAtHome />
}

function NewOfOrganization({ id }: { id: string }): ReactNode {
  const { data, error } = useOrganization(id)
  if (!data) return error ? <Failed problem={error} /> : <PageBones />
  return <New given={{ organization: id, area: data.area, place: data.place ?? '' }} />
}

function NewAtHome(): ReactNode {
  const home = useHomeArea()
  return <New given={{ organization: null, area: home?.code ?? null, place: '' }} />
}

const New = ({ given }: { given: Pick<Typed, 'organization' | 'area' | 'place'> }): ReactNode => (
  <>
    <PageHeader
      title="安排活动"
      sentence="先存成计划，看一看再发布；发布以后居民才能看到和报名。"
      back={{ to: '/activities', label: '活动' }}
    />
    <Form typed={blank(given)} submitText="保存计划" cancelTo="/activities" save={activityActs.create} />
  </>
)

export function EditActivityPage(): ReactNode {
  const { id = '' } = useParams()
  const { data, error } = useActivity(id)
  if (!data) return error ? <Failed problem={error} /> : <PageBones />
  const { title, version, whyNot, status } = data
  return (
    <>
      <PageHeader
        title={`改计划：${title}`}
        sentence={whyNot.edit ?? (status === 'published' ? '已经发布：改了时间地点，记得告诉报名的人。' : '')}
        back={{ to: `/activities/${id}`, label: title }}
      />
      <Form
        key={version}
        typed={typedFrom(data)}
        submitText="保存"
        cancelTo={`/activities/${id}`}
        save={(activity) => activityActs.edit(id, { version, activity })}
      />
    </>
  )
}

const Failed = ({ problem }: { problem: unknown }): ReactNode => (
  <>
    <PageHeader title="安排活动" back={{ to: '/activities', label: '活动' }} />
    <ProblemAlert problem={problem} />
  </>
)

type FormProps = {
  typed: Typed
  submitText: string
  cancelTo: string
  save: (body: ReturnType<typeof bodyOf>) => Promise<Activity>
}

function Form({ typed: first, submitText, cancelTo, save }: FormProps): ReactNode {
  const [typed, setTyped] = useState(first)
  const sending = useSending(planFields)
  const act = useActivityAct<Activity>()
  const navigate = useNavigate()
  const submit = () =>
    sending.send(faultsIn(typed), async () => {
      const saved = await act.mutateAsync(() => save(bodyOf(typed)))
      await navigate(`/activities/${saved.id}`, { replace: true })
    })
  const set = (patch: Partial<Typed>) => setTyped((now) => ({ ...now, ...patch }))
  const part = { typed, set, sending }
  return (
    <ChangeForm sending={sending} submitText={submitText} cancelTo={cancelTo} onSubmit={() => void submit()}>
      <WhatPart {...part} />
      <WhenPart {...part} />
      <EventPart {...part} />
      <SignUpPart {...part} />
      <WhoPart {...part} />
    </ChangeForm>
  )
}
