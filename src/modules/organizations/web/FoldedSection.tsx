// A group of questions that can wait: folded while nothing is in it, so that the required ones stand alone.
import { type ReactNode, useEffect, useState } from 'react'
import { type DraftField, emptyDraft } from '../organization-fields.ts'
import type { OrganizationForm } from './use-organization-form.ts'

type Props = { form: OrganizationForm; title: string; fields: readonly DraftField[]; children: ReactNode }

export function FoldedSection({ form, title, fields, children }: Props): ReactNode {
  const filled = fields.filter((field) => form.draft[field] !== emptyDraft[field]).length
  const [open, setOpen] = useState(filled > 0)
  const faulty = fields.some((field) => form.faultOf(field) !== undefined)
  useEffect(() => {
    if (faulty) setOpen(true)
  }, [faulty])
  return (
    <details
      className="form-section folded"
      open={open || faulty}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <h2>{title}</h2>
        <span className="faint">{filled > 0 ? `已填 ${filled} 项` : '选填，不知道的以后再补'}</span>
      </summary>
      {children}
    </details>
  )
}
