// The form of a new organization: asks, checks what it can see itself, sends, and leads to the page it made.
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Day } from '../../../kernel/time.ts'
import { useSession } from '../../people/web/session-queries.ts'
import type { FormDraft } from '../organization-fields.ts'
import { FormFrame } from './FormFrame.tsx'
import { LaterSection, PeopleSection, RequiredSection } from './FormSections.tsx'
import { faultsNow, toSend } from './organization-form.ts'
import { useCreate } from './organization-queries.ts'
import { faultsOf, useOrganizationForm } from './use-organization-form.ts'

export function NewForm({ opened }: { opened: FormDraft }): ReactNode {
  const { person, today } = useSession()
  const form = useOrganizationForm(`organization.new.${person.id}`, opened)
  const [problem, setProblem] = useState<unknown>(null)
  const create = useCreate()
  const navigate = useNavigate()
  const submit = async () => {
    setProblem(null)
    const body = toSend(form.draft)
    const faults = faultsNow(form.draft, today as Day)
    if (!body || faults.length > 0) return form.show(faults)
    try {
      const made = await create.mutateAsync(body)
      form.done()
      await navigate(`/organizations/${made.id}`, { replace: true, state: { notice: 'created' } })
    } catch (error) {
      setProblem(error)
      form.show(faultsOf(error))
    }
  }
  return (
    <FormFrame
      form={form}
      problem={problem}
      busy={create.isPending}
      submitText="登记"
      cancelTo="/organizations"
      onSubmit={submit}
    >
      <RequiredSection form={form} />
      <PeopleSection form={form} />
      <LaterSection form={form} />
    </FormFrame>
  )
}
