// One question of a form: label, why it is asked, the control, and what is wrong with the answer.
import type { ReactNode } from 'react'
import './form-field.css'

type Props = {
  /** The control's id; `focusField` finds it by the same. */
  id: string
  label: string
  /** Why it is asked or how to write it. */
  hint?: ReactNode
  fault?: string | undefined
  required?: boolean
  wide?: boolean
  children: (control: ControlProps) => ReactNode
}

/** To be spread on the control, so that label, hint and fault are read out with it. */
export type ControlProps = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean
  'aria-required': boolean
}

export function FormField({
  id,
  label,
  hint,
  fault,
  required = false,
  wide = false,
  children,
}: Props): ReactNode {
  const control = {
    id,
    'aria-describedby': describedBy(id, hint, fault),
    'aria-invalid': !!fault,
    'aria-required': required,
  }
  return (
    <div className={fieldClass(wide, fault)}>
      <label className="form-field-label" htmlFor={id}>
        {label}
        {required && <RequiredMark />}
      </label>
      {children(control)}
      <FieldWords id={id} hint={hint} fault={fault} />
    </div>
  )
}

/** The same for a group of choices, which has no single control: a fieldset with its legend. */
export function FormGroup(props: Omit<Props, 'children'> & { children: ReactNode }): ReactNode {
  const { id, label, hint, fault, required = false, wide = false, children } = props
  return (
    <fieldset
      id={id}
      className={fieldClass(wide, fault)}
      aria-describedby={describedBy(id, hint, fault)}
      tabIndex={-1}
    >
      <legend className="form-field-label">
        {label}
        {required && <RequiredMark />}
      </legend>
      {children}
      <FieldWords id={id} hint={hint} fault={fault} />
    </fieldset>
  )
}

/** Brings a field into sight and puts the cursor in it; in a group, on its chosen or first choice. */
export function focusField(id: string): void {
  const field = document.getElementById(id)
  const target = field?.querySelector<HTMLElement>('input:checked, input') ?? field
  field?.scrollIntoView({ block: 'center' })
  target?.focus({ preventScroll: true })
}

const fieldClass = (wide: boolean, fault: string | undefined): string =>
  `form-field${wide ? ' form-field-wide' : ''}${fault ? ' form-field-faulty' : ''}`

function describedBy(id: string, hint: ReactNode, fault: string | undefined): string | undefined {
  return [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined
}

const RequiredMark = (): ReactNode => <span className="form-field-required">必填</span>

function FieldWords({
  id,
  hint,
  fault,
}: {
  id: string
  hint?: ReactNode
  fault?: string | undefined
}): ReactNode {
  return (
    <>
      {fault && (
        <p id={`${id}-fault`} className="form-field-fault">
          {fault}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="form-field-hint">
          {hint}
        </p>
      )}
    </>
  )
}
