// The controls of the forms of change: text, day, number and reason, each under its label with its fault.
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { CountInput } from '../../../ui/CountInput.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { FormField } from '../../../ui/FormField.tsx'
import { useSession } from '../../people/web/session-queries.ts'
import { fieldId, type Sending } from './use-sending.ts'

type Props<Value> = {
  sending: Sending
  /** The path by which the server names the field. */
  at: string
  label: string
  value: Value
  onChange: (value: Value) => void
  hint?: ReactNode
  required?: boolean
  wide?: boolean
}

export function TextQuestion({
  rows,
  max = 200,
  ...props
}: Props<string> & { rows?: number; max?: number }): ReactNode {
  const { sending, at, label, value, onChange, hint, required = false, wide = false } = props
  return (
    <FormField
      id={fieldId(at)}
      label={label}
      hint={hint}
      fault={sending.faultOf(at)}
      required={required}
      wide={wide}
    >
      {(control) =>
        rows === undefined ? (
          <Input
            {...control}
            autoComplete="off"
            maxLength={max}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: rows, maxRows: 8 }}
            maxLength={max}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </FormField>
  )
}

/** A day up to today, or with `open` any day. */
export function DayQuestion({
  open = false,
  ...props
}: Props<string | null> & { open?: boolean }): ReactNode {
  const { sending, at, label, value, onChange, hint, required = true } = props
  const { today } = useSession()
  return (
    <FormField id={fieldId(at)} label={label} hint={hint} fault={sending.faultOf(at)} required={required}>
      {(control) => (
        <DayInput
          {...control}
          {...(!open && { max: today })}
          calendarLabel={`从日历选${label}`}
          value={value}
          onChange={onChange}
        />
      )}
    </FormField>
  )
}

export function CountQuestion({
  unit = '人',
  ...props
}: Props<number | null> & { unit?: string }): ReactNode {
  const { sending, at, label, value, onChange, hint, required = false } = props
  return (
    <FormField id={fieldId(at)} label={label} hint={hint} fault={sending.faultOf(at)} required={required}>
      {(control) => <CountInput {...control} unit={unit} value={value} onChange={onChange} />}
    </FormField>
  )
}
