// The form of an organization that is on the register; a colleague's save meanwhile costs nobody's typing.
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Day } from '../../../kernel/time.ts'
import { CallProblem } from '../../../ui/call.ts'
import { useSession } from '../../people/web/session-queries.ts'
import type { Organization } from '../organization.ts'
import { draftOf, labelOf } from '../organization-fields.ts'
import { type EffectAnswer, EffectQuestion, effectOf } from './EffectQuestion.tsx'
import { FormFrame } from './FormFrame.tsx'
import { LaterSection, PeopleSection, RequiredSection } from './FormSections.tsx'
import { faultsNow, toSend } from './organization-form.ts'
import { useEdit, useOrganization } from './organization-queries.ts'
import { faultsOf, useOrganizationForm } from './use-organization-form.ts'

export function EditForm({ opened }: { opened: Organization }): ReactNode {
  const { today } = useSession()
  const { form, version, meanwhile, takeOverNewer } = useVersioned(opened)
  const [answer, setAnswer] = useState<EffectAnswer>({ kind: 'change', from: today, reason: '' })
  const [problem, setProblem] = useState<unknown>(null)
  const edit = useEdit(opened.id)
  const navigate = useNavigate()
  const submit = async () => {
    setProblem(null)
    const organization = toSend(form.draft)
    const when = effectOf(answer, today)
    const faults = faultsNow(form.draft, today as Day)
    if (!organization || faults.length > 0 || 'fault' in when) {
      return form.show([...faults, ...('fault' in when ? [when.fault] : [])])
    }
    try {
      await edit.mutateAsync({ version, organization, effect: when.effect })
      form.done()
      await navigate(`/organizations/${opened.id}`, { replace: true, state: { notice: 'edited' } })
    } catch (error) {
      if (isConflict(error) && (await takeOverNewer())) return
      setProblem(error)
      form.show(faultsOf(error))
    }
  }
  return (
    <FormFrame
      form={form}
      problem={problem}
      busy={edit.isPending}
      submitText="保存修改"
      cancelTo={`/organizations/${opened.id}`}
      onSubmit={submit}
      whyNot={form.changed.length === 0 ? '还没有改动' : null}
      summary={form.changed.length > 0 ? `改了：${form.changed.map(labelOf).join('、')}` : undefined}
    >
      {meanwhile && <MeanwhileNote changed={form.changed.map(labelOf)} />}
      <RequiredSection form={form} except={opened.id} />
      <PeopleSection form={form} />
      <LaterSection form={form} />
      <EffectQuestion answer={answer} onChange={setAnswer} today={today} faultOf={form.faultOf} />
    </FormFrame>
  )
}

const isConflict = (error: unknown): boolean => error instanceof CallProblem && error.status === 409

/** The form with the version it was made from; takes over a newer one when the server has it. */
function useVersioned(opened: Organization) {
  const { person } = useSession()
  const [first] = useState(() => draftOf(opened))
  const [version, setVersion] = useState(opened.version)
  const [meanwhile, setMeanwhile] = useState(false)
  const form = useOrganizationForm(`organization.${opened.id}.${person.id}`, first)
  const { refetch } = useOrganization(opened.id)
  const takeOverNewer = async (): Promise<boolean> => {
    const { data: newer } = await refetch()
    if (!newer || newer.version === version) return false
    form.takeOver(draftOf(newer))
    setVersion(newer.version)
    setMeanwhile(true)
    window.scrollTo({ top: 0 })
    return true
  }
  return { form, version, meanwhile, takeOverNewer }
}

function MeanwhileNote({ changed }: { changed: string[] }): ReactNode {
  return (
    <div className="form-note form-note-warning" role="alert">
      <span className="form-note-words">
        <b>您填写的时候，有人保存了这个组织的修改</b>
        <span>
          表单已换成最新的记录，您改过的还在：{changed.join('、') || '无'}。请看一遍，再点“保存修改”。
        </span>
      </span>
    </div>
  )
}
