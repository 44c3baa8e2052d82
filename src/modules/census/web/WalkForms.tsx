// The register's own form on the list: to correct what is known, or to add what was missing. What is sent waits in the outbox.
import { type ReactNode, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Day } from '../../../kernel/time.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import type { OrganizationDraft } from '../../organizations/organization.ts'
import { draftOf, emptyDraft, labelOf } from '../../organizations/organization-fields.ts'
import { type EffectAnswer, EffectQuestion, effectOf } from '../../organizations/web/EffectQuestion.tsx'
import { FormFrame } from '../../organizations/web/FormFrame.tsx'
import { LaterSection, PeopleSection, RequiredSection } from '../../organizations/web/FormSections.tsx'
import { faultsNow, toSend } from '../../organizations/web/organization-form.ts'
import { type OrganizationForm, useOrganizationForm } from '../../organizations/web/use-organization-form.ts'
import { useSession } from '../../people/web/session-queries.ts'
import type { Walk, WalkItem } from '../census.ts'
import { refusedAbout, refusedAddition } from './outbox.ts'
import type { Outbox } from './use-outbox.ts'
import { letterOf } from './WalkCard.tsx'
import '../../organizations/web/organizations.css'

type Common = { outbox: Outbox; back: string }

export function CorrectForm({ item, outbox, back }: Common & { item: WalkItem }): ReactNode {
  const { person, today } = useSession()
  const { organization } = item
  const [first] = useState(() => draftOf(organization))
  const form = useOrganizationForm(`census.${organization.id}.${person.id}`, first)
  useTyped(form, refusedAbout(outbox.letters, organization.id))
  const [answer, setAnswer] = useState<EffectAnswer>({ kind: 'change', from: today, reason: '' })
  const navigate = useNavigate()
  const submit = async () => {
    const draft = toSend(form.draft)
    const when = effectOf(answer, today)
    const faults = faultsNow(form.draft, today as Day)
    if (!draft || faults.length > 0 || 'fault' in when)
      return form.show([...faults, ...('fault' in when ? [when.fault] : [])])
    outbox.post(letterOf(item, { kind: 'corrected', draft, effect: when.effect as never }))
    form.done()
    await navigate(back, { replace: true })
  }
  return (
    <>
      <PageHeader
        title={`核对：${organization.name}`}
        sentence="只改变了的，其余照旧。"
        back={{ to: back, label: '名单' }}
      />
      <FormFrame
        form={form}
        problem={null}
        busy={false}
        submitText="改好了"
        cancelTo={back}
        onSubmit={submit}
        whyNot={form.changed.length === 0 ? '还没有改动' : null}
        summary={form.changed.length > 0 ? `改了：${form.changed.map(labelOf).join('、')}` : undefined}
      >
        <RequiredSection form={form} except={organization.id} />
        <PeopleSection form={form} />
        <LaterSection form={form} />
        <EffectQuestion answer={answer} onChange={setAnswer} today={today} faultOf={form.faultOf} />
      </FormFrame>
    </>
  )
}

export function AddForm({ walk, outbox, back }: Common & { walk: Walk }): ReactNode {
  const { person, today } = useSession()
  const [first] = useState(() => ({ ...emptyDraft, area: walk.area.code }))
  const form = useOrganizationForm(`census.new.${walk.area.code}.${person.id}`, first)
  const before = refusedAddition(outbox.letters)
  useTyped(form, before?.body.draft ?? null)
  const navigate = useNavigate()
  const submit = async () => {
    const draft = toSend(form.draft)
    const faults = faultsNow(form.draft, today as Day)
    if (!draft || faults.length > 0) return form.show(faults)
    const key = crypto.randomUUID()
    if (before) outbox.drop(before.key)
    outbox.post({ key, name: draft.name, refusal: null, kind: 'add', body: { key, draft } })
    form.done()
    await navigate(back, { replace: true })
  }
  return (
    <>
      <PageHeader
        title={`补上一个：${walk.area.name}`}
        sentence="名单上没有、实际在活动的组织。"
        back={{ to: back, label: '名单' }}
      />
      <FormFrame form={form} problem={null} busy={false} submitText="补上" cancelTo={back} onSubmit={submit}>
        <RequiredSection form={form} />
        <PeopleSection form={form} />
        <LaterSection form={form} />
      </FormFrame>
    </>
  )
}

/** What was typed and refused stands in the form again, once. */
function useTyped(form: OrganizationForm, typed: OrganizationDraft | null): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the form opens
  useEffect(() => {
    if (typed) form.set(typed)
  }, [])
}
