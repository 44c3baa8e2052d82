// The frame of an organization's form: the offered draft above, the problem and the buttons always in reach below.
import { Button } from 'antd'
import type { FormEvent, ReactNode } from 'react'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { momentText } from '../../../ui/moment-text.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { fieldLabels } from '../organization-fields.ts'
import { faultsOf, isShown, type OrganizationForm } from './use-organization-form.ts'

type Props = {
  form: OrganizationForm
  problem: unknown
  busy: boolean
  submitText: string
  cancelTo: string
  onSubmit: () => Promise<void>
  /** Why it cannot be sent now. */
  whyNot?: string | null
  /** What would be sent, in words. */
  summary?: string | undefined
  children: ReactNode
}

export function FormFrame(props: Props): ReactNode {
  const { form, problem, busy, submitText, cancelTo, onSubmit, whyNot = null, summary, children } = props
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (whyNot === null && !busy) void onSubmit()
  }
  return (
    <form className="organization-form" noValidate onSubmit={submit}>
      <DraftOffer form={form} />
      {children}
      <ProblemAlert problem={problem} shown={shownPaths(problem)} labels={fieldLabels} />
      <div className="form-bar">
        <span className="form-bar-words">{whyNot ?? summary}</span>
        <ButtonLink to={cancelTo}>先不填了</ButtonLink>
        <Button type="primary" htmlType="submit" loading={busy} disabled={whyNot !== null}>
          {submitText}
        </Button>
      </div>
    </form>
  )
}

const shownPaths = (problem: unknown): string[] =>
  faultsOf(problem)
    .map((fault) => fault.at)
    .filter(isShown)
    .flatMap((at) => [at, `organization.${at}`, `body.${at}`, `body.organization.${at}`])

function DraftOffer({ form }: { form: OrganizationForm }): ReactNode {
  const { offer } = form
  if (!offer) return null
  return (
    <div className="form-note" role="status">
      <span className="form-note-words">
        <b>上次填到一半的内容还在这台设备上</b>
        <span className="faint">保存于 {momentText(offer.at)}</span>
      </span>
      <Button onClick={offer.forget}>不要了</Button>
      <Button type="primary" onClick={offer.resume}>
        接着填
      </Button>
    </div>
  )
}
